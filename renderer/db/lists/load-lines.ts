import { WorkingDb, type CursorRow } from '../schema'
import {
  BLOCK_SIZES,
  changedSince,
  headOf,
  readBlocks,
  writeBlocks,
  type BlockSizes,
  type Head,
} from './line-blocks'
import type { ListEngine } from './list-engine'

/** Lines that are read at once: a few milliseconds each time. */
const PAGE = 2000

/** What was read, and how a later start is made quicker: blocks as the lists stand now. Does nothing where it is not worth it. */
export interface LoadedLines {
  readonly lines: number
  readonly keep: () => Promise<void>
}

/**
 * Reads the stored lines into the lists, through a connection of its own: the lines of records from their blocks where there are
 * some, and one by one what is younger; else all by key.
 */
export async function loadLines(
  database: string,
  engine: ListEngine,
  sizes: BlockSizes = BLOCK_SIZES,
): Promise<LoadedLines> {
  return connected(database, async (db) => {
    // Before the lines: what is applied while they are read is looked for again at the next start.
    const cursors = await db.cursors.toArray()
    const head = await headOf(db)
    const changed = await takeBlocks(db, engine, head, cursors, sizes.most)
    if (!changed) {
      engine.begin()
      await takeAll(db.records, engine)
    }
    await takeAll(db.customers, engine)
    engine.end()
    const lines = engine.recordLines
    const isWorth = changed ? changed.size > sizes.many : lines.count >= sizes.block
    return {
      lines: lines.count,
      keep: () =>
        isWorth
          ? connected(database, (again) =>
              writeBlocks(again, engine.recordLines, cursors, changed, head, sizes.block),
            )
          : Promise.resolve(),
    }
  })
}

/** The ids of the lines that were read one by one; null: the blocks were of no use. */
async function takeBlocks(
  db: WorkingDb,
  engine: ListEngine,
  head: Head | null,
  cursors: readonly CursorRow[],
  most: number,
): Promise<ReadonlySet<string> | null> {
  const blocks = await readBlocks(db, head)
  const changed = head && blocks && (await changedSince(db, head, cursors, most))
  if (!changed) return null
  engine.begin(head.cells)
  try {
    for (const packed of blocks) engine.takePacked(packed)
  } catch {
    return null
  }
  const ids = [...changed]
  for (let from = 0; from < ids.length; from += PAGE) {
    const rows = await db.records.bulkGet(ids.slice(from, from + PAGE))
    engine.take(rows.filter((row) => row !== undefined))
  }
  return changed
}

async function takeAll(
  table: WorkingDb['records'] | WorkingDb['customers'],
  engine: ListEngine,
): Promise<void> {
  for (let last = ''; ;) {
    const rows = await table.where('id').above(last).limit(PAGE).toArray()
    const end = rows.at(-1)
    if (!end) return
    engine.take(rows)
    last = end.id
  }
}

async function connected<T>(database: string, work: (db: WorkingDb) => Promise<T>): Promise<T> {
  const db = new WorkingDb(database)
  try {
    return await work(db)
  } finally {
    db.close()
  }
}
