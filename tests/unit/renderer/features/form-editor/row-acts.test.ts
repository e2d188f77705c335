import { describe, expect, it, vi } from 'vitest'
import { emptyValues } from '../../../../../shared/forms/values'
import type { FormValues } from '../../../../../shared/forms/values'
import { actOnRow } from '../../../../../renderer/features/form-editor/row-acts'
import { drawSheet } from './sheet'

const values: FormValues = {
  ...emptyValues,
  rows: { items: [{ id: 'a', cells: { sku: '甲' } }] },
}
const { stops, template } = drawSheet(values)
const stopOf = (key: string) => {
  const stop = stops.find((each) => each.key === key)
  if (!stop) throw new Error(key)
  return stop
}

describe('rows by keyboard and menu', () => {
  it('inserts below and above, and goes to the new row’s first cell', () => {
    const addRow = vi.fn(() => 'new')
    const actions = { addRow, removeRow: vi.fn() }
    expect(actOnRow('below', stopOf('items/0/qty'), template, actions)).toEqual({
      outcome: 'goTo',
      stopKey: 'items/1/sku',
    })
    expect(actOnRow('above', stopOf('items/0/qty'), template, actions)).toEqual({
      outcome: 'goTo',
      stopKey: 'items/0/sku',
    })
    expect(addRow.mock.calls).toEqual([
      ['items', 1],
      ['items', 0],
    ])
  })

  it('says when no row fits any more', () => {
    const actions = { addRow: () => null, removeRow: vi.fn() }
    expect(actOnRow('below', stopOf('items/0/sku'), template, actions)).toEqual({ outcome: 'full', max: 4 })
  })

  it('removes a row and stays at its place', () => {
    const actions = { addRow: vi.fn(), removeRow: vi.fn() }
    expect(actOnRow('remove', stopOf('items/0/qty'), template, actions)).toEqual({
      outcome: 'goTo',
      stopKey: 'items/0/qty',
    })
    expect(actions.removeRow).toHaveBeenCalledWith('items', 'a')
  })

  it('does nothing for rows that are only printed, and for fields without rows', () => {
    const actions = { addRow: vi.fn(), removeRow: vi.fn() }
    expect(actOnRow('remove', stopOf('items/1/sku'), template, actions)).toEqual({ outcome: 'none' })
    expect(actOnRow('below', stopOf('items/1/qty'), template, actions)).toEqual({
      outcome: 'goTo',
      stopKey: 'items/1/sku',
    })
    expect(actOnRow('below', stopOf('note'), template, actions)).toEqual({ outcome: 'none' })
    expect(actions.addRow).not.toHaveBeenCalled()
    expect(actions.removeRow).not.toHaveBeenCalled()
  })
})
