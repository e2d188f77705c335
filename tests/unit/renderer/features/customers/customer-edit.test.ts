import { beforeEach, describe, expect, it } from 'vitest'
import { CUSTOMER_FIELDS } from '../../../../../shared/customers/fields'
import { emptyValues, type FieldValue } from '../../../../../shared/forms/values'
import {
  editCustomer,
  isDirty,
  problemsOf,
  tidy,
} from '../../../../../renderer/features/customers/customer-edit'
import { keepEdits } from '../../../../../renderer/features/customers/kept-edits'
import type { CustomerView } from '../../../../../renderer/db'

const fieldOf = (key: string) => {
  const field = CUSTOMER_FIELDS.find((each) => each.key === key)
  if (!field) throw new Error(key)
  return field
}

const viewOf = (fields: { readonly [key: string]: FieldValue }, seen: CustomerView['seen'] = {}) =>
  ({ customer: { values: { ...emptyValues, fields } }, seen }) as unknown as CustomerView

let store: Map<string, string>
const storage = {
  getItem: (key: string) => store.get(key) ?? null,
  setItem: (key: string, text: string) => void store.set(key, text),
  removeItem: (key: string) => void store.delete(key),
}
const begin = (view: CustomerView | null, name = 'c1', folder = 'f1') => {
  let rows = 0
  return editCustomer(view, {
    name,
    kept: keepEdits(storage, folder),
    today: () => '2026-11-22',
    newId: () => `r${(rows += 1)}`,
  })
}

beforeEach(() => {
  store = new Map()
})

describe('the editing of a customer’s card', () => {
  it('reads while it is typed, keeps the text until the field is left, and knows what cannot be read', () => {
    const edit = begin(viewOf({ name: '示例甲' }))
    const path = ['since']
    edit.type(fieldOf('since'), path, '2026')
    expect(edit.store.getState().misread['since']?.problem).toBe('notADate')
    expect(isDirty(edit.store.getState())).toBe(true)
    edit.leave(path)
    expect(edit.store.getState().typed['since']).toBe('2026')
    edit.type(fieldOf('since'), path, '20260105')
    expect(edit.store.getState().values.fields['since']).toBe('2026-01-05')
    expect(edit.store.getState().misread).toEqual({})
    edit.leave(path)
    expect(edit.store.getState().typed).toEqual({})
  })

  it('gives a typed person the id that the staff list knows', () => {
    const edit = begin(viewOf({ name: '示例甲' }))
    edit.type(fieldOf('owner'), ['owner'], '示例员工甲', (name) => ({ id: 'p1', name }))
    expect(edit.store.getState().values.fields['owner']).toEqual({ id: 'p1', name: '示例员工甲' })
    edit.type(fieldOf('owner'), ['owner'], '')
    expect(edit.store.getState().values.fields['owner']).toBeUndefined()
  })

  it('goes on where it was left, in its own data folder alone, until it is saved or thrown away', () => {
    const view = viewOf({ name: '示例甲' }, { name: ['w-1'] })
    begin(view).type(fieldOf('phone'), ['phone'], '010-65550001')
    const again = begin(viewOf({ name: '示例甲改' }))
    expect(again.store.getState()).toMatchObject({
      goesOn: true,
      base: { fields: { name: '示例甲' } },
      seen: { name: ['w-1'] },
      values: { fields: { phone: '010-65550001' } },
    })
    expect(begin(view, 'c1', 'f2').store.getState().goesOn).toBe(false)
    again.discard()
    expect(isDirty(again.store.getState())).toBe(false)
    expect(begin(view).store.getState().goesOn).toBe(false)
  })

  it('follows the customer only while nothing is typed', () => {
    const edit = begin(viewOf({ name: '示例甲' }))
    edit.see(viewOf({ name: '示例乙' }))
    expect(edit.store.getState().values.fields['name']).toBe('示例乙')
    edit.type(fieldOf('phone'), ['phone'], '1')
    edit.see(viewOf({ name: '示例丙' }))
    expect(edit.store.getState().values.fields).toEqual({ name: '示例乙', phone: '1' })
    edit.written(edit.store.getState().values)
    edit.see(viewOf({ name: '示例丙' }))
    expect(edit.store.getState().values.fields).toEqual({ name: '示例丙' })
  })

  it('adds and removes contacts; one that is only added says nothing', () => {
    const edit = begin(viewOf({ name: '示例甲' }))
    edit.addRow('contacts')
    expect(isDirty(edit.store.getState())).toBe(false)
    const contacts = fieldOf('contacts').type
    const column = contacts.type === 'rows' ? contacts.columns[0] : undefined
    if (!column) throw new Error('no column')
    edit.type(column, ['contacts', 'r1', 'name'], '示例联系人')
    edit.addRow('contacts')
    expect(tidy(edit.store.getState().values).rows['contacts']).toEqual([
      { id: 'r1', cells: { name: '示例联系人' } },
    ])
    edit.removeRow('contacts', 'r1')
    expect(isDirty(edit.store.getState())).toBe(false)
  })

  it('refuses a customer without a name and only doubts a wrong check digit', () => {
    const found = problemsOf({ ...emptyValues, fields: { creditCode: '91110000' } })
    expect(found.map(({ path, severity }) => [path[0], severity])).toEqual([
      ['name', 'refuse'],
      ['creditCode', 'warn'],
    ])
  })

  it('begins anew where what was kept cannot be read', () => {
    store.set('customer-edit f1 c1', '{"base":1}')
    expect(begin(viewOf({ name: '示例甲' })).store.getState()).toMatchObject({ goesOn: false })
    store.set('customer-edit f1 c1', '{')
    expect(begin(viewOf({ name: '示例甲' })).store.getState().values.fields['name']).toBe('示例甲')
  })
})
