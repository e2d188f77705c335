import { describe, expect, it } from 'vitest'
import {
  nameByPattern,
  placeInName,
  unknownParts,
  usualPattern,
  type NameValues,
} from '../../../../shared/print/name-pattern'

const values: NameValues = {
  number: 'TS-2026-0042',
  form: '客户投诉登记表一',
  customer: '示例客户甲',
  on: '2026-11-22',
  place: '007',
}

describe('the name of a file by a pattern', () => {
  it.each([
    [usualPattern('zh'), 'TS-2026-0042 客户投诉登记表一 示例客户甲'],
    [usualPattern('en'), 'TS-2026-0042 客户投诉登记表一 示例客户甲'],
    ['{编号}-{客户}-{日期}', 'TS-2026-0042-示例客户甲-2026-11-22'],
    ['{place}_{number} {form}', '007_TS-2026-0042 客户投诉登记表一'],
    ['回访 { 客户 } 存档', '回访 示例客户甲 存档'],
    ['通知', '通知'],
  ])('%j is %j', (pattern, name) => {
    expect(nameByPattern(pattern, values)).toBe(name)
  })

  it.each([
    ['{编号}-{客户}-{日期}', { customer: '' }, 'TS-2026-0042-2026-11-22'],
    ['{编号}-{客户}-{日期}', { number: ' ' }, '示例客户甲-2026-11-22'],
    ['{编号}-{客户}-{日期}', { on: '' }, 'TS-2026-0042-示例客户甲'],
    ['{编号} {客户}', { number: '', customer: '' }, '客户投诉登记表一'],
    ['客户 {客户} 存档', { customer: '' }, '客户  存档'],
  ])('%j without %j is %j: what separates goes with what is not there', (pattern, lacking, name) => {
    expect(nameByPattern(pattern, { ...values, ...lacking })).toBe(name)
  })

  it('is the name of the form where the pattern says nothing', () => {
    for (const pattern of ['', ' ', '--']) expect(nameByPattern(pattern, values)).toBe(values.form)
  })

  it('is not longer than can be sent and written, however long the customer is called', () => {
    const name = nameByPattern('{编号} {客户}', { ...values, customer: '𠮷'.repeat(5000) })
    expect(Array.from(name)).toHaveLength(120)
    expect(name.startsWith('TS-2026-0042 𠮷')).toBe(true)
  })

  it('keeps what it does not know as it was typed, and names it', () => {
    expect(nameByPattern('{编号} {邮编}', values)).toBe('TS-2026-0042 {邮编}')
    expect(unknownParts('{编号} {邮编} {x}')).toEqual(['{邮编}', '{x}'])
    expect(unknownParts('{编号 {客户}')).toEqual([])
  })

  it('says places so that names sort as the sheets do', () => {
    expect([0, 9, 999].map((at) => placeInName(at, 1000))).toEqual(['0001', '0010', '1000'])
  })
})
