import type { JournalFailure } from '../../shared/ipc/contract'
import { ok, type Result } from '../../shared/kernel/result'
import { cursorOf } from '../../shared/store'
import { applyBehind } from './apply'
import { holesIn, type Span } from './change-log'
import { readPage } from './journal-page'
import { tellLines, type Desk } from './journal'

/** Changes that are asked for at once. */
const STEP = 500

/**
 * What came back in the middle of a history [ST45] stands behind the cursors, where catching up never looks: it is looked for where
 * something is missing here, and taken. Answers how many changes came.
 */
export async function takeHealed(desk: Desk): Promise<Result<number, JournalFailure>> {
  let taken = 0
  for (const { writer, seq, rows } of await desk.db.cursors.toArray()) {
    if (rows >= seq) continue
    for (const hole of await holesIn(desk.db, writer, seq)) {
      const came = await takeHole(desk, writer, hole)
      if (!came.ok) return came
      taken += came.value
    }
  }
  return ok(taken)
}

/** What the journal has now of one writer's missing sequences. */
async function takeHole(
  desk: Desk,
  writer: string,
  { from, to }: Span,
): Promise<Result<number, JournalFailure>> {
  let taken = 0
  for (let at = from - 1; at < to;) {
    const page = await readPage(desk.bridge, writer, at, Math.min(STEP, to - at))
    if (!page.ok) return page
    const came = page.value.filter(({ stored }) => cursorOf(stored).seq <= to)
    const last = came.at(-1)
    if (!last) break
    const { count, lines } = await applyBehind(desk.db, desk.templates, writer, came)
    desk.lately.forget()
    tellLines(desk, lines)
    taken += count
    at = cursorOf(last.stored).seq
  }
  return ok(taken)
}
