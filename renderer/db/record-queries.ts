import { Dexie } from 'dexie'
import type { RecordPage, RecordQuery, RecordRow } from './records-types'
import type { WorkingDb } from './schema'
import { words } from '../../shared/search/pinyin'

/** Rows with a filter are looked through newest first; the index gives them in that order. */
export async function pageOf(db: WorkingDb, query: RecordQuery): Promise<RecordPage> {
  const rows = await newestFirst(db, query)
    .filter(matcherOf(query))
    .limit(query.limit + 1)
    .toArray()
  const last = rows[query.limit - 1]
  if (rows.length <= query.limit || !last) return { rows }
  return { rows: rows.slice(0, query.limit), next: { updatedAt: last.updatedAt, id: last.id } }
}

function newestFirst(db: WorkingDb, { after }: RecordQuery) {
  const { minKey, maxKey } = Dexie
  const below = after ? [after.updatedAt, after.id] : [maxKey, maxKey]
  return db.records.where('[updatedAt+id]').between([minKey, minKey], below, true, false).reverse()
}

function matcherOf({ templateCode, states, text, from, to }: RecordQuery): (row: RecordRow) => boolean {
  const wanted = words(text ?? '')
  const textOf = (row: RecordRow) =>
    [row.number, row.title, row.words, ...Object.values(row.cells)].join('\n').toLowerCase()
  return (row) =>
    (templateCode === undefined || row.list === templateCode) &&
    (states === undefined || states.includes(row.state)) &&
    (from === undefined || row.on >= from) &&
    (to === undefined || (row.on !== '' && row.on <= to)) &&
    wanted.every((word) => textOf(row).includes(word))
}

export async function recentRows(db: WorkingDb, limit: number): Promise<readonly RecordRow[]> {
  return (await pageOf(db, { limit })).rows
}

/** The records that were made from one, oldest first. */
export async function madeFrom(db: WorkingDb, id: string): Promise<readonly RecordRow[]> {
  const rows = await db.records.where('from').equals(id).toArray()
  return rows.sort((a, b) => a.createdAt - b.createdAt)
}
