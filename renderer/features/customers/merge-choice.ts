import { CONTACTS, ADDRESSES, CUSTOMER_FIELDS } from '../../../shared/customers/fields'
import type { Customer } from '../../../shared/customers/customer'
import { formatValue, isEmptyRow } from '../../../shared/forms'
import { isRows } from '../../../shared/forms/field-types'
import type { Field } from '../../../shared/forms/field'
import type { FieldValue, FormValues, RowValue } from '../../../shared/forms/values'
import { canonicalJson, type Json } from '../../../shared/kernel/canonical-json'

/** One line of the comparison: a field, and what each of the customers has in it. */
export interface ComparedField {
  readonly field: Field
  /** As they are read, in the order of the customers; empty where one has nothing. */
  readonly texts: readonly string[]
  /** Two of them say different things; an empty one says nothing. */
  readonly differs: boolean
}

/** Every field in which some of the customers has something. */
export function compare(customers: readonly Customer[]): readonly ComparedField[] {
  return CUSTOMER_FIELDS.filter((field) => !isRows(field)).flatMap((field) => {
    const texts = customers.map(({ values }) => formatValue(field, values.fields[field.key]))
    const said = new Set(texts.filter((text) => text !== ''))
    return said.size === 0 ? [] : [{ field, texts, differs: said.size > 1 }]
  })
}

/** Of each field the id of the customer whose value is kept; a field that is not named keeps what stands in the one that stays. */
export type Picks = { readonly [field: string]: string }

/** Which of the customers gives a field: the picked one, else the one that stays, else the first that has something. */
export function giverOf(customers: readonly Customer[], stays: string, picks: Picks, field: string): string {
  const has = (id: string | undefined) =>
    customers.find((customer) => customer.id === id)?.values.fields[field] !== undefined
  const picked = picks[field]
  if (picked !== undefined && has(picked)) return picked
  if (has(stays)) return stays
  return customers.find(({ id }) => has(id))?.id ?? stays
}

/**
 * What the customer that stays says afterwards: its own values, those that were picked of others, and what only others
 * know; contacts and addresses of all, each once. `newId` names rows whose id is taken.
 */
export function mergedValues(
  customers: readonly Customer[],
  stays: string,
  picks: Picks,
  newId: () => string,
): FormValues {
  const kept = customers.find(({ id }) => id === stays)
  if (!kept) throw new Error(`no customer ${stays} among those that are merged`)
  const fields: { [key: string]: FieldValue } = { ...kept.values.fields }
  for (const key of new Set(customers.flatMap(({ values }) => Object.keys(values.fields)))) {
    const giver = giverOf(customers, stays, picks, key)
    const value = customers.find(({ id }) => id === giver)?.values.fields[key]
    if (value !== undefined) fields[key] = value
  }
  const others = customers.filter(({ id }) => id !== stays)
  const rows: { [key: string]: readonly RowValue[] } = { ...kept.values.rows }
  for (const key of [CONTACTS, ADDRESSES]) {
    const joined = joinRows(
      [kept, ...others].map(({ values }) => values.rows[key] ?? []),
      newId,
    )
    if (joined.length > 0) rows[key] = joined
  }
  return { ...kept.values, fields, rows }
}

/** Rows one after another, each content once; those of the first list keep their place and ids. */
function joinRows(lists: readonly (readonly RowValue[])[], newId: () => string): readonly RowValue[] {
  const [own = [], ...others] = lists
  const seen = new Set(own.map(contentOf))
  const ids = new Set(own.map(({ id }) => id))
  const joined = [...own]
  for (const row of others.flat()) {
    if (isEmptyRow(row) || seen.has(contentOf(row))) continue
    seen.add(contentOf(row))
    const id = ids.has(row.id) ? newId() : row.id
    ids.add(id)
    joined.push({ ...row, id })
  }
  return joined
}

const contentOf = ({ cells }: RowValue): string => canonicalJson(cells as Json)

/** Who stays unless a person says otherwise: an active one, of those the one with the most filled in, then the oldest. */
export function usualStay(customers: readonly Customer[]): string {
  const worth = (customer: Customer) =>
    (customer.state === 'active' ? 1000 : 0) + Object.keys(customer.values.fields).length
  const [best] = [...customers].sort(
    (a, b) => worth(b) - worth(a) || (a.created?.hlc.ms ?? 0) - (b.created?.hlc.ms ?? 0),
  )
  return best?.id ?? ''
}

/** Every two of a group. */
export const pairsOf = (ids: readonly string[]): readonly (readonly [string, string])[] =>
  ids.flatMap((a, i) => ids.slice(i + 1).map((b) => [a, b] as const))
