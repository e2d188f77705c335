import { describe, expect, it } from 'vitest'
import { entryByCode } from '../../../../../shared/catalogue'
import type { Customer } from '../../../../../shared/customers/customer'
import { emptyValues, type FieldValue } from '../../../../../shared/forms/values'
import { begunAt, masterChanges, masterOf } from '../../../../../renderer/features/form-editor/master-changes'
import type { HistoryEntry } from '../../../../../renderer/db'

const template = entryByCode('KHTS-BD-001')?.template
if (!template) throw new Error('KHTS-BD-001 is missing')

const customer: Customer = {
  id: 'c1',
  name: '示例甲有限公司',
  values: {
    ...emptyValues,
    fields: { name: '示例甲有限公司', phone: '010-65550002', address: '示例路2号' },
  },
  state: 'active',
  closeReason: '',
  mergedInto: '',
  created: null,
  changed: null,
}

const wrote = (at: number, key: string, before: FieldValue | null, after: FieldValue): HistoryEntry => ({
  dot: `w ${at} 0`,
  at,
  writer: 'w',
  person: { id: 'p1', name: '示例员工甲' },
  steps: [{ step: 'set', path: [key], before, after }],
})

const history = [
  wrote(100, 'name', null, '示例甲公司'),
  wrote(100, 'phone', null, '010-65550001'),
  wrote(100, 'address', null, '示例路2号'),
  wrote(200, 'phone', '010-65550001', '010-65550002'),
  wrote(300, 'name', '示例甲公司', '示例甲有限公司'),
]
const masters = new Map([['c1', masterOf(customer, history)]])

const changesOf = (fields: { readonly [key: string]: FieldValue }, begun: number) =>
  masterChanges(template, { ...emptyValues, fields }, masters, begun).map(({ path, at, who }) => ({
    path,
    at,
    who,
  }))

const linked = { customer: { id: 'c1', name: '示例甲有限公司' } }
const who = '示例员工甲'

describe('what the master has changed since', () => {
  it('is a former value that a form still shows, however late the form was begun', () => {
    expect(changesOf({ ...linked, phone: '010-65550001', address: '示例路2号' }, 900)).toEqual([
      { path: ['phone'], at: 200, who },
    ])
  })

  it('is a field that was written after the form was begun', () => {
    expect(changesOf({ ...linked, phone: '010-65550009', address: '示例路2号' }, 150)).toEqual([
      { path: ['phone'], at: 200, who },
    ])
  })

  it('is not what a person wrote otherwise on purpose', () => {
    expect(changesOf({ ...linked, phone: '010-65550009', address: '别处' }, 900)).toEqual([])
  })

  it('is a new name, too', () => {
    const old = { customer: { id: 'c1', name: '示例甲公司' }, phone: '010-65550002', address: '示例路2号' }
    expect(changesOf(old, 900)).toEqual([{ path: ['customer'], at: 300, who }])
  })

  it('is nothing for a name without a link', () => {
    expect(changesOf({ customer: { name: '示例甲公司' }, phone: '010-65550001' }, 0)).toEqual([])
  })

  it('knows when a record was begun by its id', () => {
    expect(begunAt('019aa6f2-4c00-7000-8000-000000000000')).toBe(0x019aa6f24c00)
  })
})
