import { today } from '../platform'
import { correctedCells, recordInfo, type EntityState } from '../../shared/store'
import { asCard } from './card-view'
import { currentState, type Desk } from './journal'
import { dealWith } from './deal'
import { countNumber } from './numbers'
import { madeFrom, recentRows } from './record-queries'
import { changesOf, recordHistory } from './record-history'
import { placedHistory } from './placed-history'
import { viewOf } from './record-view'
import { settleConflict, settleRow, writeRecord } from './record-write'
import { voidMany } from './void-many'
import type { Records } from './records-types'

/** Every question about records, and every way to write them. */
export function recordsRepository(desk: Desk): Records {
  const { db } = desk
  const refOf = (id: string) => ({ kind: 'record', id }) as const
  const stateOf = (id: string) => currentState(desk, refOf(id))

  /** Most records were never corrected: their changes need not be read. */
  const correctedOf = async (state: EntityState) =>
    recordInfo(state).corrections === 0 ? [] : correctedCells(state, await changesOf(desk, state.entity))

  return {
    get: async (id) => {
      const state = await desk.lately.read(refOf(id), () => stateOf(id))
      if (!state) return undefined
      const row = await db.records.get(id)
      const sharing = row && row.number !== '' ? await countNumber(db, row.list, row.number) : 0
      const view = viewOf(state, desk.templates, today(desk.clock), sharing > 1, await correctedOf(state))
      return asCard(desk, view)
    },
    history: async (id) => placedHistory(await changesOf(desk, { kind: 'record', id })),
    ...recordHistory(desk),
    recent: (limit) => recentRows(db, limit),
    madeFrom: (id) => madeFrom(db, id),
    write: (write, onSaved) =>
      desk.inLine.ahead(async (release) => {
        const ref = refOf(write.id)
        const known = desk.lately.get(ref)
        const state = known === undefined ? await desk.lately.read(ref, () => stateOf(write.id)) : known
        return writeRecord(desk, write, state, { onSaved, release })
      }),
    voidMany: (ids, reason, person) => desk.inLine(() => voidMany(desk, ids, reason, person)),
    dealWith: (dues, word, person) => desk.inLine(() => dealWith(desk, dues, word, person)),
    settle: (id, conflict, keep, person) =>
      desk.inLine(() => settleConflict(desk, { kind: 'record', id }, conflict, keep, person)),
    settleRow: (id, row, keep, person) =>
      desk.inLine(async () => settleRow(desk, id, await stateOf(id), row, keep, person)),
  }
}
