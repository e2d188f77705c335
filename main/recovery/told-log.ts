import { readFileSync } from 'node:fs'
import type { Told, ToldEntry } from '../../shared/ipc/recovery'
import { toldEntry } from '../../shared/ipc/schema-recovery'
import { canonicalJson } from '../../shared/kernel/canonical-json'
import type { Clock } from '../../shared/kernel/clock'
import { replaceFile } from '../files/replace-file'

/** Entries that are kept: the latest ones. */
const MOST = 500

/** What was told at starts and in between, so that a notice closed too soon can be read again. */
export interface ToldLog {
  /** The same thing told again is counted, not repeated. Resolves once it is written, or could not be. */
  readonly note: (told: readonly Told[]) => Promise<void>
  /** The latest first. */
  readonly entries: () => readonly ToldEntry[]
}

/**
 * Keeps what was told in a file of this computer's own, beside its settings: the data folder may be the very thing that is
 * damaged. A file that cannot be read or written costs its history only.
 */
export function openToldLog(file: string, clock: Clock): ToldLog {
  let entries = readEntries(file)
  let writing: Promise<unknown> = Promise.resolve()
  return {
    note: async (told) => {
      if (told.length === 0) return
      entries = withTold(entries, told, clock.now())
      const bytes = new TextEncoder().encode(JSON.stringify(entries))
      writing = writing.then(() => replaceFile(file, bytes))
      await writing
    },
    entries: () => entries,
  }
}

function withTold(entries: readonly ToldEntry[], told: readonly Told[], now: number): readonly ToldEntry[] {
  const byKey = new Map(entries.map((entry) => [toldKey(entry.what), entry]))
  for (const what of told) {
    const known = byKey.get(toldKey(what))
    const fuller = known && keptOf(known.what) !== '' && keptOf(what) === '' ? known.what : what
    byKey.set(toldKey(what), {
      what: fuller,
      first: known?.first ?? now,
      last: now,
      times: (known?.times ?? 0) + 1,
    })
  }
  return [...byKey.values()].sort((a, b) => b.last - a.last).slice(0, MOST)
}

/** The same for the same thing, however its members are ordered. */
export const toldKey = (what: Told): string =>
  canonicalJson(what.told === 'found' ? { ...what.finding, kept: '' } : what)

/** Where a copy of the damage lies: a check that only reads makes none. */
const keptOf = (what: Told): string =>
  what.told === 'found' && 'kept' in what.finding ? what.finding.kept : ''

function readEntries(file: string): readonly ToldEntry[] {
  try {
    const json: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return Array.isArray(json)
      ? json.flatMap((entry) => {
          const read = toldEntry.safeParse(entry)
          return read.success ? [read.data] : []
        })
      : []
  } catch {
    return []
  }
}
