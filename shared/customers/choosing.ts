import { rowsField } from '../forms/field-types'
import { pathKey, type Path } from '../forms/field'
import type { Template } from '../forms/template'
import type { FieldValue, FormValues } from '../forms/values'
import { getValue, isEmptyValue, setValue } from '../forms/values/access'
import { convertValue } from '../forms/values/convert'
import { canonicalJson, type Json } from '../kernel/canonical-json'
import { customerField, isCard, sharedWith, withContacts } from './by-meaning'
import { personOf, type Customer } from './customer'
import { fieldOfMeaning } from './fields'

type Fields = Pick<Template, 'fields' | 'code'>

/** One value of a form that its customer answers. */
export interface Brought {
  readonly path: Path
  readonly value: FieldValue
}

/**
 * Whether a choice at `path` says something about the fields beside it: it does in the form's own customer field, and in
 * each row for that row. A second customer of the same sheet (第二名客户) brings in nothing.
 */
export function isAboutCustomer(template: Fields, path: Path): boolean {
  const [key = '', row, column] = path
  if (row === undefined) return customerField(template)?.key === key
  const columns = rowsField(template, key)?.type.columns
  return columns !== undefined && customerField({ fields: columns })?.key === column
}

/** What a customer answers beside the place where it is named, as far as it answers anything. */
export function answersAt(template: Fields, path: Path, customer: Customer): readonly Brought[] {
  if (!isAboutCustomer(template, path)) return []
  const [key = '', row] = path
  const fields = row === undefined ? template.fields : (rowsField(template, key)?.type.columns ?? [])
  return sharedWith({ fields }, customer).flatMap(({ field, value }) =>
    value === null ? [] : [{ path: row === undefined ? [field.key] : [key, row, field.key], value }],
  )
}

export interface Choosing {
  readonly template: Fields
  readonly values: FormValues
  /** The customer field, or its cell in a row. */
  readonly path: Path
  readonly customer: Customer
  /** What the customer that stood here before had brought in. */
  readonly replaceable: readonly Brought[]
  /** What the form had of itself before anybody typed: gives way where the customer has an answer. */
  readonly beginnings?: readonly Brought[]
}

export interface Chosen {
  readonly values: FormValues
  /** What was filled in: paths, in the order of the form. */
  readonly brought: readonly Brought[]
}

/**
 * A form after its customer was chosen. Empty fields are filled. What the one before had brought in and still stands as
 * it came is replaced, and emptied where the new one has no answer: a telephone number must not stay with another's name.
 * What a person typed stays.
 */
export function choose({ template, values, path, customer, replaceable, beginnings = [] }: Choosing): Chosen {
  const left = replaceable.filter(({ path: at, value }) => same(getValue(values, at), value))
  const cleared = left.reduce((before, { path: at }) => setValue(before, at, null), values)
  const begun = new Map(beginnings.map(({ path: at, value }) => [pathKey(at), value]))
  const brought = answersAt(template, path, customer).filter(({ path: at, value }) => {
    const here = getValue(cleared, at)
    return isEmptyValue(here) || (same(here, begun.get(pathKey(at))) && !same(here, value))
  })
  const filled = brought.reduce((before, { path: at, value }) => setValue(before, at, value), cleared)
  const named = setValue(filled, path, personOf(customer))
  const card = path.length === 1 && isCard(template)
  return { values: card ? withContacts(template, named, customer) : named, brought }
}

/** The form without what a choice brought in, as far as nobody has changed it since. */
export function takeBackBrought(values: FormValues, brought: readonly Brought[]): FormValues {
  return brought
    .filter(({ path, value }) => same(getValue(values, path), value))
    .reduce((before, { path }) => setValue(before, path, null), values)
}

/** Every place of a form where a customer of the master is named by its id. */
export function linkedPlaces(
  template: Fields,
  values: FormValues,
): readonly (Brought & { readonly id: string })[] {
  const places = template.fields.flatMap((field): Path[] => {
    if (field.type.type === 'customer') return [[field.key]]
    if (field.type.type !== 'rows') return []
    const columns = field.type.columns.filter(({ type }) => type.type === 'customer')
    return (values.rows[field.key] ?? []).flatMap(({ id }) => columns.map(({ key }) => [field.key, id, key]))
  })
  return places.flatMap((path) => {
    const value = getValue(values, path)
    const id = typeof value === 'object' && 'name' in value ? value.id : undefined
    return value !== undefined && id !== undefined && isAboutCustomer(template, path)
      ? [{ path, value, id }]
      : []
  })
}

/** One value beside a customer's name that is another one than the master's. */
export interface Difference {
  readonly path: Path
  /** Key of the master's field. */
  readonly of: string
  readonly here: FieldValue | null
  readonly there: FieldValue
}

/**
 * Where a form says something else than the master does now, in one place where that customer is named and beside it. What
 * the master leaves empty is no difference.
 */
export function differencesAt(
  template: Fields,
  values: FormValues,
  path: Path,
  customer: Customer,
): readonly Difference[] {
  if (!isAboutCustomer(template, path)) return []
  const [key = '', row] = path
  const fields = row === undefined ? template.fields : (rowsField(template, key)?.type.columns ?? [])
  const name = getValue(values, path) ?? null
  const renamed = typeof name === 'object' && name !== null && 'name' in name && name.name !== customer.name
  const names = renamed ? [{ path, of: 'name', here: name, there: personOf(customer) }] : []
  const others = sharedWith({ fields }, customer).flatMap(({ field, of, value }) => {
    const at = row === undefined ? [field.key] : [key, row, field.key]
    const here = getValue(values, at) ?? null
    return value === null || same(here, value) ? [] : [{ path: at, of, here, there: value }]
  })
  return [...names, ...others]
}

/** What a form says about the customer that it names at `path`, by the keys of the master's fields. */
export function saidAt(template: Fields, values: FormValues, path: Path): FormValues['fields'] {
  if (!isAboutCustomer(template, path)) return {}
  const [key = '', row] = path
  const fields = row === undefined ? template.fields : (rowsField(template, key)?.type.columns ?? [])
  const said = fields.flatMap((field) => {
    const of = fieldOfMeaning(field.meaning)
    const here = getValue(values, row === undefined ? [field.key] : [key, row, field.key])
    const value = of && of.key !== 'name' ? convertValue(here, of) : null
    return of && value !== null ? [[of.key, value] as const] : []
  })
  return Object.fromEntries(said)
}

/** What a form has of itself before anybody typed: a choice may replace it on a card, which shows the master. */
export function ownBeginnings(template: Fields, initial: FormValues): readonly Brought[] {
  if (!isCard(template)) return []
  const named = customerField(template)?.key
  return Object.entries(initial.fields)
    .filter(
      ([key]) =>
        key !== named && template.fields.some((field) => field.key === key && isMasters(field.meaning)),
    )
    .map(([key, value]) => ({ path: [key], value }))
}

const isMasters = (meaning: string | undefined): boolean => meaning?.startsWith('customer.') === true

/** By the key of its path: what a place is remembered under. */
export const placeOf = (path: Path): string => pathKey(path)

const same = (a: FieldValue | null | undefined, b: FieldValue | null | undefined): boolean =>
  canonicalJson((a ?? null) as Json) === canonicalJson((b ?? null) as Json)
