import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { entryByCode } from '../../../../shared/catalogue'
import { readCustomer } from '../../../../shared/customers/customer'
import { emptyValues, type FieldValue, type FormValues } from '../../../../shared/forms/values'
import type { WorkingCopy } from '../../../../renderer/db'
import { uuidv7 } from '../../../../shared/kernel/ids'
import { complaintOf, makeOffice, type Office } from './support'

let office: Office
let copy: WorkingCopy

const person = { id: 'p1', name: '示例员工甲' }
const entryOf = (code: string) => {
  const entry = entryByCode(code)
  if (!entry) throw new Error(code)
  return entry
}
const card = entryOf('KHXX-BD-001')
const complaint = entryOf('KHTS-BD-001')
const largeCustomer = entryOf('KHGL-BD-009')

beforeEach(async () => {
  office = await makeOffice()
  copy = (await office.open({ catalogue: [card, complaint, largeCustomer] })).workingCopy
})

afterEach(async () => {
  copy.close()
  await office.close()
})

const fieldsOf = (fields: { readonly [key: string]: FieldValue }): FormValues => ({ ...emptyValues, fields })

async function make(fields: { readonly [key: string]: FieldValue }) {
  const made = await copy.customers.create(fieldsOf(fields), person)
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  return made.value
}

async function submit(entry: typeof card, values: FormValues, id = uuidv7(office.clock, office.random)) {
  office.clock.advance(1000)
  const written = await copy.records.write({
    id,
    template: entry.template,
    templateHash: entry.hash,
    base: emptyValues,
    values,
    seen: {},
    act: { act: 'submit' },
    person,
  })
  if (!written.ok) throw new Error(JSON.stringify(written.error))
  return { id, number: written.value.number }
}

const cardValues: FormValues = {
  ...emptyValues,
  fields: {
    customer: { name: '示例甲有限公司' },
    kind: '企业',
    phone: '010-65550001',
    account: '6222000000000001',
    creditLimit: '50000',
  },
  rows: { contacts: [{ id: 'row1', cells: { name: '示例联系人', mobile: '13800000001', chat: '微信' } }] },
}

