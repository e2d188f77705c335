import { CLOSE_REASON, MERGED_INTO, readCustomer, STATE, textOf } from '../../shared/customers/customer'
import { leaveEdits, standingMerges, takeBack } from '../../shared/customers/merging'
import { customerRow } from '../../shared/customers/list-row'
import { emptyValues, type FieldValue, type FormValues, type PersonRef } from '../../shared/forms/values'
import type { JournalFailure } from '../../shared/ipc/contract'
import { uuidv7 } from '../../shared/kernel/ids'
import { err, ok, type Result } from '../../shared/kernel/result'
import {
  dotOf,
  makeEdits,
  seenOf,
  survivorsAt,
  valuesOf,
  type Edit,
  type EntityRef,
  type EntityState,
  type NewChange,
} from '../../shared/store'
import type { ListRow } from '../../shared/search/list-row'
import type { Customers, Pair } from './customers-types'
import { nextCustomerCode, noteCustomerCode } from './customer-codes'
import { FIRM } from './firm'
import { append, currentState, type Desk } from './journal'
import { placedHistory } from './placed-history'
import { changesOf } from './record-history'
import { conflictAt } from './record-view'
import { settleConflict } from './record-write'
import type { Written } from './records-types'
import { shownLine, survivorIn } from './survivors'

const refOf = (id: string): EntityRef => ({ kind: 'customer', id })

/** Registers of the firm: pairs of customers that a person said are two, by their ids in order. [ST40] */
const APART = 'apart'

export function customersRepository(desk: Desk): Customers {
  const stateOf = (id: string) => currentState(desk, refOf(id))
  const survivorId = (id: string) => survivorIn(desk.db, id)
  const shown = async (state: EntityState) => {
    const customer = readCustomer(state)
    const stands = customer.mergedInto !== '' && (await survivorId(customer.id)) === customer.id
    return stands ? readCustomer(state, true) : customer
  }
  const read = async (id: string) => {
    const state = await stateOf(id)
    return state ? shown(state) : undefined
  }
  /** Those merged into it directly. */
  const mergedRows = async (id: string) => {
    const merged = await desk.db.customers
      .filter((row) => row.state === 'merged' && row.from === id)
      .toArray()
    const ends = await Promise.all(merged.map((row) => survivorId(row.id)))
    return merged.filter((row, i) => ends[i] === id && row.id !== id)
  }

  return {
    get: async (id) => {
      const state = await stateOf(id)
      if (!state) return undefined
      const merged = await mergedRows(id)
      return {
        customer: await shown(state),
        row: await shownLine(desk.db, customerRow(state)),
        conflicts: Object.entries(valuesOf(state).conflicts).map(([key, survivors]) =>
          conflictAt(key, survivors),
        ),
        seen: seenOf(state),
        sharesCode: await sharesCode(desk, customerRow(state)),
        merged: (await Promise.all(merged.map((row) => read(row.id)))).filter((one) => one !== undefined),
      }
    },
    survivor: async (id) => read(await survivorId(id)),
    history: async (id) => placedHistory(await changesOf(desk, refOf(id))),
    create: (values, person) =>
      desk.inLine(async () => {
        const id = uuidv7(desk.clock, desk.random)
        const given = textOf(values.fields['code'])
        const code = given === '' ? await nextCustomerCode(desk) : given
        const to: FormValues = { ...values, fields: { ...values.fields, ...(code === '' ? {} : { code }) } }
        const edits = makeEdits({ state: null, seen: {}, from: emptyValues, to })
        const written = await write(desk, [{ entity: refOf(id), edits }], person)
        if (!written.ok) return written
        await noteCustomerCode(desk, code)
        const made = await read(id)
        return made ? ok(made) : err({ type: 'BadChange', reason: `no customer ${id}` } as const)
      }),
    save: ({ id, base, values, seen, person }) =>
      desk.inLine(async () => {
        const state = await stateOf(id)
        const edits = makeEdits({ state, seen, from: base, to: values })
        return write(desk, [{ entity: refOf(id), edits }], person)
      }),
    settle: (id, conflict, keep, person) =>
      desk.inLine(() => settleConflict(desk, refOf(id), conflict, keep, person)),
    closeAccount: (id, reason, person) =>
      desk.inLine(() => setOwn(desk, id, { [STATE]: 'closed', [CLOSE_REASON]: reason }, person)),
    reopenAccount: (id, person) =>
      desk.inLine(() => setOwn(desk, id, { [STATE]: 'active', [CLOSE_REASON]: null }, person)),
    merge: ({ into, from, base, values, seen, person }) =>
      desk.inLine(async () => {
        const state = await stateOf(into)
        if (!state || from.includes(into))
          return err({ type: 'BadChange', reason: `no customer ${into}` } as const)
        const batch = uuidv7(desk.clock, desk.random)
        const edits = makeEdits({ state, seen, from: base, to: values })
        const taken: NewChange[] = []
        for (const id of from) {
          const other = await stateOf(id)
          if (other) taken.push({ entity: refOf(id), batch, edits: ownEdits(other, { [MERGED_INTO]: into }) })
        }
        return write(desk, [{ entity: refOf(into), batch, edits }, ...taken], person)
      }),
    undoMerge: (id, person) =>
      desk.inLine(async () => {
        // In a circle the one that stays bears a link too: left alone, it would go into the one that is taken out.
        const head = await survivorId(id)
        const changes = [...(await leaving(desk, id)), ...(head === id ? [] : await leaving(desk, head))]
        return write(desk, changes, person)
      }),
    apart: async () => {
      const state = await currentState(desk, FIRM)
      const pairs = state ? valuesOf(state).values.matrices[APART] : undefined
      return Object.keys(pairs ?? {}).flatMap((key): Pair[] => {
        const [a, b] = key.split(' ')
        return a !== undefined && b !== undefined ? [[a, b]] : []
      })
    },
    setApart: (pair, apart, person) =>
      desk.inLine(async () => {
        const path = [APART, [...pair].sort().join(' ')]
        const state = await currentState(desk, FIRM)
        const over = state ? survivorsAt(state, path).map(({ dot }) => dot) : []
        const edits: Edit[] = [{ op: 'set', path, value: apart ? 'yes' : null, over }]
        return write(desk, [{ entity: FIRM, edits }], person)
      }),
  }
}

