import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startPrintRun, type PrintRun } from '../../../../node/pdf'
import type { RunSettings } from '../../../../node/pdf/run/messages'
import { entryByCode } from '../../../../shared/catalogue'
import type { RunBatch, RunSheet } from '../../../../shared/ipc/print-run'
import { letterhead } from '../../../support/print-samples'
import { readPdf } from '../../../support/read-pdf'

const workerFile = join(process.cwd(), 'out/main/pdf-worker.cjs')
const fontsDir = join(process.cwd(), 'out/fonts')
const form = entryByCode('KHTS-BD-001')
if (!form) throw new Error('no such form')

const sheetOf = (name: string, more: Partial<RunSheet> = {}): RunSheet => ({
  form: 0,
  values: { ...form.sample, fields: { ...form.sample.fields, customer: { name } } },
  mode: 'filled',
  name,
  ...more,
})
const batch = (sheets: readonly RunSheet[], first = false): RunBatch => ({
  forms: first ? [form.template] : [],
  sheets,
})

describe('a run of printing in a thread of its own', () => {
  let folder = ''
  let run: PrintRun | null = null
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), '打印 '))
  })
  afterEach(async () => {
    await run?.stop()
    rmSync(folder, { recursive: true, force: true })
  })
  const file = () => join(folder, '合并.tmp')
  const start = (settings: Partial<RunSettings> = {}, options: object = {}): PrintRun => {
    const all = { letterhead, title: '示例', onFront: false, copies: 1, now: 0, file: file(), ...settings }
    return (run = startPrintRun({ workerFile, fontsDir, ...options }, all))
  }

  it('puts sheets that come some at a time into one file, in their order', async () => {
    const one = start()
    expect(await one.add(batch([sheetOf('甲方'), sheetOf('乙方')], true))).toMatchObject({
      ok: true,
      value: { sheets: [{ ok: true, value: { pages: 1 } }, { ok: true }], parts: [] },
    })
    await one.add(batch([sheetOf('丙方')]))
    expect(await one.finish()).toMatchObject({ ok: true, value: { pages: 3, papers: [{ pages: 3 }] } })
    const { pages } = await readPdf(new Uint8Array(readFileSync(file())))
    const names = pages.map(({ texts }) => /[甲乙丙]方/.exec(texts.map(({ text }) => text).join(''))?.[0])
    expect(names).toEqual(['甲方', '乙方', '丙方'])
  })

  it('names a sheet that cannot be laid out, and goes on with the others', async () => {
    const one = start()
    const damaged = { ...form.template, body: [{ block: 'unheard of' }] } as unknown as typeof form.template
    const sheets = [sheetOf('甲方'), sheetOf('坏的', { form: 1 }), sheetOf('乙方')]
    const added = await one.add({ forms: [form.template, damaged], sheets })
    expect(added.ok && added.value.sheets.map(({ ok }) => ok)).toEqual([true, false, true])
    expect(await one.finish()).toMatchObject({ ok: true, value: { pages: 2 } })
    expect((await readPdf(new Uint8Array(readFileSync(file())))).pages).toHaveLength(2)
  })

  it('leaves no file when it is stopped, and answers what was still asked', async () => {
    const one = start()
    await one.add(batch([sheetOf('甲方')], true))
    expect(existsSync(file())).toBe(true)
    const asked = one.add(batch(Array.from({ length: 90 }, () => sheetOf('乙方'))))
    await one.stop()
    expect(await asked).toMatchObject({ ok: false, error: { type: 'PrintFailed' } })
    expect(await one.finish()).toMatchObject({ ok: false })
    expect(readdirSync(folder)).toEqual([])
  })

  it('says that its folder is gone, and that a font is', async () => {
    const gone = start({ file: join(folder, '不在', 'x.tmp') })
    expect(await gone.add(batch([sheetOf('甲方')], true))).toMatchObject({
      ok: false,
      error: { type: 'NotFound', path: join(folder, '不在', 'x.tmp') },
    })
    await gone.stop()
    const fontless = start({}, { fontsDir: folder })
    expect(await fontless.add(batch([sheetOf('甲方')], true))).toMatchObject({
      ok: false,
      error: { type: 'FontMissing' },
    })
  })

  it('replaces no file', async () => {
    writeFileSync(file(), '别人的')
    const one = start()
    expect(await one.add(batch([sheetOf('甲方')], true))).toMatchObject({
      ok: false,
      error: { type: 'Exists' },
    })
  })

  it.each(['process.exit(3)', 'throw new Error("out of paper")', 'for (;;) {}'])(
    'answers when its thread does %s, and leaves no file',
    async (what) => {
      const bad = join(folder, 'worker.cjs')
      writeFileSync(bad, `require('node:worker_threads').parentPort.on('message', () => { ${what} })`)
      writeFileSync(file(), 'half')
      const one = start({}, { workerFile: bad, patience: 2000 })
      expect(await one.add(batch([sheetOf('甲方')], true))).toMatchObject({
        ok: false,
        error: { type: 'PrintFailed' },
      })
      await one.stop()
      expect(existsSync(file())).toBe(false)
    },
  )

  it('makes parts of one paper each for a printer, none of them long', async () => {
    const one = start({ file: null, onFront: true })
    const wide = { setup: { paper: { size: 'A3', orientation: 'landscape' } } } as const
    const sheets = Array.from({ length: 80 }, (_, at) =>
      sheetOf(`客户${String(at)}`, at % 4 === 0 ? wide : {}),
    )
    const added = await one.add(batch(sheets, true))
    const ended = await one.finish()
    if (!added.ok || !ended.ok) throw new Error('not printed')
    const parts = [...added.value.parts, ...ended.value.parts]
    expect(added.value.parts.length).toBeGreaterThan(0)
    for (const part of parts) {
      const { pages } = await readPdf(part.bytes)
      expect(new Set(pages.map(({ width }) => Math.round(width))).size).toBe(1)
      expect(pages.length).toBeLessThanOrEqual(61)
    }
    // Each part says which sheets are in it, and every sheet is in one.
    const places = parts.flatMap((part) => part.sheets)
    expect([...places].sort((a, b) => a - b)).toEqual(sheets.map((_, at) => at))
    expect(places).not.toEqual(sheets.map((_, at) => at))
    const printed = parts.reduce((sum, { pages }) => sum + pages, 0)
    expect(ended.value.pages).toBe(printed)
    expect(ended.value.papers).toHaveLength(2)
  })
})
