import type { Bridge, JournalFailure } from '../../shared/ipc/contract'
import { ok, type Result } from '../../shared/kernel/result'
import { cursorOf } from '../../shared/store'
import { fill } from './bring-up'
import { changesAfter } from './change-log'
import { readPage } from './journal-page'
import type { Desk } from './journal'
import { emptyDatabase } from './open-database'
import type { WorkingDb } from './schema'

/** Rows that are looked through at once. */
const STEP = 2000

/** Sequences of one writer that the working copy passed over because the journal lacked them. */
interface Hole {
  readonly from: number
  readonly to: number
}

/**
 * What a whole copy of a segment brought back in the middle of a history [ST45] stands behind the cursors, where catching up never
 * looks. When the journal now has something of what is missing here, the working copy is built anew. Answers how many changes came.
 */
export async function takeHealed(desk: Desk): Promise<Result<number, JournalFailure>> {
  const { db, bridge } = desk
  for (const { writer, seq, rows } of await db.cursors.toArray()) {
    if (rows >= seq) continue
    for (const hole of await holesOf(db, writer, seq)) {
      const healed = await isHealed(bridge, writer, hole)
      if (!healed.ok) return healed
      if (healed.value) return buildAnew(desk)
    }
  }
  return ok(0)
}

async function holesOf(db: WorkingDb, writer: string, end: number): Promise<readonly Hole[]> {
  const holes: Hole[] = []
  for (let at = 0; at < end;) {
    const page = await changesAfter(db, writer, at, STEP)
    if (page.length === 0) break
    for (const row of page) {
      if (row.at > at + 1) holes.push({ from: at + 1, to: row.at - 1 })
      at = row.at
    }
  }
  return holes
}

async function isHealed(bridge: Bridge, writer: string, { from, to }: Hole) {
  const page = await readPage(bridge, writer, from - 1, 1)
  if (!page.ok) return page
  const [first] = page.value
  return ok(first !== undefined && cursorOf(first.stored).seq <= to)
}

async function buildAnew(desk: Desk): Promise<Result<number, JournalFailure>> {
  const ends = await desk.bridge.call('journal:ends', null)
  if (!ends.ok) return ends
  await emptyDatabase(desk.db)
  return fill(desk, ends.value, () => undefined)
}
