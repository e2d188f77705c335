import { describe, expect, it } from 'vitest'
import { catalogue, entryByCode } from '../../../../shared/catalogue'
import { pathKey } from '../../../../shared/forms/field'
import type { Template } from '../../../../shared/forms/template'
import { emptyValues, type FormValues } from '../../../../shared/forms/values'
import { layoutForm } from '../../../../shared/print'
import type { Box, LaidOutForm, LaidOutPage, RuleLine, TextRun } from '../../../../shared/print/page'
import { MM } from '../../../../shared/print/style'
import { difficultForms, hardForm, letterhead, redSquare, templateOf } from '../../../support/print-samples'

const lay = (template: Template, values: FormValues, mode: 'blank' | 'filled'): LaidOutForm =>
  layoutForm({ template, values, letterhead, mode })

const cases = [
  ...catalogue.flatMap((entry) =>
    (['blank', 'filled'] as const).map(
      (mode) => [entry.code, mode, lay(entry.template, entry.sample, mode)] as const,
    ),
  ),
  ['hard', 'blank', lay(hardForm(), emptyValues, 'blank')] as const,
  ...difficultForms().map(
    (template) => [template.code, 'blank', lay(template, emptyValues, 'blank')] as const,
  ),
]

const pagesOf = (form: LaidOutForm): readonly LaidOutPage[] => form.pages
const NEAR = 0.011

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return width > NEAR && height > NEAR ? width * height : 0
}

const inkOf = (run: TextRun): Box => ({
  x: run.x,
  y: run.y - 0.8 * run.size,
  width: run.width - run.spacing,
  height: 0.85 * run.size,
})

const isInside = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x - NEAR &&
  inner.y >= outer.y - NEAR &&
  inner.x + inner.width <= outer.x + outer.width + NEAR &&
  inner.y + inner.height <= outer.y + outer.height + NEAR

/** Every two of a page are looked at and only those that are wrong are told: to expect something of each pair takes far longer. */
const pairsOf = <T>(all: readonly T[]): readonly (readonly [T, T])[] =>
  all.flatMap((a, i) => all.slice(i + 1).map((b) => [a, b] as const))

/** How long two lines run on one another, in points. */
function sharedLength(a: RuleLine, b: RuleLine): number {
  const alongX = Math.abs(a.y1 - a.y2) < NEAR && Math.abs(b.y1 - b.y2) < NEAR && Math.abs(a.y1 - b.y1) < NEAR
  const alongY = Math.abs(a.x1 - a.x2) < NEAR && Math.abs(b.x1 - b.x2) < NEAR && Math.abs(a.x1 - b.x1) < NEAR
  if (alongX) return Math.min(a.x2, b.x2) - Math.max(a.x1, b.x1)
  return alongY ? Math.min(a.y2, b.y2) - Math.max(a.y1, b.y1) : 0
}

