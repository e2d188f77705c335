import { describe, expect, it } from 'vitest'
import { formsWorkbook } from '../../../../node/excel'
import { sheetNames } from '../../../../node/excel/sheet-names'
import { catalogue, entryByCode } from '../../../../shared/catalogue'
import { emptyValues } from '../../../../shared/forms/values'
import type { FormSheet } from '../../../../shared/ipc/contract'
import { hardForm, letterhead, redSquare, templateOf } from '../../../support/print-samples'
import { readXlsx, type ReadWorkbook } from '../../../support/read-xlsx'

const NOW = Date.UTC(2026, 10, 21)

async function workbookOf(...forms: readonly FormSheet[]): Promise<ReadWorkbook> {
  const written = await formsWorkbook(forms, NOW)
  if (!written.ok) throw new Error(JSON.stringify(written.error))
  return readXlsx(written.value)
}

const blankOf = (template: FormSheet['template']): FormSheet => ({
  template,
  values: emptyValues,
  letterhead,
  mode: 'blank',
})

const register = (rows: number, before = ''): FormSheet => ({
  ...blankOf(
    templateOf(`form     KHXX-BD-902
name     名册
module   客户信息
kind     list
version  1
paper    A4 landscape
pages    ${rows > 12 ? 2 : 1}

fields
  items   "明细"    rows printed ${rows} max 200
    sku   "品名"    text

${before}table 20 80  h 9
  |= 序号 | 品名 |
  | [items.#] | [items.sku] |
foot 制表：示例
`),
  ),
})

describe('the print set-up of a sheet', () => {
  it('is that of the paper: size, orientation, margins, as wide as one page, in the middle', async () => {
    const [portrait, wide] = (await workbookOf(register(5), blankOf(hardForm()))).sheets
    expect(portrait?.xml).toMatch(
      /<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/,
    )
    expect(portrait?.xml).toContain('<pageSetUpPr fitToPage="1"/>')
    expect(portrait?.xml).toContain('<printOptions horizontalCentered="1"/>')
    expect(portrait?.xml).toMatch(/<pageMargins left="0.7874" right="0.7874" top="0.5118" bottom="0.5118"/)
    expect(portrait?.xml).toContain('第 &amp;P 页　共 &amp;N 页')
    expect(wide?.xml).toContain('orientation="landscape"')
  })

  it.each([
    ['A3', 8],
    ['A4', 9],
    ['B5', 13],
    ['16K', 13],
  ] as const)('knows %s as paper %i', async (size, number) => {
    const form = register(5)
    const paper = { size, orientation: 'portrait' } as const
    const [sheet] = (await workbookOf({ ...form, template: { ...form.template, paper } })).sheets
    expect(sheet?.xml).toContain(`<pageSetup paperSize="${number}" orientation="portrait"`)
  })

  it('follows the paper, margins and larger text that a person has set up', async () => {
    const usual = (await workbookOf(register(5))).sheets[0]
    const setup = {
      paper: { size: 'A3', orientation: 'portrait' },
      margins: { top: 20, right: 25.4, bottom: 20, left: 25.4 },
      larger: 2,
      letterhead: false,
      overprint: { right: 1, down: 1 },
    } as const
    const [sheet] = (await workbookOf({ ...register(5), setup })).sheets
    expect(sheet?.xml).toContain('<pageSetup paperSize="8" orientation="portrait"')
    expect(sheet?.xml).toMatch(/<pageMargins left="1" right="1" top="0.7874"/)
    const texts = [...(sheet?.cells.values() ?? [])]
    expect(texts.some(({ text }) => text.includes(letterhead.firm))).toBe(false)
    const sizes = (cells: Iterable<{ text: string; size: number }> = []): readonly number[] =>
      [...cells].flatMap(({ text, size }) => (text === '品名' ? [size] : []))
    expect(sizes(usual?.cells.values())).toEqual([10.5])
    expect(sizes(sheet?.cells.values())).toEqual([12.5])
  })

  it('repeats letterhead, title and head of a list that runs over pages, and breaks where the paper does', async () => {
    const { sheets, names } = await workbookOf(register(30))
    const [sheet] = sheets
    expect(names).toContainEqual({ name: '_xlnm.Print_Titles', sheet: 0, range: `'名册'!$1:$3` })
    const breaks = [...(sheet?.xml.matchAll(/<brk id="(\d+)"/g) ?? [])].map(([, row]) => Number(row))
    expect(breaks).toHaveLength(1)
    // What stands on the first page fits on it, and one row more would not.
    const room = 210 - 13 - 16
    const upTo = (row: number): number =>
      (sheet?.heights.slice(0, row).reduce((sum, height) => sum + height, 0) ?? 0) / (72 / 25.4)
    expect(upTo(breaks[0] ?? 0)).toBeLessThanOrEqual(room + 0.5)
    expect(upTo((breaks[0] ?? 0) + 1)).toBeGreaterThan(room - 0.5)
  })

  it('repeats the head alone where a caption stands between it and the title', async () => {
    const { names } = await workbookOf(register(30, 'line 部门：示例\n'))
    expect(names.find(({ name }) => name === '_xlnm.Print_Titles')?.range).toBe(`'名册'!$5:$5`)
  })

  it('lets a list grow over its page, and keeps a form without rows on its one', async () => {
    const complaint = entryByCode('KHTS-BD-001')
    if (!complaint) throw new Error('no such form')
    const [list, form] = (await workbookOf(register(5), blankOf(complaint.template))).sheets
    expect(list?.xml).toContain('fitToHeight="0"')
    expect(form?.xml).toContain('fitToHeight="1"')
  })
})

