import { canonicalJson, type Json } from '../../shared/kernel/canonical-json'
import type { RandomBytes } from '../../shared/kernel/clock'
import { toHex } from '../../shared/kernel/bytes'
import { sha256 } from '../../shared/kernel/sha256'
import {
  chainStart,
  compareText,
  cursorOf,
  dotOf,
  foldChanges,
  FOLD_VERSION,
  follows,
  type Cursor,
  type StoredChange,
} from '../../shared/store'
import { changesAfter, changesAt, changesOf, countChanges, type Place } from './change-log'
import { recordRow, type TemplateByHash } from './apply'
import { customerRow } from '../../shared/customers/list-row'
import type { ListRow } from '../../shared/search/list-row'
import { entityKey, ofKind, type ChangeRow, type CursorRow, type EntityRow, type WorkingDb } from './schema'

/**
 * The browser's storage loses rows and flips bits without an error, so the working copy is checked against itself.
 * Before the window can be used: the ends. After it a quick check, ends and a sample, and a full one: counts, every hash, chain,
 * entity and line; a small copy has its full check before.
 */
const SAMPLES = 64
/** Rows between two breaths of a full check: some milliseconds. */
const BREATH = 100
/** So many changes are held while they are checked (some megabytes); of more only their places, and they are read again. */
const HELD = 10_000

/** Whether the last change of every writer is there and is the one that its cursor names: the least that later changes rest on. */
export async function endsAgree(db: WorkingDb): Promise<boolean> {
  return db.transaction('r', [db.cursors, db.changes, db.bundles], async () => {
    const cursors = await db.cursors.toArray()
    return (await Promise.all(cursors.map((cursor) => endAgrees(db, cursor)))).every(Boolean)
  })
}

/**
 * Whether the ends agree and a random sample is whole: as fast with a million changes as with ten. In one transaction and asked
 * for at once: a transaction takes some milliseconds, dozens where the window is being drawn, and what is read in it less than one.
 */
export async function quickCheck(
  db: WorkingDb,
  templates: TemplateByHash,
  random: RandomBytes,
): Promise<boolean> {
  const tables = [db.cursors, db.changes, db.bundles, db.entities, db.records, db.customers]
  return db.transaction('r', tables, async () => {
    const cursors = await db.cursors.toArray()
    const expected = cursors.reduce((sum, cursor) => sum + cursor.rows, 0)
    const ends = await Promise.all(cursors.map((cursor) => endAgrees(db, cursor)))
    if (!ends.every(Boolean)) return false
    const drawn = Array.from({ length: Math.min(SAMPLES, expected) }, () => anyRow(db, cursors, random))
    const rows = (await Promise.all(drawn)).filter((row) => row !== undefined)
    return rows.every(isWhole) && agreeAbout(db, templates, rows)
  })
}

/** Whether the entity of each change, as it is found by that change and by its own state, is what its changes come to. */
async function agreeAbout(
  db: WorkingDb,
  templates: TemplateByHash,
  rows: readonly ChangeRow[],
): Promise<boolean> {
  const sampled = new Map(rows.filter(({ entity }) => entity !== OPAQUE).map((row) => [row.entity, row]))
  const keys = [...sampled.keys()]
  const entities = await db.entities.bulkGet(keys)
  const applied = entities.map((entity) => entity?.state.applied)
  if (![...sampled.values()].every(({ stored }, i) => applied[i]?.includes(dotOf(stored)))) return false
  const changes = await Promise.all(keys.map((key, i) => changesOf(db, key, applied[i])))
  const stored = changes.map((found, i) => [keys[i] ?? '', found.map((row) => row.stored)] as const)
  return (await otherwiseAt(db, templates, keys, new Map(stored))).length === 0
}

/**
 * Whether every change still hashes to its name, the chains hold, and everything folded from them agrees. What is written meanwhile is
 * no damage.
 */
