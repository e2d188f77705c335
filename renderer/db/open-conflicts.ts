import { CUSTOMER_FIELDS } from '../../shared/customers/fields'
import type { Template } from '../../shared/forms/template'
import type { FormValues, PersonRef } from '../../shared/forms/values'
import type { JournalFailure } from '../../shared/ipc/contract'
import { err, type Result } from '../../shared/kernel/result'
import { valuesOf, type EntityKind, type EntityState } from '../../shared/store'
import { CUSTOMERS, type ListLine } from '../../shared/search/list-row'
import { FIRM } from './firm'
import { currentState, type Desk } from './journal'
import type { Lists } from './lists/lists'
import { conflictAt } from './record-view'
import { settleConflict, settleRow, type Decision } from './record-write'
import type { Conflict, DisputedRow, Written } from './records-types'
import { ofKind } from './schema'

/** Everything about one record, customer, person or the firm that waits for a decision. */
export interface OpenConflicts {
  readonly kind: EntityKind
  readonly id: string
  /** What a person would call it; empty for the firm. */
  readonly title: string
  /** Of a record its number, of a customer its code. */
  readonly number: string
  /** For the names of fields: a record's form as it is pinned, or the master's fields. */
  readonly form?: Pick<Template, 'fields'> & { readonly name?: string }
  readonly values: FormValues
  readonly conflicts: readonly Conflict[]
  readonly disputedRows: readonly DisputedRow[]
}

export interface ConflictsFound {
  readonly entries: readonly OpenConflicts[]
  /** Records, customers and people in all; more than are listed when there are very many. */
  readonly count: number
}

export interface ConflictsRepository {
  /** The firm and its people first, then customers, then records, the latest first. */
  readonly list: (limit: number) => Promise<ConflictsFound>
  readonly count: () => Promise<number>
  readonly settle: (
    of: Pick<OpenConflicts, 'kind' | 'id'>,
    conflict: Conflict,
    decision: Decision,
    person?: PersonRef,
  ) => Promise<Result<Written, JournalFailure>>
  readonly settleRow: (
    of: Pick<OpenConflicts, 'kind' | 'id'>,
    row: DisputedRow,
    keep: boolean,
    person?: PersonRef,
  ) => Promise<Result<Written, JournalFailure>>
}

/** Lines with something to be decided. */
const OPEN = {
  filters: [{ column: '@conflicts', test: 'filled' }],
  sort: { column: '@updatedAt', as: 'number', direction: 'down' },
} as const

/** Where people work apart from each other, some of it waits for a decision: found through the lists, wherever it is. */
export function conflictsRepository(desk: Desk, lists: Lists): ConflictsRepository {
  const masters = async (): Promise<readonly OpenConflicts[]> => {
    const firm = await currentState(desk, FIRM)
    const staff = (await ofKind(desk.db, 'staff').toArray()).map(({ state }) => state)
    return [...(firm ? [firm] : []), ...staff].map((state) => openOf(state)).filter(isOpen)
  }
  const customers = (limit: number) => lists.customers({ ...OPEN, states: ['active', 'closed'] }, 0, limit)
  const records = (limit: number) => lists.records(OPEN, 0, limit)
  return {
    list: async (limit) => {
      const [own, ofCustomers, ofRecords] = await Promise.all([masters(), customers(limit), records(limit)])
      const lines = [...ofCustomers.rows, ...ofRecords.rows].slice(0, Math.max(0, limit - own.length))
      const entries: OpenConflicts[] = [...own]
      for (const row of lines) {
        const entry = await openAt(desk, row)
        if (entry && isOpen(entry)) entries.push(entry)
      }
      return { entries, count: own.length + ofCustomers.count + ofRecords.count }
    },
    count: async () => {
      const [own, ofCustomers, ofRecords] = await Promise.all([masters(), customers(0), records(0)])
      return own.length + ofCustomers.count + ofRecords.count
    },
    settle: ({ kind, id }, conflict, decision, person) =>
      desk.inLine(() => settleConflict(desk, { kind, id }, conflict, decision, person)),
    settleRow: ({ kind, id }, row, keep, person) =>
      desk.inLine(async () => {
        const state = await currentState(desk, { kind, id })
        if (!state) return err({ type: 'BadChange', reason: `no ${kind} ${id}` } as const)
        return settleRow(desk, id, state, row, keep, person)
      }),
  }
}

async function openAt(desk: Desk, row: ListLine): Promise<OpenConflicts | null> {
  const kind = row.list === CUSTOMERS ? 'customer' : 'record'
  const state = await currentState(desk, { kind, id: row.id })
  if (!state) return null
  const template = kind === 'record' ? desk.templates(state.template?.hash ?? '') : undefined
  const form = kind === 'customer' ? { fields: CUSTOMER_FIELDS } : template
  return { ...openOf(state), title: row.title, number: row.number, ...(form ? { form } : {}) }
}

function openOf(state: EntityState): OpenConflicts {
  const { values, conflicts, disputedRows } = valuesOf(state)
  const name = values.fields['name']
  return {
    kind: state.entity.kind,
    id: state.entity.id,
    title: state.entity.kind !== 'firm' && typeof name === 'string' ? name : '',
    number: '',
    values,
    conflicts: Object.entries(conflicts).map(([key, survivors]) => conflictAt(key, survivors)),
    disputedRows: disputedRows.map(({ rows, row }) => ({ rows, row })),
  }
}

const isOpen = ({ conflicts, disputedRows }: OpenConflicts): boolean =>
  conflicts.length + disputedRows.length > 0
