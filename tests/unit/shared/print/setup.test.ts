import { describe, expect, it } from 'vitest'
import { entryByCode } from '../../../../shared/catalogue'
import { emptyValues } from '../../../../shared/forms/values'
import { layoutForm } from '../../../../shared/print'
import { movedByFilling } from '../../../../shared/print/overprint'
import { widthOf } from '../../../../shared/print/measure'
import type { LaidOutForm, TextRun } from '../../../../shared/print/page'
import type { PrintSetup } from '../../../../shared/print/setup'
import { templateOf } from '../../../support/print-samples'
import { LEAST_SIZE, MM, PAD_X } from '../../../../shared/print/style'

const complaint = entryByCode('KHTS-BD-001')
if (!complaint) throw new Error('no form')
const { template, sample } = complaint
const letterhead = { firm: '示例电器有限公司' }

const lay = (setup?: PrintSetup, mode: 'blank' | 'filled' = 'filled'): LaidOutForm =>
  layoutForm({
    template,
    values: mode === 'blank' ? emptyValues : sample,
    letterhead,
    mode,
    ...(setup && { setup }),
  })

const mm = (points: number): number => Math.round(points / MM)
const left = ({ pages }: LaidOutForm): number => mm(Math.min(...(pages[0]?.cells ?? []).map(({ x }) => x)))
const right = ({ pages }: LaidOutForm): number =>
  mm((pages[0]?.width ?? 0) - Math.max(...(pages[0]?.cells ?? []).map(({ x, width }) => x + width)))
const texts = ({ pages }: LaidOutForm): readonly string[] =>
  pages.flatMap(({ runs }) => runs.map(({ text }) => text))

const isPattern = ({ role, path }: TextRun): boolean => role === 'label' && path !== undefined

/** The characters of a run where they stand. */
const inkOf = ({ text, x, y, size, face }: TextRun) =>
  Array.from(text.matchAll(/\S/gu), ({ 0: character, index }) => ({
    text: character,
    y,
    size,
    from: x + widthOf(text.slice(0, index), face) * size,
    to: x + widthOf(text.slice(0, index + character.length), face) * size,
  }))

type Ink = ReturnType<typeof inkOf>[number]

const isOn = (one: Ink, other: Ink): boolean =>
  Math.abs(one.y - other.y) < one.size * 0.8 &&
  Math.min(one.to, other.to) - Math.max(one.from, other.from) > 0.5

/** The digits of each field, in order. */
function figuresOf({ pages }: LaidOutForm): Readonly<Record<string, string>> {
  const figures: Record<string, string> = {}
  for (const { role, path, text } of pages.flatMap(({ runs }) => runs)) {
    const key = path?.join('.') ?? ''
    if (role === 'value') figures[key] = (figures[key] ?? '') + text.replace(/\D/gu, '')
  }
  return figures
}

describe('how a form is printed', () => {
  it('is as it is drawn where nothing is set', () => {
    expect(lay({})).toEqual(lay())
  })

  it.each([
    [{ size: 'A3', orientation: 'landscape' }, 420, 297],
    [{ size: 'B5', orientation: 'portrait' }, 176, 250],
    [{ size: '16K', orientation: 'portrait' }, 184, 260],
    [{ size: 'A4', orientation: 'landscape' }, 297, 210],
  ] as const)('takes %j instead of its own paper and fills it alike', (paper, width, height) => {
    const laid = lay({ paper })
    expect(laid.pages.map((page) => [mm(page.width), mm(page.height)])).toEqual([[width, height]])
    expect(laid.pages[0]?.cells).toHaveLength(lay().pages[0]?.cells.length ?? 0)
  })

  it('keeps margins, and room for binding with its line', () => {
    const laid = lay({ margins: { top: 10, right: 12, bottom: 20, left: 15 }, binding: 10 })
    expect([left(laid), right(laid)]).toEqual([25, 12])
    expect(texts(laid)).toEqual(expect.arrayContaining(['装', '订', '线']))
    expect(texts(lay())).not.toContain('装')
  })

  it('leaves the firm out, and nothing else, where the paper has a letterhead of its own', () => {
    expect(texts(lay())).toContain('示例电器有限公司')
    expect(texts(lay({ letterhead: false }))).toEqual(
      texts(lay()).filter((text) => text !== '示例电器有限公司'),
    )
  })

  it('sets text larger on the same paper, within the same margins', () => {
    const laid = lay({ larger: 2 })
    const size = (form: LaidOutForm): number | undefined =>
      form.pages[0]?.runs.find(({ text }) => text === '投诉缘由')?.size
    expect(size(laid)).toBeCloseTo((size(lay()) ?? 0) * 1.2)
    expect([left(laid), right(laid)]).toEqual([left(lay()), right(lay())])
    expect(mm(laid.pages[0]?.height ?? 0)).toBe(297)
    expect(
      Math.min(...laid.pages.flatMap(({ runs }) => runs.map(({ size: each }) => each))),
    ).toBeGreaterThanOrEqual(LEAST_SIZE)
  })
})

