import { CARD } from '../../shared/customers/by-meaning'
import type { FieldValue, PersonRef } from '../../shared/forms/values'
import type { JournalFailure } from '../../shared/ipc/contract'
import { uuidv7 } from '../../shared/kernel/ids'
import { err, ok, type Result } from '../../shared/kernel/result'
import { CUSTOMERS, type ListRow } from '../../shared/search/list-row'
import {
  recordInfo,
  survivorsAt,
  valuesOf,
  type Edit,
  type EntityState,
  type NewChange,
} from '../../shared/store'
import { nextCustomerCode, noteCustomerCode } from './customer-codes'
import { FIRM } from './firm'
import { append, currentState, type Desk } from './journal'
import type { Lists } from './lists/lists'
import { nextNumber, noteGiven } from './numbers'
import type { Written } from './records-types'

/** One that bears a number which others bear, too. */
export interface Bearer {
  readonly id: string
  readonly title: string
  readonly state: ListRow['state']
  /** When it got the number (milliseconds since 1970), and by whom. */
  readonly at: number
  readonly person?: PersonRef
}

export interface SameNumber {
  /** Code of the form, or `CUSTOMERS`. */
  readonly list: string
  readonly number: string
  /** The one that bore it first stands first. */
  readonly bearers: readonly Bearer[]
}

export interface SameNumbers {
  /** Numbers that several records of a form bear, and codes of several customers, unless somebody said that all stay. */
  readonly list: () => Promise<readonly SameNumber[]>
  /** The next number that this computer would give. Empty: the form gives none. */
  readonly propose: (same: SameNumber) => Promise<string>
  /** Gives one of them the next number of this computer; its history says so. Answers the number. */
  readonly renumber: (
    same: SameNumber,
    id: string,
    person?: PersonRef,
  ) => Promise<Result<Written & { readonly number: string }, JournalFailure>>
  /** All keep it, said for good; one that comes later is asked about again. [ST44] */
  readonly leave: (same: SameNumber, person?: PersonRef) => Promise<Result<Written, JournalFailure>>
}

/** Registers of the firm: numbers that several bear by a person's decision; the value is their ids in order. [ST44] */
const SAME = 'sameNumber'

/** Numbers of one form that are looked at: nobody decides more at one time. */
const MOST = 100

export function sameNumbers(desk: Desk, lists: Lists): SameNumbers {
  return {
    list: async () => {
      const firm = await currentState(desk, FIRM)
      const left = (firm ? valuesOf(firm).values.matrices[SAME] : undefined) ?? {}
      const found: SameNumber[] = []
      for (const { list } of await lists.counts()) {
        // A card bears its customer's code: that is told of the customers.
        if (list === '' || list === CARD) continue
        for (const number of await repeated(desk, lists, list)) {
          const same = { list, number, bearers: await bearersOf(desk, list, number) }
          if (same.bearers.length > 1 && left[keyOf(same)] !== idsOf(same)) found.push(same)
        }
      }
      return found
    },
    propose: async ({ list, bearers }) => {
      if (list === CUSTOMERS) return nextCustomerCode(desk)
      const template = await templateOf(desk, bearers)
      return template ? nextNumber(desk, template) : ''
    },
    renumber: (same, id, person) =>
      desk.inLine(() =>
        same.list === CUSTOMERS ? renumberCustomer(desk, id, person) : renumberRecord(desk, id, person),
      ),
    leave: (same, person) =>
      desk.inLine(async () => {
        const path = [SAME, keyOf(same)]
        const firm = await currentState(desk, FIRM)
        const over = (firm ? survivorsAt(firm, path) : []).map(({ dot }) => dot)
        const change: NewChange = { entity: FIRM, edits: [{ op: 'set', path, value: idsOf(same), over }] }
        const written = await append(desk, [{ ...change, ...(person ? { person } : {}) }])
        return written.ok ? ok({ viewed: written.value.viewed }) : written
      }),
  }
}

const keyOf = ({ list, number }: SameNumber): string => `${list} ${number}`.slice(0, 200)

/** Ids have 36 characters; of very many the first say enough. */
const idsOf = ({ bearers }: SameNumber): string =>
  bearers
    .map(({ id }) => id)
    .sort()
    .slice(0, 100)
    .join(' ')

