import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, describe, expect, it } from 'vitest'
import { startPrintRun } from '../../node/pdf'
import { GrowingPdf } from '../../node/pdf/growing-pdf'
import { entryByCode } from '../../shared/catalogue'
import type { RunSheet } from '../../shared/ipc/print-run'
import { testFonts } from '../support/pdf-fonts'
import { letterhead } from '../support/print-samples'

const KB = 1024
const MB = KB * KB
const found = entryByCode('KHTS-BD-001')
if (!found) throw new Error('no such form')
const { template, sample } = found
const valuesOf = (at: number) => ({
  ...sample,
  fields: { ...sample.fields, customer: { name: `示例客户${String(at)}` } },
})

const folder = mkdtempSync(join(tmpdir(), '打印 '))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('memory of printing in bulk', () => {
  it('keeps of a page that is painted less than half a kilobyte', () => {
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    let written = 0
    const pdf = new GrowingPdf(testFonts(), { title: '', firm: '', now: 0 }, ({ length }) => {
      written += length
    })
    const add = async (from: number, to: number) => {
      for (let at = from; at < to; at++) {
        pdf.add({ template, values: valuesOf(at % 100), letterhead, mode: 'filled' })
        // What was painted goes on when the thread breathes, as between the messages of a run.
        if (at % 20 === 19) await new Promise(setImmediate)
      }
      collect()
      const { heapUsed, external } = process.memoryUsage()
      return heapUsed + external
    }
    return (async () => {
      const before = await add(0, 200)
      const after = await add(200, 2200)
      expect(written).toBeGreaterThan(2000 * KB)
      expect((after - before) / 2000).toBeLessThan(KB / 2)
    })()
  })

  it('takes little more for three thousand sheets in one PDF than for five hundred, and gives it back', async () => {
    const file = join(folder, '合并.pdf')
    const run = startPrintRun(
      {
        workerFile: join(process.cwd(), 'out/main/pdf-worker.cjs'),
        fontsDir: join(process.cwd(), 'out/fonts'),
      },
      { letterhead, title: '示例', onFront: false, copies: 1, now: 0, file },
    )
    const idle = process.memoryUsage.rss()
    let early = 0
    let most = 0
    for (let batch = 0; batch < 150; batch++) {
      const sheets = Array.from({ length: 20 }, (_, at): RunSheet => ({
        form: 0,
        values: valuesOf(batch * 20 + at),
        mode: 'filled',
        name: '',
      }))
      const done = await run.add({ forms: batch === 0 ? [template] : [], sheets })
      if (!done.ok) throw new Error(JSON.stringify(done.error))
      const rss = process.memoryUsage.rss()
      if (batch < 25) early = Math.max(early, rss)
      most = Math.max(most, rss)
    }
    expect(await run.finish()).toMatchObject({ ok: true, value: { pages: 3000 } })
    const rest = process.memoryUsage.rss()
    console.log(
      `merged: ${String(Math.round((early - idle) / MB))} MB at 500 sheets, ${String(Math.round((most - idle) / MB))} MB at most of 3,000, ${String(Math.round((rest - idle) / MB))} MB afterwards; file ${String(Math.round(statSync(file).size / KB))} KB`,
    )
    expect(statSync(file).size).toBeGreaterThan(3000 * KB)
    expect(most - early).toBeLessThan(64 * MB)
  })
})
