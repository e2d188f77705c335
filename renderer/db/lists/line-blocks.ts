import { lineRules } from '../../../shared/search/line-rules'
import { PACK_VERSION } from '../../../shared/search/packed-lines'
import { changesAfter } from '../change-log'
import type { CursorRow, LineBlockRow, MetaRow, WorkingDb } from '../schema'
import type { RecordLines } from './list-engine'

/**
 * The lines of records, packed as the lists keep them, by the thousand: a copy of what stands in `records`, made for quick
 * starts, and never the only one. It says of each writer how far its changes were applied when it was made; the lines of
 * everything later are read from `records`.
 */
export interface BlockSizes {
  /** Lines in a block. */
  readonly block: number
  /** Lines read one by one at a start, beyond which blocks are written anew: more of them can be felt. */
  readonly many: number
  /** Changes since, beyond which reading all lines is no slower. */
  readonly most: number
}

export const BLOCK_SIZES: BlockSizes = { block: 2000, many: 500, most: 20_000 }

/** Changes that are looked through at once. */
const STEP = 500

export type Head = Extract<MetaRow, { key: 'lineBlocks' }>

/** By what blocks have to be made to be read. */
const RULES = `${lineRules} ${String(PACK_VERSION)}`

/** Each block's lines, for `takePacked`, in their order. Null when this program cannot use them, or one is damaged. */
export async function readBlocks(db: WorkingDb, head: Head | null): Promise<readonly string[] | null> {
  if (head?.rules !== RULES) return null
  try {
    const rows = await db.lineBlocks.orderBy('no').toArray()
    if (rows.length !== head.blocks || rows.some(({ no }, at) => no !== at)) return null
    return await Promise.all(rows.map(({ bytes }) => gunzip(bytes)))
  } catch {
    return null
  }
}

/** What is said of the blocks; null: there never were any. */
export async function headOf(db: WorkingDb): Promise<Head | null> {
  const head = await db.meta.get('lineBlocks')
  return head?.key === 'lineBlocks' ? head : null
}

/** Ids of the records that were changed since; null: too many to look for them. */
export async function changedSince(
  db: WorkingDb,
  { applied }: Head,
  cursors: readonly CursorRow[],
  most: number,
): Promise<ReadonlySet<string> | null> {
  const seqs = new Map(applied.map(({ writer, seq }) => [writer, seq]))
  const behind = cursors.map(({ writer, seq }) => ({ writer, from: seqs.get(writer) ?? 0, to: seq }))
  if (behind.reduce((sum, { from, to }) => sum + to - from, 0) > most) return null
  const ids = new Set<string>()
  for (const { writer, from, to } of behind) {
    for (let at = from; at < to;) {
      const page = await changesAfter(db, writer, at, STEP)
      for (const { stored } of page) {
        const { kind, id } = stored.change.entity
        if (kind === 'record') ids.add(id)
      }
      at = page.at(-1)?.at ?? to
    }
  }
  return ids
}

/**
 * Writes the blocks anew in which one of `changed` stands, or all where `changed` is null; nothing when lines were made anew since
 * `before` was the head, for `lines` may not know that yet. In one transaction.
 */
export async function writeBlocks(
  db: WorkingDb,
  lines: RecordLines,
  cursors: readonly CursorRow[],
  changed: ReadonlySet<string> | null,
  before: Head | null,
  block: number,
): Promise<void> {
  const count = Math.ceil(lines.count / block)
  const stale =
    changed && before ? new Set([...changed].map((id) => Math.floor(lines.rankOf(id) / block))) : null
  const rows: LineBlockRow[] = []
  for (let no = 0; no < count; no += 1) {
    // The last one there was is longer now.
    if (stale && before && !stale.has(no) && no < before.blocks - 1) continue
    rows.push({ no, bytes: await gzip(lines.packed(no * block, (no + 1) * block)) })
  }
  const head: Head = {
    key: 'lineBlocks',
    rules: RULES,
    applied: cursors.map(({ writer, seq }) => ({ writer, seq })),
    cells: lines.cells,
    blocks: count,
    dropped: before?.dropped ?? 0,
  }
  await db.transaction('rw', [db.meta, db.lineBlocks], async () => {
    if (JSON.stringify(before) !== JSON.stringify(await headOf(db))) return
    if (!stale) await db.lineBlocks.clear()
    await db.lineBlocks.bulkPut(rows)
    await db.meta.put(head)
  })
}

/** Where lines are made anew otherwise than by changes behind the cursors. In the transaction that writes them, over `meta` too. */
export async function dropBlocks(db: WorkingDb): Promise<void> {
  const dropped = ((await headOf(db))?.dropped ?? 0) + 1
  await db.meta.put({ key: 'lineBlocks', rules: '', applied: [], cells: {}, blocks: 0, dropped })
}

const gzip = async (text: string): Promise<Uint8Array> => {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

/** Rejects when the bytes are damaged: gzip carries a checksum. */
const gunzip = (bytes: Uint8Array): Promise<string> =>
  new Response(
    new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream('gzip')),
  ).text()
