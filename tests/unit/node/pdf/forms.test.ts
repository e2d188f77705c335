import { describe, expect, it } from 'vitest'
import { renderJob } from '../../../../node/pdf/render-job'
import { catalogue, entryByCode } from '../../../../shared/catalogue'
import { emptyValues, type FormValues } from '../../../../shared/forms/values'
import type { FormSheet, PdfResult, PrintJob } from '../../../../shared/ipc/contract'
import { layoutForm } from '../../../../shared/print'
import { MM } from '../../../../shared/print/style'
import { testFonts } from '../../../support/pdf-fonts'
import { hardForm, letterhead, redSquare } from '../../../support/print-samples'
import { readPdf } from '../../../support/read-pdf'

const NOW = Date.UTC(2026, 10, 21, 6, 3, 26)
/** What the screen, the PDF and the grid may differ by. */
const AGREE = 0.3 * MM

async function paint(job: PrintJob): Promise<PdfResult> {
  const done = await renderJob(job, testFonts(), NOW)
  if (!done.ok) throw new Error(JSON.stringify(done.error))
  return done.value
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | undefined
  return () => (done ??= work())
}

const complaint = entryByCode('KHTS-BD-001')
if (!complaint) throw new Error('no such form')
const sheetOf = (values: FormValues, mode: 'blank' | 'filled' = 'filled'): FormSheet => ({
  template: complaint.template,
  values,
  letterhead,
  mode,
})

const sheets: readonly (readonly [string, FormSheet])[] = [
  ...catalogue.flatMap(({ code, template, sample }) =>
    (['blank', 'filled'] as const).map(
      (mode) => [`${code} ${mode}`, { template, values: sample, letterhead, mode }] as const,
    ),
  ),
  ['hard blank', { template: hardForm(), values: emptyValues, letterhead, mode: 'blank' }],
]

describe.each(sheets)('%s as PDF', (_, sheet) => {
  /** Painted and read once for all that is said of it. */
  const painted = once(async () => {
    const { bytes, pages } = await paint({ job: 'form', sheets: [sheet] })
    return { form: layoutForm(sheet), pages, file: await readPdf(bytes) }
  })

  it('holds the very text of the layout, where the layout puts it', async () => {
    const { form, file, pages } = await painted()
    expect(pages).toBe(form.pages.length)
    expect(file.pages).toHaveLength(form.pages.length)
    form.pages.forEach((page, index) => {
      const read = file.pages[index]
      expect(read?.width).toBeCloseTo(page.width, 1)
      expect(read?.height).toBeCloseTo(page.height, 1)
      const inked = (read?.texts ?? []).filter((text) => text.text.trim() !== '')
      const letters = (texts: readonly { readonly text: string }[]): string =>
        Array.from(texts.map((run) => run.text.replace(/\s/gu, '')).join(''))
          .sort()
          .join('')
      expect(letters(inked)).toBe(letters(page.runs))
      for (const text of inked) {
        expect(text.size).toBeGreaterThanOrEqual(8)
        const near = page.runs.some(
          (run) =>
            Math.abs(run.y - text.y) < AGREE && text.x > run.x - AGREE && text.x < run.x + run.width + AGREE,
        )
        expect(near, text.text).toBe(true)
      }
    })
  })

  it('draws the lines of the layout within 0.3 mm', async () => {
    const { form, file } = await painted()
    form.pages.forEach((page, index) => {
      const drawn = file.pages[index]?.lines ?? []
      expect(page.rules.length).toBeGreaterThan(4)
      for (const rule of page.rules) {
        const found = drawn.some(
          (line) =>
            Math.abs(line.x1 - rule.x1) < AGREE &&
            Math.abs(line.x2 - rule.x2) < AGREE &&
            Math.abs(page.height - line.y1 - rule.y1) < AGREE &&
            Math.abs(page.height - line.y2 - rule.y2) < AGREE,
        )
        expect(found, JSON.stringify(rule)).toBe(true)
      }
    })
  })
})

