import { WorkingDb } from '../schema'
import type { LineSource } from './list-engine'

/** Lines that are read at once: a few milliseconds each time. */
const PAGE = 2000

/** The lines of records and customers as the working copy has them, by key; through a connection of its own. */
export const storedLines = (database: string): LineSource =>
  async function* () {
    const db = new WorkingDb(database)
    try {
      for (const table of [db.customers, db.records]) {
        let last = ''
        for (;;) {
          const rows = await table.where('id').above(last).limit(PAGE).toArray()
          const end = rows.at(-1)
          if (!end) break
          yield rows
          last = end.id
        }
      }
    } finally {
      db.close()
    }
  }
