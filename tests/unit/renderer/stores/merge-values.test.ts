import { describe, expect, it } from 'vitest'
import { mergeValues, sameValues } from '../../../../renderer/stores/merge-values'
import { emptyValues, type FormValues } from '../../../../shared/forms/values'

const fields = (values: FormValues['fields']): FormValues => ({ ...emptyValues, fields: values })
const rows = (...list: readonly [string, string?][]): FormValues => ({
  ...emptyValues,
  rows: { items: list.map(([id, sku]) => ({ id, cells: sku === undefined ? {} : { sku } })) },
})
const ids = (values: FormValues) => (values.rows['items'] ?? []).map((row) => row.id).join('')

describe('taking in what was changed elsewhere', () => {
  it('lets untouched fields follow and keeps touched ones', () => {
    const base = fields({ a: '1', b: '1', c: '1' })
    const merged = mergeValues(base, fields({ a: '2', b: '1' }), fields({ a: '3', b: '3', d: '4' }))
    expect(merged.fields).toEqual({ a: '2', b: '3', d: '4' })
  })

  it('does the same for each item of a matrix', () => {
    const of = (items: { [item: string]: string }): FormValues => ({ ...emptyValues, matrices: { m: items } })
    expect(mergeValues(of({ x: '1', y: '1' }), of({ x: '2', y: '1' }), of({ x: '1', y: '3' }))).toEqual(
      of({ x: '2', y: '3' }),
    )
    expect(mergeValues(of({ x: '1' }), of({ x: '1' }), emptyValues)).toEqual(emptyValues)
  })

  it('takes in rows added elsewhere and keeps those added here behind their neighbour', () => {
    const base = rows(['a', '1'], ['c', '1'])
    const merged = mergeValues(
      base,
      rows(['a', '1'], ['x', 'mine'], ['c', '1']),
      rows(['a', '1'], ['c', '1'], ['d', '9']),
    )
    expect(ids(merged)).toBe('axcd')
  })

  it('lets a row removed elsewhere go, unless it was written into here', () => {
    const base = rows(['a', '1'], ['b', '1'])
    expect(ids(mergeValues(base, base, rows(['a', '1'])))).toBe('a')
    expect(ids(mergeValues(base, rows(['a', '1'], ['b', '2']), rows(['a', '1'])))).toBe('ab')
  })

  it('keeps a removal made here', () => {
    const base = rows(['a', '1'], ['b', '1'])
    expect(ids(mergeValues(base, rows(['a', '1']), base))).toBe('a')
  })

  it('keeps the order made here and merges the cells', () => {
    const base = rows(['a', '1'], ['b', '1'], ['c', '1'])
    const moved = rows(['c', '1'], ['a', '1'], ['b', '1'])
    const merged = mergeValues(base, moved, rows(['a', '5'], ['b', '1'], ['c', '1'], ['d', '1']))
    expect(ids(merged)).toBe('cdab')
    expect(merged.rows['items']?.find((row) => row.id === 'a')?.cells).toEqual({ sku: '5' })
  })

  it('changes nothing when nothing came', () => {
    const current = rows(['a', '2'], ['n'])
    expect(sameValues(mergeValues(rows(['a', '1']), current, rows(['a', '1'])), current)).toBe(true)
  })
})
