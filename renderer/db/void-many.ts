import type { PersonRef } from '../../shared/forms/values'
import type { JournalFailure } from '../../shared/ipc/contract'
import { uuidv7 } from '../../shared/kernel/ids'
import { ok, type Result } from '../../shared/kernel/result'
import { recordInfo, seenOf, type EntityRef, type NewChange } from '../../shared/store'
import { recordEdits } from '../../shared/store/record-edits'
import { emptyValues } from '../../shared/forms/values'
import { append, currentState, type Desk } from './journal'
import type { VoidedMany } from './records-types'

/** Changes that are written at once. */
const MOST = 1000

/** One change for each record that can be voided, all of one batch. Call it in line. */
export async function voidMany(
  desk: Desk,
  ids: readonly string[],
  reason: string,
  person: PersonRef | undefined,
): Promise<Result<VoidedMany, JournalFailure>> {
  const batch = uuidv7(desk.clock, desk.random)
  const changes: NewChange[] = []
  for (const id of new Set(ids)) {
    const entity: EntityRef = { kind: 'record', id }
    const state = await currentState(desk, entity)
    const life = state && recordInfo(state).state
    if (!state || (life !== 'submitted' && life !== 'closed')) continue
    const edits = recordEdits({
      act: { act: 'void', reason },
      state,
      seen: seenOf(state),
      from: emptyValues,
      to: emptyValues,
      number: '',
      correction: { row: '', reason: '' },
    })
    changes.push({ entity, batch, edits, ...(person ? { person } : {}) })
  }
  const left = ids.length - changes.length
  let viewed = true
  for (let from = 0; from < changes.length; from += MOST) {
    const done = await append(desk, changes.slice(from, from + MOST))
    // What is in the journal stays void: only the rest has to be tried again.
    if (!done.ok) return from === 0 ? done : ok({ viewed, voided: from, left, stopped: done.error })
    viewed &&= done.value.viewed
  }
  return ok({ viewed, voided: changes.length, left })
}