describe('the look of a sheet', () => {
  it('sets vertical labels under each other and draws the line of a diagonal head', async () => {
    const [sheet] = (await workbookOf(blankOf(hardForm()))).sheets
    const cells = [...(sheet?.cells.values() ?? [])]
    expect(cells.some(({ rotation, text }) => rotation === 255 && text !== '')).toBe(true)
    const diagonal = cells.find(({ border }) => border.diagonalDown)
    expect(diagonal?.border.diagonal).toBe('thin')
    expect(diagonal?.text).toContain('\n')
  })

  it('draws the frame of a table thicker than the lines in it', async () => {
    const [sheet] = (await workbookOf(register(3))).sheets
    const head = [...(sheet?.cells.values() ?? [])].find(({ text }) => text === '序号')
    expect(head?.border).toMatchObject({ top: 'medium', left: 'medium', bottom: 'thin', right: 'thin' })
  })

  it('makes a row that is too high for Excel of several', async () => {
    const form = templateOf(`form     KHTS-BD-903
name     高格
module   客户投诉
kind     record
version  1
paper    A3 portrait

fields
  note "备注" longText max 9000

table 20 80
  | 备注 | [note] | h 250
`)
    const [sheet] = (await workbookOf(blankOf(form))).sheets
    const high = sheet?.heights.filter((height) => height > 100) ?? []
    expect(high.length).toBeGreaterThan(1)
    expect(high.reduce((sum, height) => sum + height, 0)).toBeCloseTo((250 / 25.4) * 72, -0.5)
  })

  it('bears the firm’s logo and 作废', async () => {
    const written = await workbookOf({
      ...register(3),
      letterhead: { ...letterhead, logo: redSquare },
      stamp: '作废',
    })
    expect(written.files).toContain('xl/media/image1.png')
    // As high as the letterhead, 20 pt, and as wide: 27 pixels of 9525 units.
    expect(written.drawings).toEqual([expect.stringContaining('<xdr:ext cx="257175" cy="257175"/>')])
    expect(written.drawings[0]).not.toContain('xdr:to>')
    const texts = [...(written.sheets[0]?.cells.values() ?? [])].map(({ text }) => text)
    expect(texts).toContain('作废')
  })
})

describe('a workbook', () => {
  it('holds every form of the catalogue, a sheet each, under names of its own', async () => {
    const { sheets } = await workbookOf(...catalogue.map(({ template }) => blankOf(template)))
    expect(sheets).toHaveLength(catalogue.length)
    expect(new Set(sheets.map(({ name }) => name.toLowerCase())).size).toBe(catalogue.length)
    for (const { name } of sheets) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/)
  })

  it('is the same to the byte for the same forms and time', async () => {
    const [one, other] = await Promise.all([
      formsWorkbook([register(3)], NOW),
      formsWorkbook([register(3)], NOW),
    ])
    expect(one).toEqual(other)
  })
})

describe('sheet names', () => {
  it('lose what Excel refuses in them', () => {
    expect(sheetNames(["'客户[一]/二:三*?\\'"])).toEqual(['客户 一 二 三'])
    expect(sheetNames(['', '///', 'History'])).toEqual(['表单', '表单 (2)', 'History_'])
  })

  it('are told apart where they are alike, in letters of either case, too', () => {
    expect(sheetNames(['登记表', '登记表', '登记表', 'a', 'A'])).toEqual([
      '登记表',
      '登记表 (2)',
      '登记表 (3)',
      'a',
      'A (2)',
    ])
  })

  it('are at most 31 long, never cut inside a character', () => {
    const [first = '', second = ''] = sheetNames(['𠮷'.repeat(20), '𠮷'.repeat(20)])
    expect(first).toBe('𠮷'.repeat(15))
    expect(second).toBe(`${'𠮷'.repeat(13)} (2)`)
  })
})
