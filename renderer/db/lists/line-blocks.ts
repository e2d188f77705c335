import { lineRules } from '../../../shared/search/line-rules'
import { IMAGE_VERSION, type ListImage } from '../../../shared/search/list-index'
import type { ListRow } from '../../../shared/search/list-row'
import { changesAfter } from '../change-log'
import type { CursorRow, LineBlockRow, MetaRow, WorkingDb } from '../schema'
import { inTime } from '../in-time'
import { flattened, readFlat } from './flat-image'
import type { ImageFiles } from './image-file'
import type { ListNames } from './questions'

/**
 * All lists as they stand in memory, kept beside the lines that they were read from: a copy made for quick starts, and never the
 * only one. It says of each writer how far its changes were applied when it was made; the lines of everything later are read by key.
 */
export interface KeptImage {
  readonly lists: ListImage
  /** Customers that bear a link to the one that took them in, as they are stored. */
  readonly linked: readonly ListRow[]
  /** What the forms are called: working their initials out takes as long as reading all of it. */
  readonly names: ListNames
}

/** How the working copy stood at a moment in which nothing was being applied. */
export interface Stand {
  readonly applied: LineBlockRow['applied']
  /** How often lines had been made anew otherwise than by changes behind the cursors. */
  readonly dropped: number
}

/** By what an image has to be made to be read. */
const RULES = `${lineRules} image ${String(IMAGE_VERSION)}`

/** Changes that are looked through at once. */
const STEP = 500

/** To be asked for in the line of everything that is written. */
export async function standOf(db: WorkingDb): Promise<Stand> {
  return db.transaction('r', [db.cursors, db.meta], async () => ({
    applied: placesOf(await db.cursors.toArray()),
    dropped: await droppedOf(db),
  }))
}

/** The image and what it stands for. Null when this program cannot use it, or it is damaged. */
export async function readImage(
  db: WorkingDb,
  files: ImageFiles,
): Promise<{ readonly image: KeptImage; readonly applied: Stand['applied'] } | null> {
  try {
    const [row, dropped] = await inTime(Promise.all([db.lineBlocks.get(0), droppedOf(db)]))
    if (row?.rules !== RULES || row.dropped !== dropped) return null
    const opening = files.open(row.file)
    const file = await inTime(opening).catch((error: unknown) => {
      // One that opens in the end would keep others from it.
      opening.then(
        (late) => late?.close(),
        () => undefined,
      )
      throw error
    })
    if (!file) return null
    try {
      const { value, sum } = readFlat(file, row.head)
      return sum === row.sum ? { image: value as KeptImage, applied: row.applied } : null
    } finally {
      file.close()
    }
  } catch {
    return null
  }
}

/**
 * Writes it in the place of what was there: first into another file than the one that the row names, then the row, so that whenever
 * this ends early there is an image or none, and never half of one.
 */
export async function writeImage(
  db: WorkingDb,
  files: ImageFiles,
  image: KeptImage,
  { applied, dropped }: Stand,
): Promise<void> {
  const before = (await db.lineBlocks.get(0))?.file
  const [file, other] = before === `${db.name}-1` ? ([0, 1] as const) : ([1, 0] as const)
  const flat = flattened(image)
  await files.write(`${db.name}-${file}`, flat.pieces).catch(async (error: unknown) => {
    // Half of one would only take room.
    await files.remove(`${db.name}-${file}`).catch(() => undefined)
    throw error
  })
  const row: LineBlockRow = {
    no: 0,
    rules: RULES,
    applied,
    dropped,
    file: `${db.name}-${file}`,
    head: flat.head,
    sum: flat.sum(),
  }
  await db.transaction('rw', [db.lineBlocks], async () => {
    await db.lineBlocks.clear()
    await db.lineBlocks.put(row)
  })
  await files.remove(`${db.name}-${other}`).catch(() => undefined)
}

/** Ids of the records and customers that were changed since; null: too many to look for them. */
export async function changedSince(
  db: WorkingDb,
  applied: Stand['applied'],
  cursors: readonly CursorRow[],
  most: number,
): Promise<{ readonly records: readonly string[]; readonly customers: readonly string[] } | null> {
  const seqs = new Map(applied.map(({ writer, seq }) => [writer, seq]))
  const behind = cursors.map(({ writer, seq }) => ({ writer, from: seqs.get(writer) ?? 0, to: seq }))
  if (behind.reduce((sum, { from, to }) => sum + to - from, 0) > most) return null
  const ids = { record: new Set<string>(), customer: new Set<string>() }
  for (const { writer, from, to } of behind) {
    for (let at = from; at < to;) {
      const page = await changesAfter(db, writer, at, STEP)
      for (const { stored } of page) {
        const { kind, id } = stored.change.entity
        if (kind === 'record' || kind === 'customer') ids[kind].add(id)
      }
      at = page.at(-1)?.at ?? to
    }
  }
  return { records: [...ids.record], customers: [...ids.customer] }
}

/** Where lines are made anew otherwise than by changes behind the cursors. In the transaction that writes them, over `meta` too. */
export async function dropBlocks(db: WorkingDb, before?: number): Promise<void> {
  await db.meta.put({ key: 'lineBlocks', rules: '', dropped: (before ?? (await droppedOf(db))) + 1 })
}

async function droppedOf(db: WorkingDb): Promise<number> {
  const head: MetaRow | undefined = await db.meta.get('lineBlocks')
  return head?.key === 'lineBlocks' ? head.dropped : 0
}

const placesOf = (cursors: readonly CursorRow[]): Stand['applied'] =>
  cursors.map(({ writer, seq }) => ({ writer, seq }))
