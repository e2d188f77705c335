import { beforeEach, describe, expect, it } from 'vitest'
import { entryByCode } from '../../../../shared/catalogue'
import { emptyValues, type FieldValue, type FormValues } from '../../../../shared/forms/values'
import { fieldsOf, me, newForm, sitting } from './support'

const here = sitting()

const entryOf = (code: string) => {
  const entry = entryByCode(code)
  if (!entry) throw new Error(code)
  return entry
}

/** 客户资料卡, 大客户档案表, 投诉登记, and and a list with a customer in each of its rows. */
const catalogue = ['KHXX-BD-001', 'KHGL-BD-009', 'KHTS-BD-001', 'KHXX-BD-004'].map(entryOf)

beforeEach(async () => {
  here.copy.close()
  here.copy = (await here.office.open({ catalogue })).workingCopy
})

const of = (fields: { readonly [key: string]: FieldValue }): FormValues => ({ ...emptyValues, fields })

async function make(fields: { readonly [key: string]: FieldValue }, rows: FormValues['rows'] = {}) {
  const made = await here.copy.customers.create({ ...of(fields), rows }, me)
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  return made.value
}

async function change(id: string, fields: { readonly [key: string]: FieldValue }) {
  const view = await here.copy.customers.get(id)
  if (!view) throw new Error(id)
  const { values } = view.customer
  here.office.clock.advance(1000)
  await here.copy.customers.save({
    id,
    base: values,
    values: { ...values, fields: { ...values.fields, ...fields } },
    seen: view.seen,
    person: me,
  })
}

const one = { name: '示例甲公司', phone: '010-65550001', address: '示例路1号' }
const two = { name: '示例乙公司', phone: '010-65550002' }

describe('choosing a customer', () => {
  it('names it and fills what the form shares with it, as one step', async () => {
    const customer = await make(one)
    const session = await here.open()
    session.actions.setValue(['reason'], '漏水')
    const brought = await session.actions.chooseCustomer(['customer'], customer.id)
    expect(brought?.map(({ path }) => path)).toEqual([['address'], ['phone']])
    expect(fieldsOf(session)).toMatchObject({
      customer: { id: customer.id, name: '示例甲公司' },
      phone: '010-65550001',
      address: '示例路1号',
      reason: '漏水',
    })
    session.actions.undo()
    expect(fieldsOf(session)).not.toHaveProperty('customer')
    expect(fieldsOf(session)).not.toHaveProperty('phone')
    expect(fieldsOf(session)).toHaveProperty('reason', '漏水')
    session.actions.redo()
    expect(fieldsOf(session)).toHaveProperty('phone', '010-65550001')
  })

  it('leaves what a person typed', async () => {
    const customer = await make(one)
    const session = await here.open()
    session.actions.setValue(['phone'], '13800000009')
    const brought = await session.actions.chooseCustomer(['customer'], customer.id)
    expect(brought?.map(({ path }) => path)).toEqual([['address']])
    expect(fieldsOf(session)['phone']).toBe('13800000009')
  })

  it('replaces what the customer before had brought in, and empties what the new one does not answer', async () => {
    const [first, second] = [await make(one), await make(two)]
    const session = await here.open()
    await session.actions.chooseCustomer(['customer'], first.id)
    // The name is typed over before another one is chosen.
    session.actions.setValue(['customer'], { name: '示例乙' })
    await session.actions.chooseCustomer(['customer'], second.id)
    expect(fieldsOf(session)).toMatchObject({ customer: { id: second.id }, phone: '010-65550002' })
    expect(fieldsOf(session)).not.toHaveProperty('address')
  })

  it('keeps what was changed since the customer before had brought it in', async () => {
    const [first, second] = [await make(one), await make(two)]
    const session = await here.open()
    await session.actions.chooseCustomer(['customer'], first.id)
    session.actions.setValue(['phone'], '13800000009')
    await session.actions.chooseCustomer(['customer'], second.id)
    expect(fieldsOf(session)['phone']).toBe('13800000009')
    expect(fieldsOf(session)).not.toHaveProperty('address')
  })

  it('replaces also what came in an earlier sitting', async () => {
    const [first, second] = [await make(one), await make(two)]
    const session = await here.open()
    await session.actions.chooseCustomer(['customer'], first.id)
    await session.actions.flush()
    const { recordId } = session.store.getState()
    const later = await here.open({ kind: 'draft', id: recordId })
    await later.actions.chooseCustomer(['customer'], second.id)
    expect(fieldsOf(later)['phone']).toBe('010-65550002')
    expect(fieldsOf(later)).not.toHaveProperty('address')
  })

  it('takes back what was brought in when asked to, and the customer stays', async () => {
    const customer = await make(one)
    const session = await here.open()
    const brought = await session.actions.chooseCustomer(['customer'], customer.id)
    session.actions.setValue(['phone'], '13800000009')
    session.actions.takeBack(brought ?? [])
    expect(fieldsOf(session)).toMatchObject({ customer: { id: customer.id }, phone: '13800000009' })
    expect(fieldsOf(session)).not.toHaveProperty('address')
  })

  it('names the one that took a merged customer in', async () => {
    const [first, second] = [await make(one), await make(two)]
    const { seen = {} } = (await here.copy.customers.get(first.id)) ?? {}
    const { values } = first
    await here.copy.customers.merge({ into: first.id, from: [second.id], base: values, values, seen })
    const session = await here.open()
    await session.actions.chooseCustomer(['customer'], second.id)
    expect(fieldsOf(session)['customer']).toEqual({ id: first.id, name: '示例甲公司' })
  })

  it('does nothing with a customer that is not there', async () => {
    const session = await here.open()
    expect(await session.actions.chooseCustomer(['customer'], 'nobody')).toBeNull()
    expect(fieldsOf(session)).not.toHaveProperty('customer')
  })
})

