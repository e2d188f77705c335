import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalogue, entryByCode } from '../../shared/catalogue'
import { computeFields, ensureRow, removeRow, setValue } from '../../shared/forms'
import { pathKey } from '../../shared/forms/field'
import { isRows, optionsOf } from '../../shared/forms/field-types'
import type { Field } from '../../shared/forms/field'
import type { Template } from '../../shared/forms/template'
import type { FieldValue, FormValues } from '../../shared/forms/values'
import { layouter, layoutForm } from '../../shared/print'
import type { LaidOutPage } from '../../shared/print/page'
import { longList } from '../support/long-list'
import { letterhead } from '../support/print-samples'

/** What a person may do to an open form; numbers pick among what there is. */
type Act =
  | { readonly act: 'type'; readonly field: number; readonly row: number; readonly text: string }
  | { readonly act: 'empty'; readonly field: number; readonly row: number }
  | { readonly act: 'addRow' | 'removeRow'; readonly field: number; readonly row: number }
  | { readonly act: 'spareRow' | 'stamp' }

const place = fc.nat({ max: 60 })
const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('示', '示例', '示例电器', '12', '9') },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 90 }).map((count) => '示例市示例路，'.repeat(count)) },
  { weight: 1, arbitrary: fc.constantFrom('第一行\n第二行\n', ' ', '𠮷㛃', '\u{1f600}') },
)
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ act: fc.constant('type' as const), field: place, row: place, text }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('empty' as const), field: place, row: place }) },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constantFrom('addRow' as const, 'removeRow' as const),
      field: place,
      row: place,
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constantFrom('spareRow' as const, 'stamp' as const) }) },
)

interface Sheet {
  readonly values: FormValues
  readonly spareRow: boolean
  readonly stamp: boolean
}

function done(template: Template, sheet: Sheet, act: Act, turn: number): Sheet {
  switch (act.act) {
    case 'spareRow':
      return { ...sheet, spareRow: !sheet.spareRow }
    case 'stamp':
      return { ...sheet, stamp: !sheet.stamp }
    case 'type':
    case 'empty': {
      const field = pick(template.fields, act.field)
      const value = (of: Field): FieldValue | null => (act.act === 'empty' ? null : valueOf(of, act.text))
      if (!field || field.type.type === 'computed' || field.type.type === 'serial') return sheet
      if (field.type.type === 'matrix') {
        const item = pick(field.type.items, act.row)
        const values =
          item === undefined ? sheet.values : setValue(sheet.values, [field.key, item], value(field))
        return { ...sheet, values }
      }
      if (!isRows(field)) return { ...sheet, values: setValue(sheet.values, [field.key], value(field)) }
      const column = pick(field.type.columns, act.row)
      const id = field.type.preset
        ? `p${(act.row % field.type.preset.labels.length) + 1}`
        : pick(sheet.values.rows[field.key] ?? [], act.row)?.id
      if (!column || id === undefined || column.type.type === 'computed') return sheet
      return { ...sheet, values: setValue(sheet.values, [field.key, id, column.key], value(column)) }
    }
    case 'addRow':
    case 'removeRow': {
      const lists = template.fields.filter((field) => isRows(field) && !field.type.preset)
      const key = pick(lists, act.field)?.key
      if (key === undefined) return sheet
      const rows = sheet.values.rows[key] ?? []
      if (act.act === 'removeRow') {
        return { ...sheet, values: removeRow(sheet.values, key, pick(rows, act.row)?.id ?? '') }
      }
      if (act.row % 2 === 0) {
        let made = 0
        const newId = () => `new${turn}.${made++}`
        return { ...sheet, values: ensureRow(sheet.values, key, rows.length + 1, newId).values }
      }
      const put = [...rows]
      put.splice(act.row % (rows.length + 1), 0, { id: `new${turn}`, cells: {} })
      return { ...sheet, values: { ...sheet.values, rows: { ...sheet.values.rows, [key]: put } } }
    }
  }
}

const pick = <T>(from: readonly T[], place: number): T | undefined => from[place % Math.max(1, from.length)]

function valueOf({ type }: Field, text: string): FieldValue {
  if (type.type === 'person' || type.type === 'customer') return { name: text }
  if (type.type === 'yesNo') return text.length % 2 === 0
  const option = pick(optionsOf(type), text.length)
  if (type.type === 'choices') return option === undefined ? [] : [option]
  if (option !== undefined) return option
  if (type.type === 'number' || type.type === 'money' || type.type === 'percent') return String(text.length)
  return type.type === 'date' ? `2026-11-${String((text.length % 28) + 1).padStart(2, '0')}` : text
}

/** Lays the form out after each act, once with what is known from before and once from nothing. */
function follow(template: Template, begun: FormValues, acts: readonly Act[]): void {
  const again = layouter()
  // Its pages are not looked at before the end.
  const unseen = layouter()
  let last: readonly unknown[] = []
  let sheet: Sheet = { values: begun, spareRow: false, stamp: false }
  acts.forEach((act, turn) => {
    const next = done(template, sheet, act, turn)
    sheet = { ...next, values: computeFields(template, next.values, { today: '2026-11-22' }) }
    const input = {
      template,
      values: sheet.values,
      letterhead,
      mode: 'filled' as const,
      ...(sheet.spareRow ? { spareRow: true as const } : {}),
      ...(sheet.stamp ? { stamp: '作废' } : {}),
    }
    const { places, ...form } = again(input)
    expect(form).toEqual(layoutForm(input))
    expect(places).toEqual(form.pages.map(drawnPlaces))
    last = [unseen(input).pages, form.pages]
  })
  expect(last[0]).toEqual(last[1])
}

/** What is filled in on a page, read from the page as it was drawn. */
const drawnPlaces = ({ slots, ticks }: LaidOutPage) => ({
  slots: slots.map(({ path, kind }) => expect.objectContaining({ path, kind }) as unknown),
  ticked: new Set(ticks.map(({ path }) => pathKey(path))),
})

describe('a form that is laid out again at every key', () => {
  it.each(catalogue.map((entry) => [entry.code, entry] as const))(
    '%s looks as if laid out from nothing',
    (_, { template, sample }) => {
      fc.assert(
        fc.property(fc.array(act, { minLength: 3, maxLength: 7 }), (acts) => {
          follow(template, sample, acts)
        }),
        { numRuns: 1 },
      )
    },
  )

  it('looks so with many rows over pages, too', () => {
    const template = entryByCode('SHFW-BD-006')?.template
    if (!template) throw new Error('no such form')
    fc.assert(
      fc.property(fc.array(act, { minLength: 4, maxLength: 12 }), (acts) => {
        follow(template, longList(template, 60), acts)
      }),
      { numRuns: 3 },
    )
  })

  it('keeps the very page that a key does not touch', () => {
    const template = entryByCode('SHFW-BD-006')?.template
    if (!template) throw new Error('no such form')
    const again = layouter()
    const values = longList(template, 60)
    const sheet = (shown: FormValues) => ({ template, values: shown, letterhead, mode: 'filled' }) as const
    const before = again(sheet(values))
    const after = again(sheet(setValue(values, ['items', 'row30', 'product'], '示例产品')))
    const drawnAnew = after.pages.map((page, index) => page !== before.pages[index])
    expect(before.pages.length).toBeGreaterThan(3)
    expect(drawnAnew.filter(Boolean)).toHaveLength(1)
  })
})
