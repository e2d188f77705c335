import { setValue } from '../../shared/forms'
import type { Template } from '../../shared/forms/template'
import { emptyValues, type FieldValue, type PersonRef } from '../../shared/forms/values'
import type { JournalFailure } from '../../shared/ipc/contract'
import { canonicalJson, type Json } from '../../shared/kernel/canonical-json'
import { uuidv7 } from '../../shared/kernel/ids'
import { err, ok, type Result } from '../../shared/kernel/result'
import {
  dotOf,
  makeEdits,
  orderOf,
  recordEdits,
  seenOf,
  survivorsAt,
  type Dot,
  type Edit,
  type EntityRef,
  type EntityState,
  type NewChange,
  type StoredChange,
} from '../../shared/store'
import { correctionEdits } from '../../shared/store/record-edits'
import { filledIn, withPart } from '../../shared/store/state-at'
import {
  cardChange,
  cardCustomer,
  linkCustomers,
  masterChange,
  withLink,
  type CardCustomer,
} from './card-write'
import { knownText } from './card-seen'
import { withoutDerived } from '../../shared/forms/values/derived'
import { append, currentState, type Desk } from './journal'
import { nextNumber, noteGiven } from './numbers'
import type { Conflict, DisputedRow, RecordSaved, RecordWrite, RecordWritten, Written } from './records-types'

export interface WriteOptions {
  /** Hears of it once it is flushed in the journal; the answer waits for the working copy. */
  readonly onSaved: ((saved: RecordSaved) => void) | undefined
  /** The next save may begin. Customers and numbers are read from the tables and wait. */
  readonly release: () => void
}

/** One 保存, 登记, 办结 or 作废 as one change; nothing differs: nothing is written. Call it in line. */
export async function writeRecord(
  desk: Desk,
  write: RecordWrite,
  state: EntityState | null,
  { onSaved, release }: WriteOptions,
): Promise<Result<RecordWritten, JournalFailure>> {
  const { template } = write
  const borne = textAt(state, '@number')
  const submits = write.act.act === 'submit'
  // From 登记 on a record names customers of the master, and a card is a view of its one.
  const isFinal = submits || !['', 'draft'].includes(textAt(state, '@state'))
  // What saves before it wrote is in the tables then.
  if (isFinal) await desk.applying(() => Promise.resolve())
  const before = submits ? emptyValues : write.base
  const linked = isFinal ? await linkCustomers(desk, template, before, write.values) : write.values
  const says = submits || makeEdits({ state: null, seen: {}, from: before, to: linked }).length > 0
  const customer = isFinal && says ? await cardCustomer(desk, template, linked, submits ? null : state) : null
  const values = customer ? withLink(template, linked, customer) : linked
  const number = borne === '' && submits ? await numberFor(desk, template, customer) : borne
  const edits = recordEdits({
    act: write.act,
    state,
    seen: write.seen,
    from: withoutDerived(template, write.base),
    to: withoutDerived(template, values),
    number,
    correction: { row: uuidv7(desk.clock, desk.random), reason: write.correction ?? '' },
    ...(write.from === undefined ? {} : { madeFrom: write.from }),
    ...(write.act.act === 'save' && write.master?.shown ? { known: knownText(write.master) } : {}),
  })
  if (edits.length === 0) {
    onSaved?.({ number })
    return ok({ viewed: true, number })
  }
  const by = write.person ? { person: write.person } : {}
  const change: NewChange = {
    entity: { kind: 'record', id: write.id },
    template: write.templateHash,
    edits,
    ...by,
  }
  const through = customer ? [{ ...masterChange(write, values, customer, number, state), ...by }] : []
  const changes = [change, ...through.filter((each) => each.edits.length > 0)]
  const savedAs = ([stored, ofMaster]: readonly StoredChange[]): RecordSaved => ({
    number,
    ...(stored ? { dot: dotOf(stored) } : {}),
    ...(ofMaster ? { masterDot: dotOf(ofMaster) } : {}),
  })
  const written = await append(desk, changes, {
    ...(write.held ? { held: write.held } : {}),
    onStored: (stored) => {
      onSaved?.(savedAs(stored))
      if (!isFinal) release()
    },
  })
  if (!written.ok) return written
  await noteGiven(desk, template, number)
  return ok({ viewed: written.value.viewed, ...savedAs(written.value.stored) })
}

