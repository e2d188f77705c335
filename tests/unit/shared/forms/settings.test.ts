import { describe, expect, it } from 'vitest'
import { entryByCode } from '../../../../shared/catalogue'
import { checkTemplate, templateHash } from '../../../../shared/forms'
import { applySettings, settableOf, settingsBetween } from '../../../../shared/forms/settings'
import type { Template } from '../../../../shared/forms/template'
import { templateOf } from '../../../support/print-samples'

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
    b "B 产品" money
  many "并排" rows printed 4 max 4
    x "数" number
table 50 50
  |= [name of items.a] | [name of items.b] |
  | [items.a] | [items.b] |
  | [name of dept] | [dept] |
table 50 50
  | 城市 | ↓[cities.city] |
  | 销售 | [cities.sale] |
table 50 50
  | [many.x] | [many.x] |
`

const base = templateOf(SOURCE)

describe('what a firm may change about a form', () => {
  it('are the names that are printed, the labels of fixed rows, the printed rows and the paper', () => {
    expect(settableOf(base)).toEqual({
      labels: [
        { key: 'items.a', label: 'A 产品' },
        { key: 'items.b', label: 'B 产品' },
        { key: 'dept', label: '甲部门意见' },
      ],
      presets: [{ rows: 'cities', name: '分部', labels: ['北京', '天津'] }],
      printed: [
        { rows: 'items', name: '明细', printed: 4, most: 40, step: 1 },
        { rows: 'many', name: '并排', printed: 4, most: 4, step: 2 },
      ],
      paper: { size: 'A4', orientation: 'portrait' },
    })
  })

  it('makes a form of its own that passes the checker, names the one it was made from, and has another hash', () => {
    const made = applySettings(base, {
      labels: { 'items.a': '冰箱', dept: '客服部意见' },
      presets: { cities: ['上海', '成都', '重庆'] },
      printed: { items: 9 },
      paper: { size: 'A3', orientation: 'landscape' },
    })
    expect(checkTemplate(made)).toEqual([])
    expect(made.base).toBe(templateHash(base))
    expect(templateHash(made)).not.toBe(templateHash(base))
    const now = settableOf(made)
    expect(now.labels.map(({ label }) => label)).toEqual(['冰箱', 'B 产品', '客服部意见'])
    expect(now.presets[0]?.labels).toEqual(['上海', '成都', '重庆'])
    expect(now.printed[0]?.printed).toBe(9)
    expect(now.paper).toEqual({ size: 'A3', orientation: 'landscape' })
  })

  it('calls the total below a renamed column after it, and leaves what the sheet itself says', () => {
    const shipped = entryByCode('KHXX-BD-013')?.template
    if (!shipped) throw new Error('no form')
    const made = applySettings(shipped, { labels: { 'sales.a': '冰箱' } })
    const labelsOf = ({ fields }: Template): Readonly<Record<string, string>> =>
      Object.fromEntries(fields.map(({ key, label }) => [key, label]))
    expect(labelsOf(made)).toEqual({ ...labelsOf(shipped), aAll: '冰箱合计' })
    expect(settingsBetween(shipped, made)).toEqual({ labels: { 'sales.a': '冰箱' } })
    const written = templateOf(`form KHXX-BD-901
name 意见表
module 客户信息
kind record
fields
  dept "部门意见" text
  more "部门意见附注" text
table 50 50
  | [name of dept] | [dept] |
  | 部门意见附注 | [more] |
`)
    expect(labelsOf(applySettings(written, { labels: { dept: '客服意见' } }))).toEqual({
      dept: '客服意见',
      more: '部门意见附注',
    })
  })

  it('gives the settings back that led there, so that the next change starts from them', () => {
    const settings = { labels: { 'items.b': '空调' }, presets: { cities: ['上海'] }, printed: { items: 5 } }
    expect(settingsBetween(base, applySettings(base, settings))).toEqual(settings)
    expect(settingsBetween(base, base)).toEqual({})
  })

  it('is the form itself where nothing is set, or what is set is not there', () => {
    expect(applySettings(base, {})).toBe(base)
    expect(applySettings(base, { labels: { other: '甲', dept: ' ' }, presets: { items: ['甲'] } })).toBe(base)
  })

  it('does not let the checker pass what is out of bounds', () => {
    expect(checkTemplate(applySettings(base, { printed: { items: 41 } })).length).toBeGreaterThan(0)
    expect(checkTemplate(applySettings(base, { printed: { many: 3 } })).length).toBeGreaterThan(0)
    expect(
      checkTemplate(applySettings(base, { presets: { cities: ['上海', '上海'] } })).length,
    ).toBeGreaterThan(0)
  })
})
