import { describe, expect, it } from 'vitest'
import { setValue } from '../../../../../shared/forms'
import { emptyValues } from '../../../../../shared/forms/values'
import type { FormValues } from '../../../../../shared/forms/values'
import { firstToFill, stillRequired, stopAtPath } from '../../../../../renderer/features/form-editor/required'
import { afterEnter, neighbour, stopsOf } from '../../../../../renderer/features/form-editor/stops'
import { layouter } from '../../../../../shared/print'
import { templateOf } from '../../../../support/print-samples'
import { drawSheet } from './sheet'

const inOrder = [
  'on',
  'decision',
  'due',
  'refusal',
  'note',
  'items/0/sku',
  'items/0/qty',
  'items/1/sku',
  'items/1/qty',
  'by',
]

const twoRows: FormValues = {
  ...emptyValues,
  rows: {
    items: [
      { id: 'a', cells: { sku: '甲', qty: '1' } },
      { id: 'b', cells: { sku: '乙', qty: '2' } },
    ],
  },
}

describe('where the keyboard stops', () => {
  it('stops in reading order, not at numbers, sums and ink', () => {
    expect(drawSheet().stops.map(({ key }) => key)).toEqual(inOrder)
  })

  it('keeps every key when printed rows come to exist', () => {
    expect(drawSheet(twoRows).stops.map(({ key }) => key)).toEqual(inOrder)
  })

  it('takes the boxes of one field in different cells together', () => {
    const decision = drawSheet().stops.find(({ key }) => key === 'decision')
    expect(decision?.kind).toBe('ticks')
    expect(decision?.slots).toHaveLength(2)
    expect(decision?.ticks.map(({ tick }) => [tick.option, tick.ordinal])).toEqual([
      ['受理', 1],
      ['不予受理', 2],
    ])
  })

  it('stops at one more row when the last printed one is used', () => {
    const keys = drawSheet(twoRows, true).stops.map(({ key }) => key)
    expect(keys).toContain('items/2/sku')
    expect(keys.indexOf('items/2/sku')).toBe(keys.indexOf('items/1/qty') + 1)
    expect(drawSheet(emptyValues, true).stops.map(({ key }) => key)).toEqual(inOrder)
  })

  it('goes to the neighbours and ends at both ends', () => {
    const { stops } = drawSheet()
    expect(neighbour(stops, 'note', 1)?.key).toBe('items/0/sku')
    expect(neighbour(stops, 'note', -1)?.key).toBe('refusal')
    expect(neighbour(stops, 'on', -1)).toBeUndefined()
    expect(neighbour(stops, 'by', 1)).toBeUndefined()
    expect(neighbour(stops, 'gone', 1)).toBeUndefined()
  })

  it('leads out of the rows with one Enter from the empty row beyond the printed ones', () => {
    const { stops, template } = drawSheet(twoRows, true)
    expect(afterEnter(stops, 'items/1/qty', template)?.key).toBe('items/2/sku')
    expect(afterEnter(stops, 'items/2/sku', template)?.key).toBe('by')
    expect(afterEnter(stops, 'by', template)).toBeUndefined()
  })

  it('goes through printed rows cell by cell, empty or not', () => {
    const { stops, template } = drawSheet()
    const walked = ['note']
    for (;;) {
      const next = afterEnter(stops, walked.at(-1) ?? '', template)
      if (!next) break
      walked.push(next.key)
    }
    expect(walked).toEqual(inOrder.slice(inOrder.indexOf('note')))
  })

  it('keeps one stop for a text that goes on over the page', () => {
    const long = setValue(emptyValues, ['note'], '示例文字'.repeat(900))
    const { stops, layout } = drawSheet(long)
    expect(layout.pages.length).toBeGreaterThan(1)
    expect(stops.filter(({ key }) => key === 'note')).toHaveLength(1)
    expect(stops.find(({ key }) => key === 'note')?.slots.length).toBeGreaterThan(1)
  })
})

describe('what is still to be filled', () => {
  it('begins at the first empty stop', () => {
    const values = setValue(emptyValues, ['on'], '2026-11-21')
    expect(firstToFill(drawSheet(values).stops, values)?.key).toBe('decision')
    expect(firstToFill([], values)).toBeUndefined()
  })

  it('marks required fields until they are filled', () => {
    expect([...stillRequired(drawSheet().stops, emptyValues)]).toEqual(['on'])
    const values = setValue(emptyValues, ['on'], '2026-11-21')
    expect(stillRequired(drawSheet(values).stops, values).size).toBe(0)
  })

  it('finds the stop of a path, and the first cell of rows as a whole', () => {
    const { stops, template } = drawSheet(twoRows)
    expect(stopAtPath(stops, template, ['items', 'b', 'qty'])?.key).toBe('items/1/qty')
    expect(stopAtPath(stops, template, ['items'])?.key).toBe('items/0/sku')
    expect(stopAtPath(stops, template, ['no'])).toBeUndefined()
    expect(stopAtPath(stops, template, ['gone'])).toBeUndefined()
  })
})

describe('a case a column', () => {
  const source = (preset: string): string => `form KHTS-BD-090
name 示例追踪表
module 客户投诉
kind list
fields
  cases "案件" rows across ${preset}
    kind "名目" text
    on "日期" text
    who "客户" text
  note "备注" text
table 20 80
  | 名目 | [cases.kind] |
  | 日期 | [cases.on] |
  | 客户 | [cases.who] |
  | 备注 | [note] |
`
  const stopsIn = (preset: string): readonly string[] => {
    const template = templateOf(source(preset))
    const layout = layouter()({ template, values: emptyValues, letterhead: { firm: '' }, mode: 'filled' })
    return stopsOf(layout, template, emptyValues).map(({ key }) => key)
  }

  it('is filled in from top to bottom before the next', () => {
    expect(stopsIn('printed 2')).toEqual([
      ...['kind', 'on', 'who'].map((column) => `cases/0/${column}`),
      ...['kind', 'on', 'who'].map((column) => `cases/1/${column}`),
      'note',
    ])
  })

  it('is filled in line by line where the columns have printed names', () => {
    expect(stopsIn('preset kind: 北京 | 天津')).toEqual([
      'cases/0/on',
      'cases/1/on',
      'cases/0/who',
      'cases/1/who',
      'note',
    ])
  })
})
