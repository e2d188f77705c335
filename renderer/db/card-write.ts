import { customerField, isCard, writeThrough } from '../../shared/customers/by-meaning'
import { readCustomer, textOf } from '../../shared/customers/customer'
import { survivorOf } from '../../shared/customers/merging'
import { isRows } from '../../shared/forms/field-types'
import type { Field } from '../../shared/forms/field'
import type { Template } from '../../shared/forms/template'
import { emptyValues, type FieldValue, type FormValues, type PersonRef } from '../../shared/forms/values'
import { uuidv7 } from '../../shared/kernel/ids'
import { makeEdits, seenOf, type EntityRef, type EntityState, type NewChange } from '../../shared/store'
import { withoutDerived } from './derived'
import { currentState, type Desk } from './journal'
import type { RecordWrite } from './records-types'

/** The customer that a card shows. */
export interface CardCustomer {
  readonly ref: EntityRef
  readonly name: string
  /** Null: the card makes it. */
  readonly state: EntityState | null
  /** Empty while it has none. */
  readonly code: string
}

/** Values whose customers are linked: a name that just one customer bears (一户) names it from now on. */
export async function linkCustomers(desk: Desk, template: Template, values: FormValues): Promise<FormValues> {
  const linked = async (field: Field, value: FieldValue | undefined) => {
    if (field.type.type !== 'customer' || typeof value !== 'object' || !('name' in value)) return value
    return value.id === undefined ? ((await bearerOf(desk, value.name)) ?? value) : value
  }
  const fields = { ...values.fields }
  const rows = { ...values.rows }
  for (const field of template.fields) {
    const value = await linked(field, fields[field.key])
    if (value !== undefined) fields[field.key] = value
    if (!isRows(field) || !field.type.columns.some(({ type }) => type.type === 'customer')) continue
    rows[field.key] = await Promise.all(
      (rows[field.key] ?? []).map(async (row) => {
        const cells = { ...row.cells }
        for (const column of field.type.columns) {
          const cell = await linked(column, cells[column.key])
          if (cell !== undefined) cells[column.key] = cell
        }
        return { ...row, cells }
      }),
    )
  }
  return { ...values, fields, rows }
}

/** The one customer of that name; undefined when there is none, or several. */
async function bearerOf({ db }: Desk, name: string): Promise<PersonRef | undefined> {
  const rows = await db.customers.where('title').equals(name.trim()).toArray()
  const [only, ...more] = rows.filter((row) => row.state === 'active')
  return only && more.length === 0 ? { id: only.id, name: only.title } : undefined
}

/** The customer of a card that is 登记; null for other forms, and for a card without a name. */
export async function cardCustomer(
  desk: Desk,
  template: Template,
  values: FormValues,
): Promise<CardCustomer | null> {
  const named = isCard(template) ? customerField(template) : undefined
  const value = named ? values.fields[named.key] : undefined
  if (typeof value !== 'object' || !('name' in value)) return null
  const id =
    value.id === undefined
      ? uuidv7(desk.clock, desk.random)
      : await survivorOf(value.id, async (at) => (await desk.db.customers.get(at))?.from ?? '')
  const ref: EntityRef = { kind: 'customer', id }
  const state = await currentState(desk, ref)
  const code = state ? textOf(readCustomer(state).values.fields['code']) : ''
  return { ref, name: value.name, state, code }
}

/** The card with the link to its customer. */
export function withLink(template: Template, values: FormValues, { ref, name }: CardCustomer): FormValues {
  const named = customerField(template)
  return named ? { ...values, fields: { ...values.fields, [named.key]: { id: ref.id, name } } } : values
}

/** What a card says of its customer, written into the master. `number`: the card's own, where it is the code. */
export function masterChange(
  { template, base, act }: Pick<RecordWrite, 'template' | 'base' | 'act'>,
  values: FormValues,
  { ref, name, state, code }: CardCustomer,
  number: string,
): Omit<NewChange, 'person'> {
  const master = state ? readCustomer(state).values : emptyValues
  // A card becomes a view by 登记: until then all that stands on it is said by it, saved as a draft before or not.
  const before = state && act.act !== 'submit' ? withoutDerived(template, base) : emptyValues
  const written = writeThrough(template, before, withoutDerived(template, values), master)
  const isCode = template.fields.some(
    (field) => field.type.type === 'serial' && field.meaning === 'customer.code',
  )
  const given = code === '' && isCode && number !== '' ? { code: number } : {}
  const to = { ...written, fields: { ...written.fields, name, ...given } }
  const edits = makeEdits({ state, seen: state ? seenOf(state) : {}, from: master, to })
  return { entity: ref, edits }
}
