import { describe, expect, it } from 'vitest'
import type { Customer } from '../../../../../shared/customers/customer'
import type { FieldValue, RowValue } from '../../../../../shared/forms/values'
import {
  compare,
  giverOf,
  mergedValues,
  pairsOf,
  usualStay,
} from '../../../../../renderer/features/customers/merge-choice'

const customer = (
  id: string,
  fields: { readonly [key: string]: FieldValue },
  contacts: readonly RowValue[] = [],
  state: Customer['state'] = 'active',
): Customer => ({
  id,
  name: typeof fields['name'] === 'string' ? fields['name'] : '',
  values: { fields, matrices: {}, rows: contacts.length > 0 ? { contacts } : {} },
  state,
  closeReason: '',
  mergedInto: '',
  created: null,
  changed: null,
})

const a = customer('a', { name: '示例甲有限公司', phone: '010-65550001', level: 'A' }, [
  { id: 'r1', cells: { name: '示例联系人', mobile: '13800000001' } },
])
const b = customer('b', { name: '示例甲公司', phone: '010-65550001', fax: '010-65550009' }, [
  { id: 'r1', cells: { name: '示例联系人乙' } },
  { id: 'r2', cells: { mobile: '13800000001', name: '示例联系人' } },
  { id: 'r3', cells: {} },
])

describe('two customers side by side', () => {
  it('differ where both say something else, not where one is silent', () => {
    const lines = compare([a, b])
    expect(lines.map(({ field, differs }) => [field.key, differs])).toEqual([
      ['name', true],
      ['level', false],
      ['phone', false],
      ['fax', false],
    ])
    expect(lines[0]?.texts).toEqual(['示例甲有限公司', '示例甲公司'])
  })

  it('give what was picked, else what stays, else what only the other knows', () => {
    expect(giverOf([a, b], 'a', {}, 'name')).toBe('a')
    expect(giverOf([a, b], 'a', { name: 'b' }, 'name')).toBe('b')
    expect(giverOf([a, b], 'a', {}, 'fax')).toBe('b')
    expect(giverOf([a, b], 'a', { level: 'b' }, 'level')).toBe('a')
  })

  it('become one with the contacts of both, each content once and each id its own', () => {
    const merged = mergedValues([a, b], 'a', { name: 'b' }, () => 'new')
    expect(merged.fields).toEqual({
      name: '示例甲公司',
      phone: '010-65550001',
      level: 'A',
      fax: '010-65550009',
    })
    expect(merged.rows['contacts']).toEqual([
      { id: 'r1', cells: { name: '示例联系人', mobile: '13800000001' } },
      { id: 'new', cells: { name: '示例联系人乙' } },
    ])
  })

  it('keep the active one that says most, unless a person chooses', () => {
    expect(usualStay([b, a])).toBe('b')
    expect(usualStay([customer('c', { name: 'c' }), customer('d', a.values.fields, [], 'closed')])).toBe('c')
  })

  it('are told apart two by two', () => {
    expect(pairsOf(['a', 'b', 'c'])).toEqual([
      ['a', 'b'],
      ['a', 'c'],
      ['b', 'c'],
    ])
  })
})
