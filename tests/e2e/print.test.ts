import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { Bridge, Calls, CallName, PrintJob } from '../../shared/ipc/contract'
import { callIn } from './support/call'
import { paperForm } from './support/agreement'
import { readPdf } from '../support/read-pdf'
import { launch, type Launched } from './support/launch'
import { removeFolder } from '../support/remove-folder'

declare const window: Window & { readonly zhike: Bridge }

let running: Launched
let place: string
/** A form of one sheet, and a register of several. */
let form: PrintJob
/** Its sheets three times each, in one file. */
const threeTimes = (job: PrintJob): PrintJob =>
  job.job === 'form' ? { ...job, sheets: job.sheets.map((sheet) => ({ ...sheet, copies: 3 })) } : job
const register: PrintJob = {
  job: 'register',
  register: {
    title: '客户投诉登记台账',
    letterhead: { firm: '示例电器有限公司', department: '客户服务部' },
    columns: [
      { label: '编号', align: 'left', weight: 2 },
      { label: '客户', align: 'left', weight: 3 },
      { label: '金额', align: 'right', weight: 1 },
    ],
    rows: Array.from({ length: 120 }, (_, i) => [`TS-2026-${i + 1}`, `示例客户${i + 1}`, `${i}.00`]),
    footnote: '打印时间：2026年1月5日',
  },
}

test.beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'zhike-打印 '))
  running = await launch()
  await call('app:start', null)
  const { template } = paperForm('KHTS-BD-001')
  const letterhead = { firm: '示例电器有限公司' }
  form = {
    job: 'form',
    sheets: [{ template, values: { fields: {}, matrices: {}, rows: {} }, letterhead, mode: 'blank' }],
  }
})
test.afterAll(async () => {
  await running.close()
  removeFolder(place)
})

const call = <N extends CallName>(name: N, input: Calls[N]['in']): Promise<Calls[N]['out']> =>
  callIn(running.window, name, input)

const willSaveTo = (path: string | null) =>
  running.app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: path === null, filePath: path ?? '' })
  }, path)

/** Puts a printer in place of the system's: it answers as told and keeps what came out of it. */
const withPrinter = (answer: { readonly printers: number; readonly reason: string }) =>
  running.app.evaluate(({ app }, answer) => {
    const kept = globalThis as { printed?: Promise<{ pdf: string; options: object }> }
    delete kept.printed
    app.removeAllListeners('browser-window-created')
    app.on('browser-window-created', (_event, window) => {
      const contents = window.webContents
      contents.getPrintersAsync = () => Promise.resolve(Array.from({ length: answer.printers }) as never)
      contents.print = (options = {}, done) => {
        kept.printed = contents
          .printToPDF({ preferCSSPageSize: true, printBackground: true })
          .then((pdf) => ({ pdf: pdf.toString('base64'), options }))
        void kept.printed.then(() => done?.(answer.reason === '', answer.reason))
      }
    })
  }, answer)

const printed = async () => {
  const found = await running.app.evaluate(
    () => (globalThis as { printed?: Promise<{ pdf: string; options: object }> }).printed,
  )
  if (!found) throw new Error('nothing was printed')
  return { bytes: Buffer.from(found.pdf, 'base64'), options: found.options }
}

async function pdfOf(job: PrintJob): Promise<{ readonly bytes: Buffer; readonly pages: number }> {
  const rendered = await running.window.evaluate(async (job) => {
    const result = await window.zhike.call('pdf:bytes', job)
    return result.ok ? { bytes: Array.from(result.value.bytes), pages: result.value.pages } : null
  }, job)
  if (!rendered) throw new Error('no PDF')
  return { bytes: Buffer.from(rendered.bytes), pages: rendered.pages }
}

interface Picture {
  readonly width: number
  readonly height: number
  readonly grey: Buffer
}

/** Every page of a PDF as grey pixels at 100 dots an inch. */
function pictures(name: string, bytes: Buffer): readonly Picture[] {
  const folder = join(place, name)
  mkdirSync(folder)
  writeFileSync(join(folder, 'in.pdf'), bytes)
  execFileSync('pdftoppm', ['-r', '100', '-gray', join(folder, 'in.pdf'), join(folder, 'page')])
  const info = execFileSync('pdfinfo', [join(folder, 'in.pdf')], { encoding: 'utf8' })
  const pages = Number(/Pages:\s+(\d+)/.exec(info)?.[1])
  const digits = String(pages).length
  return Array.from({ length: pages }, (_, i) => {
    const file = readFileSync(join(folder, `page-${String(i + 1).padStart(digits, '0')}.pgm`))
    const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.subarray(0, 40).toString('latin1'))
    if (!head) throw new Error('no picture')
    return { width: Number(head[1]), height: Number(head[2]), grey: file.subarray(head[0].length) }
  })
}

