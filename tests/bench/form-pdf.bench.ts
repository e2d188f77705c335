import { join } from 'node:path'
import { createPdfPool } from '../../node/pdf'
import { renderJob } from '../../node/pdf/render-job'
import { catalogue, entryByCode } from '../../shared/catalogue'
import { emptyValues } from '../../shared/forms/values'
import type { PrintJob } from '../../shared/ipc/contract'
import { layoutForm } from '../../shared/print'
import { testFonts } from '../support/pdf-fonts'
import { figures } from './harness'

/** The densest of the common forms, filled: about 90 cells and 500 characters. */
function denseForm(): Extract<PrintJob, { job: 'form' }> {
  const entry = entryByCode('KHXX-BD-001')
  if (!entry) throw new Error('no such form')
  const letterhead = { firm: '示例电器有限公司', department: '客户服务部' }
  return {
    job: 'form',
    sheets: [{ template: entry.template, values: entry.sample, letterhead, mode: 'filled' }],
  }
}

const job = denseForm()
const NOW = Date.UTC(2026, 10, 21)
const hundred: PrintJob = { ...job, sheets: Array.from({ length: 100 }, () => job.sheets).flat() }

/** All forms of the books, blank, a file each, by a pool of workers that has to load its fonts first. */
async function printCatalogue(): Promise<void> {
  const out = join(import.meta.dirname, '../../out')
  const pool = createPdfPool({
    workerFile: join(out, 'main/pdf-worker.cjs'),
    fontsDir: join(out, 'fonts'),
  })
  const letterhead = { firm: '示例电器有限公司' }
  const jobs = catalogue.map(({ template }): PrintJob => ({
    job: 'form',
    sheets: [{ template, values: emptyValues, letterhead, mode: 'blank' }],
  }))
  const done = await Promise.all(jobs.map((each) => pool.render(each, NOW)))
  await pool.close()
  if (done.some((result) => !result.ok)) throw new Error('not printed')
}

async function paint(one: PrintJob): Promise<void> {
  const done = await renderJob(one, testFonts(), NOW)
  if (!done.ok) throw new Error(JSON.stringify(done.error))
}

export default figures('打印 / printing', {
  'one warm form, laid out': { run: () => layoutForm(job.sheets[0] as never), limitMs: 8 },
  'one warm form as PDF': { run: () => paint(job), prepare: () => paint(job), limitMs: 20 },
  'a hundred forms in one PDF': { run: () => paint(hundred), prepare: () => paint(hundred) },
  'all forms blank, fonts loaded anew': { run: printCatalogue, limitMs: 6000, samples: 5 },
})
