import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { entryByCode } from '../../../../shared/catalogue'
import { emptyValues, type FieldValue, type FormValues } from '../../../../shared/forms/values'
import { uuidv7 } from '../../../../shared/kernel/ids'
import type { RecordView, RecordWrite, WorkingCopy } from '../../../../renderer/db'
import { complaintOf, makeOffice, type Office } from './support'

let office: Office
let copy: WorkingCopy

const entryOf = (code: string) => {
  const entry = entryByCode(code)
  if (!entry) throw new Error(code)
  return entry
}
const card = entryOf('KHXX-BD-001')
const complaint = entryOf('KHTS-BD-001')

beforeEach(async () => {
  office = await makeOffice()
  copy = (await office.open({ catalogue: [card, complaint] })).workingCopy
})

afterEach(async () => {
  copy.close()
  await office.close()
})

async function write(entry: typeof card, what: Omit<RecordWrite, 'template' | 'templateHash'>) {
  office.clock.advance(1000)
  const written = await copy.records.write({ template: entry.template, templateHash: entry.hash, ...what })
  if (!written.ok) throw new Error(JSON.stringify(written.error))
}

async function submit(entry: typeof card, values: FormValues): Promise<string> {
  const id = uuidv7(office.clock, office.random)
  await write(entry, { id, base: emptyValues, values, seen: {}, act: { act: 'submit' } })
  return id
}

async function opened(id: string): Promise<RecordView> {
  const view = await copy.records.get(id)
  if (!view) throw new Error('no record')
  return view
}

/** Saves a card as it was opened, with some fields and perhaps its contacts changed. */
const saveCard = (
  view: RecordView,
  fields: { readonly [key: string]: FieldValue },
  rows: FormValues['rows'] = {},
) =>
  write(card, {
    id: view.row.id,
    base: view.values,
    values: {
      ...view.values,
      fields: { ...view.values.fields, ...fields },
      rows: { ...view.values.rows, ...rows },
    },
    seen: view.seen,
    ...(view.master ? { master: view.master } : {}),
    act: { act: 'save' },
  })

async function customer(name = '示例') {
  const [row] = await copy.lists.findCustomers(name, 5)
  const view = await copy.customers.get(row?.id ?? '')
  if (!view) throw new Error('no customer')
  return view
}

/** What a colleague writes on the customer's page. */
async function change(to: (values: FormValues) => FormValues) {
  const { customer: before, seen } = await customer()
  office.clock.advance(1000)
  await copy.customers.save({ id: before.id, base: before.values, values: to(before.values), seen })
}

const withFields = (values: FormValues, fields: { readonly [key: string]: FieldValue }): FormValues => ({
  ...values,
  fields: { ...values.fields, ...fields },
})

const cardValues: FormValues = {
  ...emptyValues,
  fields: { customer: { name: '示例甲有限公司' }, kind: '企业', phone: '010-65550001' },
  rows: {
    contacts: [
      { id: 'row1', cells: { name: '示例联系人甲', mobile: '13800000001' } },
      { id: 'row2', cells: { name: '示例联系人乙', mobile: '13800000002' } },
    ],
  },
}

