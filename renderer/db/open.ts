import type { Bridge, Finding, JournalFailure, StartInfo } from '../../shared/ipc/contract'
import type { Clock, RandomBytes } from '../../shared/kernel/clock'
import { err, ok, type Result } from '../../shared/kernel/result'
import type { StoredChange } from '../../shared/store'
import type { OpenApplier } from './applying/applier'
import { checkHere, type CheckWhole } from './checking/checker'
import { asideRows, onlyHere, openAside, putAsideRows, type Aside } from './aside'
import type { FoundLog } from './change-log'
import { CHECK_WHOLE, fill, judge, knownBreaks } from './bring-up'
import { quickCheck } from './integrity'
import type { Desk } from './journal'
import { makeDesk } from './make-desk'
import { inTime } from './in-time'
import { emptyDatabase, openAsItIs, openDatabase, replaceDatabase, whileAlive } from './open-database'
import { SCHEMA_VERSION, workingName, type WorkingDb } from './schema'
import { followOwnForms } from './own-forms'
import { openShelf, type CatalogueTemplate, type TemplateShelf } from './templates'
import { standOf } from './lists/line-blocks'
import { keepLists, type KeptLists } from './lists/lists'
import { formNames } from './lists/list-names'
import { listsHere, type OpenLists } from './lists/lists-port'
import { tablesHere, type OpenTablesPort } from './tables/tables-port'
import type { RebuildReason, StartProgress, StartReport, WorkingCopy, WorkingCopyFailure } from './types'
import { assemble } from './working-copy'

export interface OpenOptions {
  readonly clock: Clock
  readonly random: RandomBytes
  /** The program's own templates: kept in the data folder before something is filled from them. */
  readonly catalogue: readonly CatalogueTemplate[]
  /** Where lists and the search are kept; absent: in this thread. */
  readonly lists?: OpenLists
  /** What applies long runs of changes; absent: this thread. */
  readonly applier?: OpenApplier
  /** What checks a large working copy while it is in use; absent: this thread. */
  readonly checker?: CheckWhole
  /** Where a table is held while it is taken over; absent: in this thread. */
  readonly tables?: OpenTablesPort
  readonly onProgress?: (progress: StartProgress) => void
  /** A working copy with more changes is checked after the start, not before; infinite where damage was found and not mended. */
  readonly checkWhole?: number
  /** The person agreed to put a newer program's working copy aside. */
  readonly replaceNewer?: boolean
}

export interface OpenedWorkingCopy {
  readonly workingCopy: WorkingCopy
  readonly report: StartReport
}

/**
 * Opens the working copy of the data folder and brings it to where the journal is: caught up when it is behind, built
 * anew when it is missing, damaged, or has what the journal lacks. The latter is kept aside first and asked about.
 */
export async function openWorkingCopy(
  bridge: Bridge,
  start: StartInfo,
  options: OpenOptions,
): Promise<Result<OpenedWorkingCopy, WorkingCopyFailure>> {
  const tell = options.onProgress ?? (() => undefined)
  tell({ phase: 'opening', done: 0, total: 0 })
  const [templates, opened] = await Promise.all([
    openShelf(bridge, options.catalogue),
    openDatabase(workingName(start.folder.id)),
  ])
  if (!templates.ok) {
    if (opened.ok) opened.value.close()
    return templates
  }
  const starting: Starting = { bridge, start, options, templates: templates.value, tell }
  if (opened.ok) return openGood(starting, opened.value)
  if (opened.error.type === 'unreadable') return rebuild(starting, 'unreadable', [])
  if (options.replaceNewer !== true) {
    return err({ type: 'NewerWorkingCopy', found: opened.error.found, known: SCHEMA_VERSION })
  }
  return replaceNewer(starting)
}

interface Starting {
  readonly bridge: Bridge
  readonly start: StartInfo
  readonly options: OpenOptions
  readonly templates: TemplateShelf
  readonly tell: (progress: StartProgress) => void
}

type Opened = Result<OpenedWorkingCopy, WorkingCopyFailure>

async function openGood(starting: Starting, db: WorkingDb): Promise<Opened> {
  const { bridge, start, options, templates, tell } = starting
  const desk = makeDesk(bridge, options, templates, db)
  tell({ phase: 'checking', done: 0, total: 0 })
  const wasEmpty = await isEmpty(db)
  if (wasEmpty === true) {
    const reason = start.folder.created || start.ends.length === 0 ? undefined : 'missing'
    return finish(starting, desk, reason)
  }
  const limit = options.checkWhole ?? CHECK_WHOLE
  const verdict = await whileAlive(db, (pulse) =>
    judge(desk, start, limit, (phase, done, total) => {
      pulse()
      if (total > 0) tell({ phase, done, total })
    }),
  ).catch(() => null)
  if (verdict === null) {
    desk.endAppliers()
    db.close()
    return rebuild(starting, 'unreadable', [])
  }
  if (!verdict.ok) {
    db.close()
    return verdict
  }
  if (verdict.value.verdict === 'good') {
    return conclude(starting, desk, {
      caughtUp: verdict.value.applied,
      checkedWhole: verdict.value.checkedWhole,
    })
  }
  db.close()
  return rebuild(starting, verdict.value.reason, verdict.value.ahead)
}

