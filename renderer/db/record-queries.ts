import type { RecordRow } from './records-types'
import type { WorkingDb } from './schema'

/** The records that were changed last, the latest first. */
export async function recentRows(db: WorkingDb, limit: number): Promise<readonly RecordRow[]> {
  return db.records.orderBy('[updatedAt+id]').reverse().limit(limit).toArray()
}

/** The records that were made from one, oldest first. */
export async function madeFrom(db: WorkingDb, id: string): Promise<readonly RecordRow[]> {
  const rows = await db.records.where('from').equals(id).toArray()
  return rows.sort((a, b) => a.createdAt - b.createdAt)
}