describe('[ST41] a card that is 登记', () => {
  it('leaves a name alone that a colleague changed while it was open', async () => {
    const view = await opened(await submit(card, cardValues))
    await change((values) => withFields(values, { name: '示例乙有限公司' }))
    await saveCard(view, { fax: '010-65550009' })
    expect((await customer()).customer.values.fields).toMatchObject({
      name: '示例乙有限公司',
      fax: '010-65550009',
    })
  })

  it('renames its customer when the name is typed anew, and makes no other', async () => {
    const view = await opened(await submit(card, cardValues))
    await saveCard(view, { customer: { name: '示例丙有限公司' } })
    expect((await copy.lists.customers({}, 0, 10)).count).toBe(1)
    expect((await customer()).customer).toMatchObject({ name: '示例丙有限公司' })
    expect((await opened(view.row.id)).values.fields['customer']).toEqual({
      id: (await customer()).customer.id,
      name: '示例丙有限公司',
    })
  })

  it('leaves contacts alone that a colleague changed, added or removed while it was open', async () => {
    const three = { id: 'row3', cells: { name: '示例联系人丙' } }
    const rows = [...(cardValues.rows['contacts'] ?? []), three]
    const view = await opened(await submit(card, { ...cardValues, rows: { contacts: rows } }))
    await change((values) => ({
      ...values,
      rows: {
        contacts: [
          { id: 'row1', cells: { name: '示例联系人甲', mobile: '13900000001' } },
          { id: 'row2', cells: { name: '示例联系人乙', mobile: '13800000002', post: '经理' } },
          { id: 'row4', cells: { name: '示例联系人丁' } },
        ],
      },
    }))
    const typed = (view.values.rows['contacts'] ?? []).map((row) =>
      row.id === 'row2' ? { ...row, cells: { ...row.cells, mobile: '13900000002' } } : row,
    )
    await saveCard(view, {}, { contacts: typed })
    expect((await customer()).customer.values.rows['contacts']).toEqual([
      { id: 'row1', cells: { name: '示例联系人甲', mobile: '13900000001' } },
      { id: 'row2', cells: { name: '示例联系人乙', mobile: '13900000002', post: '经理' } },
      { id: 'row4', cells: { name: '示例联系人丁' } },
    ])
  })

  it('shows nothing where the customer’s register was emptied', async () => {
    const id = await submit(card, cardValues)
    await change((values) => {
      const { phone: _, ...others } = values.fields
      return { ...values, fields: others, rows: {} }
    })
    expect((await opened(id)).values.fields['phone']).toBeUndefined()
  })

  it('shows no contacts where the customer’s were all removed, and leaves them removed', async () => {
    const id = await submit(card, cardValues)
    await change((values) => ({ ...values, rows: {} }))
    const view = await opened(id)
    expect(view.values.rows['contacts'] ?? []).toEqual([])
    await saveCard(view, { fax: '010-65550009' })
    expect((await customer()).customer.values.rows['contacts'] ?? []).toEqual([])
    expect((await customer()).customer.values.fields['fax']).toBe('010-65550009')
  })

  it('keeps both values of a field that a colleague changed in the customer meanwhile', async () => {
    const view = await opened(await submit(card, cardValues))
    await change((values) => withFields(values, { phone: '010-65550002', fax: '010-65550008' }))
    await saveCard(view, { phone: '010-65550003', fax: '010-65550009' })
    const { conflicts } = await customer()
    expect(
      conflicts.map(({ path, survivors }) => [path[0], survivors.map(({ value }) => value)]).sort(),
    ).toEqual([
      ['fax', ['010-65550009', '010-65550008']],
      ['phone', ['010-65550003', '010-65550002']],
    ])
    await saveCard(await opened(view.row.id), { phone: '010-65550004', fax: '010-65550001' })
    expect((await customer()).conflicts).toEqual([])
  })

  it('is set back together with its customer, and takes nothing else along', async () => {
    const first = await opened(await submit(card, cardValues))
    const { id } = first.row
    const then = (await copy.records.history(id))[0]?.dot ?? ''
    await saveCard(first, { phone: '010-65550002' })
    await change((values) => withFields(values, { fax: '010-65550009' }))
    const set = await copy.records.setBack(id, { dot: then, what: { part: 'all' }, reason: '' })
    expect(set.ok).toBe(true)
    expect((await opened(id)).values.fields['phone']).toBe('010-65550001')
    expect((await customer()).customer.values.fields).toMatchObject({
      phone: '010-65550001',
      fax: '010-65550009',
    })
  })

  it('settles a conflict together with its customer', async () => {
    const view = await opened(await submit(card, cardValues))
    await saveCard(view, { phone: '010-65550002' })
    // What the other computer had seen was the card before that.
    await saveCard(view, { phone: '010-65550003' })
    const [conflict] = (await opened(view.row.id)).conflicts
    const kept = conflict?.survivors.find(({ value }) => value === '010-65550002')
    if (!conflict || !kept) throw new Error('no conflict')
    office.clock.advance(1000)
    await copy.records.settle(view.row.id, conflict, kept.dot)
    const after = await opened(view.row.id)
    expect(after.conflicts).toEqual([])
    expect(after.values.fields['phone']).toBe('010-65550002')
  })

  it('does not take back a new name by a later card that was begun under the old one', async () => {
    await submit(card, cardValues)
    const { customer: known } = await customer()
    await change((values) => withFields(values, { name: '示例乙有限公司' }))
    await submit(card, {
      ...emptyValues,
      fields: { customer: { id: known.id, name: known.name }, fax: '010-65550009' },
    })
    expect((await customer()).customer.values.fields).toMatchObject({
      name: '示例乙有限公司',
      fax: '010-65550009',
    })
  })
})

