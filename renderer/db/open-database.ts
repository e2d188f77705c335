import { Dexie } from 'dexie'
import { err, ok, type Result } from '../../shared/kernel/result'
import { inTime, PATIENCE } from './in-time'
import { packRows } from './packing'
import { dropBlocks, standOf } from './lists/line-blocks'
import { SCHEMA_VERSION, WorkingDb } from './schema'

export type OpenDatabaseFailure =
  | { readonly type: 'newer'; readonly found: number }
  | { readonly type: 'unreadable'; readonly reason: string }

/**
 * Long work on an open database that tells by `pulse` that it goes on. Rejects when it falls silent, or when the browser
 * closes the database: a damaged table can leave requests that are never answered.
 */
export async function whileAlive<T>(db: Dexie, work: (pulse: () => void) => Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  let stop: (reason: string) => void = () => undefined
  const ended = new Promise<never>((_, reject) => {
    stop = (reason) => {
      reject(new Error(reason))
    }
  })
  const onClose = () => {
    stop('the browser closed the database')
  }
  const pulse = () => {
    clearTimeout(timer)
    timer = setTimeout(stop, PATIENCE, `no answer for ${String(PATIENCE)} ms`)
  }
  db.on('close', onClose)
  pulse()
  try {
    return await Promise.race([work(pulse), ended])
  } finally {
    clearTimeout(timer)
    db.on('close').unsubscribe(onClose)
  }
}

/**
 * Opens the tables, or says why not. Dexie opens a newer schema without an error, and even adds its own tables to it, so
 * the version on the disk is looked at before.
 */
export async function openDatabase(name: string): Promise<Result<WorkingDb, OpenDatabaseFailure>> {
  try {
    const found = await inTime(storedVersion(name))
    if (found > SCHEMA_VERSION) return err({ type: 'newer', found })
  } catch (error) {
    return err({ type: 'unreadable', reason: String(error) })
  }
  const db = new WorkingDb(name)
  try {
    await inTime(db.open())
    return ok(db)
  } catch (error) {
    db.close()
    return err({ type: 'unreadable', reason: String(error) })
  }
}

/** The schema version on the disk, 0 when there is none. Dexie keeps ten times its version, and counts on in between. */
async function storedVersion(name: string): Promise<number> {
  const all = await Dexie.dependencies.indexedDB.databases()
  return Math.floor((all.find((each) => each.name === name)?.version ?? 0) / 10)
}

/** Opens it as whatever it is, to look for changes that nothing else has. Null when that does not work. */
export async function openAsItIs(name: string): Promise<Dexie | null> {
  const db = new Dexie(name)
  packRows(db)
  try {
    return await db.open()
  } catch {
    db.close()
    return null
  }
}

/** An empty working copy in the place of whatever was there. */
export async function replaceDatabase(name: string): Promise<Result<WorkingDb, OpenDatabaseFailure>> {
  try {
    await inTime(Dexie.delete(name))
  } catch {
    // What cannot be deleted may still be opened and emptied.
  }
  const opened = await openDatabase(name)
  if (!opened.ok) return opened
  try {
    await emptyDatabase(opened.value)
    return opened
  } catch (error) {
    opened.value.close()
    return err({ type: 'unreadable', reason: String(error) })
  }
}

/** Takes everything out, in one transaction. */
export const emptyDatabase = (db: WorkingDb): Promise<void> =>
  db.transaction('rw', db.tables, async () => {
    const { dropped } = await standOf(db)
    for (const table of db.tables) await table.clear()
    // An image of the lists as they stood before may just be on its way into its table.
    await dropBlocks(db, dropped)
  })
