import type { StartFailure } from '../../shared/ipc/contract'
import { ok, type Result } from '../../shared/kernel/result'
import { applyChange, compareText, emptyEntity, type EntityState } from '../../shared/store'
import type { FilePort } from './file-port'
import { keepNothing } from './quarantine'
import { readTemplates, type KeptTemplate } from './templates'
import { readFolder } from './verify-folder'
import type { Finding } from '../../shared/ipc/contract'

/** A data folder's content, folded from its journals alone. */
export interface FoldedFolder {
  readonly id: string
  /** In order of kind and id, so that two foldings of the same folder are the same. */
  readonly entities: readonly EntityState[]
  readonly templates: readonly KeptTemplate[]
  readonly findings: readonly Finding[]
}

const PAGE = 2000

/** Folds a data folder without a window: read-only, also while the program has it open. */
export async function foldFolder(
  files: FilePort,
  folder: string,
): Promise<Result<FoldedFolder, StartFailure>> {
  const read = await readFolder(files, folder)
  if (!read.ok) return read
  const { id, reader, findings } = read.value
  const states = new Map<string, EntityState>()
  for (const { writer } of reader.ends()) {
    let after = 0
    for (;;) {
      const page = await reader.page(writer, after, PAGE)
      if (!page.ok) return page
      if (page.value.length === 0) break
      for (const stored of page.value) {
        const { entity } = stored.change
        const key = `${entity.kind}/${entity.id}`
        if (stored.opaque === undefined)
          states.set(key, applyChange(states.get(key) ?? emptyEntity(entity), stored))
        after = stored.carriedBy?.[0]?.seq ?? stored.change.seq
      }
    }
  }
  const templates = await readTemplates(files, folder, keepNothing)
  if (!templates.ok) return templates
  const entities = [...states].sort(([a], [b]) => compareText(a, b)).map(([, state]) => state)
  return ok({ id, entities, templates: templates.value.templates, findings })
}
