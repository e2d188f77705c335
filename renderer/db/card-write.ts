import {
  contactsField,
  customerField,
  isCard,
  overlayCard,
  writeThrough,
} from '../../shared/customers/by-meaning'
import { readCustomer, textOf } from '../../shared/customers/customer'
import { CONTACTS, fieldOfMeaning } from '../../shared/customers/fields'
import { isRows } from '../../shared/forms/field-types'
import type { Field, Path } from '../../shared/forms/field'
import type { Template } from '../../shared/forms/template'
import { emptyValues, type FieldValue, type FormValues, type PersonRef } from '../../shared/forms/values'
import { uuidv7 } from '../../shared/kernel/ids'
import {
  compareHlc,
  makeEdits,
  recordInfo,
  seenOf,
  survivorsAt,
  type EntityRef,
  type EntityState,
  type NewChange,
} from '../../shared/store'
import { filledIn } from '../../shared/store/state-at'
import { seenInMaster } from './card-seen'
import { withoutDerived } from '../../shared/forms/values/derived'
import { currentState, type Desk } from './journal'
import type { RecordWrite } from './records-types'
import { shownLine, survivorIn } from './survivors'

/** The customer that a card shows. */
export interface CardCustomer {
  readonly ref: EntityRef
  readonly name: string
  /** Null: the card makes it, or it has not arrived yet. */
  readonly state: EntityState | null
  /** The card names it for the first time. */
  readonly isNew: boolean
  /** Empty while it has none. */
  readonly code: string
}

/**
 * Values whose customers are linked: a name that just one customer bears (一户) names it from now on. Names that stand in
 * `before` as they are stay as they are: what nobody typed must not become a 更正.
 */
export async function linkCustomers(
  desk: Desk,
  template: Template,
  before: FormValues,
  values: FormValues,
): Promise<FormValues> {
  const linked = async (field: Field, value: FieldValue | undefined, was: FieldValue | undefined) => {
    if (field.type.type !== 'customer' || typeof value !== 'object' || !('name' in value)) return value
    if (value.id !== undefined || value.name === nameIn(was)) return value
    return (await bearerOf(desk, value.name)) ?? value
  }
  const fields = { ...values.fields }
  const rows = { ...values.rows }
  for (const field of template.fields) {
    const value = await linked(field, fields[field.key], before.fields[field.key])
    if (value !== undefined) fields[field.key] = value
    if (!isRows(field) || !field.type.columns.some(({ type }) => type.type === 'customer')) continue
    const were = new Map((before.rows[field.key] ?? []).map(({ id, cells }) => [id, cells]))
    rows[field.key] = await Promise.all(
      (rows[field.key] ?? []).map(async (row) => {
        const cells = { ...row.cells }
        for (const column of field.type.columns) {
          const cell = await linked(column, cells[column.key], were.get(row.id)?.[column.key])
          if (cell !== undefined) cells[column.key] = cell
        }
        return { ...row, cells }
      }),
    )
  }
  return { ...values, fields, rows }
}

/** The name in a value that names a customer; empty for any other. */
const nameIn = (value: FieldValue | null | undefined): string =>
  typeof value === 'object' && value !== null && 'name' in value ? value.name : ''

/** The one customer of that name; undefined when there is none, or several. */
async function bearerOf({ db }: Desk, name: string): Promise<PersonRef | undefined> {
  const rows = await db.customers.where('title').equals(name.trim()).toArray()
  const shown = await Promise.all(rows.map((row) => shownLine(db, row)))
  const [only, ...more] = shown.filter((row) => row.state === 'active')
  return only && more.length === 0 ? { id: only.id, name: only.title } : undefined
}

/**
 * The customer of a card that is 登记; null for other forms, and for a card without a name. `known`: the card as it is 登记
 * already, whose customer it stays when the name is typed anew.
 */
export async function cardCustomer(
  desk: Desk,
  template: Template,
  values: FormValues,
  known: EntityState | null,
): Promise<CardCustomer | null> {
  const named = isCard(template) ? customerField(template) : undefined
  const value = named ? values.fields[named.key] : undefined
  if (!named || typeof value !== 'object' || !('name' in value)) return null
  const link = value.id ?? linkIn(known, named)
  const id = link === undefined ? uuidv7(desk.clock, desk.random) : await survivorIn(desk.db, link)
  const ref: EntityRef = { kind: 'customer', id }
  const state = await currentState(desk, ref)
  const code = state ? textOf(readCustomer(state).values.fields['code']) : ''
  return { ref, name: value.name, state, isNew: link === undefined, code }
}

