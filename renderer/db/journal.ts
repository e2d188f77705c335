import type { Bridge, HeldDraft, JournalFailure } from '../../shared/ipc/contract'
import type { Clock, RandomBytes } from '../../shared/kernel/clock'
import type { Line } from '../../shared/kernel/line'
import { ok, type Result } from '../../shared/kernel/result'
import {
  applyChange,
  compareEnds,
  cursorOf,
  emptyEntity,
  follows,
  type Cursor,
  type EntityRef,
  type EntityState,
  type NewChange,
  type StoredChange,
} from '../../shared/store'
import { applyBatch, type TemplateByHash } from './apply'
import { applyHere, oneAfterAnother } from './applying/applier'
import type { Applier, OpenApplier, Taken } from './applying/applier'
import type { Lately } from './lately'
import type { LineHearer } from './lists/lists'
import type { ListRow } from '../../shared/search/list-row'
import { changesOfPage, endsOfPage, readText } from './journal-page'
import type { TemplateShelf } from './templates'
import type { CaughtUp } from './types'
import { entityKey, type WorkingDb } from './schema'

/** What the repositories share. */
export interface Desk {
  readonly db: WorkingDb
  readonly bridge: Bridge
  readonly clock: Clock
  readonly random: RandomBytes
  readonly templates: TemplateByHash
  readonly isKept: TemplateShelf['isKept']
  readonly keepTemplate: TemplateShelf['keep']
  readonly keptTemplates: TemplateShelf['kept']
  /** What applies long runs of changes. */
  readonly openApplier: OpenApplier
  /** Ends those that are at work: what they wait for is not answered any more. */
  readonly endAppliers: () => void
  /** The version of a form that is current now, by code. */
  readonly current: TemplateShelf['current']
  /** Highest counters given in this sitting, by form code and scope. */
  readonly given: Map<string, number>
  /** Changes of this sitting that are in the journal and that the working copy has not taken yet. */
  readonly unapplied: StoredChange[]
  /** The entity that was asked for last, so that a save of it need not read it. */
  readonly lately: Lately
  /** Hears which lines of lists were written. */
  readonly onLines: LineHearer[]
  /**
   * Does one piece of work at a time: numbers are given and changes written in a line. A save that asks nothing of the tables lets the next
   * one begin as soon as it is in the journal.
   */
  readonly inLine: Line
  /** Changes that were written are taken into the tables one after the other. */
  readonly applying: Line
}

/** Changes that are asked for and applied at once: a transaction of some milliseconds each hundred. */
const PAGE = 500
/** With more than so many to be done, in a thread, pages are long: fewer entities are read, folded and written twice. Some ten megabytes. */
const LONG = 2000
const LONG_PAGE = 5000
/** Of what colleagues wrote while a computer was off: the same records again and again. Not where somebody waits to hear of pages. */
const ARRIVED_PAGE = 10_000

export interface CatchUpOptions {
  /** Hears how many changes are done, of how many. */
  readonly onPage?: (done: number, total: number) => void
  /**
   * The working copy was empty: the journal is taken as it is, breaks in its own chain included, and a power cut may take the
   * last pages, each with its cursors.
   */
  readonly anew?: boolean
}

/**
 * Applies what the journal has beyond the working copy, page by page: the one way of catching up, of a rebuild, and of what
 * arrives from colleagues. Long runs are applied by `desk.openApplier`, beside the window.
 */
