import { Dexie } from 'dexie'
import { dotOf, parseDot, type Dot } from '../../shared/store'
import { BUNDLE, changesIn, intoBundles, nameOf, type FreshChange } from './bundles'
import type { BundleRow, ChangeRow, WorkingDb } from './schema'

/**
 * Every change that was applied, whole: by its place in a writer's journal, by entity, and by time. Who reads changes does
 * it here, and does not notice which of them stand in bundles.
 */
export type LogDb = Pick<WorkingDb, 'changes' | 'bundles' | 'entities'>

/** The same of tables that may be another program's, without bundles. */
export type FoundLog = Pick<WorkingDb, 'changes'> & { readonly bundles: WorkingDb['bundles'] | null }

/** A writer's journal and the place in it. */
export type Place = readonly [stream: string, at: number]

export async function putChanges({ changes, bundles }: LogDb, fresh: readonly FreshChange[]): Promise<void> {
  const packed = intoBundles(fresh)
  if (packed.bundles.length > 0) await bundles.bulkPut([...packed.bundles])
  if (packed.single.length > 0) await changes.bulkPut([...packed.single])
}

/** The next changes of a stream, at most `limit` of them; none at its end. Rejects when one cannot be read. */
export async function changesAfter(
  db: FoundLog,
  stream: string,
  after: number,
  limit: number,
): Promise<readonly ChangeRow[]> {
  const most = Math.ceil(limit / BUNDLE)
  const [single, bundles] = await Promise.all([
    singleAfter(db, stream, after).limit(limit).toArray(),
    bundlesAfter(db, stream, after)?.limit(most).toArray() ?? [],
  ])
  // Beyond the last one that was read of either kind there may be more of it.
  const reach = Math.min(
    single.length === limit ? (single.at(-1)?.at ?? Infinity) : Infinity,
    bundles.length === most ? (bundles.at(-1)?.last ?? Infinity) : Infinity,
  )
  let left = limit
  const bundled = bundles.flatMap((bundle) => changesIn(bundle, (at) => at > after && left-- > 0))
  return [...single, ...bundled]
    .filter(({ at }) => at > after && at <= reach)
    .sort((a, b) => a.at - b.at)
    .slice(0, limit)
}

/** What can still be read of a damaged table, and the place of the last, readable or not. */
export async function readableAfter(
  db: FoundLog,
  stream: string,
  after: number,
  limit: number,
): Promise<{ readonly rows: readonly ChangeRow[]; readonly last: number | undefined }> {
  try {
    const rows = await changesAfter(db, stream, after, limit)
    return { rows, last: rows.at(-1)?.at }
  } catch {
    const keys = await singleAfter(db, stream, after).limit(limit).primaryKeys()
    const bundled = (await bundlesAfter(db, stream, after)?.limit(1).primaryKeys()) ?? []
    const end = bundled[0]?.[1] ?? Infinity
    const near = keys.filter(([, at]) => at <= end)
    const single = await Promise.all(near.map((key) => db.changes.get(key).catch(() => undefined)))
    const [bundle] = bundled
    const packed = bundle && (await db.bundles?.get(bundle).then(readIfWhole, () => []))
    const rows = [...single.filter((row) => row !== undefined), ...(packed ?? [])]
      .filter(({ at }) => at > after)
      .sort((a, b) => a.at - b.at)
    return { rows, last: keys.length < limit && bundle ? end : near.at(-1)?.[1] }
  }
}

function readIfWhole(bundle: BundleRow | undefined): readonly ChangeRow[] {
  if (!bundle) return []
  try {
    return changesIn(bundle)
  } catch {
    return []
  }
}

/** The changes at these places; those that are not there are left out. */
export async function changesAt(db: LogDb, places: readonly Place[]): Promise<readonly ChangeRow[]> {
  if (places.length === 0) return []
  const single = (
    await db.changes.bulkGet(places.map(([stream, at]): [string, number] => [stream, at]))
  ).filter((row) => row !== undefined)
  const named = (stream: string, at: number) => `${stream}:${String(at)}`
  const asked = new Set(places.map(([stream, at]) => named(stream, at)))
  const found = new Set(single.map(({ stream, at }) => named(stream, at)))
  const rows = [...single]
  for (const [stream, at] of places) {
    if (found.has(named(stream, at))) continue
    const bundle = await bundlesAfter(db, stream, at - 1)?.first()
    for (const row of bundle ? changesIn(bundle, (place) => asked.has(named(stream, place))) : []) {
      if (found.has(named(stream, row.at))) continue
      found.add(named(stream, row.at))
      rows.push(row)
    }
  }
  return rows
}

/** Everything that was ever written of an entity, in no particular order. `applied`: the dots of its state, where known. */
export async function changesOf(
  db: LogDb,
  entity: string,
  applied?: readonly Dot[],
): Promise<readonly ChangeRow[]> {
  const single = await db.changes.where('entity').equals(entity).toArray()
  const dots = new Set(applied ?? (await db.entities.get(entity))?.state.applied)
  for (const { stored } of single) dots.delete(dotOf(stored))
  if (dots.size === 0) return single
  const inPlace = await changesAt(
    db,
    [...dots].flatMap((dot) => placesOf(dot)),
  )
  const carried = await db.bundles.where('carried').equals(entity).toArray()
  const bundled = [...inPlace, ...carried.flatMap((bundle) => changesIn(bundle))].filter(({ stored }) =>
    dots.delete(dotOf(stored)),
  )
  return [...single, ...bundled]
}

/** Where a change stands that nobody has carried into another's journal. */
function placesOf(dot: Dot): readonly Place[] {
  const named = parseDot(dot)
  return named ? [[named.writer, named.seq]] : []
}