/** Numbers of a list that more than one line bears, as they are written. */
async function repeated({ db }: Desk, lists: Lists, list: string): Promise<readonly string[]> {
  const several = (await lists.values({ list }, '@number', MOST)).filter(({ count }) => count > 1)
  const numbers = new Set<string>()
  for (const { value } of several) {
    // The list compares without regard to capitals: which of them are the same, the lines say.
    const query = { list, filters: [{ column: '@number', test: 'is', value }] } as const
    const page =
      list === CUSTOMERS ? await lists.customers(query, 0, MOST) : await lists.records(query, 0, MOST)
    for (const { number } of page.rows) numbers.add(number)
  }
  const counted = await Promise.all(
    [...numbers].map(async (number) => (await linesOf(db, list, number)).length),
  )
  return [...numbers].filter((_, i) => (counted[i] ?? 0) > 1)
}

/** One that was merged away keeps its code and shares it with nobody. */
async function linesOf(db: Desk['db'], list: string, number: string): Promise<readonly ListRow[]> {
  if (list !== CUSTOMERS) return db.records.where('[list+number]').equals([list, number]).toArray()
  const rows = await db.customers.where('number').equals(number).toArray()
  return rows.filter(({ state }) => state !== 'merged')
}

async function bearersOf(desk: Desk, list: string, number: string): Promise<readonly Bearer[]> {
  const rows = await linesOf(desk.db, list, number)
  const bearers = await Promise.all(
    rows.map(async ({ id, title, state }): Promise<Bearer> => {
      const entity = await currentState(desk, refIn(list, id))
      const given = entity && survivorsAt(entity, [registerOf(list)]).find(({ value }) => value === number)
      const person = given?.person
      return { id, title, state, at: given?.hlc.ms ?? 0, ...(person ? { person } : {}) }
    }),
  )
  return bearers.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
}

const registerOf = (list: string): string => (list === CUSTOMERS ? 'code' : '@number')
const refIn = (list: string, id: string) =>
  ({ kind: list === CUSTOMERS ? 'customer' : 'record', id }) as const

async function templateOf(desk: Desk, [first]: readonly Bearer[]) {
  const state = first ? await currentState(desk, { kind: 'record', id: first.id }) : null
  return state ? desk.templates(recordInfo(state).template ?? '') : undefined
}

async function renumberRecord(desk: Desk, id: string, person: PersonRef | undefined) {
  const state = await currentState(desk, { kind: 'record', id })
  const template = state ? desk.templates(recordInfo(state).template ?? '') : undefined
  const number = template ? await nextNumber(desk, template) : ''
  if (!state || !template || number === '')
    return err({ type: 'BadChange', reason: `record ${id} gets no number` } as const)
  const written = await write(desk, [[state, '@number', number]], person)
  if (written.ok) await noteGiven(desk, template, number)
  return written.ok ? ok({ ...written.value, number }) : written
}

/** Its card bears the new code, too: in the same append. */
async function renumberCustomer(desk: Desk, id: string, person: PersonRef | undefined) {
  const state = await currentState(desk, { kind: 'customer', id })
  const number = await nextCustomerCode(desk)
  if (!state || number === '')
    return err({ type: 'BadChange', reason: `customer ${id} gets no code` } as const)
  const old = survivorsAt(state, ['code']).map(({ value }) => value)
  const cards: EntityState[] = []
  for (const code of old) {
    if (typeof code !== 'string') continue
    const rows = await desk.db.records.where('[list+number]').equals([CARD, code]).toArray()
    for (const row of rows.filter(({ customers }) => customers.includes(id))) {
      const card = await currentState(desk, { kind: 'record', id: row.id })
      if (card) cards.push(card)
    }
  }
  const named = cards.map((card): Renamed => [card, '@number', number])
  const written = await write(desk, [[state, 'code', number], ...named], person)
  if (written.ok) await noteCustomerCode(desk, number)
  return written.ok ? ok({ ...written.value, number }) : written
}

type Renamed = readonly [state: EntityState, register: string, value: FieldValue]

async function write(
  desk: Desk,
  renamed: readonly Renamed[],
  person: PersonRef | undefined,
): Promise<Result<Written, JournalFailure>> {
  const batch = uuidv7(desk.clock, desk.random)
  const changes = renamed.map(([state, register, value]): NewChange => {
    const over = survivorsAt(state, [register]).map(({ dot }) => dot)
    const edit: Edit = { op: 'set', path: [register], value, over }
    return { entity: state.entity, edits: [edit], batch, ...(person ? { person } : {}) }
  })
  const written = await append(desk, changes)
  return written.ok ? ok({ viewed: written.value.viewed }) : written
}