export async function catchUp(
  desk: CatchUpDesk,
  ends: readonly Cursor[],
  { onPage, anew = false }: CatchUpOptions = {},
): Promise<Result<CaughtUp, JournalFailure>> {
  const standings = compareEnds(ends, await desk.db.cursors.toArray())
  const behind = standings.filter((each) => each.standing === 'behind')
  const parted = standings
    .filter((each) => each.standing === 'ahead' || each.standing === 'diverged')
    .map((each) => each.writer)
  const total = behind.reduce((sum, each) => sum + (each.journal?.seq ?? 0) - (each.copy?.seq ?? 0), 0)
  const limit = total <= LONG ? PAGE : anew || onPage ? LONG_PAGE : ARRIVED_PAGE
  const isLong = total > PAGE
  const applier = applierFor(desk, anew, isLong)
  let applied = 0
  let isBroken = false
  /** The page that is being applied while the next one is read, and folded where that can be. */
  let taking: Promise<void> = Promise.resolve()
  /** The page that was handed over last. */
  let newest = taking
  const noteTaken = ({ count, lines, handed }: Taken) => {
    desk.lately.forget()
    tellLines(desk, lines)
    for (const hearer of desk.onLines) hearer.handed(handed)
    applied += count
    onPage?.(applied, total)
  }
  try {
    for (const { writer, copy, journal } of behind) {
      let at = copy ?? null
      const end = journal?.seq ?? 0
      const pageAfter = (seq: number) => readText(desk.bridge, writer, seq, limit)
      let coming = (at?.seq ?? 0) < end ? pageAfter(at?.seq ?? 0) : null
      while (coming) {
        const page = await coming
        coming = null
        if (!page.ok) {
          await taking
          return page
        }
        const pageEnds = endsOfPage(page.value)
        // Nothing where the journal says there is something: it is missing in the middle, and was told as a finding.
        if (!pageEnds) break
        const { first, last } = pageEnds
        if (!anew && at && cursorOf(first).seq === at.seq + 1 && !follows(at, first)) {
          parted.push(writer)
          break
        }
        at = cursorOf(last)
        // The next page is read while this one is written; its failure is looked at when it is its turn.
        if (at.seq < end) {
          coming = pageAfter(at.seq)
          coming.catch(() => undefined)
        }
        desk.lately.forget()
        newest = applier.take(page.value).then(noteTaken)
        // Looked at when it is its turn.
        newest.catch(() => undefined)
        await taking
        taking = newest
      }
    }
    await taking
  } catch (error) {
    isBroken = true
    throw error
  } finally {
    // A page that is being written must tell its lines, also when something else went wrong: its cursors have moved.
    await newest.catch(() => undefined)
    applier.close()
    // A thread that broke down may have written lines without telling all of them.
    if (isBroken && isLong) for (const hearer of desk.onLines) hearer.readAnew()
  }
  return ok({ applied, parted })
}

type CatchUpDesk = Pick<
  Desk,
  'db' | 'bridge' | 'templates' | 'keptTemplates' | 'openApplier' | 'onLines' | 'lately'
>

/** A few changes are applied at once and here: a thread would first have to be started. */
function applierFor(desk: CatchUpDesk, anew: boolean, isLong: boolean): Applier {
  if (!isLong && !anew) {
    const inOrder = oneAfterAnother()
    return {
      take: (page) =>
        inOrder(async () => ({
          ...(await applyBatch(desk.db, desk.templates, changesOfPage(page))),
          handed: 0,
        })),
      close: () => undefined,
    }
  }
  return (isLong ? desk.openApplier : applyHere)({
    database: desk.db.name,
    durability: anew ? 'relaxed' : 'strict',
    anew,
    lines: desk.onLines.length > 0,
    way: isLong ? (desk.onLines[0]?.openWay() ?? null) : null,
    templates: desk.templates,
    kept: desk.keptTemplates,
  })
}

export interface Appended {
  readonly stored: readonly StoredChange[]
  readonly viewed: boolean
}

export interface AppendOptions {
  /** The draft that says nothing beyond these changes. */
  readonly held?: HeldDraft
  /** Hears of the changes as soon as they are safe. */
  readonly onStored?: (stored: readonly StoredChange[]) => void
}

/**
 * Writes changes into the journal and then into the working copy. Once the journal has them they are safe: when the
 * working copy cannot take them, `viewed` is false and the next write or start catches up. Call it in line.
 */