/** How many changes there are, of one stream or of all. */
export async function countChanges(db: LogDb, stream?: string): Promise<number> {
  const { minKey, maxKey } = Dexie
  const single = stream === undefined ? db.changes : singleAfter(db, stream, -1)
  const keys =
    stream === undefined
      ? await db.bundles.toCollection().primaryKeys()
      : await db.bundles.where(':id').between([stream, minKey], [stream, maxKey]).primaryKeys()
  return keys.reduce((sum, key) => sum + nameOf(key).count, await single.count())
}

/** Places that follow one another, both ends included. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** The places of a stream up to `end` where nothing stands, in order. Names alone tell, but for a bundle around such a place. */
export async function holesIn(db: LogDb, stream: string, end: number): Promise<readonly Span[]> {
  const single = (await singleAfter(db, stream, 0).primaryKeys()).map(([, at]) => ({ last: at, key: null }))
  const bundled = ((await bundlesAfter(db, stream, 0)?.primaryKeys()) ?? []).map((key) => ({
    last: nameOf(key).last,
    key,
  }))
  const there: Span[] = []
  let before = 0
  for (const { last, key } of [...single, ...bundled].sort((a, b) => a.last - b.last)) {
    if (key === null) there.push({ from: last, to: last })
    else if (before + nameOf(key).count === last) there.push({ from: before + 1, to: last })
    else {
      const bundle = await db.bundles.get(key)
      for (const { at } of bundle ? changesIn(bundle) : []) there.push({ from: at, to: at })
    }
    before = Math.max(before, last)
  }
  const holes: Span[] = []
  let next = 1
  for (const { from, to } of there.sort((a, b) => a.from - b.from)) {
    if (from > next) holes.push({ from: next, to: Math.min(from - 1, end) })
    next = Math.max(next, to + 1)
  }
  if (next <= end) holes.push({ from: next, to: end })
  return holes.filter(({ from, to }) => from <= to)
}

/** How many changes a stream has behind a place. */
export async function countAfter(db: LogDb, stream: string, after: number): Promise<number> {
  const [first, ...others] = await db.bundles
    .where(':id')
    .between([stream, after + 1], [stream, Dexie.maxKey], true, false)
    .primaryKeys()
  // The place may stand in the middle of the first of them.
  const bundle = first && (await db.bundles.get(first))
  const begun = bundle ? changesIn(bundle, (at) => at > after).length : 0
  const single = await singleAfter(db, stream, after).count()
  return others.reduce((sum, key) => sum + nameOf(key).count, single + begun)
}

/** The last changes of a stream that stand behind a place, at most `limit` of them, the last first. */
export async function lastAfter(
  db: LogDb,
  stream: string,
  after: number,
  limit: number,
): Promise<readonly ChangeRow[]> {
  const most = Math.ceil(limit / BUNDLE) + 1
  const single = await singleAfter(db, stream, after).reverse().limit(limit).toArray()
  const bundles = (await bundlesAfter(db, stream, after)?.reverse().limit(most).toArray()) ?? []
  return [...single, ...bundles.flatMap((bundle) => changesIn(bundle))]
    .filter(({ at }) => at > after)
    .sort((a, b) => b.at - a.at)
    .slice(0, limit)
}

/** In the order of time: the clock, then the place. */
export type TimeKey = readonly [ms: number, stream: string, at: number]

/** The latest changes from `from` (milliseconds) on, and before `until` or behind `after` in the order, newest first. */
export async function newestFirst(
  db: LogDb,
  { from, until, after }: { readonly from?: number; readonly until?: number; readonly after?: TimeKey },
  limit: number,
): Promise<readonly ChangeRow[]> {
  const { minKey, maxKey } = Dexie
  const low = [from ?? minKey, minKey, minKey]
  const high = after ? [...after] : [until ?? maxKey, until === undefined ? maxKey : minKey, minKey]
  const single = db.changes.where('[ms+stream+at]').between(low, high, true, false).reverse()
  const found = await single.limit(limit).toArray()
  const fits = (row: ChangeRow) =>
    row.ms >= (from ?? -Infinity) && (after ? byTime(after, timeOf(row)) < 0 : row.ms < (until ?? Infinity))
  const keys = (await db.bundles.toCollection().primaryKeys())
    .filter((key) => nameOf(key).newest >= (from ?? -Infinity))
    .filter((key) => nameOf(key).oldest <= (after ? after[0] : (until ?? Infinity)))
    .sort((a, b) => nameOf(b).newest - nameOf(a).newest)
  for (const key of keys) {
    const worst = found[limit - 1]
    if (worst && worst.ms > nameOf(key).newest) break
    const bundle = await db.bundles.get(key)
    found.push(...(bundle ? changesIn(bundle) : []).filter(fits))
    found.sort((a, b) => byTime(timeOf(a), timeOf(b)))
    found.length = Math.min(found.length, limit)
  }
  return found
}

const timeOf = ({ ms, stream, at }: ChangeRow): TimeKey => [ms, stream, at]

/** The newer first. */
const byTime = (a: TimeKey, b: TimeKey): number =>
  b[0] - a[0] || (a[1] < b[1] ? 1 : a[1] > b[1] ? -1 : b[2] - a[2])

const singleAfter = (db: FoundLog, stream: string, after: number) =>
  db.changes.where('[stream+at]').between([stream, after], [stream, Dexie.maxKey], false, false)

/** Bundles that end behind a place, so also the one that it stands in the middle of. */
const bundlesAfter = (db: FoundLog, stream: string, after: number) =>
  db.bundles?.where(':id').between([stream, after + 1], [stream, Dexie.maxKey], true, false)
