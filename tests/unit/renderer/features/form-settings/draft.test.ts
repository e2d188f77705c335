import { describe, expect, it } from 'vitest'
import { lookOver, type Complaints } from '../../../../../renderer/features/form-settings/complaints'
import {
  added,
  carriedOver,
  draftOf,
  madeFrom,
  moved,
  readPrinted,
  removed,
  renamed,
  settingsOf,
} from '../../../../../renderer/features/form-settings/draft'
import { currentForm, fittingSample } from '../../../../../renderer/features/forms-library/current-forms'
import { entryByCode } from '../../../../../shared/catalogue'
import { templateHash } from '../../../../../shared/forms'
import { settingsBetween } from '../../../../../shared/forms/settings'
import type { Template } from '../../../../../shared/forms/template'
import { templateOf } from '../../../../support/print-samples'

const SOURCE = `form KHXX-BD-013
name 客户销售分析表
module 客户信息
kind stats
fields
  dept "甲部门意见" text
  cities "分部" rows across preset city: 北京 | 天津
    city "城市" text
    sale "销售额" money
  items "明细" rows printed 4 max 40
    a "A 产品" money
table 50 50
  |= [name of items.a] | 金额 |
  | [items.a] | < |
  | [name of dept] | [dept] |
table 50 50
  | 城市 | ↓[cities.city] |
  | 销售 | [cities.sale] |
`

const base = templateOf(SOURCE)
const lines = ['北京', '天津', '上海'].map((label, id) => ({ id, label }))
const labelsOf = (list: typeof lines | ReturnType<typeof moved>) => list.map(({ label }) => label)

describe('what a person sets about a form', () => {
  it('is the form itself as long as nothing is changed', () => {
    expect(madeFrom(base, draftOf(base))).toBe(base)
  })

  it('comes back whole from the version that it made', () => {
    const draft = draftOf(base)
    const changed = {
      ...draft,
      labels: { ...draft.labels, 'items.a': '冰箱', dept: '' },
      presets: { cities: renamed(draft.presets['cities'] ?? [], 1, ' 重庆 ') },
      printed: { items: 9 },
    }
    const made = madeFrom(base, changed)
    expect(settingsOf(draftOf(made))).toEqual({
      labels: { 'items.a': '冰箱', dept: '甲部门意见' },
      presets: { cities: ['北京', '重庆'] },
      printed: { items: 9 },
      paper: base.paper,
    })
    expect(made.base).toBe(templateHash(base))
  })

  it('counts the pages of what it made', () => {
    const made = madeFrom(base, { ...draftOf(base), printed: { items: 40 } })
    expect(made.pages).toBeGreaterThan(1)
    const back = madeFrom(base, { ...draftOf(base), printed: { items: 5 } })
    expect(back.pages).toBe(1)
  })

  it('goes over to a new version of the books, as far as that still has it', () => {
    const made = madeFrom(base, { ...draftOf(base), labels: { 'items.a': '冰箱', dept: '客服部意见' } })
    const newer = templateOf(
      SOURCE.replace('"甲部门意见"', '"乙部门意见"').replace('[name of items.a]', 'A 产品'),
    )
    const draft = carriedOver(settingsBetween(base, made), newer)
    expect(draft.labels).toEqual({ dept: '客服部意见' })
    expect(draft.presets).toEqual(draftOf(newer).presets)
    expect(carriedOver(settingsBetween(base, base), newer)).toEqual(draftOf(newer))
  })
})

describe('fixed rows', () => {
  it('move one place, and stay at the ends', () => {
    expect(labelsOf(moved(lines, 2, -1))).toEqual(['北京', '上海', '天津'])
    expect(labelsOf(moved(lines, 0, 1))).toEqual(['天津', '北京', '上海'])
    expect(moved(lines, 0, -1)).toBe(lines)
    expect(moved(lines, 2, 1)).toBe(lines)
  })

  it('come and go, and one is always left', () => {
    const more = added(lines)
    expect(more.at(-1)).toEqual({ id: 3, label: '' })
    expect(labelsOf(removed(more, 0))).toEqual(['天津', '上海', ''])
    const [only] = lines
    if (!only) throw new Error('no line')
    expect(removed([only], only.id)).toEqual([only])
  })
})

