import type { Template } from '../../shared/forms/template'
import type { Bridge, JournalFailure } from '../../shared/ipc/contract'
import { ok, type Result } from '../../shared/kernel/result'
import type { Templates } from './types'

export interface CatalogueTemplate {
  readonly template: Template
  readonly hash: string
}

/**
 * All template versions that the data folder keeps, and the program's own, which are put there before anything can be
 * filled from them: a record must never pin a version that its folder lacks.
 */
export async function loadTemplates(
  bridge: Bridge,
  catalogue: readonly CatalogueTemplate[],
  readOnly: boolean,
): Promise<Result<Map<string, Template>, JournalFailure>> {
  const kept = await bridge.call('template:all', null)
  if (!kept.ok) return kept
  const byHash = new Map(kept.value.map(({ hash, template }) => [hash, template]))
  for (const { hash, template } of catalogue) {
    if (byHash.has(hash)) continue
    if (!readOnly) {
      const put = await bridge.call('template:keep', { template })
      if (!put.ok) return put
    }
    byHash.set(hash, template)
  }
  return ok(byHash)
}

export function templatesRepository(
  byHash: ReadonlyMap<string, Template>,
  catalogue: readonly CatalogueTemplate[],
): Templates {
  return {
    byHash: (hash) => Promise.resolve(byHash.get(hash)),
    current: (code) => catalogue.find((entry) => entry.template.code === code),
  }
}
