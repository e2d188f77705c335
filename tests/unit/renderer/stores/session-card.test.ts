import { describe, expect, it } from 'vitest'
import type { RecordSession } from '../../../../renderer/stores'
import { entryByCode } from '../../../../shared/catalogue'
import type { FieldValue } from '../../../../shared/forms/values'
import { fieldsOf, sitting } from './support'

const here = sitting()

/** A card that is 登记, opened; and its customer's id. */
async function openCard(): Promise<readonly [RecordSession, string]> {
  const card = entryByCode('KHXX-BD-001')
  if (!card) throw new Error('no card')
  here.copy.close()
  here.copy = (await here.office.open({ catalogue: [card] })).workingCopy
  const session = await here.open({ kind: 'new', code: 'KHXX-BD-001' })
  const { setValue, submit } = session.actions
  setValue(['customer'], { name: '示例甲有限公司' })
  setValue(['kind'], '企业')
  setValue(['phone'], '010-65550001')
  const done = await submit()
  expect(done ? [] : session.store.getState().problems).toEqual([])
  expect(done).toBe(true)
  const [row] = await here.copy.lists.findCustomers('示例', 1)
  return [session, row?.id ?? '']
}

async function colleague(id: string, fields: { readonly [key: string]: FieldValue }): Promise<void> {
  const view = await here.copy.customers.get(id)
  if (!view) throw new Error('no customer')
  here.office.clock.advance(1000)
  const { values: base } = view.customer
  const values = { ...base, fields: { ...base.fields, ...fields } }
  await here.copy.customers.save({ id, base, values, seen: view.seen })
}

const conflictsOf = async (id: string) =>
  (await here.copy.customers.get(id))?.conflicts.map(({ survivors }) => survivors.map(({ value }) => value))

async function until(condition: () => boolean): Promise<void> {
  for (let i = 0; i < 5000 && !condition(); i++) {
    await new Promise((resolve) => setImmediate(resolve))
    await here.pass(0)
  }
  expect(condition()).toBe(true)
}

describe('[ST41] an open card', () => {
  it('keeps a colleague’s value of the field that is typed beside the typed one', async () => {
    const [session, id] = await openCard()
    session.actions.setValue(['phone'], '010-65550003')
    await colleague(id, { phone: '010-65550002', fax: '010-65550009' })
    await until(() => fieldsOf(session)['fax'] === '010-65550009')
    expect(fieldsOf(session)['phone']).toBe('010-65550003')
    here.office.clock.advance(1000)
    expect(await session.actions.save()).toBe(true)
    expect(await conflictsOf(id)).toEqual([['010-65550003', '010-65550002']])
  })

  it('replaces what it wrote itself, save after save', async () => {
    const [session, id] = await openCard()
    for (const phone of ['010-65550002', '010-65550003']) {
      here.office.clock.advance(1000)
      session.actions.setValue(['phone'], phone)
      expect(await session.actions.save()).toBe(true)
    }
    expect(await conflictsOf(id)).toEqual([])
    expect((await here.copy.customers.get(id))?.customer.values.fields['phone']).toBe('010-65550003')
  })
})

describe('[ST41] a card that is only a draft', () => {
  const begin = async (id: string) => here.open({ kind: 'new', code: 'KHXX-BD-001', customer: id })

  it('writes what was typed against what it showed, and leaves what a colleague changed meanwhile', async () => {
    const [, id] = await openCard()
    await colleague(id, { email: 'a@example.com' })
    const begun = await begin(id)
    expect(fieldsOf(begun)).toMatchObject({ phone: '010-65550001', email: 'a@example.com' })
    begun.actions.setValue(['website'], 'a.example.com')
    begun.actions.setValue(['email'], 'b@example.com')
    await begun.actions.flush()
    await colleague(id, { phone: '010-65550002', fax: '010-65550009' })
    const [draft] = await here.drafts()
    const again = await here.open({ kind: 'draft', id: draft?.id ?? '' })
    here.office.clock.advance(1000)
    expect(await again.actions.submit()).toBe(true)
    const view = await here.copy.customers.get(id)
    expect(view?.customer.values.fields).toMatchObject({
      phone: '010-65550002',
      fax: '010-65550009',
      email: 'b@example.com',
      website: 'a.example.com',
    })
    expect(view?.conflicts).toEqual([])
    expect(fieldsOf(again)['phone']).toBe('010-65550002')
  })

  it('keeps both where it and a colleague changed the same field, and empties what was taken out of it', async () => {
    const [, id] = await openCard()
    await colleague(id, { email: 'a@example.com' })
    const begun = await begin(id)
    begun.actions.setValue(['phone'], '010-65550003')
    begun.actions.setValue(['email'], null)
    await begun.actions.flush()
    await colleague(id, { phone: '010-65550002' })
    here.office.clock.advance(1000)
    expect(await begun.actions.submit()).toBe(true)
    expect(await conflictsOf(id)).toEqual([['010-65550003', '010-65550002']])
    expect((await here.copy.customers.get(id))?.customer.values.fields['email']).toBeUndefined()
  })

  it('goes on from what it showed when it is kept as a record and opened again', async () => {
    const [, id] = await openCard()
    await colleague(id, { email: 'a@example.com', fax: '010-65550008' })
    const begun = await begin(id)
    await colleague(id, { phone: '010-65550002' })
    begun.actions.setValue(['website'], 'a.example.com')
    begun.actions.setValue(['email'], 'b@example.com')
    begun.actions.setValue(['fax'], null)
    here.office.clock.advance(1000)
    expect(await begun.actions.save()).toBe(true)
    expect(await here.drafts()).toEqual([])
    await colleague(id, { email: 'c@example.com' })
    const again = await here.open({ kind: 'record', id: begun.store.getState().recordId })
    expect(fieldsOf(again)).toMatchObject({ phone: '010-65550001', email: 'b@example.com' })
    here.office.clock.advance(1000)
    expect(await again.actions.submit()).toBe(true)
    const fields = (await here.copy.customers.get(id))?.customer.values.fields
    expect(fields).toMatchObject({ phone: '010-65550002', website: 'a.example.com' })
    expect(fields?.['fax']).toBeUndefined()
    expect(await conflictsOf(id)).toEqual([['b@example.com', 'c@example.com']])
    expect(again.store.getState().conflicts).toEqual([])
  })
})