describe('a customer in a row', () => {
  const rowForm = { kind: 'new', code: 'KHXX-BD-004' } as const
  const rowsOf = (session: Awaited<ReturnType<typeof here.open>>) =>
    Object.values(session.store.getState().values.rows)[0] ?? []

  it('fills the columns of its row alone, as one step', async () => {
    const customer = await make({ ...one, contact: '示例联系人', region: '示例区', level: 'A' })
    const session = await here.open(rowForm)
    const key = session.store.getState().template.fields.find(({ type }) => type.type === 'rows')?.key ?? ''
    await session.actions.chooseCustomer([key, '+2', 'customer'], customer.id)
    const [first, second] = rowsOf(session)
    expect(first?.cells).toEqual({})
    expect(second?.cells).toMatchObject({ customer: { id: customer.id, name: '示例甲公司' } })
    expect(Object.keys(second?.cells ?? {}).length).toBeGreaterThan(1)
    session.actions.undo()
    expect(rowsOf(session).every(({ cells }) => Object.keys(cells).length === 0)).toBe(true)
  })

  it('is in the first row of a new form that is opened for it', async () => {
    const customer = await make(one)
    const session = await here.open({ ...rowForm, customer: customer.id })
    expect(rowsOf(session)[0]?.cells).toMatchObject({ customer: { id: customer.id } })
  })
})

describe('a new form for a customer', () => {
  it('opens filled, and leaves no draft while nobody has typed', async () => {
    const customer = await make(one)
    const session = await here.open({ kind: 'new', code: 'KHTS-BD-001', customer: customer.id })
    expect(fieldsOf(session)).toMatchObject({ customer: { id: customer.id }, phone: '010-65550001' })
    expect(session.store.getState().dirty).toBe(false)
    await session.actions.flush()
    expect(await here.drafts()).toEqual([])
    expect(await session.actions.save()).toBe(true)
    expect((await here.copy.records.get(session.store.getState().recordId))?.row.customers).toEqual([
      customer.id,
    ])
  })

  it('opens empty for one that is not there', async () => {
    const session = await here.open({ ...newForm, customer: 'nobody' } as never)
    expect(fieldsOf(session)).not.toHaveProperty('customer')
  })
})

