import type { Template } from '../../shared/forms/template'
import type { Bridge, JournalFailure } from '../../shared/ipc/contract'
import { ok, type Result } from '../../shared/kernel/result'
import type { Templates } from './types'

/** A form that ships with the program. Only the code costs nothing: reading 116 forms at the start would be felt. */
export interface CatalogueTemplate {
  readonly code: string
  readonly template: Template
  readonly hash: string
}

/** All template versions at hand: those that the data folder keeps, and the program's own. */
export interface TemplateShelf {
  readonly byHash: (hash: string) => Template | undefined
  readonly current: (code: string) => CatalogueTemplate | undefined
  /** Puts a version into the data folder, unless it is there: a record must never pin one that its folder lacks. */
  readonly keep: (hash: string) => Promise<Result<null, JournalFailure>>
}

export async function openShelf(
  bridge: Bridge,
  catalogue: readonly CatalogueTemplate[],
): Promise<Result<TemplateShelf, JournalFailure>> {
  const all = await bridge.call('template:all', null)
  if (!all.ok) return all
  const kept = new Map(all.value.map(({ hash, template }) => [hash, template]))
  const byCode = new Map(catalogue.map((entry) => [entry.code, entry]))
  let shipped: ReadonlyMap<string, Template> | null = null
  const byHash = (hash: string): Template | undefined => {
    const known = kept.get(hash)
    if (known || hash === '') return known
    shipped ??= new Map(catalogue.map((entry) => [entry.hash, entry.template]))
    return shipped.get(hash)
  }
  return ok({
    byHash,
    current: (code) => byCode.get(code),
    keep: async (hash) => {
      const template = kept.has(hash) ? undefined : byHash(hash)
      if (!template) return ok(null)
      const put = await bridge.call('template:keep', { template })
      if (!put.ok) return put
      kept.set(hash, template)
      return ok(null)
    },
  })
}

export const templatesRepository = ({ byHash, current, keep }: TemplateShelf): Templates => ({
  byHash: (hash) => Promise.resolve(byHash(hash)),
  current,
  keep,
})
