import { describe, expect, it } from 'vitest'
import { entryByCode } from '../../../../shared/catalogue'
import type { Template } from '../../../../shared/forms/template'
import { emptyValues, type FormValues } from '../../../../shared/forms/values'
import { layoutForm } from '../../../../shared/print'
import type { LaidOutPage } from '../../../../shared/print/page'
import { MM } from '../../../../shared/print/style'
import { letterhead, templateOf } from '../../../support/print-samples'

const complaint = entryByCode('KHTS-BD-001')?.template
if (!complaint) throw new Error('no such form')

const pagesOf = (template: Template, values: FormValues): readonly LaidOutPage[] =>
  layoutForm({ template, values, letterhead, mode: 'filled' }).pages

const textOf = (page: LaidOutPage, key: string): string =>
  page.runs
    .filter((run) => run.path?.[0] === key)
    .map((run) => run.text)
    .join('')

const labelsOf = (page: LaidOutPage): readonly string[] =>
  page.runs.filter((run) => run.role === 'label').map((run) => run.text)

const bottomOf = (page: LaidOutPage): number => page.height - 16 * MM

/** 送修后第 1 次… 送修后第 2 次…: so that a lost or doubled line shows. */
const story = (sentences: number): string =>
  Array.from(
    { length: sentences },
    (_, i) => `第 ${i + 1} 次送修后第三天再次不制冷，前台没有登记返修记录。`,
  ).join('')

const withReason = (reason: string): FormValues => ({ ...emptyValues, fields: { reason } })

const list = (rows: number): { readonly template: Template; readonly values: FormValues } => ({
  template: templateOf(`form KHXX-BD-090
name 示例清单
module 客户信息
kind list
version 1
paper A4 portrait

fields
  items "明细" rows printed 3 max 500
    name "名称" text
    plan "计划" text
    real "实际" text
  by "制表" person

table 10 30 20 40
  |= 序号 | 名称 | 项目 | 内容 | h 10
  | [items.#] | [items.name] | 计划 | [items.plan] | h 8
  | ^ | ^ | 实际 | [items.real] | h 8
foot 制表：[by]
`),
  values: {
    ...emptyValues,
    rows: {
      items: Array.from({ length: rows }, (_, i) => ({ id: `r${i}`, cells: { name: `名称${i + 1}` } })),
    },
  },
})