/** Null when it cannot even be asked. */
async function isEmpty(db: WorkingDb): Promise<boolean | null> {
  try {
    const first = [db.cursors, db.changes].map((table) => table.limit(1).primaryKeys())
    return (await inTime(Promise.all(first))).every((keys) => keys.length === 0)
  } catch {
    return null
  }
}

/** A newer program's tables: what they hold that the journal lacks is kept, if their changes can still be read. */
async function replaceNewer(starting: Starting): Promise<Opened> {
  const name = workingName(starting.start.folder.id)
  const raw = await openAsItIs(name)
  if (!raw) return rebuild(starting, 'newer', [])
  let ahead: readonly StoredChange[] = []
  try {
    const writers = (await raw.table<{ writer: string }>('cursors').toArray()).map((cursor) => cursor.writer)
    const bundles = raw.tables.find((table) => table.name === 'bundles') ?? null
    const tables = { changes: raw.table('changes'), bundles } as unknown as FoundLog
    const found = await onlyHere(tables, starting.bridge, writers)
    if (!found.ok) return found
    ahead = found.value
  } catch {
    // Its tables are of another shape: the journal is all there is to go by.
  } finally {
    raw.close()
  }
  return rebuild(starting, 'newer', ahead)
}

async function rebuild(
  starting: Starting,
  reason: RebuildReason,
  ahead: readonly StoredChange[],
): Promise<Opened> {
  const { start, options } = starting
  if (ahead.length > 0) {
    const kept = await keepAside(starting, ahead)
    if (!kept.ok) return kept
  }
  options.onProgress?.({ phase: 'rebuilding', done: 0, total: 0 })
  const replaced = await replaceOrRenew(starting.bridge, start.folder.id)
  if (!replaced.ok) {
    const { error } = replaced
    return err({
      type: 'NoWorkingCopy',
      reason: error.type === 'newer' ? `version ${String(error.found)}` : error.reason,
    })
  }
  return finish(starting, makeDesk(starting.bridge, options, starting.templates, replaced.value), reason)
}

/**
 * When the browser's storage will not be replaced by itself, the main process deletes its files: those of what lies aside
 * too, which is carried over in memory.
 */
async function replaceOrRenew(bridge: Bridge, folderId: string): ReturnType<typeof replaceDatabase> {
  const replaced = await replaceDatabase(workingName(folderId))
  if (replaced.ok) return replaced
  try {
    const aside = await asideRows(folderId).catch(() => [])
    const renewed = await inTime(bridge.call('storage:renew', null))
    if (!renewed.ok) return replaced
    if (aside.length > 0) await putAsideRows(folderId, aside)
    return await replaceDatabase(workingName(folderId))
  } catch {
    return replaced
  }
}

/** Before anything is deleted. */
async function keepAside(
  { bridge, start, options }: Starting,
  ahead: readonly StoredChange[],
): Promise<Result<null, WorkingCopyFailure>> {
  const aside = openAside({ folderId: start.folder.id, bridge, working: null, clock: options.clock })
  try {
    await aside.keep(ahead)
    return ok(null)
  } catch (error) {
    return err({ type: 'NoWorkingCopy', reason: String(error) })
  } finally {
    aside.close()
  }
}

/** With so many changes to come the lists stand before them and hear each line: reading them again afterwards takes seconds. */
const LISTS_FIRST = 2000

/** Fills an empty working copy. */
async function finish(starting: Starting, desk: Desk, reason: RebuildReason | undefined): Promise<Opened> {
  const { ends } = starting.start
  const isLong = ends.reduce((sum, { seq }) => sum + seq, 0) > LISTS_FIRST
  const lists = isLong ? openLists(starting, desk) : null
  // Lists that do not come are no reason not to go on.
  if (lists) await inTime(lists.settled).catch(() => undefined)
  const giveUp = <T>(failed: T): T => {
    lists?.close()
    desk.db.close()
    return failed
  }
  try {
    // In line: the lists do not ask how the tables stand before all lines are there.
    const filled = await desk.inLine(() =>
      fill(desk, ends, (done, total) => {
        starting.tell({ phase: 'rebuilding', done, total })
      }),
    )
    if (!filled.ok) return giveUp(filled)
    const outcome: Outcome = { caughtUp: filled.value, checkedWhole: true }
    return await conclude(starting, desk, { ...outcome, ...(reason ? { rebuilt: reason } : {}) }, lists)
  } catch (error) {
    return giveUp(err({ type: 'NoWorkingCopy', reason: String(error) }))
  }
}

