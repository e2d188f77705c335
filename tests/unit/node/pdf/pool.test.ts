import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createPdfPool, renderJob, type PdfPool } from '../../../../node/pdf'
import { entryByCode } from '../../../../shared/catalogue'
import type { PrintJob } from '../../../../shared/ipc/contract'
import { testFonts } from '../../../support/pdf-fonts'
import { letterhead } from '../../../support/print-samples'

const NOW = Date.UTC(2026, 10, 21)
const built = join(process.cwd(), 'out/main/pdf-worker.cjs')
const fontsDir = join(process.cwd(), 'out/fonts')

const complaint = entryByCode('KHTS-BD-001')
if (!complaint) throw new Error('no such form')
const job: PrintJob = {
  job: 'form',
  sheets: [{ template: complaint.template, values: complaint.sample, letterhead, mode: 'filled' }],
}

/** The same job with another title, which the workers of these tests obey. */
const told = (title: string): PrintJob => ({
  job: 'form',
  sheets: job.sheets.map((sheet) => ({ ...sheet, template: { ...sheet.template, title } })),
})

/** A worker that dies, hangs or answers as the form's title says. */
const OBEDIENT = `
const { parentPort, threadId } = require('node:worker_threads')
parentPort.on('message', ({ id, job }) => {
  const { title } = job.sheets[0].template
  if (title === 'exit') process.exit(3)
  if (title === 'throw') throw new Error('out of paper')
  if (title === 'hang') for (;;) {}
  parentPort.postMessage({ id, result: { ok: true, value: { bytes: new Uint8Array([threadId]), pages: id, missing: [] } } })
})
`

describe('the pool of printing workers', () => {
  let pool: PdfPool | null = null
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pool-'))
    writeFileSync(join(folder, 'worker.cjs'), OBEDIENT)
  })
  afterEach(async () => {
    await pool?.close()
    rmSync(folder, { recursive: true })
  })
  const obedient = (size: number, patience?: number): PdfPool => {
    const options = { workerFile: join(folder, 'worker.cjs'), fontsDir, size }
    pool = createPdfPool(patience === undefined ? options : { ...options, patience })
    return pool
  }

  it('paints in the built worker the same bytes as in this thread', async () => {
    pool = createPdfPool({ workerFile: built, fontsDir, size: 1 })
    const here = await renderJob(job, testFonts(), NOW)
    const there = await pool.render(job, NOW)
    if (!here.ok || !there.ok) throw new Error(JSON.stringify([here, there]))
    expect(Buffer.from(there.value.bytes).equals(Buffer.from(here.value.bytes))).toBe(true)
    expect(there.value.pages).toBe(1)
  })

  it('says which font file is missing, and goes on asking for it', async () => {
    pool = createPdfPool({ workerFile: built, fontsDir: folder, size: 1 })
    const missing = { ok: false, error: { type: 'FontMissing', path: join(folder, 'serif.ttf') } }
    expect(await pool.render(job, NOW)).toEqual(missing)
    expect(await pool.render(job, NOW)).toEqual(missing)
  })

  it('answers every job, also when there are more than workers', async () => {
    const many = obedient(2)
    const answers = await Promise.all(Array.from({ length: 9 }, () => many.render(job, NOW)))
    expect(answers.map((answer) => answer.ok && answer.value.pages)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(new Set(answers.map((answer) => answer.ok && answer.value.bytes[0])).size).toBeLessThanOrEqual(2)
  })

  it.each(['exit', 'throw'])('reports a worker that dies (%s) and replaces it', async (how) => {
    const one = obedient(1)
    const [died, next] = await Promise.all([one.render(told(how), NOW), one.render(job, NOW)])
    expect(died).toMatchObject({ ok: false, error: { type: 'PrintFailed' } })
    expect(next.ok).toBe(true)
    expect((await one.render(job, NOW)).ok).toBe(true)
  })

  it('ends a worker that hangs', async () => {
    const one = obedient(1, 4000)
    const [stuck, next] = await Promise.all([one.render(told('hang'), NOW), one.render(job, NOW)])
    expect(stuck).toEqual({ ok: false, error: { type: 'PrintFailed', reason: '排版时间过长，已停止' } })
    expect(next.ok).toBe(true)
  })

  it('lets a single job wait for a worker that is still starting', async () => {
    const two = obedient(2)
    const answers = await Promise.all([two.render(job, NOW), two.render(job, NOW)])
    const [first, second] = answers.map((answer) => answer.ok && answer.value.bytes[0])
    expect(second).toBe(first)
  })

  it('starts a second worker where the first one is not ready soon', async () => {
    const two = obedient(2)
    const stuck = two.render(told('hang'), NOW)
    expect((await two.render(job, NOW)).ok).toBe(true)
    await two.close()
    expect((await stuck).ok).toBe(false)
  })

  it('ends workers that have rested, and starts others for the next job', async () => {
    pool = createPdfPool({ workerFile: join(folder, 'worker.cjs'), fontsDir, size: 1, rest: 1 })
    const thread = async () => {
      const answer = await pool?.render(job, NOW)
      return answer?.ok === true ? answer.value.bytes[0] : null
    }
    const first = await thread()
    expect(first).not.toBeNull()
    await vi.waitFor(async () => {
      await new Promise((later) => setTimeout(later, 20))
      const next = await thread()
      expect(next).not.toBeNull()
      expect(next).not.toBe(first)
    }, 60_000)
  })

  it('answers what still waits when it is closed, and everything after', async () => {
    const one = obedient(1)
    const waiting = [one.render(told('hang'), NOW), one.render(job, NOW)]
    await one.close()
    for (const answer of await Promise.all(waiting)) expect(answer.ok).toBe(false)
    expect((await one.render(job, NOW)).ok).toBe(false)
  })
})
