import type { PersonRef } from '../../shared/forms/values'
import type { JournalFailure } from '../../shared/ipc/contract'
import { uuidv7 } from '../../shared/kernel/ids'
import { ok, type Result } from '../../shared/kernel/result'
import type { EntityRef, NewChange } from '../../shared/store'
import { dealtEdits } from '../../shared/store/dealt'
import { append, currentState, type Desk } from './journal'
import type { RecordDue, Written } from './records-types'

/** Changes that are written at once. */
const MOST = 1000

/** One change for each record whose days are dealt with (or, `word` null, no longer), all of one batch. Call it in line. */
export async function dealWith(
  desk: Desk,
  dues: readonly RecordDue[],
  word: string | null,
  person: PersonRef | undefined,
): Promise<Result<Written, JournalFailure>> {
  const batch = uuidv7(desk.clock, desk.random)
  const changes: NewChange[] = []
  for (const id of new Set(dues.map((due) => due.id))) {
    const entity: EntityRef = { kind: 'record', id }
    const state = await currentState(desk, entity)
    const edits = state
      ? dealtEdits(
          state,
          dues.filter((due) => due.id === id),
          word,
        )
      : []
    if (edits.length > 0) changes.push({ entity, batch, edits, ...(person ? { person } : {}) })
  }
  let viewed = true
  for (let from = 0; from < changes.length; from += MOST) {
    const done = await append(desk, changes.slice(from, from + MOST))
    if (!done.ok) return done
    viewed &&= done.value.viewed
  }
  return ok({ viewed })
}