describe('the rows of a blank sheet', () => {
  it('are read within what the form may have and in whole lines', () => {
    const read = ['1', '９', '40', '41', '0', '', '3.5', 'a'].map((typed) =>
      readPrinted(typed, { most: 40, step: 1 }),
    )
    expect(read).toEqual([1, 9, 40, null, null, null, null, null])
    expect([readPrinted('6', { most: 8, step: 2 }), readPrinted('5', { most: 8, step: 2 })]).toEqual([
      6,
      null,
    ])
  })
})

describe('what is wrong with a version', () => {
  const withCities = (labels: readonly string[]) =>
    madeFrom(base, { ...draftOf(base), presets: { cities: labels.map((label, id) => ({ id, label })) } })

  /** All steps at once, and how many times the window could have gone on with something else. */
  function inSteps(made: Template): { readonly complaints: Complaints; readonly pauses: number } {
    const steps = lookOver(made, base)
    let pauses = 0
    for (;;) {
      const step = steps.next()
      if (step.done) return { complaints: step.value, pauses }
      pauses++
    }
  }
  const complaintsOf = (made: Template): Complaints => inSteps(made).complaints

  it('is looked for in steps, and in the form itself only once', () => {
    const first = inSteps(withCities(['上海', '成都'])).pauses
    const second = inSteps(withCities(['上海', '武汉'])).pauses
    expect(second).toBeGreaterThan(3)
    expect(first).toBeGreaterThanOrEqual(2 * second - 1)
  })

  it('is nothing where the form itself has it too', () => {
    expect(complaintsOf(base)).toEqual({ refused: [], doubts: [] })
    expect(complaintsOf(withCities(['上海', '成都']))).toEqual({ refused: [], doubts: [] })
  })

  it('refuses empty and repeated rows', () => {
    expect(complaintsOf(withCities(['上海', '上海'])).refused).toEqual(['印好的标签重复'])
    expect(complaintsOf(withCities(['上海', ''])).refused).toEqual(['印好的标签不能为空'])
  })

  it('warns where what is drawn becomes too narrow', () => {
    const many = Array.from({ length: 40 }, (_, i) => `城市${String(i + 1)}`)
    const { refused, doubts } = complaintsOf(withCities(many))
    expect(refused).toEqual([])
    expect(doubts.map(({ fault }) => fault)).toContain('narrow')
    for (const { details } of doubts) expect(details.length).toBeLessThanOrEqual(3)
  })
})

describe('the form that the library shows', () => {
  const shipped = entryByCode('KHXX-BD-013')
  if (!shipped) throw new Error('no form')
  const template = madeFrom(shipped.template, {
    ...draftOf(shipped.template),
    paper: { size: 'A3', orientation: 'landscape' },
  })
  const current = { code: shipped.code, head: template, template, hash: templateHash(template) }

  it('is what ships, or the version of the firm, always the same object', () => {
    expect(currentForm(shipped.code, undefined)).toBe(shipped)
    expect(currentForm(shipped.code, shipped)).toBe(shipped)
    const own = currentForm(shipped.code, current)
    expect(own).toMatchObject({ code: shipped.code, own: true, head: { paper: { size: 'A3' } } })
    expect(currentForm(shipped.code, current)).toBe(own)
    expect(currentForm('XX-BD-999', undefined)).toBeUndefined()
  })

  it('has the example without the rows that it has no place for', () => {
    const rows = ['p1', 'p2', 'p3'].map((id) => ({ id, cells: { sale: '1' } }))
    const sample = { fields: {}, matrices: {}, rows: { cities: rows, gone: rows } }
    expect(fittingSample(base, sample).rows).toEqual({ cities: rows.slice(0, 2), gone: [] })
  })
})
