import { today } from '../platform'
import { currentState, type Desk } from './journal'
import { countNumber } from './numbers'
import { countsOf, customerNames, findRows, pageOf, recentRows } from './record-queries'
import { historyOf, viewOf } from './record-view'
import { settleConflict, settleRow, writeRecord } from './record-write'
import type { Records } from './records-types'
import { entityKey } from './schema'

/** Every question about records, and every way to write them. */
export function recordsRepository(desk: Desk): Records {
  const { db } = desk
  const keyOf = (id: string) => entityKey({ kind: 'record', id })
  const stateOf = (id: string) => currentState(desk, { kind: 'record', id })

  return {
    get: async (id) => {
      const state = await stateOf(id)
      if (!state) return undefined
      const row = await db.records.get(id)
      const sharing = row && row.number !== '' ? await countNumber(db, row.templateCode, row.number) : 0
      return viewOf(state, desk.templates, today(desk.clock), sharing > 1)
    },
    history: async (id) => {
      const rows = await db.changes.where('entity').equals(keyOf(id)).toArray()
      return historyOf(rows.map((row) => row.stored))
    },
    page: (query) => pageOf(db, query),
    recent: (limit) => recentRows(db, limit),
    find: (text, limit) => findRows(db, text, limit),
    counts: () => countsOf(db),
    customerNames: (text, limit) => customerNames(db, text, limit),
    write: (write) => desk.inLine(async () => writeRecord(desk, write, await stateOf(write.id))),
    settle: (id, conflict, keep, person) =>
      desk.inLine(() => settleConflict(desk, id, conflict, keep, person)),
    settleRow: (id, row, keep, person) =>
      desk.inLine(async () => settleRow(desk, id, await stateOf(id), row, keep, person)),
  }
}
