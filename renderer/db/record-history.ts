import { uuidv7 } from '../../shared/kernel/ids'
import { err, ok, type Result } from '../../shared/kernel/result'
import type { PersonRef } from '../../shared/forms/values'
import type { JournalFailure } from '../../shared/ipc/contract'
import {
  dotOf,
  recordInfo,
  survivorsAt,
  type Edit,
  type EntityRef,
  type EntityState,
  type NewChange,
  type StoredChange,
} from '../../shared/store'
import { correctionEdits } from '../../shared/store/record-edits'
import { takesBack } from '../../shared/store/replaced'
import { filledIn, restoreEdits, setBackEdits, stateAt, withPart } from '../../shared/store/state-at'
import { today } from '../platform'
import { withDerived } from '../../shared/forms/values/derived'
import { changesOf as loggedOf } from './change-log'
import { cardChange } from './card-write'
import { append, currentState, withUnapplied, type Desk } from './journal'
import type { RecordHistory, SetBack, VoidedRecord } from './record-history-types'
import type { RecordRow, Written } from './records-types'
import { entityKey } from './schema'

const refOf = (id: string): EntityRef => ({ kind: 'record', id })

/** Everything that was ever written of an entity, with what the working copy has not taken yet. */
export async function changesOf(desk: Desk, ref: EntityRef): Promise<readonly StoredChange[]> {
  const key = entityKey(ref)
  const [rows, waiting] = await withUnapplied(desk, key, () => loggedOf(desk.db, key))
  const taken = new Set(rows.map(({ stored }) => stored.hash))
  return [...rows.map(({ stored }) => stored), ...waiting.filter(({ hash }) => !taken.has(hash))]
}

/** Moments of records, and the ways back to them. */
export function recordHistory(desk: Desk): RecordHistory {
  return {
    at: async (id, dot) => {
      const changes = await changesOf(desk, refOf(id))
      const stored = changes.find((each) => dotOf(each) === dot)
      const state = stateAt(refOf(id), changes, dot)
      if (!stored || !state) return undefined
      const { hlc, person } = stored.change
      const info = recordInfo(state)
      const template = desk.templates(info.template ?? '')
      const values = filledIn(state)
      const number = info.number ?? ''
      const day = today({ now: () => hlc.ms })
      return {
        dot,
        at: hlc.ms,
        state: info.state,
        number,
        values: template ? withDerived(template, values, number, { today: day }) : values,
        ...(template ? { template } : {}),
        ...(person ? { person } : {}),
      }
    },
    setBack: (id, to, person) => desk.inLine(() => setBackNow(desk, id, to, person)),
    restore: (id, person) =>
      desk.inLine(async () => {
        const state = await currentState(desk, refOf(id))
        if (!state) return err({ type: 'BadChange', reason: `no record ${id}` })
        return written(desk, id, restoreEdits(state, await changesOf(desk, refOf(id))), person)
      }),
    voided: async (ids) => {
      const rows = await desk.db.records.bulkGet([...ids])
      const states = await desk.db.entities.bulkGet(ids.map((id) => entityKey(refOf(id))))
      return rows.flatMap((row, i) => (row?.state === 'void' ? [voidedRecord(row, states[i]?.state)] : []))
    },
  }
}

function voidedRecord(row: RecordRow, state: EntityState | undefined): VoidedRecord {
  const [stands] = state ? survivorsAt(state, ['@state']) : []
  return {
    row,
    reason: (state ? recordInfo(state).voidReason : null) ?? '',
    at: stands?.hlc.ms ?? row.updatedAt,
    ...(stands?.person ? { person: stands.person } : {}),
  }
}

/** Call it in line. */
async function setBackNow(
  desk: Desk,
  id: string,
  { dot, what, reason }: SetBack,
  person: PersonRef | undefined,
): Promise<Result<Written, JournalFailure>> {
  const state = await currentState(desk, refOf(id))
  const then = stateAt(refOf(id), await changesOf(desk, refOf(id)), dot)
  if (!state || !then) return err({ type: 'BadChange', reason: `no change ${dot} of record ${id}` })
  const life = recordInfo(state).state
  if (life === 'void' || life === 'closed') return err({ type: 'BadChange', reason: `the record is ${life}` })
  const edits = setBackEdits(state, then, what)
  if (edits.length === 0) return ok({ viewed: true })
  const old = filledIn(then)
  const own = filledIn(state)
  const corrects =
    life === 'submitted' && takesBack(own, what.part === 'all' ? old : withPart(own, old, what.path))
  const correction = corrects ? correctionEdits(state, { row: uuidv7(desk.clock, desk.random), reason }) : []
  const changed = new Set(edits.map((edit) => (edit.op === 'set' ? (edit.path[0] ?? '') : edit.rows)))
  // A card shows its customer: only what is set back on it goes back there, not what the master said at that time.
  const through = await cardChange(desk, state, (shown) =>
    what.part === 'path'
      ? withPart(shown, old, what.path)
      : [...changed].reduce((values, field) => withPart(values, old, [field]), shown),
  )
  return written(desk, id, [...edits, ...correction], person, through)
}

async function written(
  desk: Desk,
  id: string,
  edits: readonly Edit[],
  person: PersonRef | undefined,
  through: Omit<NewChange, 'person'> | null = null,
): Promise<Result<Written, JournalFailure>> {
  if (edits.length === 0) return ok({ viewed: true })
  const by = person ? { person } : {}
  const changes = [{ entity: refOf(id), edits, ...by }, ...(through ? [{ ...through, ...by }] : [])]
  const done = await append(desk, changes)
  if (!done.ok) return done
  const [stored] = done.value.stored
  return ok({ viewed: done.value.viewed, ...(stored ? { dot: dotOf(stored) } : {}) })
}
