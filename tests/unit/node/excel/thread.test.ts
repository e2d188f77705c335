import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { formsWorkbook } from '../../../../node/excel'
import { createExcelThread, type ExcelThread } from '../../../../node/excel/thread'
import { entryByCode } from '../../../../shared/catalogue'
import type { FormSheet } from '../../../../shared/ipc/contract'
import { letterhead } from '../../../support/print-samples'

const NOW = Date.UTC(2026, 10, 21)
const built = join(process.cwd(), 'out/main/excel-worker.cjs')

const complaint = entryByCode('KHTS-BD-001')
if (!complaint) throw new Error('no such form')
const { template, sample: values } = complaint
const sheets: readonly FormSheet[] = [{ template, values, letterhead, mode: 'filled' }]

describe('the thread that writes workbooks', () => {
  let folder: string
  let thread: ExcelThread
  const withWorker = (code: string, patience?: number): ExcelThread => {
    const workerFile = join(folder, 'worker.cjs')
    writeFileSync(workerFile, code)
    return createExcelThread({ workerFile, ...(patience !== undefined && { patience }) })
  }
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'zhike-excel-'))
  })
  afterEach(async () => {
    await thread.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('writes the same as in this thread', async () => {
    expect(existsSync(built)).toBe(true)
    thread = createExcelThread({ workerFile: built })
    const [beside, here] = await Promise.all([
      thread.write({ content: 'forms', sheets }, NOW),
      formsWorkbook(sheets, NOW),
    ])
    expect(beside.ok).toBe(true)
    expect(beside).toEqual(here)
  })

  it.each([
    ['throws', `throw new Error('out of paper')`, 'out of paper'],
    ['ends', `process.exit(3)`, '意外退出'],
  ])('answers when it %s', async (_what, code, reason) => {
    thread = withWorker(code)
    const answer = await thread.write({ content: 'forms', sheets }, NOW)
    expect(answer).toMatchObject({ ok: false, error: { type: 'ExcelFailed' } })
    expect(JSON.stringify(answer)).toContain(reason)
  })

  it('is ended when it takes too long', async () => {
    thread = withWorker('for (;;) {}', 200)
    expect(await thread.write({ content: 'forms', sheets }, NOW)).toMatchObject({
      ok: false,
      error: { type: 'ExcelFailed' },
    })
  })

  it('answers what it was writing when the program ends', async () => {
    thread = withWorker('setInterval(() => {}, 1000)')
    const answer = thread.write({ content: 'forms', sheets }, NOW)
    await thread.close()
    expect(await answer).toEqual({ ok: false, error: { type: 'ExcelFailed', reason: '程序正在退出' } })
  })
})
