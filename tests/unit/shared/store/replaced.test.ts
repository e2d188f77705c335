import { describe, expect, it } from 'vitest'
import { emptyValues, type FieldValue, type FormValues } from '../../../../shared/forms/values'
import { replaces, takesBack } from '../../../../shared/store/replaced'

const rowsOf = (...rows: readonly (readonly [id: string, text: string])[]): FormValues => ({
  ...emptyValues,
  rows: { items: rows.map(([id, text]) => ({ id, cells: text === '' ? {} : { sku: text } })) },
})

describe('[ST37] a value', () => {
  it.each<readonly [FieldValue | null, FieldValue | null]>([
    [null, '漏水'],
    ['', '漏水'],
    [null, true],
    [false, true],
    [[], ['商品']],
    [['商品'], ['商品', '服务']],
    [{ name: '示例甲公司' }, { id: 'c1', name: '示例甲公司' }],
    ['漏水', '漏水'],
    [
      ['商品', '服务'],
      ['服务', '商品'],
    ],
  ])('%j is not taken back by %j', (before, after) => {
    expect(replaces(before, after)).toBe(false)
  })

  it.each<readonly [FieldValue | null, FieldValue | null]>([
    ['漏水', '漏水严重'],
    ['漏水', null],
    [true, false],
    [true, null],
    [['商品', '服务'], ['商品']],
    [['商品'], ['服务']],
    [['商品'], null],
    [{ name: '示例甲公司' }, { name: '示例乙公司' }],
    [
      { id: 'c1', name: '示例甲公司' },
      { id: 'c2', name: '示例甲公司' },
    ],
    [{ name: '示例甲公司' }, null],
  ])('%j is taken back by %j', (before, after) => {
    expect(replaces(before, after)).toBe(true)
  })
})

describe('[ST37] a sheet', () => {
  it('takes nothing back by a row more, rows in another order, or an empty row less', () => {
    const from = rowsOf(['a', '甲'], ['b', '乙'], ['c', ''])
    expect(takesBack(from, rowsOf(['b', '乙'], ['a', '甲'], ['d', '丁']))).toBe(false)
  })

  it('takes back by a row less with something in it, a cell, and a rating', () => {
    expect(takesBack(rowsOf(['a', '甲'], ['b', '乙']), rowsOf(['a', '甲']))).toBe(true)
    expect(takesBack(rowsOf(['a', '甲']), rowsOf(['a', '']))).toBe(true)
    const rated = { ...emptyValues, matrices: { quality: { 外观: '好' } } }
    expect(takesBack(rated, { ...emptyValues, matrices: { quality: { 外观: '差' } } })).toBe(true)
    expect(takesBack(rated, { ...emptyValues, matrices: { quality: { 外观: '好', 性能: '好' } } })).toBe(
      false,
    )
  })
})
