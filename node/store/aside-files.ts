import type { FileFailure, JournalFailure } from '../../shared/ipc/contract'
import type { AsideStanding } from '../../shared/ipc/recovery'
import { storedChange } from '../../shared/ipc/schema-change'
import { err, ok, type Result } from '../../shared/kernel/result'
import {
  compareText,
  holdsItsHash,
  isCarriable,
  isWriterId,
  layersOf,
  type Cursor,
  type StoredChange,
} from '../../shared/store'
import { isObject } from '../../shared/store/read-edit'
import type { FilePort, FileResult } from './file-port'
import { QUARANTINE, TEMPORARY, under } from './layout'
import { sha256 } from './native-sha256'
import type { JournalReader } from './reader'

const ASIDE = /^aside-[0-9a-f]{64}(-[0-9]+)?$/

/** Whether a file of the quarantine holds changes that were set aside, rather than a copy of damaged bytes. [ST29] */
export const isAsideName = (name: string): boolean => ASIDE.test(name)

/** A file of changes that were set aside, as far as it can be read. */
export interface AsideFile {
  /** Its path in the data folder. */
  readonly file: string
  readonly changes: readonly StoredChange[]
  /** Lines that are no change, or not the one that their hash names. */
  readonly unreadable: number
}

/** Names of all files in quarantine, in order; none where there is no quarantine. */
export async function quarantined(files: FilePort, folder: string): FileResult<readonly string[]> {
  const listed = await files.list(under(folder, QUARANTINE))
  if (!listed.ok) return listed.error.type === 'NotFound' ? ok([]) : listed
  return ok(
    listed.value
      .filter(({ name, kind }) => kind === 'file' && !name.endsWith(TEMPORARY))
      .map(({ name }) => name)
      .sort(compareText),
  )
}

/** The changes that were set aside, a file at a time; one that cannot be read has a single unreadable line. */
export async function* asideFiles(files: FilePort, folder: string): AsyncGenerator<AsideFile> {
  const names = await quarantined(files, folder)
  for (const name of names.ok ? names.value.filter(isAsideName) : []) {
    const file = `${QUARANTINE}/${name}`
    const bytes = await files.read(under(folder, file))
    const lines = bytes.ok
      ? new TextDecoder()
          .decode(bytes.value)
          .split('\n')
          .filter((line) => line !== '')
      : ['']
    const changes = lines.flatMap((line) => readLine(line) ?? [])
    yield { file, changes, unreadable: lines.length - changes.length }
  }
}

function readLine(line: string): StoredChange | null {
  try {
    const read = storedChange.safeParse(JSON.parse(line))
    return read.success && isPlaced(read.data) && holdsItsHash(read.data, sha256) ? read.data : null
  } catch {
    return null
  }
}

/** Whether the places of a change, its own and those of its carriers, are places. */
function isPlaced({ change, chain, carriedBy }: StoredChange): boolean {
  const carriers: unknown = carriedBy ?? []
  if (!Array.isArray(carriers)) return false
  return [{ writer: change.writer, seq: change.seq, chain }, ...(carriers as readonly unknown[])].every(
    isCursor,
  )
}

const isCursor = (value: unknown): value is Cursor =>
  isObject(value) &&
  isWriterId(value['writer']) &&
  Number.isSafeInteger(value['seq']) &&
  Number(value['seq']) > 0 &&
  typeof value['chain'] === 'string' &&
  /^[0-9a-f]{64}$/.test(value['chain'])

/** Those of the changes whose frames the journals do not hold, once each. Fails for one that is not what its hash says. */
export async function lackingIn(
  reader: JournalReader,
  changes: readonly StoredChange[],
): Promise<Result<readonly StoredChange[], JournalFailure>> {
  const lost: StoredChange[] = []
  const taken = new Set<string>()
  for (const stored of changes) {
    if (!isCarriable(stored)) continue
    const layers = layersOf(stored, sha256)
    if (layers[0]?.payload.hash !== stored.hash) {
      return err({ type: 'BadChange', reason: '要写回的变更与它的哈希对不上，没有写回任何内容' })
    }
    const outer = layers.at(-1)
    if (outer === undefined) continue
    const key = `${outer.at.writer}:${outer.at.seq}:${outer.payload.hash}`
    const held = await reader.holds(outer.at.writer, outer.at.seq, outer.payload.hash)
    if (!held.ok) return held
    if (!held.value && !taken.has(key)) lost.push(stored)
    taken.add(key)
  }
  return ok(lost)
}

/** How much was set aside, and how much of it the journals do not have. */
export async function asideStanding(
  files: FilePort,
  folder: string,
  reader: JournalReader,
): Promise<AsideStanding> {
  let [changes, lacking, unreadable] = [0, 0, 0]
  for await (const aside of asideFiles(files, folder)) {
    const lost = await lackingIn(reader, aside.changes)
    changes += aside.changes.length
    unreadable += aside.unreadable
    // Where the journal cannot be asked, what lies aside counts as lacking: bringing it back twice changes nothing.
    lacking += lost.ok ? lost.value.length : aside.changes.length
  }
  return { changes, lacking, unreadable }
}

/** Writes everything that was set aside into the journal again; the files stay as they are. */
export async function bringBackAside(
  files: FilePort,
  folder: string,
  restore: (
    changes: readonly StoredChange[],
  ) => Promise<Result<{ readonly restored: number }, JournalFailure>>,
): Promise<Result<{ readonly restored: number; readonly unreadable: number }, FileFailure | JournalFailure>> {
  let [restored, unreadable] = [0, 0]
  for await (const aside of asideFiles(files, folder)) {
    const done = await restore(aside.changes)
    if (!done.ok) return done
    restored += done.value.restored
    unreadable += aside.unreadable
  }
  return ok({ restored, unreadable })
}