describe('renderJob', () => {
  it('gives the same bytes for the same job and time', async () => {
    const job: PrintJob = { job: 'form', sheets: [sheetOf(complaint.sample)] }
    const first = await paint(job)
    const again = await paint(job)
    expect(Buffer.from(again.bytes).equals(Buffer.from(first.bytes))).toBe(true)
  })

  it('keeps time, firm and form in the file and nothing of the machine', async () => {
    const { bytes } = await paint({ job: 'form', sheets: [sheetOf(complaint.sample)] })
    const { info } = await readPdf(bytes)
    expect(info).toMatchObject({
      Title: '客户投诉登记表一',
      Author: '示例电器有限公司',
      Creator: '知客',
      Producer: '知客',
      CreationDate: 'D:20261121060326Z',
    })
  })

  it('prints 𠮷 and 㛃 so that they can be copied', async () => {
    const values: FormValues = { ...emptyValues, fields: { customer: { name: '示例𠮷㛃' } } }
    const { bytes, missing } = await paint({ job: 'form', sheets: [sheetOf(values)] })
    const [page] = (await readPdf(bytes)).pages
    const texts = page?.texts ?? []
    expect(texts.map((text) => text.text).join('')).toContain('示例𠮷㛃')
    expect(texts.find((text) => text.text.includes('𠮷'))?.font).toMatch(/SourceHanSans/)
    expect(missing).toEqual([])
  })

  it('keeps characters apart that look alike: ⼈ (radical) and 人', async () => {
    const values: FormValues = { ...emptyValues, fields: { address: '⼈人⼤大' } }
    const { bytes } = await paint({ job: 'form', sheets: [sheetOf(values)] })
    const [page] = (await readPdf(bytes)).pages
    expect(page?.texts.map((text) => text.text).join('')).toContain('⼈人⼤大')
  })

  it('names what no font has', async () => {
    const values: FormValues = { ...emptyValues, fields: { address: '示例路\u{1f600}8 号' } }
    const { bytes, missing } = await paint({ job: 'form', sheets: [sheetOf(values)] })
    expect(missing).toEqual(['\u{1f600}'])
    const [page] = (await readPdf(bytes)).pages
    expect(page?.texts.map((text) => text.text).join('')).not.toContain('\u{1f600}')
  })

  it('sets many sheets into one file and embeds each font once', async () => {
    const one = await paint({ job: 'form', sheets: [sheetOf(complaint.sample)] })
    const many = await paint({
      job: 'form',
      sheets: Array.from({ length: 20 }, () => sheetOf(complaint.sample)),
    })
    expect(many.pages).toBe(20)
    expect((await readPdf(many.bytes)).pages).toHaveLength(20)
    expect(many.bytes.length).toBeLessThan(3 * one.bytes.length)
  })

  it('repeats a sheet as often as it is wanted without writing its content again', async () => {
    const blank = (copies: number): FormSheet => ({ ...sheetOf(emptyValues, 'blank'), copies })
    const one = await paint({ job: 'form', sheets: [blank(1)] })
    const hundred = await paint({ job: 'form', sheets: [blank(100)] })
    expect(one).not.toHaveProperty('alike')
    expect(hundred.pages).toBe(100)
    expect(hundred.alike).toEqual(Array.from({ length: 100 }, () => 0))
    expect(hundred.bytes.length - one.bytes.length).toBeLessThan(100 * 250)
    const texts = (file: Awaited<ReturnType<typeof readPdf>>, page: number) => file.pages[page]?.texts
    const [read, single] = [await readPdf(hundred.bytes), await readPdf(one.bytes)]
    expect(read.pages).toHaveLength(100)
    for (const page of [0, 50, 99]) expect(texts(read, page)).toEqual(texts(single, 0))
  })

  it('keeps the copies of each form together, page after page', async () => {
    const sheet = { ...sheetOf(emptyValues, 'blank'), template: hardForm() }
    const pages = layoutForm(sheet).pages.length
    const { alike } = await paint({
      job: 'form',
      sheets: [
        { ...sheetOf(emptyValues, 'blank'), copies: 2 },
        { ...sheet, copies: 2 },
      ],
    })
    const second = Array.from({ length: pages }, (_, i) => 2 + i)
    expect(alike).toEqual([0, 0, ...second, ...second])
  })

  it('prints the logo, and says so when it is no picture', async () => {
    const withLogo = { ...sheetOf(complaint.sample), letterhead: { ...letterhead, logo: redSquare } }
    const plain = await paint({ job: 'form', sheets: [sheetOf(complaint.sample)] })
    const { bytes } = await paint({ job: 'form', sheets: [withLogo] })
    expect(Buffer.from(bytes).includes('/Subtype /Image')).toBe(true)
    expect(Buffer.from(plain.bytes).includes('/Subtype /Image')).toBe(false)
    const broken = { ...redSquare, source: 'data:image/png;base64,AAAA' }
    const sheet = { ...withLogo, letterhead: { ...letterhead, logo: broken } }
    const done = await renderJob({ job: 'form', sheets: [sheet] }, testFonts(), NOW)
    expect(done).toEqual({
      ok: false,
      error: { type: 'PrintFailed', reason: '单位标志图片无法读取，请在设置中重新选择' },
    })
  })

  it('writes 作废 in seal red over a voided form', async () => {
    const { bytes } = await paint({ job: 'form', sheets: [{ ...sheetOf(complaint.sample), stamp: '作废' }] })
    const [page] = (await readPdf(bytes)).pages
    expect(page?.texts.map((text) => text.text).join('')).toMatch(/作\s*废/)
  })
})