describe('a card', () => {
  const card = { kind: 'new', code: 'KHXX-BD-001' } as const
  const contacts = { contacts: [{ id: 'c1', cells: { name: '示例联系人', mobile: '13800000001' } }] }

  it('loads a customer that is chosen on it, also over its own first values, and its contacts', async () => {
    const owner = { id: 'p2', name: '示例员工乙' }
    const customer = await make({ ...one, owner }, contacts)
    const session = await here.open(card)
    expect(fieldsOf(session)['owner']).toEqual(me)
    await session.actions.chooseCustomer(['customer'], customer.id)
    expect(fieldsOf(session)).toMatchObject({ owner, phone: one.phone, address: one.address })
    expect(session.store.getState().values.rows['contacts']).toEqual(contacts.contacts)
  })

  it('keeps its own first values where the customer has no answer', async () => {
    const customer = await make(one)
    const session = await here.open(card)
    await session.actions.chooseCustomer(['customer'], customer.id)
    expect(fieldsOf(session)).toMatchObject({ owner: me, phone: one.phone })
  })

  it('writes contacts through that are added and removed, and keeps those that it never showed', async () => {
    const customer = await make(one, contacts)
    const session = await here.open(card)
    // By its name alone: nothing was loaded.
    session.actions.setValue(['customer'], { name: one.name })
    session.actions.setValue(['kind'], '企业')
    session.actions.setValue(['contacts', '+1', 'name'], '示例联系人乙')
    expect(await session.actions.submit()).toBe(true)
    const namesIn = async () =>
      ((await here.copy.customers.get(customer.id))?.customer.values.rows['contacts'] ?? []).map(
        ({ cells }) => cells['name'],
      )
    expect(await namesIn()).toEqual(['示例联系人乙', '示例联系人'])
    const shown = session.store.getState().values.rows['contacts'] ?? []
    expect(shown.map(({ cells }) => cells['name'])).toEqual(['示例联系人乙', '示例联系人'])
    session.actions.removeRow('contacts', shown[1]?.id ?? '')
    expect(await session.actions.save('已离职')).toBe(true)
    expect(await namesIn()).toEqual(['示例联系人乙'])
  })

  it('writes through what a draft of it said before 登记', async () => {
    const customer = await make({ name: one.name })
    const session = await here.open(card)
    session.actions.setValue(['customer'], { name: one.name })
    session.actions.setValue(['kind'], '企业')
    session.actions.setValue(['phone'], '010-65550009')
    expect(await session.actions.save()).toBe(true)
    expect(await session.actions.submit()).toBe(true)
    expect((await here.copy.customers.get(customer.id))?.customer.values.fields['phone']).toBe('010-65550009')
    expect(fieldsOf(session)['phone']).toBe('010-65550009')
  })

  it('follows the master where nobody types, and keeps what is typed', async () => {
    const customer = await make(one)
    const session = await here.open(card)
    await session.actions.chooseCustomer(['customer'], customer.id)
    session.actions.setValue(['kind'], '企业')
    expect(await session.actions.submit()).toBe(true)
    session.actions.setValue(['phone'], '010-65550005')
    await change(customer.id, { phone: '010-65550006', address: '示例路2号' })
    await expect.poll(() => fieldsOf(session)['address']).toBe('示例路2号')
    expect(fieldsOf(session)['phone']).toBe('010-65550005')
    expect(await session.actions.save('电话写错')).toBe(true)
    const { fields } = (await here.copy.customers.get(customer.id))?.customer.values ?? emptyValues
    expect(fields).toMatchObject({ phone: '010-65550005', address: '示例路2号' })
  })
})
