import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, describe, expect, it } from 'vitest'
import { folderRun } from '../../main/print/folder-run'
import { createPdfPool, startPrintRun } from '../../node/pdf'
import { GrowingPdf } from '../../node/pdf/growing-pdf'
import { entryByCode } from '../../shared/catalogue'
import type { RunSheet } from '../../shared/ipc/print-run'
import { testFonts } from '../support/pdf-fonts'
import { letterhead } from '../support/print-samples'

const workerFile = join(process.cwd(), 'out/main/pdf-worker.cjs')
const fontsDir = join(process.cwd(), 'out/fonts')
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
}, 120_000)

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
      { workerFile, fontsDir },
      { letterhead, title: '示例', onFront: false, copies: 1, now: 0, file },
    )
    const watch = new Watch()
    for (let from = 0; from < 3000; from += BATCH) {
      const done = await run.add({ forms: from === 0 ? [template] : [], sheets: batchFrom(from) })
      if (!done.ok) throw new Error(JSON.stringify(done.error))
      watch.look(from + BATCH)
    }
    expect(await run.finish()).toMatchObject({ ok: true, value: { pages: 3000 } })
    watch.tell('merged', 3000)
    expect(statSync(file).size).toBeGreaterThan(3000 * KB)
    expect(watch.most - watch.early).toBeLessThan(64 * MB)
  })

  it('takes little more for three thousand files than for five hundred', async () => {
    const pool = createPdfPool({ workerFile, fontsDir, size: 2 })
    const order = { letterhead, copies: 1 }
    const run = folderRun({ pool, now: () => 0, folder: mkdtempSync(join(folder, '每张 ')), order })
    const watch = new Watch()
    for (let from = 0; from < 3000; from += BATCH) {
      const done = await run.add({ forms: from === 0 ? [template] : [], sheets: batchFrom(from) })
      if (!done.ok || done.value.some((each) => !each.ok)) throw new Error(JSON.stringify(done))
      watch.look(from + BATCH)
    }
    await pool.close()
    watch.tell('a file each', 3000)
    expect(watch.most - watch.early).toBeLessThan(64 * MB)
  })
})

/** Memory of the process over a run: at 500 sheets and at most, in bytes over what it had before. */
class Watch {
  early = 0
  most = 0
  private readonly idle = process.memoryUsage.rss()
  private readonly began = performance.now()
  private readonly cpu = process.cpuUsage()

  look(sheets: number): void {
    const now = process.memoryUsage.rss() - this.idle
    if (sheets <= 500) this.early = Math.max(this.early, now)
    this.most = Math.max(this.most, now)
  }

  tell(what: string, sheets: number): void {
    const { user, system } = process.cpuUsage(this.cpu)
    const cpu = (user + system) / 1000 / sheets
    const all = (performance.now() - this.began) / sheets
    const mb = [this.early, this.most, process.memoryUsage.rss() - this.idle].map((bytes) =>
      (bytes / MB).toFixed(0),
    )
    console.log(
      `${what}: MB ${mb.join(' · ')} (at 500 · at most · afterwards), ms a sheet ${all.toFixed(1)}, of the processors ${cpu.toFixed(1)}`,
    )
  }
}

const BATCH = 20
const batchFrom = (from: number): readonly RunSheet[] =>
  Array.from({ length: BATCH }, (_, at) => ({
    form: 0,
    values: valuesOf(from + at),
    mode: 'filled',
    name: `示例客户${String(from + at)}`,
  }))
