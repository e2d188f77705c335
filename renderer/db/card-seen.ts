import { contactsField, sharedWith } from '../../shared/customers/by-meaning'
import type { Customer } from '../../shared/customers/customer'
import { CONTACTS, fieldOfMeaning } from '../../shared/customers/fields'
import { pathKey } from '../../shared/forms/field'
import { isRows } from '../../shared/forms/field-types'
import type { Template } from '../../shared/forms/template'
import type { FieldValue, FormValues } from '../../shared/forms/values'
import { canonicalJson, type Json } from '../../shared/kernel/canonical-json'
import { seenOf, type Dot, type EntityState } from '../../shared/store'
import type { Seen } from './records-types'

/** Registers of a customer and the fields of a card that show them. */
function shownBy({ fields }: Template): readonly (readonly [of: string, field: string])[] {
  return fields.flatMap((field) => {
    const of = fieldOfMeaning(field.meaning)
    return of && !isRows(field) ? [[of.key, field.key] as const] : []
  })
}

/** What stands under each register of a customer (`seenOf`), by the paths under which a card shows them. */
export function seenOnCard(template: Template, seen: Seen): Seen {
  const list = contactsField(template)
  return Object.fromEntries([
    ...shownBy(template).flatMap(([of, field]) => (seen[of] ? [[field, seen[of]] as const] : [])),
    ...(list ? moved(seen, CONTACTS, list.key) : []),
  ])
}

/**
 * What a card that is not 登记 yet took over from its customer when that was chosen: of what it shows then, the fields and
 * contacts that the master says so, too.
 */
export function tookOver(template: Template, values: FormValues, customer: Customer): FormValues {
  const answers = sharedWith(template, customer).filter(
    ({ field, value }) => value !== null && sameJson(values.fields[field.key], value),
  )
  const list = contactsField(template)
  const ids = new Set((customer.values.rows[CONTACTS] ?? []).map(({ id }) => id))
  const contacts = list ? (values.rows[list.key] ?? []).filter(({ id }) => ids.has(id)) : []
  return {
    fields: Object.fromEntries(answers.map(({ field, value }) => [field.key, value ?? ''])),
    matrices: {},
    rows: list && contacts.length > 0 ? { [list.key]: contacts } : {},
  }
}

const sameJson = (a: FieldValue | undefined, b: FieldValue | null): boolean =>
  canonicalJson((a ?? null) as Json) === canonicalJson(b as Json)

/** The same the other way: what a write of this card may replace in its customer. `shown`: `seenOnCard` of then. */
export function seenInMaster(template: Template, master: EntityState, shown: Seen): Seen {
  const list = contactsField(template)
  const others = Object.entries(seenOf(master)).filter(
    ([key]) => list === undefined || !isUnder(CONTACTS, key),
  )
  const fields = new Map<string, readonly Dot[]>()
  for (const [of, field] of shownBy(template)) {
    const dots = shown[field] ?? []
    // Two fields show one register: only what was seen by both may go.
    fields.set(of, fields.get(of)?.filter((dot) => dots.includes(dot)) ?? dots)
  }
  return Object.fromEntries([...others, ...fields, ...(list ? moved(shown, list.key, CONTACTS) : [])])
}

const isUnder = (rows: string, key: string): boolean => pathOf(key)[0] === rows && key.startsWith('[')

const pathOf = (key: string): readonly string[] =>
  key.startsWith('[') ? (JSON.parse(key) as readonly string[]) : [key]

const moved = (seen: Seen, from: string, to: string): readonly (readonly [string, readonly Dot[]])[] =>
  Object.entries(seen).flatMap(([key, dots]) =>
    isUnder(from, key) ? [[pathKey([to, ...pathOf(key).slice(1)]), dots] as const] : [],
  )
