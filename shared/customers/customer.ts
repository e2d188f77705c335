import type { FieldValue, FormValues, PersonRef, RowValue } from '../forms/values'
import { survivorsAt, valuesOf, type EntityState, type Stamp } from '../store'
import { CONTACTS } from './fields'

/** active; closed: 销户, kept and no longer offered; merged: taken in by another one. */
export type CustomerState = 'active' | 'closed' | 'merged'

/** Registers of a customer itself. `@mergedInto`: id of the one that took it in; emptied when that is undone. */
export const STATE = '@state'
export const CLOSE_REASON = '@closeReason'
export const MERGED_INTO = '@mergedInto'

/** One customer as its registers stand: the firm's one master of it. */
export interface Customer {
  /** UUIDv7. */
  readonly id: string
  readonly name: string
  /** By the keys of `CUSTOMER_FIELDS`. Fields of newer programs are kept. */
  readonly values: FormValues
  readonly state: CustomerState
  readonly closeReason: string
  /** Empty unless merged. */
  readonly mergedInto: string
  readonly created: Stamp | null
  readonly changed: Stamp | null
}

/** `stands`: it bears a link and is the one of a circle of merges that stays. [ST40] */
export function readCustomer(state: EntityState, stands = false): Customer {
  const text = (name: string) => textOf(survivorsAt(state, [name])[0]?.value)
  const { values } = valuesOf(state)
  const mergedInto = stands ? '' : text(MERGED_INTO)
  return {
    id: state.entity.id,
    name: textOf(values.fields['name']),
    values,
    state: mergedInto !== '' ? 'merged' : isClosed(state) ? 'closed' : 'active',
    closeReason: text(CLOSE_REASON),
    mergedInto,
    created: state.first,
    changed: state.last,
  }
}

/** 销户 by its own register, whether it was merged or not. */
export const isClosed = (state: EntityState): boolean => survivorsAt(state, [STATE])[0]?.value === 'closed'

export const personOf = (customer: Pick<Customer, 'id' | 'name'>): PersonRef => ({
  id: customer.id,
  name: customer.name,
})

/** What the master answers for one of its fields; a contact's name or phone may come from the first of the list. */
export function answerOf({ values }: Pick<Customer, 'values'>, key: string): FieldValue | undefined {
  const value = values.fields[key]
  if (value !== undefined) return value
  const first = values.rows[CONTACTS]?.[0]?.cells
  if (key === 'contact') return first?.['name']
  if (key === 'mobile') return first?.['mobile']
  if (key === 'phone') return values.fields['mobile'] ?? first?.['phone'] ?? first?.['mobile']
  return undefined
}

/** Every phone number of a customer, as typed. */
export function phonesOf(values: FormValues): readonly string[] {
  const own = ['phone', 'mobile', 'fax'].map((key) => textOf(values.fields[key]))
  const others = (values.rows[CONTACTS] ?? []).flatMap((row) =>
    ['mobile', 'phone'].map((key) => cell(row, key)),
  )
  return [...new Set([...own, ...others])].filter((phone) => phone !== '')
}

/** Names by which somebody may look for a customer: its own, its short name, its people's. */
export function namesOf(values: FormValues): readonly string[] {
  const own = ['name', 'shortName', 'contact', 'legalPerson'].map((key) => textOf(values.fields[key]))
  const people = (values.rows[CONTACTS] ?? []).map((row) => cell(row, 'name'))
  return [...new Set([...own, ...people])].filter((name) => name !== '')
}

const cell = (row: RowValue, key: string): string => textOf(row.cells[key])

export const textOf = (value: FieldValue | null | undefined): string =>
  typeof value === 'string' ? value : ''
