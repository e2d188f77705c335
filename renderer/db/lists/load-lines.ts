import { WorkingDb } from '../schema'
import { changedSince, readImage, writeImage, type Stand } from './line-blocks'
import type { ImageFiles } from './image-file'
import type { ListEngine } from './list-engine'

/** Lines that are read at once: a few milliseconds each time. */
const PAGE = 2000

export interface ImageSizes {
  /** Lines that are worth an image. */
  readonly least: number
  /** Lines read one by one at a start, beyond which an image is made anew: more of them can be felt. */
  readonly many: number
  /** Changes since, beyond which reading all lines is no slower. */
  readonly most: number
}

export const IMAGE_SIZES: ImageSizes = { least: 2000, many: 500, most: 20_000 }

/**
 * Reads the stored lines into the lists, through a connection of its own: the image of all lists where there is one, and one by one
 * what is younger; else all by key. Answers how many lines the image lacks; null: there is none that could be used.
 */
export async function loadLines(
  database: string,
  engine: ListEngine,
  files: ImageFiles,
  sizes: ImageSizes = IMAGE_SIZES,
): Promise<number | null> {
  return connected(database, async (db) => {
    const since = await takeImage(db, engine, files, sizes.most)
    if (since === null) {
      engine.begin()
      await takeAll(db.records, engine)
      await takeAll(db.customers, engine)
    }
    engine.end()
    return since
  })
}

/** Makes the next start quicker. Call it in the moment for which the working copy is said to stand so. */
export async function keepLines(
  database: string,
  engine: ListEngine,
  files: ImageFiles,
  stand: Stand,
): Promise<void> {
  const image = engine.image()
  await connected(database, (db) => writeImage(db, files, image, stand))
}

/** The number of lines that were read one by one; null: the image was of no use. */
async function takeImage(
  db: WorkingDb,
  engine: ListEngine,
  files: ImageFiles,
  most: number,
): Promise<number | null> {
  const kept = await readImage(db, files)
  // Behind the image: what is applied from now on is told.
  const changed = kept && (await changedSince(db, kept.applied, await db.cursors.toArray(), most))
  if (!changed) return null
  engine.begin(kept.image)
  await takeSome(db.records, changed.records, engine)
  await takeSome(db.customers, changed.customers, engine)
  return changed.records.length + changed.customers.length
}

type Lines = WorkingDb['records'] | WorkingDb['customers']

async function takeSome(table: Lines, ids: readonly string[], engine: ListEngine): Promise<void> {
  for (let from = 0; from < ids.length; from += PAGE) {
    const rows = await table.bulkGet(ids.slice(from, from + PAGE))
    engine.take(rows.filter((row) => row !== undefined))
  }
}

async function takeAll(table: Lines, engine: ListEngine): Promise<void> {
  for (let last = ''; ;) {
    const rows = await table.where('id').above(last).limit(PAGE).toArray()
    const end = rows.at(-1)
    if (!end) return
    engine.take(rows)
    last = end.id
  }
}

async function connected<T>(database: string, work: (db: WorkingDb) => Promise<T>): Promise<T> {
  const db = new WorkingDb(database, 'relaxed')
  try {
    return await work(db)
  } finally {
    db.close()
  }
}
