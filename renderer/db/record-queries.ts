import { Dexie } from 'dexie'
import type { FormCount, PageKey, RecordPage, RecordQuery, RecordRow } from './records-types'
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

function newestFirst(db: WorkingDb, { templateCode, after }: RecordQuery) {
  const { minKey, maxKey } = Dexie
  const below = (key: PageKey | undefined) => (key ? [key.updatedAt, key.id] : [maxKey, maxKey])
  if (templateCode === undefined) {
    return db.records.where('[updatedAt+id]').between([minKey, minKey], below(after), true, false).reverse()
  }
  return db.records
    .where('[templateCode+updatedAt+id]')
    .between([templateCode, minKey, minKey], [templateCode, ...below(after)], true, false)
    .reverse()
}

function matcherOf({ states, text, from, to }: RecordQuery): (row: RecordRow) => boolean {
  const wanted = words(text ?? '')
  return (row) =>
    (states === undefined || states.includes(row.state)) &&
    (from === undefined || row.on >= from) &&
    (to === undefined || (row.on !== '' && row.on <= to)) &&
    wanted.every((word) => row.search.includes(word))
}

export async function recentRows(db: WorkingDb, limit: number): Promise<readonly RecordRow[]> {
  return (await pageOf(db, { limit })).rows
}

/** Rows whose number begins with the text first, then the newest that contain every word. */
export async function findRows(db: WorkingDb, text: string, limit: number): Promise<readonly RecordRow[]> {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return []
  const { rows } = await pageOf(db, { text, limit: limit * 4 })
  const byNumber = rows.filter((row) => row.number.toLowerCase().startsWith(wanted))
  return [...new Set([...byNumber, ...rows])].slice(0, limit)
}

/** One count for each form that has records, by code. */
export async function countsOf(db: WorkingDb): Promise<readonly FormCount[]> {
  const codes = (await db.records.orderBy('templateCode').uniqueKeys()) as readonly string[]
  return Promise.all(
    codes.map(async (templateCode) => ({
      templateCode,
      count: await db.records.where({ templateCode }).count(),
    })),
  )
}

/** Customers of the latest records are suggested before all others. */
const LATEST = 100

export async function customerNames(db: WorkingDb, text: string, limit: number): Promise<readonly string[]> {
  const wanted = text.trim().toLowerCase()
  const latest = (await recentRows(db, LATEST)).map((row) => row.customer)
  const all = (await db.records.orderBy('customer').uniqueKeys()).map(String)
  const names = [...new Set([...latest, ...all])].filter(
    (name) => name !== '' && name.toLowerCase().includes(wanted),
  )
  const begins = names.filter((name) => name.toLowerCase().startsWith(wanted))
  return [...new Set([...begins, ...names])].slice(0, limit)
}
