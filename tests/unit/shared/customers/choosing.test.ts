import { describe, expect, it } from 'vitest'
import { catalogue, entryByCode } from '../../../../shared/catalogue'
import {
  answersAt,
  choose,
  differencesAt,
  isAboutCustomer,
  linkedPlaces,
  saidAt,
  takeBackBrought,
} from '../../../../shared/customers/choosing'
import { emptyValues, type FormValues } from '../../../../shared/forms/values'
import type { Customer } from '../../../../shared/customers/customer'

const templateOf = (code: string) => {
  const entry = entryByCode(code)
  if (!entry) throw new Error(code)
  return entry.template
}
const complaint = templateOf('KHTS-BD-001')
const grades = templateOf('KHXX-BD-004')
const ranking = templateOf('KHXX-BD-003')

const customer = (id: string, fields: FormValues['fields']): Customer => ({
  id,
  name: typeof fields['name'] === 'string' ? fields['name'] : '',
  values: { ...emptyValues, fields },
  state: 'active',
  closeReason: '',
  mergedInto: '',
  created: null,
  changed: null,
})
const one = customer('c1', { name: '示例甲公司', phone: '010-65550001', address: '示例路1号', level: 'A' })
const two = customer('c2', { name: '示例乙公司', phone: '010-65550002', level: 'B' })

const rows = grades.fields.find(({ type }) => type.type === 'rows')?.key ?? ''
const inRow = (id: string, cells: FormValues['fields']): FormValues => ({
  ...emptyValues,
  rows: { [rows]: [{ id, cells }] },
})

describe('choosing a customer', () => {
  it('says something about the form in its own field, and about a row in that row alone', () => {
    expect(isAboutCustomer(complaint, ['customer'])).toBe(true)
    expect(isAboutCustomer(complaint, ['phone'])).toBe(false)
    expect(isAboutCustomer(grades, [rows, 'r1', 'customer'])).toBe(true)
    const ranked = ranking.fields.find(({ type }) => type.type === 'rows')?.key ?? ''
    expect(isAboutCustomer(ranking, [ranked, 'r1', 'first'])).toBe(true)
    expect(isAboutCustomer(ranking, [ranked, 'r1', 'second'])).toBe(false)
  })

  it('fills a row from the row’s own columns, and replaces what the one before had brought', () => {
    const path = [rows, 'r1', 'customer']
    const first = choose({ template: grades, values: emptyValues, path, customer: one, replaceable: [] })
    expect(first.values).toEqual(inRow('r1', { customer: { id: 'c1', name: '示例甲公司' }, level: 'A' }))
    const replaceable = answersAt(grades, path, one)
    const second = choose({ template: grades, values: first.values, path, customer: two, replaceable })
    expect(second.values).toEqual(inRow('r1', { customer: { id: 'c2', name: '示例乙公司' }, level: 'B' }))
  })

  it('is taken back where nobody has written since', () => {
    const { values, brought } = choose({
      template: complaint,
      values: emptyValues,
      path: ['customer'],
      customer: one,
      replaceable: [],
    })
    const touched = { ...values, fields: { ...values.fields, phone: '13800000009' } }
    expect(takeBackBrought(touched, brought).fields).toEqual({
      customer: { id: 'c1', name: '示例甲公司' },
      phone: '13800000009',
    })
  })

  it('fills every form of the books with values that it then does not differ from', () => {
    for (const { template } of catalogue) {
      const own = template.fields.find(({ key }) => isAboutCustomer(template, [key]))
      if (!own) continue
      const path = [own.key]
      const { values } = choose({ template, values: emptyValues, path, customer: one, replaceable: [] })
      expect(differencesAt(template, values, path, one), template.code).toEqual([])
      expect(linkedPlaces(template, values).map(({ id }) => id)).toEqual(['c1'])
    }
  })
})

describe('what a form says of its customer', () => {
  it('is told in the words of the master', () => {
    const values = { ...emptyValues, fields: { phone: '010-65550003', reason: '漏水' } }
    expect(saidAt(complaint, values, ['customer'])).toEqual({ phone: '010-65550003' })
    expect(saidAt(complaint, values, ['phone'])).toEqual({})
  })

  it('differs where the master says something else, its name too, and not where the master says nothing', () => {
    const { values } = choose({
      template: complaint,
      values: emptyValues,
      path: ['customer'],
      customer: one,
      replaceable: [],
    })
    const now = customer('c1', { name: '示例甲有限公司', phone: '010-65550009' })
    expect(differencesAt(complaint, values, ['customer'], now)).toEqual([
      {
        path: ['customer'],
        of: 'name',
        here: { id: 'c1', name: '示例甲公司' },
        there: { id: 'c1', name: '示例甲有限公司' },
      },
      { path: ['phone'], of: 'phone', here: '010-65550001', there: '010-65550009' },
    ])
  })
})