describe('paging', () => {
  it('keeps a form that fits on one page on one page', () => {
    for (let sentences = 1; sentences < 14; sentences++) {
      expect(pagesOf(complaint, withReason(story(sentences)))).toHaveLength(1)
    }
  })

  it('continues a grown form on a 续页 and loses or doubles no text', () => {
    for (let sentences = 10; sentences < 120; sentences += 3) {
      const reason = story(sentences)
      const pages = pagesOf(complaint, withReason(reason))
      const printed = pages.map((page) => textOf(page, 'reason')).join('')
      expect(printed.replace(/ /g, '')).toBe(reason.replace(/ /g, ''))
      for (const page of pages) expect(page.contentBottom).toBeLessThanOrEqual(bottomOf(page) + 0.01)
      pages.slice(1).forEach((page) => {
        expect(page.runs.some((run) => run.text === '客户投诉登记表（续）')).toBe(true)
      })
    }
  })

  it('splits a text that is longer than a page, and says its label again on each', () => {
    const pages = pagesOf(complaint, withReason(story(150)))
    expect(pages.length).toBeGreaterThanOrEqual(3)
    const parts = pages.filter((page) => textOf(page, 'reason') !== '')
    expect(parts.length).toBeGreaterThanOrEqual(3)
    for (const page of parts) expect(labelsOf(page)).toContain('投诉缘由')
    const slots = pages.flatMap((page) => page.slots.filter((slot) => slot.path[0] === 'reason'))
    expect(slots.map((slot) => slot.continued === true)).toEqual(slots.map((_, i) => i > 0))
  })

  it('leaves no great hole on a page before a text that could be split', () => {
    const pages = pagesOf(complaint, withReason(story(52)))
    const [first] = pages
    expect(pages.length).toBe(2)
    if (!first) throw new Error('no page')
    expect(bottomOf(first) - first.contentBottom).toBeLessThan(80 * MM)
  })

  it('puts the foot under the last row, on the last page only', () => {
    for (const rows of [3, 14, 15, 16, 30, 31, 60]) {
      const { template, values } = list(rows)
      const pages = pagesOf(template, values)
      pages.forEach((page, index) => {
        const last = index === pages.length - 1
        expect(labelsOf(page).includes('制表：')).toBe(last)
        expect(page.cells.length).toBeGreaterThan(4)
      })
    }
  })

  it('repeats the head rows, keeps the lines of one row together and numbers on', () => {
    const { template, values } = list(40)
    const pages = pagesOf(template, values)
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages) {
      expect(labelsOf(page).slice(0, 4)).toEqual(['序号', '名称', '项目', '内容'])
      const plans = labelsOf(page).filter((label) => label === '计划').length
      expect(labelsOf(page).filter((label) => label === '实际')).toHaveLength(plans)
    }
    const numbers = pages.flatMap((page) => labelsOf(page).filter((label) => /^\d+$/.test(label)))
    expect(numbers).toEqual(Array.from({ length: 40 }, (_, i) => String(i + 1)))
    const names = pages.map((page) => textOf(page, 'items')).join('')
    expect(names).toBe(Array.from({ length: 40 }, (_, i) => `名称${i + 1}`).join(''))
    const headSlots = pages.flatMap((page) => page.slots).filter((slot) => slot.path[0] !== 'items')
    expect(headSlots.map((slot) => slot.path[0])).toEqual(['by'])
  })

  it('cuts a cell over several rows only between rows, with its label on both sides', () => {
    const rows = Array.from({ length: 40 }, (_, i) => `  | ${i === 0 ? '↓经过' : '^'} | 步骤 | [a${i}] | h 9`)
    const fields = Array.from({ length: 40 }, (_, i) => `  a${i} "步骤" text`)
    const template = templateOf(`form KHXX-BD-091
name 示例步骤表
module 客户信息
kind record
version 1
paper A4 portrait
pages 2

fields
${fields.join('\n')}

table 10 30 60
${rows.join('\n')}
`)
    const pages = pagesOf(template, emptyValues)
    expect(pages).toHaveLength(2)
    for (const page of pages) expect(labelsOf(page).join('')).toMatch(/^(步骤|经|过)*经过(步骤)*/)
    expect(pages.flatMap((page) => page.slots)).toHaveLength(40)
  })

  it('begins a new page where the template says so', () => {
    const template = templateOf(`form KHXX-BD-092
name 示例两页表
module 客户信息
kind record
version 1
paper A4 portrait
pages 2

fields
  a "甲" text
  b "乙" text

table 30 70
  | 甲 | [a] |
page
table 30 70
  | 乙 | [b] |
`)
    const pages = pagesOf(template, emptyValues)
    expect(pages.map((page) => page.slots.map((slot) => slot.path[0]))).toEqual([['a'], ['b']])
  })

  it('never fails nor loses text, however narrow the column', () => {
    const text = story(6)
    for (const share of [3, 5, 8, 20]) {
      const template = templateOf(`form KHXX-BD-093
name 示例窄表
module 客户信息
kind record
version 1
paper A4 portrait

fields
  a "甲" longText
  b "乙" text

table ${share} ${100 - share}
  | [a] | [b] |
`)
      const pages = pagesOf(template, { ...emptyValues, fields: { a: text } })
      expect(
        pages
          .map((page) => textOf(page, 'a'))
          .join('')
          .replace(/ /g, ''),
      ).toBe(text.replace(/ /g, ''))
    }
  })
})

describe('a list within a larger table', () => {
  const template = templateOf(`form KHXX-BD-091
name 示例卡片
module 客户信息
kind record
version 1
paper A4 portrait

fields
  owner "客户" text
  people "联系人" rows printed 3 max 200
    name "姓名" text
    phone "手机" phone
  note "备注" text

table 10 45 45
  | 客户 | [owner] | < |
  |= ↓联系人 | 姓名 | 手机 |
  | ^ | [people.name] | [people.phone] |
  | 备注 | [note] | < |
`)
  const people = (count: number): FormValues => ({
    ...emptyValues,
    rows: {
      people: Array.from({ length: count }, (_, i) => ({ id: `r${i}`, cells: { name: `姓名${i + 1}` } })),
    },
  })

  it('repeats its own head, and its group label, on every page that its rows run to', () => {
    const pages = pagesOf(template, people(60))
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages) {
      expect(labelsOf(page).filter((text) => text === '手机')).toHaveLength(1)
      expect(labelsOf(page)).toContain('联')
    }
    const names = pages.flatMap((page) => page.runs.filter((run) => run.path?.[2] === 'name'))
    expect(names.map(({ text }) => text)).toEqual(Array.from({ length: 60 }, (_, i) => `姓名${i + 1}`))
  })

  it('does not repeat it where only what follows the list goes over, and never ends a page with it', () => {
    for (let count = 20; count < 32; count++) {
      const pages = pagesOf(template, people(count))
      pages.forEach((page, index) => {
        const rows = new Set(page.runs.filter(({ path }) => path?.[0] === 'people').map(({ y }) => y)).size
        const heads = labelsOf(page).filter((text) => text === '手机').length
        expect([index, heads]).toEqual([index, rows > 0 ? 1 : 0])
      })
    }
  })

  it('tiles every page: its cells cover the frame and do not overlap', () => {
    for (const page of pagesOf(template, people(60))) {
      const area = page.cells.reduce((sum, { width, height }) => sum + width * height, 0)
      const top = Math.min(...page.cells.map(({ y }) => y))
      const bottom = Math.max(...page.cells.map(({ y, height }) => y + height))
      expect(area).toBeCloseTo((bottom - top) * 170 * MM, 0)
    }
  })
})