describe('套打', () => {
  const over = lay({ overprint: { right: 2, down: -1.5 } })

  it('prints what was filled in and nothing that the sheet has already', () => {
    const [page] = over.pages
    expect(page?.rules).toEqual([])
    expect(page?.runs.every(({ role }) => role === 'value')).toBe(true)
    expect(texts(over)).not.toContain('投诉缘由')
    expect(page?.ticks.map(({ option, bare }) => [option, bare])).toEqual([
      ['商品', true],
      ['受理', true],
    ])
  })

  it('moves by the offset', () => {
    const number = (form: LaidOutForm) => form.pages[0]?.runs.find(({ text }) => text === 'TS-2026-0042')
    expect((number(over)?.x ?? 0) - (number(lay())?.x ?? 0)).toBeCloseTo(2 * MM)
    expect((number(over)?.y ?? 0) - (number(lay())?.y ?? 0)).toBeCloseTo(-1.5 * MM)
  })

  it('puts the digits of a date before the 年 月 日 of the blank sheet', () => {
    const placed = lay({ overprint: { right: 0, down: 0 } })
    const digits = placed.pages[0]?.runs.filter(({ path }) => path?.[0] === 'on') ?? []
    expect(digits.map(({ text }) => text)).toEqual(['2026', '11', '21'])
    const pattern = lay(undefined, 'blank').pages[0]?.runs.find(({ path }) => path?.[0] === 'on')
    expect(pattern?.text).toMatch(/年.*月.*日/u)
    const end = (pattern?.x ?? 0) + (pattern?.width ?? 0)
    const last = digits.at(-1)
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeLessThan(end)
    expect(digits[0]?.x).toBeGreaterThan((pattern?.x ?? 0) - PAD_X)
  })

  it.each([
    ['BMGL-BD-006', 'times before 时 and 分, and dates of rows'],
    ['HJZX-BD-003', 'two digits where the sheet leaves one character'],
    ['KHTS-BD-010', 'rows beside each other'],
    ['SHFW-BD-001', 'a moment whose pattern takes two lines'],
  ])('keeps every figure of %s and puts none on a mark of its own field: %s', (code) => {
    const form = entryByCode(code)
    if (!form) throw new Error('no form')
    const sheet = (mode: 'blank' | 'filled', setup?: PrintSetup): LaidOutForm =>
      layoutForm({
        template: form.template,
        values: mode === 'blank' ? emptyValues : form.sample,
        letterhead,
        mode,
        ...(setup && { setup }),
      })
    const placed = sheet('filled', { overprint: { right: 0, down: 0 } })
    expect(figuresOf(placed)).toEqual(figuresOf(sheet('filled')))
    const marks = sheet('blank').pages.map((page) => page.runs.filter(isPattern).flatMap(inkOf))
    const figures = placed.pages.map((page) =>
      page.runs.filter(({ text }) => /^[\d:]+$/.test(text)).flatMap(inkOf),
    )
    expect(figures.flat().length).toBeGreaterThan(5)
    const struck = figures.flatMap((inks, page) =>
      inks.filter((ink) => marks[page]?.some((mark) => isOn(ink, mark))).map(({ text }) => text),
    )
    expect(struck).toEqual([])
  })

  it('puts a value of a caption where the blank sheet leaves room for it', () => {
    const source = templateOf(`form KHTS-BD-090
name 示例
module 客户投诉
kind record
fields
  no "编号" text
  note "备注" text
line 说明 | 编号：[no~12]
table 100
  | [note] |
`)
    const sheet = { template: source, letterhead, values: { ...emptyValues, fields: { no: 'A-1' } } }
    const blank = layoutForm({ ...sheet, values: emptyValues, mode: 'blank' })
    const over = layoutForm({ ...sheet, mode: 'filled', setup: { overprint: { right: 0, down: 0 } } })
    const slot = blank.pages[0]?.slots.find(({ path }) => path[0] === 'no')
    const run = over.pages[0]?.runs.find(({ text }) => text === 'A-1')
    const middle = (run?.x ?? 0) + (run?.width ?? 0) / 2
    expect(middle).toBeCloseTo((slot?.x ?? 0) + (slot?.width ?? 0) / 2, 1)
  })

  it('knows when a long text moved the lines away from those of the blank sheet', () => {
    expect(movedByFilling(lay(), lay(undefined, 'blank'))).toBe(false)
    const long = { ...sample, fields: { ...sample.fields, note: '很长的备注'.repeat(60) } }
    expect(
      movedByFilling(
        layoutForm({ template, values: long, letterhead, mode: 'filled' }),
        lay(undefined, 'blank'),
      ),
    ).toBe(true)
  })
})
