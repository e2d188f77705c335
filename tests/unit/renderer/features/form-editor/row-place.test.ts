import { describe, expect, it } from 'vitest'
import { entryByCode } from '../../../../../shared/catalogue'
import { emptyValues } from '../../../../../shared/forms/values'
import type { FormValues } from '../../../../../shared/forms/values'
import { layoutForm } from '../../../../../shared/print'
import { hasRoomForRows, placeKey, rowPlace } from '../../../../../renderer/features/form-editor/row-place'
import { longList } from '../../../../support/long-list'
import { letterhead } from '../../../../support/print-samples'

const values: FormValues = {
  ...emptyValues,
  rows: {
    items: [
      { id: 'r1', cells: { sku: 'A' } },
      { id: 'r2', cells: {} },
    ],
  },
}

describe('a cell’s place among its rows', () => {
  it('finds rows by their id', () => {
    expect(rowPlace(['items', 'r2', 'sku'], values)).toEqual({
      rows: 'items',
      index: 1,
      column: 'sku',
      id: 'r2',
    })
  })

  it('counts printed rows that do not exist yet from 1', () => {
    expect(rowPlace(['items', '+3', 'sku'], values)).toEqual({
      rows: 'items',
      index: 2,
      column: 'sku',
      id: null,
    })
  })

  it('knows preset rows before anything stands in them', () => {
    expect(rowPlace(['fixed', 'p4', 'note'], values)).toMatchObject({ index: 3, id: null })
  })

  it('knows nothing of fields without rows, and of rows that are gone', () => {
    expect(rowPlace(['note'], values)).toBeNull()
    expect(rowPlace(['matrix', '产品质量'], values)).toBeNull()
    expect(rowPlace(['items', 'gone', 'sku'], values)).toBeNull()
    expect(rowPlace(['items', '+0', 'sku'], values)).toBeNull()
  })

  it('keeps the key when a printed row comes to exist', () => {
    const before = ['items', '+3', 'sku']
    const after = ['items', 'r3', 'sku']
    const grown: FormValues = {
      ...values,
      rows: { items: [...(values.rows['items'] ?? []), { id: 'r3', cells: {} }] },
    }
    expect(placeKey(after, rowPlace(after, grown))).toBe(placeKey(before, rowPlace(before, values)))
  })
})

describe('room for another row', () => {
  const template = entryByCode('SHFW-BD-006')?.template
  if (!template) throw new Error('no such form')
  const spared = (rows: number) => {
    const values = longList(template, rows)
    const input = { template, values, letterhead, mode: 'filled' } as const
    const differs =
      JSON.stringify(layoutForm(input)) !== JSON.stringify(layoutForm({ ...input, spareRow: true }))
    return { differs, hasRoom: hasRoomForRows(template, values) }
  }

  it('is there exactly when working in the rows draws one more', () => {
    expect(spared(0)).toEqual({ differs: false, hasRoom: false })
    expect(spared(1)).toEqual({ differs: false, hasRoom: false })
    expect(spared(60)).toEqual({ differs: true, hasRoom: true })
    expect(spared(200)).toEqual({ differs: false, hasRoom: false })
  })
})
