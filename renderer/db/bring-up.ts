import { Dexie } from 'dexie'
import type { JournalFailure, StartInfo } from '../../shared/ipc/contract'
import { ok, type Result } from '../../shared/kernel/result'
import { compareEnds, FOLD_VERSION, type Cursor, type StoredChange } from '../../shared/store'
import { recordRow } from './apply'
import { onlyHere } from './aside'
import { changesAfter } from './change-log'
import { endsAgree, foldedByThisVersion, fullCheck } from './integrity'
import { catchUp, type Desk } from './journal'
import { dropBlocks } from './lists/line-blocks'
import { noteLineRules, remakeLines } from './remake-lines'
import type { CursorRow, WorkingDb } from './schema'
import type { RebuildReason, StartPhase } from './types'

/** A working copy with at most so many changes is checked whole before it is used (some 30 ms); a larger one beside its use. */
export const CHECK_WHOLE = 200

/** How an opened working copy stands. */
export type Verdict =
  | { readonly verdict: 'good'; readonly checkedWhole: boolean; readonly applied: number }
  /** It has to be built anew; `ahead` is what only it has. */
  | { readonly verdict: 'rebuild'; readonly reason: RebuildReason; readonly ahead: readonly StoredChange[] }

/**
 * Checks an opened working copy, compares it with the journal, and catches up when it is merely behind. `onPage` hears
 * from time to time that it goes on; of how many changes or lines, or 0 while it checks.
 */
export async function judge(
  desk: Desk,
  start: StartInfo,
  checkWhole: number,
  onPage: (phase: StartPhase, done: number, total: number) => void,
): Promise<Result<Verdict, JournalFailure>> {
  const { db, bridge } = desk
  let cursors: readonly CursorRow[]
  let whole: boolean
  let upgraded: boolean
  let checkedWhole = false
  try {
    cursors = await db.cursors.toArray()
    upgraded = !(await foldedByThisVersion(db))
    // What older rules folded agrees with nothing of today, and is built anew anyway.
    if (!upgraded) {
      await remakeLines(db, desk.templates, (done, total) => {
        onPage('listing', done, total)
      })
      await describeNewTemplates(desk)
    }
    checkedWhole = !upgraded && rowsOf(cursors) <= checkWhole
    whole = upgraded || checkedWhole || (await endsAgree(db))
    if (checkedWhole) {
      whole = await fullCheck(db, desk.templates, knownBreaks(start), () => {
        onPage('checking', 0, 0)
        return Promise.resolve()
      })
    }
  } catch {
    const known = await db.cursors.toArray().catch(() => [])
    const writers = new Set([...known, ...start.ends].map((cursor) => cursor.writer))
    const ahead = await salvage(desk, [...writers])
    return ahead.ok ? ok({ verdict: 'rebuild', reason: 'unreadable', ahead: ahead.value }) : ahead
  }
  const all = cursors.map((cursor) => cursor.writer)
  if (!whole || upgraded) {
    const ahead = await salvage(desk, all)
    return ahead.ok
      ? ok({ verdict: 'rebuild', reason: whole ? 'upgraded' : 'damaged', ahead: ahead.value })
      : ahead
  }
  const suspects = [...partedWriters(start.ends, cursors), ...(await gapWriters(db, start))]
  if (suspects.length === 0) {
    const caught = await catchUp(desk, start.ends, {
      onPage: (done, total) => {
        onPage('catchingUp', done, total)
      },
    })
    if (!caught.ok) return caught
    if (caught.value.parted.length === 0)
      return ok({ verdict: 'good', checkedWhole, applied: caught.value.applied })
    suspects.push(...caught.value.parted)
  }
  const ahead = await onlyHere(db, bridge, suspects)
  return ahead.ok ? ok({ verdict: 'rebuild', reason: 'ahead', ahead: ahead.value }) : ahead
}

const rowsOf = (cursors: readonly CursorRow[]): number => cursors.reduce((sum, { rows }) => sum + rows, 0)

/** Where the journal's own chain is broken, as its findings say: the working copy cannot mend that. */
export function knownBreaks({ findings }: StartInfo): ReadonlySet<number> {
  return new Set(findings.flatMap((finding) => (finding.finding === 'brokenChain' ? [finding.seq] : [])))
}

/** Everything that a damaged working copy still has whole and the journal lacks. */
async function salvage(
  { db, bridge }: Desk,
  writers: readonly string[],
): Promise<Result<readonly StoredChange[], JournalFailure>> {
  const found: StoredChange[] = []
  for (const writer of writers) {
    try {
      const ahead = await onlyHere(db, bridge, [writer])
      if (!ahead.ok) return ahead
      found.push(...ahead.value)
    } catch {
      // This writer's rows cannot be read; the others' may.
    }
  }
  return ok(found)
}

function partedWriters(ends: readonly Cursor[], cursors: readonly Cursor[]): string[] {
  return compareEnds(ends, cursors)
    .filter(({ standing }) => standing === 'ahead' || standing === 'diverged')
    .map(({ writer }) => writer)
}

/** Writers of whom the journal lacks something in the middle that the working copy has. */
async function gapWriters(db: WorkingDb, { findings }: StartInfo): Promise<readonly string[]> {
  const writers = new Set<string>()
  for (const finding of findings) {
    if (finding.finding !== 'missingChanges') continue
    const { writer, from, to } = finding
    const [here] = await changesAfter(db, writer, from - 1, 1)
    if (here && here.at <= to) writers.add(writer)
  }
  return [...writers]
}

/** Lines of records whose template has arrived since they were written. */
async function describeNewTemplates({ db, templates }: Desk): Promise<void> {
  const bare = await db.records
    .where('[list+number]')
    .between(['', ''], ['', Dexie.maxKey], true, true)
    .toArray()
  const keys = bare.filter((row) => templates(row.templateHash)).map((row) => `record:${row.id}`)
  if (keys.length === 0) return
  const states = (await db.entities.bulkGet(keys)).flatMap((row) => (row ? [row.state] : []))
  await db.transaction('rw', [db.records, db.meta], async () => {
    await dropBlocks(db)
    await db.records.bulkPut(states.map((state) => recordRow(state, templates)))
  })
}

/** By which rules this program folds, and makes lines. */
async function noteRules(db: WorkingDb): Promise<void> {
  await noteLineRules(db)
  await db.meta.put({ key: 'fold', version: FOLD_VERSION })
}

/** Fills an empty working copy from the journal. */
export async function fill(
  desk: Desk,
  ends: readonly Cursor[],
  onPage: (done: number, total: number) => void,
): Promise<Result<number, JournalFailure>> {
  const { db } = desk
  await noteRules(db)
  // A power cut takes the last pages at most, each with its cursors: the next start catches up.
  try {
    const caught = await catchUp(desk, ends, { onPage, anew: true })
    return caught.ok ? ok(caught.value.applied) : caught
  } finally {
    // Flushed, and everything before it with it.
    await noteRules(db)
  }
}
