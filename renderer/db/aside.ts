import type { Bridge, JournalFailure } from '../../shared/ipc/contract'
import type { Clock } from '../../shared/kernel/clock'
import { ok, type Result } from '../../shared/kernel/result'
import { cursorOf, dotOf, holdsItsHash, type StoredChange } from '../../shared/store'
import { readableAfter, type FoundLog } from './change-log'
import { isWhole } from './integrity'
import { readPage } from './journal-page'
import { inTime } from './in-time'
import { AsideDb, asideName, entityKey, type AsideRow, type ChangeRow, type WorkingDb } from './schema'

/** Rows that are compared with the journal at once. */
const PAGE = 500

/** Changes that go to the data folder in one call: set aside or brought back. */
export const BATCH = 500

/**
 * The changes of these writers' journals that the working copy has and the journal has not (any more). Only whole ones:
 * a row that does not hash to its name is damage, not a change.
 */
export async function onlyHere(
  db: FoundLog,
  bridge: Bridge,
  writers: readonly string[],
): Promise<Result<readonly StoredChange[], JournalFailure>> {
  const found: StoredChange[] = []
  for (const writer of writers) {
    let after = 0
    for (;;) {
      const { rows, last } = await readableAfter(db, writer, after, PAGE)
      if (last === undefined) break
      const journal = await journalBetween(bridge, writer, after, last)
      if (!journal.ok) return journal
      found.push(...missingFrom(journal.value, rows))
      after = last
    }
  }
  return ok(found)
}

/** What the journal has after `from`, up to `to`: far apart where the working copy has lost rows in between. */
async function journalBetween(
  bridge: Bridge,
  writer: string,
  from: number,
  to: number,
): Promise<Result<readonly StoredChange[], JournalFailure>> {
  const found: StoredChange[] = []
  let after = from
  while (after < to) {
    const page = await readPage(bridge, writer, after, Math.min(PAGE, to - after))
    if (!page.ok) return page
    const last = page.value.at(-1)
    if (!last) break
    found.push(...page.value.map(({ stored }) => stored))
    after = cursorOf(last.stored).seq
  }
  return ok(found)
}

/** Rows whose place in the journal is empty or holds another change. */
function missingFrom(journal: readonly StoredChange[], rows: readonly ChangeRow[]): readonly StoredChange[] {
  const there = new Map(journal.map((stored) => [cursorOf(stored).seq, dotOf(stored)]))
  return rows
    .filter((row) => there.get(row.at) !== dotOf(row.stored) && holdsItsHash(row.stored) && isWhole(row))
    .map((row) => row.stored)
}

/** Keeps what only a working copy had, apart from it, until a person decides and for ever after. */
export interface Aside {
  /**
   * Resolves when they are in the browser's storage and, if that could be written, in the data folder. What was left aside
   * before stays so. Rejects when the browser's storage fails.
   */
  readonly keep: (changes: readonly StoredChange[]) => Promise<void>
  /** Not yet decided, each writer's in its order; those that have come back meanwhile are ticked off. */
  readonly asked: () => Promise<readonly StoredChange[]>
  /** Left aside by the person's decision. */
  readonly left: () => Promise<readonly StoredChange[]>
  readonly decide: (changes: readonly StoredChange[], fate: AsideRow['fate']) => Promise<void>
  readonly close: () => void
}

interface AsideParts {
  readonly folderId: string
  readonly bridge: Bridge
  /** Null before there is one: nothing is then asked about. */
  readonly working: WorkingDb | null
  readonly clock: Clock
}

export function openAside({ folderId, bridge, working, clock }: AsideParts): Aside {
  const db = new AsideDb(asideName(folderId))

  const decide: Aside['decide'] = async (changes, fate) => {
    await db.changes.where('dot').anyOf(changes.map(dotOf)).modify({ fate })
  }

  const pending = async (fate: AsideRow['fate']) => {
    const rows = await db.changes.where('fate').equals(fate).toArray()
    const back = await Promise.all(rows.map((row) => isApplied(working, row.stored)))
    const returned = rows.filter((_, i) => back[i] === true).map((row) => row.stored)
    if (returned.length > 0) await decide(returned, 'restored')
    return rows
      .filter((_, i) => back[i] !== true)
      .map((row) => row.stored)
      .sort(byPlace)
  }

  return {
    keep: async (changes) => {
      await writeOut(bridge, changes)
      await inTime(
        db.transaction('rw', db.changes, async () => {
          const known = await db.changes.bulkGet(changes.map(dotOf))
          const fresh = changes.filter((_, i) => known[i]?.fate !== 'aside')
          const foundAt = clock.now()
          await db.changes.bulkPut(
            fresh.map((stored) => ({ dot: dotOf(stored), stored, foundAt, fate: 'asked' })),
          )
        }),
      )
    },
    asked: () => pending('asked'),
    left: () => pending('aside'),
    decide,
    close: () => {
      db.close()
    },
  }
}

/**
 * Into files of the data folder, which outlive the browser's storage. One that cannot be written (disk full, read-only)
 * stops nothing: the browser's storage keeps the changes all the same.
 */
async function writeOut(bridge: Bridge, changes: readonly StoredChange[]): Promise<void> {
  for (let from = 0; from < changes.length; from += BATCH) {
    await bridge
      .call('journal:setAside', { changes: changes.slice(from, from + BATCH) })
      .catch(() => undefined)
  }
}

/** Everything that lies aside, whatever was decided: for carrying it over when the browser's storage is deleted. */
export const asideRows = (folderId: string): Promise<readonly AsideRow[]> =>
  onAside(folderId, (db) => db.changes.toArray())

export const putAsideRows = (folderId: string, rows: readonly AsideRow[]): Promise<unknown> =>
  onAside(folderId, (db) => db.changes.bulkPut(rows))

async function onAside<T>(folderId: string, work: (db: AsideDb) => PromiseLike<T>): Promise<T> {
  const db = new AsideDb(asideName(folderId))
  try {
    return await inTime(work(db))
  } finally {
    db.close()
  }
}

/** Whether the working copy, and so the journal it was built from, has the change, wherever it stands. */
async function isApplied(working: WorkingDb | null, stored: StoredChange): Promise<boolean> {
  const entity = await working?.entities.get(entityKey(stored.change.entity))
  return entity?.state.applied.includes(dotOf(stored)) === true
}

function byPlace(a: StoredChange, b: StoredChange): number {
  const [left, right] = [a.change, b.change]
  return left.writer === right.writer ? left.seq - right.seq : left.writer < right.writer ? -1 : 1
}