export async function fullCheck(
  db: WorkingDb,
  templates: TemplateByHash,
  knownBreaks: ReadonlySet<number>,
  breathe: () => Promise<void>,
): Promise<boolean> {
  if (!(await countsAgree(db))) return false
  for (const cursor of await db.cursors.toArray()) if (!(await endAgrees(db, cursor))) return false
  /** Where the changes of each entity stand. */
  const places = new Map<string, Place[]>()
  const cursors = await db.cursors.toArray()
  const isHeld = cursors.reduce((sum, { rows }) => sum + rows, 0) <= HELD
  const held = new Map<string, StoredChange[]>()
  for (const cursor of cursors) {
    let last: Cursor = { writer: cursor.writer, seq: 0, chain: chainStart(cursor.writer) }
    while (last.seq < cursor.seq) {
      const page = await changesAfter(db, cursor.writer, last.seq, BREATH)
      if (page.length === 0) return false
      for (const row of page) {
        const place = cursorOf(row.stored)
        const isNext = place.seq === last.seq + 1 && !knownBreaks.has(place.seq)
        if (!isWhole(row) || (isNext && !follows(last, row.stored))) return false
        const others = places.get(row.entity)
        if (others) others.push([row.stream, row.at])
        else places.set(row.entity, [[row.stream, row.at]])
        if (isHeld) add(held, row)
        last = place
      }
      await breathe()
    }
  }
  const read = async (keys: readonly string[]): Promise<ReadonlyMap<string, readonly StoredChange[]>> =>
    isHeld
      ? held
      : changesByEntity(
          db,
          keys.flatMap((key) => places.get(key) ?? []),
        )
  return entitiesAgree(db, templates, [...places.keys()], read, breathe)
}

async function changesByEntity(
  db: WorkingDb,
  places: readonly Place[],
): Promise<ReadonlyMap<string, readonly StoredChange[]>> {
  const changes = new Map<string, StoredChange[]>()
  for (const row of await changesAt(db, places)) add(changes, row)
  return changes
}

function add(changes: Map<string, StoredChange[]>, { entity, stored }: ChangeRow): void {
  const others = changes.get(entity)
  if (others) others.push(stored)
  else changes.set(entity, [stored])
}

/** Whether every entity and line is what its changes come to: some at a time, in the order of their keys. */
async function entitiesAgree(
  db: WorkingDb,
  templates: TemplateByHash,
  changed: readonly string[],
  read: (keys: readonly string[]) => Promise<ReadonlyMap<string, readonly StoredChange[]>>,
  breathe: () => Promise<void>,
): Promise<boolean> {
  const folded = await db.entities.toCollection().primaryKeys()
  const keys = [...new Set([...folded, ...changed])].filter((key) => key !== OPAQUE).sort(compareText)
  for (let from = 0; from < keys.length; from += BREATH) {
    const some = keys.slice(from, from + BREATH)
    const changes = await read(some)
    for (const key of await otherwiseAt(db, templates, some, changes)) {
      if (!(await agreesNow(db, templates, key, changes.get(key) ?? []))) return false
    }
    await breathe()
  }
  return true
}

/** The same of one entity at one moment, with what was written of it since its changes were `seen`. */
async function agreesNow(
  db: WorkingDb,
  templates: TemplateByHash,
  key: string,
  seen: readonly StoredChange[],
): Promise<boolean> {
  return db.transaction('r', [db.changes, db.bundles, db.entities, db.records, db.customers], async () => {
    const state = (await db.entities.get(key))?.state
    const now = (await changesOf(db, key, state?.applied)).map(({ stored }) => stored)
    const known = new Set(now.map(dotOf))
    const all = [...now, ...seen.filter((stored) => !known.has(dotOf(stored)))]
    return (await otherwiseAt(db, templates, [key], new Map([[key, all]]))).length === 0
  })
}

/** Whether the folding rules of this program made it. */
export async function foldedByThisVersion(db: WorkingDb): Promise<boolean> {
  const fold = await db.meta.get('fold')
  return fold?.key === 'fold' ? fold.version === FOLD_VERSION : (await db.cursors.count()) === 0
}

