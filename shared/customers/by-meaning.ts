import type { Field } from '../forms/field'
import { isRows } from '../forms/field-types'
import type { Template } from '../forms/template'
import { convertValue } from '../forms/values/convert'
import type { FieldValue, FormValues, RowValue } from '../forms/values'
import { canonicalJson, type Json } from '../kernel/canonical-json'
import { answerOf, personOf, type Customer } from './customer'
import { CONTACTS, fieldOfMeaning } from './fields'

type Fields = Pick<Template, 'fields' | 'code'>

/** 客户资料卡: its number is the customer's code. */
export const CARD = 'KHXX-BD-001'

/** Forms that show the master itself: what is changed on them is changed there. */
const CARDS: ReadonlySet<string> = new Set([
  // 客户资料卡, 法人客户信息资料表, 自然人客户信息资料表, 大客户档案表
  CARD,
  'KHXX-BD-020',
  'KHXX-BD-021',
  'KHGL-BD-009',
])

export const isCard = ({ code }: Pick<Template, 'code'>): boolean => CARDS.has(code)

/** The field in which a form names its customer; undefined for forms without one, or with one in each row. */
export const customerField = ({ fields }: Pick<Template, 'fields'>): Field | undefined =>
  fields.find((field) => field.type.type === 'customer' && field.meaning === 'customer.name') ??
  fields.find((field) => field.type.type === 'customer')

/** One field of a form that the customer master answers. */
export interface Shared {
  readonly field: Field
  /** Key of the master's field. */
  readonly of: string
  /** What the form would show; null where the master says nothing, or nothing that fits. */
  readonly value: FieldValue | null
}

/** What a form shares with its customer, the customer's name itself left out. */
export function sharedWith(template: Pick<Template, 'fields'>, customer: Customer): readonly Shared[] {
  return template.fields.flatMap((field) => {
    const master = fieldOfMeaning(field.meaning)
    if (!master || master.key === 'name' || isRows(field)) return []
    return [{ field, of: master.key, value: convertValue(answerOf(customer, master.key), field) }]
  })
}

/** A card as it is shown: what it shares with the master is the master's, also where that was emptied. */
export function overlayCard(template: Fields, values: FormValues, customer: Customer): FormValues {
  const emptied = new Set(
    sharedWith(template, customer)
      .filter(({ field, of }) => answerOf(customer, of) === undefined && isSaid(field, values))
      .map(({ field }) => field.key),
  )
  const standing = Object.entries(values.fields).filter(([key]) => !emptied.has(key))
  const answered = sharedWith(template, customer).flatMap(({ field, value }) =>
    value === null ? [] : [[field.key, value] as const],
  )
  const named = customerField(template)
  const own = named ? [[named.key, personOf(customer)] as const] : []
  const fields = { ...Object.fromEntries(standing), ...Object.fromEntries([...answered, ...own]) }
  return withContacts(template, { ...values, fields }, customer, true)
}

/** Whether a card's value is one that 登记 writes into the master; what the master cannot hold stays the card's own. */
function isSaid(field: Field, values: FormValues): boolean {
  const of = fieldOfMeaning(field.meaning)
  return of !== undefined && of.key !== 'code' && convertValue(values.fields[field.key], of) !== null
}

/** The master's values after a card was filled: only what the card says differently from `before` is written through. */
export function writeThrough(
  template: Fields,
  before: FormValues,
  after: FormValues,
  master: FormValues,
): FormValues {
  const fields: { [key: string]: FieldValue } = { ...master.fields }
  for (const field of template.fields) {
    const of = fieldOfMeaning(field.meaning)
    if (!of || of.key === 'code' || isRows(field)) continue
    const [was, is] = [before.fields[field.key] ?? null, after.fields[field.key] ?? null]
    if (same(was, is)) continue
    const value = convertValue(is, of)
    if (value !== null) fields[of.key] = value
    else if (is === null) Reflect.deleteProperty(fields, of.key)
  }
  return { ...master, fields, rows: { ...master.rows, ...contactsThrough(template, before, after, master) } }
}

/** A card's list of contacts and the master's are one: rows with the same ids, columns that mean the same. */
const CONTACT_COLUMNS: readonly string[] = ['name', 'post', 'mobile', 'phone']

export function contactsField({ fields }: Fields): Field | undefined {
  return fields.find(
    (field) => isRows(field) && field.type.columns.some((column) => column.meaning === 'customer.contact'),
  )
}

/** A card with the master's contacts in its list: `emptied` when the master has none, too; else its own stay then. */
export function withContacts(
  template: Fields,
  values: FormValues,
  customer: Customer,
  emptied = false,
): FormValues {
  const list = contactsField(template)
  const contacts = customer.values.rows[CONTACTS] ?? []
  if (!list || (contacts.length === 0 && !emptied)) return values
  if (contacts.length === 0) {
    // Rows of which the master can hold nothing were never written into it: they stay the card's own.
    const own = (values.rows[list.key] ?? []).filter((row) => Object.keys(picked(row)).length === 0)
    const { [list.key]: _, ...others } = values.rows
    return { ...values, rows: own.length > 0 ? { ...others, [list.key]: own } : others }
  }
  const here = new Map((values.rows[list.key] ?? []).map((row) => [row.id, row]))
  const rows = contacts.map((contact): RowValue => ({
    id: contact.id,
    cells: { ...here.get(contact.id)?.cells, ...picked(contact) },
  }))
  return { ...values, rows: { ...values.rows, [list.key]: rows } }
}

function contactsThrough(template: Fields, before: FormValues, after: FormValues, master: FormValues) {
  const list = contactsField(template)
  if (!list) return {}
  const [was, is] = [before.rows[list.key] ?? [], after.rows[list.key] ?? []]
  if (same(was.map(shownContact), is.map(shownContact))) return {}
  const known = new Map((master.rows[CONTACTS] ?? []).map((row) => [row.id, row]))
  const old = new Map(was.map((row) => [row.id, row]))
  const rows = is.flatMap((row) => contactThrough(old.get(row.id), row, known.get(row.id)))
  // Contacts of the master that the card never showed are not its to remove.
  const shown = new Set([...was, ...is].map(({ id }) => id))
  return { [CONTACTS]: [...rows, ...[...known.values()].filter(({ id }) => !shown.has(id))] }
}

/** The master's contact with what the card says anew; none where nothing is and the master let it go meanwhile. */
function contactThrough(was: RowValue | undefined, is: RowValue, known: RowValue | undefined): RowValue[] {
  const changed = CONTACT_COLUMNS.filter((key) => !same(was?.cells[key] ?? null, is.cells[key] ?? null))
  if (was && changed.length === 0) return known ? [known] : []
  const kept = Object.entries((known ?? was)?.cells ?? {}).filter(
    ([key]) => !changed.includes(key) && (known !== undefined || CONTACT_COLUMNS.includes(key)),
  )
  const said = changed.flatMap((key): [string, FieldValue][] => {
    const value = is.cells[key]
    return value === undefined ? [] : [[key, value]]
  })
  return [{ id: is.id, cells: Object.fromEntries([...kept, ...said]) }]
}

const shownContact = (row: RowValue) => ({ id: row.id, ...picked(row) })

const picked = (row: RowValue): RowValue['cells'] =>
  Object.fromEntries(Object.entries(row.cells).filter(([key]) => CONTACT_COLUMNS.includes(key)))

const same = (a: unknown, b: unknown): boolean => canonicalJson(a as Json) === canonicalJson(b as Json)
