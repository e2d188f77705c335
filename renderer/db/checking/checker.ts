import type { Template } from '../../../shared/forms/template'
import type { TemplateByHash } from '../apply'
import { fullCheck } from '../integrity'
import { WorkingDb } from '../schema'

/** What a checker looks at. */
export interface CheckSetting {
  readonly database: string
  /** Where the journal's own chain is broken. */
  readonly knownBreaks: ReadonlySet<number>
  readonly templates: TemplateByHash
  /** The templates that the data folder keeps, by content hash. */
  readonly kept: () => Iterable<readonly [string, Template]>
}

/**
 * The full check of a working copy that is in use: false where it is not whole or cannot be read. In the program it is a thread
 * beside the window, which ends with its answer: hashing and folding 100,000 records takes the better part of a minute.
 */
export type CheckWhole = (setting: CheckSetting) => Promise<boolean>

/** In this thread, in small bites. */
export const checkHere: CheckWhole = ({ database, knownBreaks, templates }) =>
  checkStored(database, templates, knownBreaks, () => new Promise((resolve) => setTimeout(resolve, 0)))

/** Through a connection of its own. */
async function checkStored(
  database: string,
  templates: TemplateByHash,
  knownBreaks: ReadonlySet<number>,
  breathe: () => Promise<void>,
): Promise<boolean> {
  const db = new WorkingDb(database)
  try {
    return await fullCheck(db, templates, knownBreaks, breathe)
  } catch {
    return false
  } finally {
    db.close()
  }
}

/** Versions by content hash, as far as they are at hand. */
export type AskTemplates = (
  hashes: readonly string[],
) => Promise<Iterable<readonly [string, Template | null]>>

/**
 * The same where only some templates are at hand: the others are asked for once it has shown which, and then it is checked anew. Forms
 * that ship with the program and that the folder does not keep (yet) are known to the window alone.
 */
export async function checkAsking(
  setting: Pick<CheckSetting, 'database' | 'knownBreaks' | 'kept'>,
  ask: AskTemplates,
  breathe: () => Promise<void>,
): Promise<boolean> {
  const known = new Map<string, Template | null>(setting.kept())
  for (;;) {
    const lacking = new Set<string>()
    const templates: TemplateByHash = (hash) => {
      const template = known.get(hash)
      if (template === undefined) lacking.add(hash)
      return template ?? undefined
    }
    const isWhole = await checkStored(setting.database, templates, setting.knownBreaks, breathe)
    if (lacking.size === 0) return isWhole
    const given = new Map(await ask([...lacking]))
    // What nobody has is looked for no more.
    for (const hash of lacking) known.set(hash, given.get(hash) ?? null)
    if ([...lacking].every((hash) => known.get(hash) === null)) return isWhole
  }
}