describe('[ST37] a decision between what two wrote', () => {
  it('is no correction of its own', async () => {
    const view = await opened(await submit(card, withFields(cardValues, { account: '6222000000000000' })))
    await saveCard(view, { account: '6222000000000001' })
    await saveCard(view, { account: '6222000000000002' })
    const before = await opened(view.row.id)
    const [conflict] = before.conflicts
    if (!conflict) throw new Error('no conflict')
    office.clock.advance(1000)
    await copy.records.settle(view.row.id, conflict, conflict.survivors[1]?.dot ?? '')
    const after = await opened(view.row.id)
    expect([before.corrections, after.corrections, after.conflicts]).toEqual([2, 2, []])
  })

  it.each([true, false])('about a contact of a card holds for its customer (kept: %s)', async (keep) => {
    const view = await opened(await submit(card, cardValues))
    const rows = view.values.rows['contacts'] ?? []
    const { master: _, ...stale } = view
    const typed = rows.map((row) =>
      row.id === 'row2' ? { ...row, cells: { ...row.cells, mobile: '13900000002' } } : row,
    )
    await saveCard(stale, {}, { contacts: rows.filter(({ id }) => id !== 'row2') })
    await saveCard(stale, {}, { contacts: typed })
    const [disputed] = (await opened(view.row.id)).disputedRows
    if (!disputed) throw new Error('no disputed row')
    // What the colleague's page says meanwhile is the contrary of what is decided.
    if (keep) await change((values) => ({ ...values, rows: { contacts: rows.slice(0, 1) } }))
    office.clock.advance(1000)
    await copy.records.settleRow(view.row.id, disputed, keep)
    const ids = (await customer()).customer.values.rows['contacts']?.map(({ id }) => id)
    expect(ids).toEqual(keep ? ['row1', 'row2'] : ['row1'])
    expect((await opened(view.row.id)).disputedRows).toEqual([])
  })
})

describe('[ST37] a card', () => {
  it('is filled in later without a correction, and corrected where its customer’s value is replaced', async () => {
    const id = await submit(card, cardValues)
    await saveCard(await opened(id), { website: 'a.example.com' })
    expect((await opened(id)).corrections).toBe(0)
    await change((values) => withFields(values, { email: 'a@example.com' }))
    await saveCard(await opened(id), { email: 'b@example.com' })
    expect((await opened(id)).corrections).toBe(1)
    expect((await customer()).customer.values.fields).toMatchObject({
      website: 'a.example.com',
      email: 'b@example.com',
    })
  })
})

describe('[ST41] a card that lay about as a draft', () => {
  it('leaves what the master was told since, writes what is typed at 登记 and what the master lacks', async () => {
    await submit(card, cardValues)
    const { customer: known } = await customer()
    const id = uuidv7(office.clock, office.random)
    const draft: FormValues = {
      ...cardValues,
      fields: {
        ...cardValues.fields,
        customer: { id: known.id, name: known.name },
        email: 'a@example.com',
        website: 'a.example.com',
      },
    }
    await write(card, { id, base: emptyValues, values: draft, seen: {}, act: { act: 'save' } })
    await change((values) => ({
      ...withFields(values, { phone: '010-65550002', email: 'b@example.com' }),
      rows: {
        contacts: [
          { id: 'row1', cells: { name: '示例联系人甲', mobile: '13900000001' } },
          { id: 'row2', cells: { name: '示例联系人乙', mobile: '13800000002' } },
        ],
      },
    }))
    const view = await opened(id)
    const values = withFields(view.values, { email: 'c@example.com', fax: '010-65550009' })
    await write(card, { id, base: view.values, values, seen: view.seen, act: { act: 'submit' } })
    const after = (await customer()).customer.values
    expect(after.fields).toMatchObject({
      phone: '010-65550002',
      email: 'c@example.com',
      fax: '010-65550009',
      website: 'a.example.com',
    })
    expect(after.rows['contacts']?.[0]?.cells['mobile']).toBe('13900000001')
    expect((await opened(id)).values.fields['phone']).toBe('010-65550002')
  })
})

describe('a record whose customer came into the master after 登记', () => {
  it.each([{ act: 'close' }, { act: 'void', reason: '示例' }] as const)(
    '[ST37] is not corrected by $act alone',
    async (act) => {
      const id = await submit(complaint, complaintOf('示例乙公司'))
      await copy.customers.create({ ...emptyValues, fields: { name: '示例乙公司' } })
      const view = await opened(id)
      await write(complaint, { id, base: view.values, values: view.values, seen: view.seen, act })
      expect((await opened(id)).corrections).toBe(0)
    },
  )
})

describe('the number rule of 客户资料卡', () => {
  it('goes on behind the highest code, whatever other codes customers bear', async () => {
    for (const [name, code] of [
      ['示例一', 'KH-0007'],
      ['示例二', 'KH-贵宾'],
    ] as const)
      await copy.customers.create({ ...emptyValues, fields: { name, code } })
    expect(await copy.numberRules.next(card.template.code, 'KH-{0000}')).toEqual({
      number: 'KH-0008',
      after: 'KH-0007',
      skipped: [],
    })
  })
})
