import { contactsField, sharedWith, withContacts } from '../../shared/customers/by-meaning'
import type { Customer } from '../../shared/customers/customer'
import { CONTACTS, fieldOfMeaning } from '../../shared/customers/fields'
import { pathKey } from '../../shared/forms/field'
import { isRows } from '../../shared/forms/field-types'
import type { Template } from '../../shared/forms/template'
import { emptyValues, type FieldValue, type FormValues } from '../../shared/forms/values'
import { canonicalJson, type Json } from '../../shared/kernel/canonical-json'
import {
  compareText,
  foldChanges,
  parseDot,
  seenOf,
  type Dot,
  type EntityRef,
  type EntityState,
  type StoredChange,
} from '../../shared/store'
import { inOrder } from '../../shared/store/state-at'
import type { MasterSeen, Seen } from './records-types'

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

/**
 * The same of a card that was saved as a draft: what it showed then is what stands on it still, and what was taken out of
 * it since.
 */
export function tookOverThen(template: Template, values: FormValues, customer: Customer): FormValues {
  const answers = sharedWith(template, customer).filter(({ field, value }) => {
    const here = values.fields[field.key]
    return value !== null && (here === undefined || sameJson(here, value))
  })
  const list = contactsField(template)
  const contacts = list ? withContacts(template, emptyValues, customer).rows[list.key] : undefined
  return {
    fields: Object.fromEntries(answers.map(({ field, value }) => [field.key, value ?? ''])),
    matrices: {},
    rows: list && contacts ? { [list.key]: contacts } : {},
  }
}

/** What a draft keeps of that [ST41]: the customer, and for each writer the last dot that was known of it. */
export function knownText({ id, seen }: MasterSeen): string {
  const last = new Map<string, { readonly seq: number; readonly dot: Dot }>()
  for (const dot of Object.values(seen).flat()) {
    const at = parseDot(dot)
    if (at && at.seq > (last.get(at.writer)?.seq ?? 0)) last.set(at.writer, { seq: at.seq, dot })
  }
  return [id, ...[...last.values()].map(({ dot }) => dot).sort(compareText)].join(' ')
}

/** The customer as it was known then; null where the text is about another one, or nothing of it has arrived. */
export function knownState(
  ref: EntityRef,
  changes: readonly StoredChange[],
  text: string,
): EntityState | null {
  const [id, ...dots] = text.split(' ')
  if (id !== ref.id) return null
  const last = new Map(dots.map((dot) => [parseDot(dot)?.writer, parseDot(dot)?.seq ?? 0]))
  const known = inOrder(changes).filter(({ change }) => change.seq <= (last.get(change.writer) ?? 0))
  return known.length > 0 ? foldChanges(ref, known) : null
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