export async function append(
  desk: Desk,
  changes: readonly NewChange[],
  { held, onStored }: AppendOptions = {},
): Promise<Result<Appended, JournalFailure>> {
  for (const hash of new Set(changes.flatMap(({ template }) => template ?? []))) {
    const kept = desk.isKept(hash) ? ok(null) : await desk.keepTemplate(hash)
    if (!kept.ok) return kept
  }
  const appended = await desk.bridge.call('journal:append', { changes, ...(held ? { held } : {}) })
  if (!appended.ok) return appended
  const stored = appended.value
  // From now on everybody sees them, through `currentState`.
  desk.unapplied.push(...stored)
  desk.lately.wrote(stored)
  onStored?.(stored)
  // What tells of it is drawn before anything else is begun.
  await Promise.resolve()
  const viewed = await desk.applying(() => view(desk, stored)).catch(() => false)
  return ok({ stored, viewed })
}

/** Applies changes of this computer and tells which lines they touched. */
async function take(
  desk: Pick<Desk, 'db' | 'templates' | 'onLines'>,
  changes: readonly StoredChange[],
): Promise<void> {
  const batch = changes.map((stored) => ({ stored }))
  const { lines } = await applyBatch(desk.db, desk.templates, batch)
  tellLines(desk, lines)
}

/** Lines that were written, to all who want to hear of them. */
export function tellLines({ onLines }: Pick<Desk, 'onLines'>, lines: readonly ListRow[]): void {
  if (lines.length > 0) for (const hearer of onLines) hearer.put(lines)
}

/** Takes what was just written into the working copy, after all that was written before; whether that has everything now. */
async function view(desk: Desk, stored: readonly StoredChange[]): Promise<boolean> {
  const [first] = stored
  if (first === undefined) return true
  const at = desk.unapplied.indexOf(first)
  // Catching up for the one before has taken this one in, too.
  if (at < 0) return true
  if (at === 0 && (await isNext(desk.db, first))) {
    await take(desk, stored)
    desk.unapplied.splice(0, stored.length)
    return true
  }
  const caught = await catchUpNow(desk)
  return caught.ok && !stored.some((each) => isParted(caught.value, each))
}

/** Applies everything that the journal has, and what was written is no longer waiting. */
export async function catchUpNow(desk: Desk): Promise<Result<CaughtUp, JournalFailure>> {
  // Those of which the journal's ends are sure to know.
  const waiting = new Set(desk.unapplied)
  const ends = await desk.bridge.call('journal:ends', null)
  const caught = ends.ok ? await catchUp(desk, ends.value) : ends
  if (!caught.ok) return caught
  const { unapplied } = desk
  const left = unapplied.filter((stored) => !waiting.has(stored) || isParted(caught.value, stored))
  unapplied.splice(0, unapplied.length, ...left)
  return caught
}

/** Only changes of a writer that parted are still to be applied then: another one's history keeps nobody waiting. */
const isParted = ({ parted }: CaughtUp, stored: StoredChange): boolean =>
  parted.includes(cursorOf(stored).writer)

/** An entity as it is now: with what was written and is not applied yet. Null when there is none. */
export async function currentState(desk: Desk, ref: EntityRef): Promise<EntityState | null> {
  const key = entityKey(ref)
  const [row, waiting] = await withUnapplied(desk, key, () => desk.db.entities.get(key))
  return waiting.reduce<EntityState | null>(
    (before, stored) => applyChange(before ?? emptyEntity(ref), stored),
    row?.state ?? null,
  )
}

/**
 * What `read` finds of an entity in the working copy, and the changes of it that may not be in there yet. Those that were taken
 * in while it was being read are told, too.
 */
export async function withUnapplied<T>(
  { unapplied }: Pick<Desk, 'unapplied'>,
  key: string,
  read: () => Promise<T>,
): Promise<readonly [T, readonly StoredChange[]]> {
  const before = [...unapplied]
  const found = await read()
  const waiting = new Set([...before, ...unapplied])
  return [found, [...waiting].filter(({ change }) => entityKey(change.entity) === key)]
}

/** Whether a change stands right behind what is applied of its writer. */
async function isNext(db: WorkingDb, stored: StoredChange | undefined): Promise<boolean> {
  if (!stored) return false
  const place = cursorOf(stored)
  const cursor = await db.cursors.get(place.writer)
  return cursor ? follows(cursor, stored) : place.seq === 1
}
