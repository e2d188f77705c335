import { renderJob } from '../../node/pdf/render-job'
import { entryByCode } from '../../shared/catalogue'
import type { PrintJob } from '../../shared/ipc/contract'
import { layoutForm } from '../../shared/print'
import { testFonts } from '../support/pdf-fonts'
import { figures } from './harness'

/** The densest of the three forms, filled: about 90 cells and 500 characters. */
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

async function paint(one: PrintJob): Promise<void> {
  const done = await renderJob(one, testFonts(), NOW)
  if (!done.ok) throw new Error(JSON.stringify(done.error))
}

export default figures('打印 / printing', {
  'one warm form, laid out': { run: () => layoutForm(job.sheets[0] as never), limitMs: 8 },
  'one warm form as PDF': { run: () => paint(job), prepare: () => paint(job), limitMs: 20 },
  'a hundred forms in one PDF': { run: () => paint(hundred), prepare: () => paint(hundred) },
})
