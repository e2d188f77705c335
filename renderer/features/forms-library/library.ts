import type { Template } from '../../../shared/forms/template'
import { textMatches } from '../../../shared/search/pinyin'

export interface ModuleGroup {
  readonly module: string
  readonly templates: readonly Template[]
}

/** The forms that a query and a choice of module leave, by module in the order of the catalogue. */
export function groupForms(
  templates: readonly Template[],
  query: string,
  module: string,
): readonly ModuleGroup[] {
  const left = templates.filter(
    (template) =>
      (module === '' || template.module === module) &&
      textMatches(`${template.name} ${template.code}`, query),
  )
  return [...new Set(left.map((template) => template.module))].map((name) => ({
    module: name,
    templates: left.filter((template) => template.module === name),
  }))
}

/** Modules with the number of their forms, in the order of the catalogue. */
export function modulesOf(
  templates: readonly Template[],
): readonly { readonly module: string; readonly count: number }[] {
  const counts = new Map<string, number>()
  for (const { module } of templates) counts.set(module, (counts.get(module) ?? 0) + 1)
  return [...counts].map(([module, count]) => ({ module, count }))
}