/** What takes a customer out of the one that took it in; nothing where it was not taken in. */
async function leaving(desk: Desk, id: string): Promise<readonly NewChange[]> {
  const state = await currentState(desk, refOf(id))
  if (!state) return []
  const merges = standingMerges(state, await changesOf(desk, refOf(id)))
  if (merges.length === 0) return []
  const back = merges.map(async ({ into, batch }): Promise<NewChange> => {
    const kept = await currentState(desk, refOf(into))
    const changes = await changesOf(desk, refOf(into))
    const edits = kept && batch !== undefined ? takeBack(kept, changes, batch) : []
    return { entity: refOf(into), edits }
  })
  return [{ entity: refOf(id), edits: leaveEdits(state) }, ...(await Promise.all(back))]
}

/** One that was merged away keeps its code and shares it with nobody. */
async function sharesCode({ db }: Desk, { id, number, state }: ListRow): Promise<boolean> {
  if (number === '' || state === 'merged') return false
  const rows = await db.customers.where('number').equals(number).toArray()
  return rows.some((row) => row.id !== id && row.state !== 'merged')
}

type Own = { readonly [register: string]: FieldValue | null }

function ownEdits(state: EntityState, registers: Own): readonly Edit[] {
  return Object.entries(registers).map(([name, value]) => ({
    op: 'set',
    path: [name],
    value,
    over: survivorsAt(state, [name]).map(({ dot }) => dot),
  }))
}

async function setOwn(
  desk: Desk,
  id: string,
  registers: Own,
  person: PersonRef | undefined,
): Promise<Result<Written, JournalFailure>> {
  const state = await currentState(desk, refOf(id))
  if (!state) return err({ type: 'BadChange', reason: `no customer ${id}` })
  return write(desk, [{ entity: refOf(id), edits: ownEdits(state, registers) }], person)
}

/** Changes without edits are not written; none left: nothing is. */
async function write(
  desk: Desk,
  changes: readonly NewChange[],
  person: PersonRef | undefined,
): Promise<Result<Written, JournalFailure>> {
  const worth = changes
    .filter(({ edits }) => edits.length > 0)
    .map((change) => ({ ...change, ...(person ? { person } : {}) }))
  if (worth.length === 0) return ok({ viewed: true })
  const written = await append(desk, worth)
  if (!written.ok) return written
  const [stored] = written.value.stored
  return ok({ viewed: written.value.viewed, ...(stored ? { dot: dotOf(stored) } : {}) })
}