/** A card bears its customer's code, if the customer has one already. */
async function numberFor(desk: Desk, template: Template, customer: CardCustomer | null): Promise<string> {
  const isCode = template.fields.some(
    ({ type, meaning }) => type.type === 'serial' && meaning === 'customer.code',
  )
  return isCode && customer && customer.code !== '' ? customer.code : nextNumber(desk, template)
}

/** What a person decides of a conflict: the survivor of this dot, or a value of their own. */
export type Decision = Dot | { readonly value: FieldValue | null }

/** What is decided replaces all that were shown. Call it in line. */
export async function settleConflict(
  desk: Desk,
  entity: EntityRef,
  { path, survivors }: Conflict,
  decision: Decision,
  person: PersonRef | undefined,
): Promise<Result<Written, JournalFailure>> {
  const kept = typeof decision === 'string' ? survivors.find(({ dot }) => dot === decision) : decision
  if (!kept)
    return err({
      type: 'BadChange',
      reason: `no surviving value ${typeof decision === 'string' ? decision : ''}`,
    })
  const { value } = kept
  const over = survivors.map((survivor) => survivor.dot)
  const state = entity.kind === 'record' ? await currentState(desk, entity) : null
  // A card shows its customer: what is kept on it is kept there.
  const through = await cardChange(desk, path.length === 1 ? state : null, (shown) =>
    setValue(shown, path, value),
  )
  // A value that none of them wrote takes theirs back. [ST37]
  const isNew = !survivors.some((survivor) => sameJson(survivor.value, value))
  const corrects =
    isNew && path[0]?.startsWith('@') !== true && !['', 'draft'].includes(textAt(state, '@state'))
  const correction = corrects
    ? correctionEdits(state, { row: uuidv7(desk.clock, desk.random), reason: '' })
    : []
  return writeEdits(desk, entity, [{ op: 'set', path, value, over }, ...correction], person, through)
}

const sameJson = (a: FieldValue | null, b: FieldValue | null): boolean =>
  canonicalJson(a as Json) === canonicalJson(b as Json)

/** A row that someone removed while someone else wrote into it stays for good, or goes; of any entity. Call it in line. */
export async function settleRow(
  desk: Desk,
  id: string,
  state: EntityState | null,
  { rows, row }: DisputedRow,
  keep: boolean,
  person: PersonRef | undefined,
): Promise<Result<Written, JournalFailure>> {
  if (!state) return err({ type: 'BadChange', reason: `no record ${id}` })
  const under = Object.entries(seenOf(state)).filter(([key]) =>
    key.startsWith(JSON.stringify([rows, row]).slice(0, -1)),
  )
  const over = [...new Set(under.flatMap(([, dots]) => dots))]
  const edit: Edit = keep
    ? { op: 'addRow', rows, row, order: orderOf(state, rows, row) ?? 'a0', over: rowDots(state, rows, row) }
    : { op: 'removeRow', rows, row, over }
  // A contact that is settled on a card is settled in its customer.
  const own = filledIn(state)
  const kept = (own.rows[rows] ?? []).filter((each) => keep || each.id !== row)
  const then = { ...own, rows: { ...own.rows, [rows]: kept } }
  const through = await cardChange(desk, state, (shown) => withPart(shown, then, [rows, row]))
  return writeEdits(desk, state.entity, [edit], person, through)
}

const rowDots = (state: EntityState, rows: string, row: string): readonly Dot[] =>
  seenOf(state)[JSON.stringify([rows, row, '@row'])] ?? []

async function writeEdits(
  desk: Desk,
  entity: EntityRef,
  edits: readonly Edit[],
  person: PersonRef | undefined,
  through: Omit<NewChange, 'person'> | null = null,
): Promise<Result<Written, JournalFailure>> {
  const by = person ? { person } : {}
  const changes = [{ entity, edits, ...by }, ...(through ? [{ ...through, ...by }] : [])]
  const written = await append(desk, changes)
  if (!written.ok) return written
  const [stored] = written.value.stored
  return ok({ viewed: written.value.viewed, ...(stored ? { dot: dotOf(stored) } : {}) })
}

function textAt(state: EntityState | null, name: string): string {
  const value = state ? survivorsAt(state, [name])[0]?.value : undefined
  return typeof value === 'string' ? value : ''
}