/** Whether a row's content is what its name says. What cannot be read has no content to compare. */
export function isWhole({ stream, at, entity, stored }: ChangeRow): boolean {
  const place = cursorOf(stored)
  if (place.writer !== stream || place.seq !== at) return false
  return (
    entityKey(stored.change.entity) === entity &&
    (stored.opaque !== undefined || hashOf(stored) === stored.hash)
  )
}

const hashOf = ({ change }: StoredChange): string =>
  toHex(sha256(new TextEncoder().encode(canonicalJson(change as unknown as Json))))

/** So often is counted anew when changes came while it was counted. */
const COUNTS = 20

/** Counting takes time with the number of rows, so it is part of the full check. */
async function countsAgree(db: WorkingDb): Promise<boolean> {
  const cursorsNow = async () =>
    JSON.stringify((await db.cursors.toArray()).map(({ writer, rows }) => [writer, rows]))
  for (let count = 0; count < COUNTS; count += 1) {
    const before = await cursorsNow()
    if (await countsAgreeOnce(db)) return true
    if ((await cursorsNow()) === before) return false
  }
  return false
}

async function countsAgreeOnce(db: WorkingDb): Promise<boolean> {
  const cursors = await db.cursors.toArray()
  const expected = cursors.reduce((sum, cursor) => sum + cursor.rows, 0)
  if ((await countChanges(db)) !== expected) return false
  for (const { writer, rows } of cursors) if ((await countChanges(db, writer)) !== rows) return false
  if ((await db.records.count()) !== (await countKind(db, 'record'))) return false
  return (await db.customers.count()) === (await countKind(db, 'customer'))
}

async function endAgrees(db: WorkingDb, cursor: CursorRow): Promise<boolean> {
  const [last] = await changesAt(db, [[cursor.writer, cursor.seq]])
  return last !== undefined && cursorOf(last.stored).chain === cursor.chain
}

const countKind = (db: WorkingDb, kind: string): Promise<number> => ofKind(db, kind).count()

async function anyRow(
  db: WorkingDb,
  cursors: readonly CursorRow[],
  random: RandomBytes,
): Promise<ChangeRow | undefined> {
  const [a = 0, b = 0, c = 0, d = 0] = random(4)
  const cursor = cursors[a % cursors.length]
  if (!cursor) return undefined
  const after = (b * 65536 + c * 256 + d) % cursor.seq
  return (await changesAfter(db, cursor.writer, after, 1))[0]
}

/** Those of these entities that, with their lines, are not what their changes come to. */
async function otherwiseAt(
  db: WorkingDb,
  templates: TemplateByHash,
  keys: readonly string[],
  changes: ReadonlyMap<string, readonly StoredChange[]>,
): Promise<readonly string[]> {
  return db.transaction('r', [db.entities, db.records, db.customers], async () => {
    const entities = await db.entities.bulkGet([...keys])
    const ids = keys.map((key) => key.replace(/^[^:]*:/, ''))
    const lines = await db.records.bulkGet(ids)
    const customers = await db.customers.bulkGet(ids)
    return keys.filter(
      (key, i) => !agrees(entities[i], changes.get(key) ?? [], lines[i] ?? customers[i], templates),
    )
  })
}

function agrees(
  entity: EntityRow | undefined,
  changes: readonly StoredChange[],
  line: ListRow | undefined,
  templates: TemplateByHash,
): boolean {
  const [first] = changes
  if (!entity || !first) return false
  const folded = foldChanges(first.change.entity, changes)
  if (!same(folded, entity.state)) return false
  if (entity.kind === 'customer') return same(customerRow(folded), line)
  return entity.kind !== 'record' || same(recordRow(folded, templates), line)
}

/** Where changes stand whose content cannot be read. */
const OPAQUE = entityKey({ kind: 'record', id: '' })

const same = (a: unknown, b: unknown): boolean =>
  b !== undefined && canonicalJson(a as Json) === canonicalJson(b as Json)