describe.each(cases)('%s %s', (_code, mode, form) => {
  it('draws tables whose cells tile them without a gap or an overlap', () => {
    for (const page of pagesOf(form)) {
      for (const block of new Set(page.cells.map((cell) => cell.block))) {
        const cells = page.cells.filter((cell) => cell.block === block)
        const left = Math.min(...cells.map((cell) => cell.x))
        const top = Math.min(...cells.map((cell) => cell.y))
        const right = Math.max(...cells.map((cell) => cell.x + cell.width))
        const bottom = Math.max(...cells.map((cell) => cell.y + cell.height))
        const area = cells.reduce((sum, cell) => sum + cell.width * cell.height, 0)
        expect(area).toBeCloseTo((right - left) * (bottom - top), 3)
        const pairs = cells.flatMap((a, i) => cells.slice(i + 1).map((b) => overlap(a, b)))
        expect(Math.max(0, ...pairs)).toBe(0)
      }
    }
  })

  it('keeps all text and all boxes inside one cell, or outside every table', () => {
    for (const page of pagesOf(form)) {
      const ink: Box[] = [...page.runs.map(inkOf), ...page.ticks]
      const astray: { readonly box: Box; readonly touched: readonly Box[] }[] = []
      for (const box of ink) {
        const touched = page.cells.filter((cell) => overlap(cell, box) > 0)
        if (touched.length > 1 || touched.some((cell) => !isInside(box, cell))) astray.push({ box, touched })
      }
      expect(astray).toEqual([])
    }
  })

  it('lets no two texts run into each other', () => {
    for (const page of pagesOf(form)) {
      const ink: Box[] = [...page.runs.map(inkOf), ...page.ticks]
      expect(pairsOf(ink).filter(([a, b]) => overlap(a, b) !== 0)).toEqual([])
    }
  })

  it('prints nothing smaller than 8 pt and nothing nearer than 6 mm to the edge', () => {
    for (const page of pagesOf(form)) {
      expect(page.runs.filter(({ size }) => size < 8)).toEqual([])
      const inner = { x: 6 * MM, y: 6 * MM, width: page.width - 12 * MM, height: page.height - 12 * MM }
      expect(page.runs.map(inkOf).filter((box) => !isInside(box, inner))).toEqual([])
      expect(page.contentBottom).toBeLessThanOrEqual(page.height - 16 * MM + NEAR)
    }
  })

  it('draws every table line once', () => {
    for (const page of pagesOf(form)) {
      expect(pairsOf(page.rules).filter(([a, b]) => sharedLength(a, b) > NEAR)).toEqual([])
    }
  })

  it('puts every slot into its cell and every tick box into its reach', () => {
    for (const page of pagesOf(form)) {
      for (const slot of page.slots) {
        const { x, y, width, height } = slot.cell
        expect(slot.x).toBeGreaterThanOrEqual(x - NEAR)
        expect(slot.x + slot.width).toBeLessThanOrEqual(x + width + NEAR)
        expect(slot.y).toBeGreaterThanOrEqual(y - 4)
        expect(slot.y + slot.height).toBeLessThanOrEqual(y + height + 4)
      }
      for (const tick of page.ticks) expect(isInside(tick, tick.hit)).toBe(true)
    }
  })

  it('numbers its pages and repeats the head', () => {
    form.pages.forEach((page, index) => {
      const chrome = page.runs.filter((run) => run.role === 'chrome').map((run) => run.text)
      expect(chrome).toContain(`第 ${index + 1} 页　共 ${form.pages.length} 页`)
      expect(chrome.some((text) => text.endsWith('（续）'))).toBe(index > 0)
    })
    expect(form.missing).toEqual([])
    expect(mode === 'blank' && form.pages.some((page) => page.runs.some((run) => run.role === 'value'))).toBe(
      false,
    )
  })
})

describe('the forms of the catalogue', () => {
  it.each(catalogue.map((entry) => [entry.code, entry] as const))(
    '%s takes as many pages as it says',
    (_, entry) => {
      expect(lay(entry.template, emptyValues, 'blank').pages).toHaveLength(entry.template.pages)
      expect(lay(entry.template, entry.sample, 'filled').pages).toHaveLength(entry.template.pages)
    },
  )

  it.each(catalogue.map((entry) => [entry.code, entry] as const))(
    '%s has a slot for every field',
    (_, entry) => {
      const form = lay(entry.template, emptyValues, 'blank')
      const keys = new Set(form.pages.flatMap((page) => page.slots.map((slot) => slot.path[0])))
      for (const field of entry.template.fields) expect(keys, field.key).toContain(field.key)
    },
  )
})

