import { createHash } from 'node:crypto'
import { openDataFolder, type DataFolder, type FilePort } from '../../node/store'
import type { Clock, RandomBytes } from '../../shared/kernel/clock'
import type { Result } from '../../shared/kernel/result'
import type { Edit, NewChange, StoredChange } from '../../shared/store'

export const FOLDER = '/firm/data'

/** A clock that a test turns by hand. */
export interface HandClock extends Clock {
  ms: number
}

export function handClock(ms = Date.UTC(2026, 0, 5, 1, 0, 0)): HandClock {
  const clock = { ms, now: () => clock.ms }
  return clock
}

/** Bytes that look random and are the same in every run. */
export function seededRandom(seed: string): RandomBytes {
  let count = 0
  return (length) => {
    const bytes = new Uint8Array(length)
    for (let at = 0; at < length; at += 32) {
      bytes.set(
        createHash('sha256')
          .update(`${seed}/${count++}`)
          .digest()
          .subarray(0, length - at),
        at,
      )
    }
    return bytes
  }
}

export interface OpenParts {
  readonly files: FilePort
  readonly clock?: Clock
  readonly seed?: string
  readonly path?: string
  readonly computer?: string
}

export const open = ({ files, clock = handClock(), seed = 'a', path = FOLDER, computer }: OpenParts) =>
  openDataFolder({
    path,
    files,
    clock,
    random: seededRandom(seed),
    appVersion: '0.1.0',
    ...(computer === undefined ? {} : { computer }),
  })

export async function opened(parts: OpenParts): Promise<DataFolder> {
  return must(await open(parts))
}

/** The value of a result that has to be one. */
export function must<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(`failed: ${JSON.stringify(result.error)}`)
  return result.value
}

export const setEdit = (
  path: readonly string[],
  value: string | null,
  over: readonly string[] = [],
): Edit => ({
  op: 'set',
  path,
  value,
  over,
})

export const recordChange = (id: string, ...edits: readonly Edit[]): NewChange => ({
  entity: { kind: 'record', id },
  edits,
})

/** A change that sets one field of one record. */
export const noted = (value: string, id = 'r1'): NewChange => recordChange(id, setEdit(['note'], value))

/** Everything a writer wrote, page by page. */
export async function readAll(
  folder: DataFolder,
  writer: string,
  limit = 3,
): Promise<readonly StoredChange[]> {
  const all: StoredChange[] = []
  for (;;) {
    const last = all.at(-1)
    const page = must(await folder.read(writer, last?.carriedBy?.[0]?.seq ?? last?.change.seq ?? 0, limit))
    if (page.length === 0) return all
    all.push(...page)
  }
}

/** The texts that `noted` wrote, of all writers. */
export async function allNotes(folder: DataFolder): Promise<readonly string[]> {
  const notes = new Set<string>()
  for (const { writer } of folder.ends()) {
    for (const { change } of await readAll(folder, writer)) {
      for (const edit of change.edits)
        if (edit.op === 'set' && typeof edit.value === 'string') notes.add(edit.value)
    }
  }
  return [...notes].sort()
}
