import type { Template } from '../../../shared/forms/template'
import type { ListRow } from '../../../shared/search/list-row'
import { applyBatch, applyPrepared } from '../apply'
import type { Applied, ReadChange, TemplateByHash } from '../apply'
import { changesOfPage } from '../journal-page'
import { lineAsRead } from '../packing'
import { WorkingDb } from '../schema'
import { prepare, type PrepareSetting } from './prepare'

/** What an applier works on. */
export interface ApplierSetting {
  readonly database: string
  /** `relaxed`: the last pages may be lost with the power; the next start catches up. */
  readonly durability: 'strict' | 'relaxed'
  /** The tables are empty: entities that it has not written itself need not be looked for. */
  readonly anew: boolean
  /** Whether somebody wants to hear which lines were written. */
  readonly lines: boolean
  /** Where a thread puts them at once, so that the window never copies thousands; null: it answers them. */
  readonly way: MessagePort | null
  readonly templates: TemplateByHash
  /** The templates that the data folder keeps, by content hash. */
  readonly kept: () => Iterable<readonly [string, Template]>
}

/** What applying a page came to. `lines` is empty unless they were asked for; `handed`: so many went another way. */
export interface Taken {
  readonly count: number
  readonly lines: readonly ListRow[]
  readonly handed: number
}

/**
 * Puts pages of journals into the working copy, one after the other: catching up, rebuilding, and what arrives from
 * colleagues all go this way. In the program it is a thread beside the window, which ends with `close` and gives its
 * memory back.
 */
export interface Applier {
  /**
   * A page as `journal:read` answers it; the next may be given before this one is taken. Rejects when the browser's storage does not take
   * it: then nothing of it is there, nor of any page behind it.
   */
  readonly take: (page: string) => Promise<Taken>
  readonly close: () => void
}

export type OpenApplier = (setting: ApplierSetting) => Applier

/** In this thread. */
export const applyHere: OpenApplier = (setting) => {
  const { begin, close } = applyParsed({ ...setting, breathe: () => Promise.resolve() })
  const inOrder = oneAfterAnother()
  return {
    take: async (page) => {
      const write = await inOrder(() => begin(changesOfPage(page), () => changesOfPage(page)))
      return write()
    },
    close,
  }
}

/** Behind a page that failed none is written: cursors never pass over a gap. */
export function oneAfterAnother(): <T>(write: () => Promise<T>) => Promise<T> {
  let before: Promise<unknown> = Promise.resolve()
  return (write) => {
    const written = before.then(write)
    before = written
    before.catch(() => undefined)
    return written
  }
}

/**
 * The same for pages whose text has been read: `begin` in their order, each when the one before is begun. Where the tables began empty a
 * page is folded, and its lines are made, while the page before is being written: two processors have something to do.
 */
export function applyParsed({
  database,
  durability,
  way,
  ...setting
}: Omit<ApplierSetting, 'kept'> & Pick<PrepareSetting, 'breathe'>): {
  /** `again` reads the page once more. Answers how to hear that it is written, behind the page before. */
  readonly begin: (
    changes: readonly ReadChange[],
    again: () => readonly ReadChange[],
  ) => Promise<() => Promise<Taken>>
  readonly close: () => void
} {
  const db = new WorkingDb(database, durability)
  const known = new Set<string>()
  const inOrder = oneAfterAnother()
  const { templates } = setting
  const written = (write: () => Promise<Applied>): (() => Promise<Taken>) => {
    const taken = inOrder(async () => {
      const { count, lines } = await write()
      if (!setting.lines) return { count, lines: [], handed: 0 }
      if (way === null) return { count, lines: lines.map(lineAsRead), handed: 0 }
      if (lines.length > 0) way.postMessage(lines)
      return { count, lines: [], handed: lines.length }
    })
    return () => taken
  }
  return {
    begin: async (changes, again) => {
      // What waits to be written holds on to nothing here: changes are many objects.
      if (!setting.anew) return written(applyBatch.bind(null, db, templates, changes))
      const prepared = await prepare({ ...setting, known }, changes, again)
      return written(applyPrepared.bind(null, db, templates, prepared))
    },
    close: () => {
      db.close()
    },
  }
}