describe('layoutForm', () => {
  const complaint = entryByCode('KHTS-BD-001')
  if (!complaint) throw new Error('no such form')
  const { template, sample } = complaint

  it('prints values in sans and labels in serif', () => {
    const [page] = lay(template, sample, 'filled').pages
    for (const run of page?.runs ?? []) {
      if (run.role === 'value') expect(run.face).toBe('sans')
      if (run.role === 'label') expect(run.face).toBe('serif')
    }
    expect(page?.runs.filter((run) => run.role === 'value').every((run) => run.path !== undefined)).toBe(true)
  })

  it('leaves room for the pen between 年, 月 and 日 on a blank form only', () => {
    const date = (mode: 'blank' | 'filled'): readonly string[] =>
      lay(template, emptyValues, mode)
        .pages.flatMap((page) => page.runs)
        .filter((run) => run.path?.[0] === 'on')
        .map((run) => run.text)
    expect(date('blank')).toEqual(['　　年　　月　　日'])
    expect(date('filled')).toEqual([])
  })

  it('keeps 年 月 日 on one line, however narrow the cell', () => {
    for (const share of [8, 10, 12, 15, 30]) {
      const narrow = templateOf(`form KHXX-BD-094
name 示例窄表
module 客户信息
kind record
version 1
paper A4 portrait

fields
  on "日期" date
  b "乙" text

table ${share} ${100 - share}
  | [on] | [b] |
`)
      const runs = lay(narrow, emptyValues, 'blank').pages.flatMap((page) => page.runs)
      const own = runs.filter((run) => run.path?.[0] === 'on')
      expect(own.map((run) => run.text.replace(/\u3000/gu, ''))).toEqual(['年月日'])
    }
  })

  it('shortens blanks rather than breaking a line of a label, and prints a unit once', () => {
    const template = templateOf(`form KHXX-BD-095
name 示例付款表
module 客户信息
kind record
version 1
paper A4 portrait

fields
  cash "现金" percent
  b "乙" text

table 11 89
  | 现金 [cash~4]% | [b] |
`)
    const labels = (values: FormValues): readonly string[] =>
      lay(template, values, 'filled').pages.flatMap((page) =>
        page.runs.filter((run) => run.role !== 'chrome').map((run) => run.text.trim()),
      )
    expect(labels(emptyValues)).toEqual(['现金', '%'])
    expect(labels({ ...emptyValues, fields: { cash: '30' } })).toEqual(['现金', '30', '%'])
  })

  it('ticks what was chosen and numbers the boxes of a field from 1', () => {
    const values: FormValues = { ...emptyValues, fields: { kind: ['商品', '其他'], decision: '不予受理' } }
    const ticks = lay(template, values, 'filled').pages.flatMap((page) => page.ticks)
    const told = ticks.map(({ path, option, ordinal, ticked }) => [pathKey(path), option, ordinal, ticked])
    expect(told).toEqual([
      ['kind', '商品', 1, true],
      ['kind', '服务', 2, false],
      ['kind', '其他', 3, true],
      ['decision', '受理', 1, false],
      ['decision', '不予受理', 2, true],
    ])
    expect(
      lay(template, values, 'blank')
        .pages.flatMap((page) => page.ticks)
        .some((tick) => tick.ticked),
    ).toBe(false)
  })

  it('lists slots in reading order', () => {
    const slots = lay(template, emptyValues, 'filled').pages.flatMap((page) => page.slots)
    const keys = slots.map((slot) => slot.path[0])
    expect(keys.slice(0, 4)).toEqual(['no', 'on', 'customer', 'kind'])
    expect(keys.slice(-2)).toEqual(['preparedBy', 'reviewedBy'])
    const kinds = new Map(slots.map((slot) => [slot.path[0], slot.kind]))
    expect(kinds.get('no')).toBe('computed')
    expect(kinds.get('kind')).toBe('ticks')
    expect(kinds.get('reviewedBy')).toBe('ink')
    expect(kinds.get('reason')).toBe('text')
  })

  it('names rows that do not exist yet by their place', () => {
    const rows = lay(hardForm(), emptyValues, 'filled').pages.flatMap((page) => page.slots)
    const items = rows.filter((slot) => slot.path[0] === 'items' && slot.path[2] === 'plan')
    expect(items.map((slot) => slot.path[1])).toEqual(['+1', '+2', '+3', '+4'])
  })

  it('lays a text where the slot is: first line at the top, in the same size and leading', () => {
    const [page] = lay(template, sample, 'filled').pages
    const slot = page?.slots.find((found) => found.path[0] === 'reason')
    const runs = page?.runs.filter((run) => run.path?.[0] === 'reason') ?? []
    const [first] = runs
    if (!slot || !first) throw new Error('nothing there')
    expect(first.x).toBeCloseTo(slot.x, 6)
    expect(first.size).toBe(slot.size)
    // CSS centres ascent (1.16 em) and descent (0.288 em) in the line.
    expect(first.y).toBeCloseTo(slot.y + slot.lineHeight / 2 + ((1.16 - 0.288) / 2) * slot.size, 1)
    const lines = [...new Set(runs.map((run) => run.y))]
    expect((lines[1] ?? 0) - (lines[0] ?? 0)).toBeCloseTo(slot.lineHeight, 6)
  })

  it('sets 𠮷 in the wider font and names what no font has, leaving its room empty', () => {
    const values: FormValues = { ...emptyValues, fields: { customer: { name: '𠮷㛃\u{1f600}乙' } } }
    const form = lay(template, values, 'filled')
    const runs = form.pages.flatMap((page) => page.runs).filter((run) => run.path?.[0] === 'customer')
    expect(runs.map((run) => [run.text, run.face])).toEqual([
      ['𠮷', 'rare'],
      ['㛃', 'sans'],
      ['乙', 'sans'],
    ])
    expect(form.missing).toEqual(['\u{1f600}'])
    expect((runs[2]?.x ?? 0) - (runs[1]?.x ?? 0)).toBeCloseTo(2 * (runs[0]?.size ?? 0), 6)
  })

  it('drops joiners, controls and variation selectors without a word, and composes marks', () => {
    const values: FormValues = {
      ...emptyValues,
      fields: { address: 'Cafe\u0301\u200b 8\u0007号葛\u{e0100}路' },
    }
    const form = lay(template, values, 'filled')
    const text = form.pages.flatMap((page) => page.runs).filter((run) => run.path?.[0] === 'address')
    expect(text.map((run) => run.text).join('')).toBe('Café 8号葛路')
    expect(form.missing).toEqual([])
  })

  it('sets an e-mail address smaller rather than cutting it', () => {
    const entry = entryByCode('KHXX-BD-001')
    if (!entry) throw new Error('no such form')
    const email = 'long.address.of.firm@example.com'
    const values: FormValues = { ...emptyValues, fields: { email } }
    const runs = lay(entry.template, values, 'filled').pages.flatMap((page) => page.runs)
    const own = runs.filter((run) => run.path?.[0] === 'email')
    expect(own.map((run) => run.text)).toEqual([email])
    expect(own[0]?.size).toBeLessThan(10.5)
  })

  it('stamps 作废 once on every page, and only when asked', () => {
    const stamped = layoutForm({ template, values: sample, letterhead, mode: 'filled', stamp: '作废' })
    expect(stamped.pages.map((page) => page.stamp?.text)).toEqual(['作废'])
    expect(lay(template, sample, 'filled').pages[0]?.stamp).toBeUndefined()
  })

  it('notes a correction small and flat beside the title, above the table', () => {
    const of = (stamp: string) =>
      layoutForm({ template, values: sample, letterhead, mode: 'filled', stamp }).pages[0]
    const note = of('已更正 2 次')?.stamp
    const across = of('作废')?.stamp
    if (!note || !across) throw new Error('no stamp')
    expect(note.angle).toBe(0)
    expect(note.height).toBeLessThan(across.height / 2)
    const top = Math.min(...(of('作废')?.cells.map(({ y }) => y) ?? []))
    expect(note.centerY + note.height / 2).toBeLessThan(top)
  })

  it('keeps the table where it is when the firm has a logo', () => {
    const plain = layoutForm({ template, values: sample, letterhead, mode: 'filled' })
    const withLogo = layoutForm({
      template,
      values: sample,
      letterhead: { ...letterhead, logo: redSquare },
      mode: 'filled',
    })
    expect(withLogo.pages[0]?.cells).toEqual(plain.pages[0]?.cells)
    expect(withLogo.pages[0]?.images).toHaveLength(1)
    const [image] = withLogo.pages[0]?.images ?? []
    const [firm] = withLogo.pages[0]?.runs.filter((run) => run.text.startsWith('示例电器')) ?? []
    expect((image?.x ?? 0) + (image?.width ?? 0)).toBeLessThan(firm?.x ?? 0)
  })

  it('turns the sheet for landscape and knows 16K', () => {
    const [page] = lay(hardForm(), emptyValues, 'blank').pages
    expect([page?.width, page?.height].map((length) => Math.round((length ?? 0) / MM))).toEqual([297, 210])
    const small: Template = { ...template, paper: { size: '16K', orientation: 'portrait' } }
    const [sheet] = lay(small, emptyValues, 'blank').pages
    expect([sheet?.width, sheet?.height].map((length) => Math.round((length ?? 0) / MM))).toEqual([184, 260])
  })

  it('gives the same layout for the same input', () => {
    expect(lay(template, sample, 'filled')).toEqual(lay(template, sample, 'filled'))
  })
})