/** Share of the ink of one page that leaves no trace on the other within a pixel, 0 to 1. Thin strokes may be paler. */
function strayInk(page: Picture, other: Picture): number {
  const grey = (picture: Picture, x: number, y: number) => picture.grey[y * picture.width + x] ?? 255
  let ink = 0
  let stray = 0
  for (let y = 1; y < page.height - 1; y++) {
    for (let x = 1; x < page.width - 1; x++) {
      if (grey(page, x, y) >= 128) continue
      ink++
      const near = [-1, 0, 1].some((dy) => [-1, 0, 1].some((dx) => grey(other, x + dx, y + dy) < 220))
      if (!near) stray++
    }
  }
  if (ink === 0) throw new Error('a white page')
  return stray / ink
}

for (const kind of ['form', 'register', 'copies'] as const) {
  test(`what goes to the printer is the PDF, sheet by sheet (${kind})`, async () => {
    const job = { form, register, copies: threeTimes(form) }[kind]
    await withPrinter({ printers: 1, reason: '' })
    const answer = await call('pdf:print', { job, copies: 2 })
    expect(answer).toEqual({ ok: true, value: { printed: true, missing: [] } })
    const { bytes, options } = await printed()
    expect(options).toMatchObject({ copies: 2, silent: false, pageSize: 'A4', landscape: false })
    const pdf = await pdfOf(job)
    const wanted = pictures(`${kind}-pdf`, pdf.bytes)
    const got = pictures(`${kind}-printer`, bytes)
    expect(got.map(({ width, height }) => [width, height])).toEqual(
      wanted.map(({ width, height }) => [width, height]),
    )
    expect(got).toHaveLength(pdf.pages)
    for (const [i, page] of got.entries()) {
      expect(strayInk(page, wanted[i]!)).toBeLessThan(0.02)
      expect(strayInk(wanted[i]!, page)).toBeLessThan(0.02)
    }
    expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })
}

test('sheets of other paper go to the printer in their own size, the first one naming the paper', async () => {
  if (form.job !== 'form') throw new Error('no form')
  const [sheet] = form.sheets
  if (!sheet) throw new Error('no sheet')
  const on = (size: 'A3' | 'B5' | '16K', orientation: 'portrait' | 'landscape') => ({
    ...sheet,
    setup: { paper: { size, orientation } },
  })
  const job: PrintJob = {
    job: 'form',
    sheets: [on('16K', 'portrait'), on('A3', 'landscape'), on('B5', 'landscape')],
  }
  await withPrinter({ printers: 1, reason: '' })
  await call('pdf:print', { job, copies: 1 })
  const { bytes, options } = await printed()
  expect(options).toMatchObject({ pageSize: { width: 184_000, height: 260_000 }, landscape: false })
  const millimetres = (await readPdf(new Uint8Array(bytes))).pages.map(({ width, height }) =>
    [width, height].map((points) => Math.round((points * 25.4) / 72)),
  )
  expect(millimetres).toEqual([
    [184, 260],
    [420, 297],
    [250, 176],
  ])
})

test('a cancelled print dialog prints nothing and is no failure', async () => {
  await withPrinter({ printers: 1, reason: 'Print job canceled' })
  expect(await call('pdf:print', { job: form, copies: 1 })).toEqual({
    ok: true,
    value: { printed: false, missing: [] },
  })
})

test('without a printer, and with one that fails, it is said', async () => {
  await withPrinter({ printers: 0, reason: '' })
  expect(await call('pdf:print', { job: form, copies: 1 })).toEqual({
    ok: false,
    error: { type: 'NoPrinter' },
  })
  await withPrinter({ printers: 1, reason: 'Print job failed' })
  expect(await call('pdf:print', { job: form, copies: 1 })).toEqual({
    ok: false,
    error: { type: 'PrintFailed', reason: 'Print job failed' },
  })
})

test('a PDF is saved whole where the person says, with its extension', async () => {
  const path = join(place, '客户投诉登记表')
  await willSaveTo(path)
  const saved = await call('pdf:save', { job: form, suggestedName: '客户投诉登记表' })
  expect(saved).toEqual({ ok: true, value: { path: `${path}.pdf`, missing: [] } })
  expect(readFileSync(`${path}.pdf`).subarray(0, 5).toString()).toBe('%PDF-')
  await willSaveTo(null)
  expect(await call('pdf:save', { job: form, suggestedName: 'x' })).toEqual({
    ok: true,
    value: { path: null, missing: [] },
  })
})

test('a PDF that cannot be written says why and leaves what stood there', async () => {
  const gone = join(place, 'gone', 'a.pdf')
  await willSaveTo(gone)
  expect(await call('pdf:save', { job: form, suggestedName: 'a' })).toEqual({
    ok: false,
    error: { type: 'NotFound', path: gone },
  })
})