describe('the customer master', () => {
  it('gives codes by the rule of 客户资料卡, to cards and to customers made on the spot in one run', async () => {
    expect((await make({ name: '示例一' })).values.fields['code']).toBe('KH-2026-0001')
    expect((await submit(card, cardValues)).number).toBe('KH-2026-0002')
    expect((await make({ name: '示例三' })).values.fields['code']).toBe('KH-2026-0003')
    copy.close()
    copy = (await office.restart()).workingCopy
    expect((await make({ name: '示例四', code: 'A-1' })).values.fields['code']).toBe('A-1')
  })

  it('says when another customer bears the same code, and no more when that one was merged away', async () => {
    const one = await make({ name: '示例一', code: 'A-1' })
    expect((await copy.customers.get(one.id))?.sharesCode).toBe(false)
    const two = await make({ name: '示例二', code: 'A-1' })
    expect((await copy.customers.get(one.id))?.sharesCode).toBe(true)
    const { values } = one
    await copy.customers.merge({ into: one.id, from: [two.id], base: values, values, seen: {} })
    expect((await copy.customers.get(one.id))?.sharesCode).toBe(false)
  })

  it('[ST39] is written by a card when it is 登记, with the card’s number as its code and its contacts', async () => {
    const { id } = await submit(card, cardValues)
    const [row] = await copy.lists.findCustomers('示例甲', 5)
    const customer = (await copy.customers.get(row?.id ?? ''))?.customer
    expect(customer?.values.fields).toMatchObject({
      name: '示例甲有限公司',
      code: 'KH-2026-0001',
      kind: '企业',
      phone: '010-65550001',
      bankAccount: '6222000000000001',
      creditLimit: '50000',
    })
    expect(customer?.values.rows['contacts']).toEqual([
      { id: 'row1', cells: { name: '示例联系人', mobile: '13800000001' } },
    ])
    expect((await copy.records.get(id))?.values.fields['customer']).toEqual({
      id: row?.id,
      name: '示例甲有限公司',
    })
  })

  it('[ST41] is shown by its cards as it stands now, and what a card says otherwise is written through', async () => {
    const { id } = await submit(card, cardValues)
    const [row] = await copy.lists.findCustomers('示例甲', 5)
    const view = await copy.customers.get(row?.id ?? '')
    if (!view) throw new Error('no customer')
    const moved = {
      ...view.customer.values,
      fields: { ...view.customer.values.fields, phone: '010-65550002' },
    }
    await copy.customers.save({
      id: view.customer.id,
      base: view.customer.values,
      values: moved,
      seen: view.seen,
    })
    const shown = await copy.records.get(id)
    expect(shown?.values.fields['phone']).toBe('010-65550002')
    if (!shown) throw new Error('no card')
    const values = { ...shown.values, fields: { ...shown.values.fields, fax: '010-65550003' } }
    await copy.records.write({
      id,
      template: card.template,
      templateHash: card.hash,
      base: shown.values,
      values,
      seen: shown.seen,
      act: { act: 'save' },
      person,
    })
    const after = (await copy.customers.get(view.customer.id))?.customer.values.fields
    expect(after).toMatchObject({ phone: '010-65550002', fax: '010-65550003' })
  })

  it('keeps one customer for two cards of it', async () => {
    await submit(card, cardValues)
    await submit(largeCustomer, fieldsOf({ customer: { name: '示例甲有限公司' }, region: '示例区' }))
    const { count } = await copy.lists.customers({}, 0, 10)
    expect(count).toBe(1)
    const [row] = await copy.lists.findCustomers('示例甲', 5)
    expect((await copy.customers.get(row?.id ?? ''))?.customer.values.fields).toMatchObject({
      region: '示例区',
      phone: '010-65550001',
      code: 'KH-2026-0001',
    })
  })

  it('is linked by a record that bears the name of just one customer', async () => {
    const one = await make({ name: '示例乙公司' })
    const { id } = await submit(complaint, complaintOf('示例乙公司'))
    expect((await copy.records.get(id))?.row.customers).toEqual([one.id])
    await make({ name: '示例乙公司' })
    const again = await submit(complaint, complaintOf('示例乙公司'))
    expect((await copy.records.get(again.id))?.row.customers).toEqual(['=示例乙公司'])
  })

  it('[ST40] takes another one in with all its records, and gives it back', async () => {
    const one = await make({ name: '示例丙公司', phone: '010-65550001' })
    const two = await make({ name: '示例丙有限公司', email: 'a@example.com' })
    await submit(complaint, complaintOf('示例丙有限公司'))
    const seen = (await copy.customers.get(one.id))?.seen ?? {}
    const values = fieldsOf({ ...one.values.fields, email: 'a@example.com' })
    office.clock.advance(1000)
    await copy.customers.merge({ into: one.id, from: [two.id], base: one.values, values, seen, person })
    expect((await copy.lists.records({ customers: [one.id] }, 0, 10)).count).toBe(1)
    expect((await copy.customers.survivor(two.id))?.id).toBe(one.id)
    expect((await copy.customers.get(one.id))?.customer.values.fields['email']).toBe('a@example.com')
    office.clock.advance(1000)
    await copy.customers.undoMerge(two.id, person)
    expect((await copy.customers.survivor(two.id))?.id).toBe(two.id)
    expect((await copy.customers.get(one.id))?.customer.values).toEqual(one.values)
    expect((await copy.lists.records({ customers: [one.id] }, 0, 10)).count).toBe(0)
  })

  it('leaves what was changed since a merge alone when that is undone', async () => {
    const one = await make({ name: '示例丁公司' })
    const two = await make({ name: '示例丁有限公司', email: 'a@example.com' })
    const seen = (await copy.customers.get(one.id))?.seen ?? {}
    const values = fieldsOf({ ...one.values.fields, email: 'a@example.com' })
    await copy.customers.merge({ into: one.id, from: [two.id], base: one.values, values, seen })
    const now = await copy.customers.get(one.id)
    if (!now) throw new Error('no customer')
    const changed = fieldsOf({ ...now.customer.values.fields, email: 'b@example.com' })
    await copy.customers.save({ id: one.id, base: now.customer.values, values: changed, seen: now.seen })
    await copy.customers.undoMerge(two.id)
    expect((await copy.customers.get(one.id))?.customer.values.fields['email']).toBe('b@example.com')
  })

  it('gives back cells of rows and removed rows too when a merge is undone', async () => {
    const one = await make({ name: '示例子公司' })
    const rows = [
      { id: 'row1', cells: { name: '示例联系人甲', mobile: '13800000001' } },
      { id: 'row2', cells: { name: '示例联系人乙' } },
    ]
    const first = await copy.customers.get(one.id)
    if (!first) throw new Error('no customer')
    const before = { ...one.values, rows: { contacts: rows } }
    await copy.customers.save({ id: one.id, base: one.values, values: before, seen: first.seen })
    const two = await make({ name: '示例子有限公司' })
    const seen = (await copy.customers.get(one.id))?.seen ?? {}
    const merged = [{ id: 'row1', cells: { name: '示例联系人甲', mobile: '13900000001', post: '经理' } }]
    const values = {
      ...before,
      rows: { contacts: [...merged, { id: 'row3', cells: { name: '示例联系人丙' } }] },
    }
    await copy.customers.merge({ into: one.id, from: [two.id], base: before, values, seen })
    expect((await copy.customers.get(one.id))?.customer.values).toEqual(values)
    await copy.customers.undoMerge(two.id)
    expect((await copy.customers.get(one.id))?.customer.values).toEqual(before)
  })

  it('leaves both that took one in apart when that is undone', async () => {
    const [one, two, taken] = [
      await make({ name: '示例丑公司' }),
      await make({ name: '示例寅公司' }),
      await make({ name: '示例卯公司' }),
    ]
    const { folder } = office
    // Two computers, neither of which saw the other's merge.
    const changes = [one, two].flatMap(({ id }, i) => {
      const batch = uuidv7(office.clock, office.random)
      const fax = `010-6555000${String(i)}`
      return [
        {
          entity: { kind: 'customer', id },
          batch,
          edits: [{ op: 'set', path: ['fax'], value: fax, over: [] }],
        },
        {
          entity: { kind: 'customer', id: taken.id },
          batch,
          edits: [{ op: 'set', path: ['@mergedInto'], value: id, over: [] }],
        },
      ] as const
    })
    expect((await folder.bridge.call('journal:append', { changes })).ok).toBe(true)
    await copy.catchUp()
    expect((await copy.customers.get(taken.id))?.customer.state).toBe('merged')
    await copy.customers.undoMerge(taken.id)
    expect((await copy.customers.get(taken.id))?.customer.state).toBe('active')
    for (const { id, values } of [one, two])
      expect((await copy.customers.get(id))?.customer.values).toEqual(values)
  })

  it('is closed with a reason and reopened, and keeps everything', async () => {
    const { id } = await make({ name: '示例戊公司' })
    await copy.customers.closeAccount(id, '已迁走', person)
    const closed = (await copy.customers.get(id))?.customer
    expect(closed).toMatchObject({ state: 'closed', closeReason: '已迁走', name: '示例戊公司' })
    // What was imported and undone is closed; it is no double of what is imported anew, and no field proposes it.
    const again = await make({ name: '示例戊公司' })
    const ids = (rows: readonly { readonly id: string }[]) => rows.map((row) => row.id).sort()
    expect(await copy.lists.duplicates([])).toEqual([])
    expect(ids((await copy.lists.likely(fieldsOf({ name: '示例戊公司' }))).map(({ row }) => row))).toEqual([
      again.id,
    ])
    expect(ids(await copy.lists.findActiveCustomers('示例戊', 1))).toEqual([again.id])
    expect(ids(await copy.lists.findCustomers('示例戊', 5))).toEqual([id, again.id].sort())
    await copy.customers.reopenAccount(id, person)
    expect((await copy.lists.duplicates([])).length).toBe(1)
    expect((await copy.customers.get(id))?.customer).toMatchObject({ state: 'active', closeReason: '' })
  })

  it('remembers pairs that are two, over a restart', async () => {
    const one = await make({ name: '示例己公司', phone: '13800000002' })
    const two = await make({ name: '示例庚公司', phone: '138 0000 0002' })
    expect(
      (await copy.lists.duplicates([])).map((group) => group.map(({ row }) => row.title).sort()),
    ).toEqual([['示例己公司', '示例庚公司'].sort()])
    await copy.customers.setApart([two.id, one.id], true)
    copy.close()
    copy = (await office.restart()).workingCopy
    const apart = await copy.customers.apart()
    expect(apart).toEqual([[one.id, two.id].sort()])
    expect(await copy.lists.duplicates(apart)).toEqual([])
    await copy.customers.setApart([one.id, two.id], false)
    expect(await copy.customers.apart()).toEqual([])
  })

  it('follows a circle of merges that two computers made to the same one', async () => {
    const one = await make({ name: '示例辛' })
    const two = await make({ name: '示例壬' })
    const merge = async (into: typeof one, from: typeof one) =>
      copy.customers.merge({
        into: into.id,
        from: [from.id],
        base: into.values,
        values: into.values,
        seen: {},
      })
    await merge(one, two)
    await merge(two, one)
    const smallest = [one.id, two.id].sort()[0]
    expect((await copy.customers.survivor(one.id))?.id).toBe(smallest)
    expect((await copy.customers.survivor(two.id))?.id).toBe(smallest)
  })

  it('[ST40] shows the one of a circle by its own state, 销户 or not, whatever state the others have', async () => {
    for (const closes of ['stays', 'goes'] as const) {
      const one = await make({ name: `示例${closes}一` })
      const two = await make({ name: `示例${closes}二` })
      const [stays = '', goes = ''] = [one.id, two.id].sort()
      for (const [into, from] of [
        [one, two],
        [two, one],
      ] as const) {
        office.clock.advance(1000)
        const { values } = into
        await copy.customers.merge({ into: into.id, from: [from.id], base: values, values, seen: {} })
      }
      await copy.customers.closeAccount(closes === 'stays' ? stays : goes, '迁走')
      const expected = closes === 'stays' ? 'closed' : 'active'
      for (const restarted of [false, true]) {
        if (restarted) {
          copy.close()
          copy = (await office.restart()).workingCopy
        }
        const listed = await copy.lists.customers({ states: [expected], text: `示例${closes}` }, 0, 10)
        expect(listed.rows.map(({ id, state, from }) => [id, state, from])).toEqual([[stays, expected, '']])
        expect((await copy.customers.get(stays))?.customer.state).toBe(expected)
        expect((await copy.customers.survivor(goes))?.state).toBe(expected)
        expect((await copy.lists.customerRows([stays]))[0]?.state).toBe(expected)
      }
    }
  })

  it('[ST40] offers the one of a circle that stays, after a restart too, and gives the other back', async () => {
    const one = await make({ name: '示例癸公司', phone: '13800000003' })
    const two = await make({ name: '示例癸有限公司', phone: '13800000003' })
    for (const [into, from] of [
      [one, two],
      [two, one],
    ] as const) {
      office.clock.advance(1000)
      const { values } = into
      await copy.customers.merge({ into: into.id, from: [from.id], base: values, values, seen: {} })
    }
    const [stays = '', goes = ''] = [one.id, two.id].sort()
    for (const restarted of [false, true]) {
      if (restarted) {
        copy.close()
        copy = (await office.restart()).workingCopy
      }
      const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id)
      const listed = await copy.lists.customers({ states: ['active'] }, 0, 10)
      expect(ids(listed.rows)).toEqual([stays])
      expect(listed.rows[0]).toMatchObject({ state: 'active', from: '' })
      expect(ids((await copy.lists.customers({ states: ['merged'] }, 0, 10)).rows)).toEqual([goes])
      expect(ids(await copy.lists.findCustomers('示例癸', 10))).toEqual([stays])
      expect(
        (await copy.lists.likely(fieldsOf({ name: '示例癸公司', phone: '13800000003' }))).map(
          ({ row }) => row.id,
        ),
      ).toEqual([stays])
      expect((await copy.customers.get(stays))?.customer).toMatchObject({ state: 'active', mergedInto: '' })
      expect((await copy.customers.get(goes))?.customer.state).toBe('merged')
    }
    const name = stays === one.id ? '示例癸公司' : '示例癸有限公司'
    const { id } = await submit(complaint, complaintOf(name))
    expect((await copy.records.get(id))?.row.customers).toEqual([stays])
    await copy.customers.undoMerge(goes, person)
    expect((await copy.lists.customers({ states: ['active'] }, 0, 10)).count).toBe(2)
    expect((await copy.customers.survivor(stays))?.id).toBe(stays)
    expect((await copy.customers.survivor(goes))?.id).toBe(goes)
  })

  it('reads an empty state as a customer without a name', () => {
    const state = { ...emptyEntity, registers: {} }
    expect(readCustomer(state)).toMatchObject({ name: '', state: 'active', mergedInto: '' })
  })
})

const emptyEntity = {
  entity: { kind: 'customer' as const, id: 'c' },
  applied: [],
  registers: {},
  rows: {},
  awaited: {},
  template: null,
  first: null,
  last: null,
  unknown: [],
}
