import { Dexie } from 'dexie'
import { CARD } from '../../../shared/customers/by-meaning'
import type { PersonRef } from '../../../shared/forms/values'
import {
  bearers,
  countOn,
  isNumberKey,
  keyOf,
  keyTextOf,
  numberOf,
  type Counting,
  type Entry,
  type ImportTarget,
  type Known,
} from '../../../shared/import'
import type { Names } from '../../../shared/import/convert'
import type { ListRow } from '../../../shared/search/list-row'
import { recordInfo, type EntityState } from '../../../shared/store'
import { filledIn } from '../../../shared/store/state-at'
import { entityKey, type WorkingDb } from '../schema'
import { shownLine } from '../survivors'

/** Who may be meant by a name: just one of the staff, just one active customer. */
export async function namesIn(
  db: WorkingDb,
  { fields }: ImportTarget,
  staff: readonly PersonRef[],
): Promise<Names> {
  const all = fields.flatMap(({ type }) =>
    type.type === 'rows' ? [type, ...type.columns.map((c) => c.type)] : [type],
  )
  const customers = all.some(({ type }) => type === 'customer') ? await activeCustomers(db) : []
  return {
    person: bearers(staff),
    customer: bearers(customers.map(({ id, title }) => ({ id, name: title }))),
  }
}

async function activeCustomers(db: WorkingDb): Promise<readonly ListRow[]> {
  const rows = await db.customers.toArray()
  const shown = await Promise.all(rows.map((row) => shownLine(db, row)))
  return shown.filter(({ state }) => state === 'active')
}

export interface KnownWish {
  readonly target: ImportTarget
  readonly entries: readonly Entry[]
  readonly key: string | null
  readonly counting: Counting | null
}

/** What a plan asks of the working copy, and which numbers it gave, in their order. */
export interface KnownHere extends Known {
  readonly given: ReadonlySet<string>
}

export async function knownIn(db: WorkingDb, wish: KnownWish): Promise<KnownHere> {
  const { target, entries, key, counting } = wish
  const byText = key === null ? new Map<string, EntityState[]>() : await bearersOf(db, wish, key)
  const taken = await numbersTaken(db, target)
  const said = entries.map((entry) => numberOf(target, entry))
  const given = new Set<string>()
  const next = countOn(counting, said)
  return {
    bearers: (_, text) => byText.get(text) ?? [],
    isTaken: (number) => taken.has(number),
    nextNumber: () => {
      const number = next()
      if (number !== '') given.add(number)
      return number
    },
    given,
  }
}

/** Those that say in this column what an entry says there: first by their lines, then by what they are. */
async function bearersOf(
  db: WorkingDb,
  { target, entries }: KnownWish,
  key: string,
): Promise<Map<string, EntityState[]>> {
  const wanted = new Set(entries.map((entry) => keyOf(target, key, entry)).filter((text) => text !== ''))
  const isNumber = isNumberKey(target, key)
  const fits = ({ number, cells }: ListRow) =>
    wanted.has(keyTextOf(target, key, isNumber ? number : (cells[key] ?? '')))
  const ids: string[] = []
  if (target.kind === 'customers') {
    await db.customers.each((row) => {
      if (row.state === 'active' && fits(row)) ids.push(row.id)
    })
  } else {
    const code = target.template?.code ?? ''
    const rows = isNumber
      ? db.records.where('[list+number]').between([code, Dexie.minKey], [code, Dexie.maxKey])
      : db.records.toCollection()
    await rows.each((row) => {
      if (row.list === code && fits(row)) ids.push(row.id)
    })
  }
  const kind = target.kind === 'customers' ? 'customer' : 'record'
  const byText = new Map<string, EntityState[]>()
  for (let at = 0; at < ids.length; at += STATES) {
    const keys = ids.slice(at, at + STATES).map((id) => entityKey({ kind, id }))
    for (const found of await db.entities.bulkGet(keys)) {
      if (!found) continue
      const text = keyOf(target, key, {
        values: filledIn(found.state),
        number: numberThere(target, found.state),
      })
      byText.set(text, [...(byText.get(text) ?? []), found.state])
    }
  }
  return byText
}

/** States that are read at once. */
const STATES = 500

const numberThere = ({ kind }: ImportTarget, state: EntityState): string =>
  kind === 'records' ? (recordInfo(state).number ?? '') : ''

/** Numbers of the form's records; of customers their codes, and the numbers of their cards. */
async function numbersTaken(db: WorkingDb, { kind, template }: ImportTarget): Promise<ReadonlySet<string>> {
  const code = kind === 'customers' ? CARD : (template?.code ?? '')
  const keys = await db.records
    .where('[list+number]')
    .between([code, Dexie.minKey], [code, Dexie.maxKey])
    .keys()
  const taken = new Set(
    (keys as unknown as readonly (readonly [string, string])[]).map(([, number]) => number),
  )
  if (kind === 'customers' || code === CARD)
    for (const number of (await db.customers.orderBy('number').keys()) as readonly string[]) taken.add(number)
  taken.delete('')
  return taken
}