function linkIn(card: EntityState | null, { key }: Field): string | undefined {
  const value = card ? survivorsAt(card, [key])[0]?.value : undefined
  return typeof value === 'object' && value !== null && 'name' in value ? value.id : undefined
}

/** The card with the link to its customer. */
export function withLink(template: Template, values: FormValues, { ref, name }: CardCustomer): FormValues {
  const named = customerField(template)
  return named ? { ...values, fields: { ...values.fields, [named.key]: { id: ref.id, name } } } : values
}

/** What a card says of its customer, written into the master. `number`: the card's own, where it is the code. */
export function masterChange(
  { template, base, act, master: shown }: Pick<RecordWrite, 'template' | 'base' | 'act' | 'master'>,
  values: FormValues,
  { ref, name, state, isNew, code }: CardCustomer,
  number: string,
  card: EntityState | null,
): Omit<NewChange, 'person'> {
  const master = state ? readCustomer(state).values : emptyValues
  // A card becomes a view by 登记: until then all that stands on it is said by it, but for what it took over from the
  // customer when that was chosen; where that is not known, for what the master knows better.
  const opened = withoutDerived(template, base)
  const said = shown?.id === ref.id ? shown : undefined
  const before = isNew
    ? emptyValues
    : act.act === 'submit'
      ? (said?.shown ?? stale(template, opened, card, state))
      : opened
  const written = writeThrough(template, before, withoutDerived(template, values), master)
  // Beside a link the name is a copy: only one that was typed anew renames the customer.
  const stands = textOf(master.fields['name'])
  const was = act.act === 'submit' ? name : nameIn(before.fields[customerField(template)?.key ?? ''])
  const nameNow = stands === '' || name !== was ? name : stands
  const isCode = template.fields.some(
    (field) => field.type.type === 'serial' && field.meaning === 'customer.code',
  )
  const given = code === '' && isCode && number !== '' ? { code: number } : {}
  const to = { ...written, fields: { ...written.fields, name: nameNow, ...given } }
  const known = act.act !== 'submit' || said?.shown !== undefined ? said : undefined
  const seen = state === null ? {} : known ? seenInMaster(template, state, known.seen) : seenOf(state)
  const edits = makeEdits({ state, seen, from: master, to })
  return { entity: ref, edits }
}

/**
 * What stood on a card when it was opened for 登记 and was written there before the master's value came: what the master says
 * is newer and stays, unless it is typed anew.
 */
function stale(
  template: Template,
  opened: FormValues,
  card: EntityState | null,
  master: EntityState | null,
): FormValues {
  if (!card || !master) return emptyValues
  const isOlder = (path: Path, of: Path) => {
    const [here] = survivorsAt(card, path)
    const [there] = survivorsAt(master, of)
    return here !== undefined && there !== undefined && compareHlc(here.hlc, there.hlc) < 0
  }
  const fields = Object.entries(opened.fields).filter(([key]) => {
    const of = fieldOfMeaning(template.fields.find((field) => field.key === key)?.meaning)
    return of !== undefined && isOlder([key], [of.key])
  })
  const list = contactsField(template)
  const contacts = (list ? (opened.rows[list.key] ?? []) : []).flatMap((row) => {
    const cells = Object.entries(row.cells).filter(
      ([key]) => list && isOlder([list.key, row.id, key], [CONTACTS, row.id, key]),
    )
    return cells.length > 0 ? [{ id: row.id, cells: Object.fromEntries(cells) }] : []
  })
  return {
    ...emptyValues,
    fields: Object.fromEntries(fields),
    rows: list && contacts.length > 0 ? { [list.key]: contacts } : {},
  }
}

/**
 * What a card that is 登记 writes into the master when it is not filled in but set back or settled; null where there is
 * nothing to write. `to` makes what the card shows from what it shows now.
 */
export async function cardChange(
  desk: Desk,
  card: EntityState | null,
  to: (shown: FormValues) => FormValues,
): Promise<Omit<NewChange, 'person'> | null> {
  const info = card && recordInfo(card)
  const template = info && desk.templates(info.template ?? '')
  if (!template || (info.state !== 'submitted' && info.state !== 'closed')) return null
  const own = filledIn(card)
  const customer = await cardCustomer(desk, template, own, card)
  if (!customer?.state || customer.isNew) return null
  const base = overlayCard(template, own, readCustomer(customer.state))
  const values = to(base)
  const name = nameIn(values.fields[customerField(template)?.key ?? ''])
  const said = { ...customer, name: name === '' ? customer.name : name }
  const change = masterChange({ template, base, act: { act: 'save' } }, values, said, '', card)
  return change.edits.length > 0 ? change : null
}
