import { contactsField } from '../../shared/customers/by-meaning'
import { CONTACTS, fieldOfMeaning } from '../../shared/customers/fields'
import { pathKey } from '../../shared/forms/field'
import { isRows } from '../../shared/forms/field-types'
import type { Template } from '../../shared/forms/template'
import { seenOf, type Dot, type EntityState } from '../../shared/store'
import type { Seen } from './records-types'

/** Registers of a customer and the fields of a card that show them. */
function shownBy({ fields }: Template): readonly (readonly [of: string, field: string])[] {
  return fields.flatMap((field) => {
    const of = fieldOfMeaning(field.meaning)
    return of && !isRows(field) ? [[of.key, field.key] as const] : []
  })
}

/** What stands under each register of a customer, by the paths under which a card shows them. */
export function seenOnCard(template: Template, master: EntityState): Seen {
  const seen = seenOf(master)
  const list = contactsField(template)
  return Object.fromEntries([
    ...shownBy(template).flatMap(([of, field]) => (seen[of] ? [[field, seen[of]] as const] : [])),
    ...(list ? moved(seen, CONTACTS, list.key) : []),
  ])
}

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