interface Outcome {
  readonly caughtUp: number
  readonly checkedWhole: boolean
  readonly rebuilt?: RebuildReason
}

/** `early`: the lists, where they stand already. */
async function conclude(
  starting: Starting,
  desk: Desk,
  outcome: Outcome,
  early: KeptLists | null = null,
): Promise<Opened> {
  const { bridge, start, options } = starting
  const aside = openAside({ folderId: start.folder.id, bridge, working: desk.db, clock: options.clock })
  const { checkedWhole, ...told } = outcome
  const [[ahead, left], unfollow] = await Promise.all([
    askAside(aside),
    followOwnForms(desk, starting.templates),
  ])
  const forked = await forkIfNamed(starting, [...ahead, ...left])
  if (!forked.ok) {
    unfollow()
    early?.close()
    aside.close()
    desk.db.close()
    return forked
  }
  const lists = early ?? openLists(starting, desk)
  // The lists are waited for by a person, the full check by nobody: both read the same tables, so one after the other.
  const checked = checkedWhole
    ? Promise.resolve('whole' as const)
    : lists.settled.then(() => checkLater(starting, desk))
  return ok({
    workingCopy: assemble({
      desk,
      start,
      aside,
      checked,
      journalChecked: checkJournal(bridge),
      templates: starting.templates,
      lists,
      tables: options.tables ?? tablesHere,
      unfollow,
    }),
    report: { ...told, ahead, aside: left.length, findings: start.findings },
  })
}

/** The closed segments that the opening took as they were remembered are read now. */
async function checkJournal(bridge: Bridge): Promise<readonly Finding[]> {
  const found = await bridge.call('journal:check', null).catch(() => null)
  return found?.ok === true ? found.value : []
}

function openLists({ start, options }: Starting, desk: Desk): KeptLists {
  const names = formNames(options.catalogue)
  const port = (options.lists ?? listsHere)(workingName(start.folder.id), names, (hear) => {
    // Without an image the next start only takes longer.
    desk
      .inLine(async () => {
        hear(await standOf(desk.db))
      })
      .catch(() => {
        hear(null)
      })
  })
  const lists = keepLists(desk.db, port)
  desk.onLines.push(lists)
  return lists
}

async function askAside(aside: Aside): Promise<readonly [readonly StoredChange[], readonly StoredChange[]]> {
  try {
    return [await inTime(aside.asked()), await inTime(aside.left())]
  } catch {
    // What lies aside cannot be read now; it is asked about at a later start.
    return [[], []]
  }
}

/** What lies aside was written in this computer's name: a new change must not take the name of one of them. */
async function forkIfNamed(
  { bridge, start }: Starting,
  aside: readonly StoredChange[],
): Promise<Result<unknown, JournalFailure>> {
  const named = aside.some((stored) =>
    [stored.change, ...(stored.carriedBy ?? [])].some(({ writer }) => writer === start.writer),
  )
  return named && !start.folder.readOnly ? bridge.call('journal:fork', null) : ok(null)
}

/** So often a check that changes came into is begun again beside the work; then it goes on while nothing is written. */
const CHECKS_BESIDE = 3

/** The checks of a large working copy beside its use; what they find is mended at once from the journal. */
async function checkLater(
  { start, options }: Starting,
  desk: Desk,
): Promise<'whole' | 'rebuilt' | 'damaged'> {
  const { db, templates } = desk
  const beside = options.checker ?? checkHere
  const whole = { database: db.name, knownBreaks: knownBreaks(start), templates, kept: desk.keptTemplates }
  const isWhole = async (checkWhole: CheckWhole): Promise<boolean> => {
    // The sample first: what is damaged all over is found at once.
    const seemsWhole = await quickCheck(db, templates, desk.random).catch(() => false)
    return seemsWhole && (await checkWhole(whole))
  }
  const cursorsNow = async (): Promise<string> =>
    JSON.stringify((await db.cursors.toArray()).map(({ writer, seq, rows }) => [writer, seq, rows]))
  try {
    for (let check = 0; check < CHECKS_BESIDE; check += 1) {
      const before = await cursorsNow()
      if (await isWhole(beside)) return 'whole'
      // What was written meanwhile looks like damage: counts and states were read at different moments.
      if ((await cursorsNow()) === before) break
    }
    return await desk.inLine(async () => {
      // Saves wait for this one: it makes haste and does not stand still for who is at work.
      if (await isWhole(checkHere)) return 'whole'
      const ends = await desk.bridge.call('journal:ends', null)
      if (!ends.ok) return 'damaged'
      await emptyDatabase(desk.db)
      const filled = await fill(desk, ends.value, () => undefined)
      return filled.ok ? 'rebuilt' : 'damaged'
    })
  } catch {
    return 'damaged'
  }
}
