import type { RecordRow } from '../../db'
import type { CatalogueEntry } from '../../../shared/catalogue'
import { textMatches } from '../../../shared/search/pinyin'

export type Found =
  | { readonly kind: 'form'; readonly code: string; readonly name: string }
  | { readonly kind: 'record'; readonly row: RecordRow }

/** Forms whose name, code or module is meant by the query, those first whose name begins with it. */
export function findForms(
  catalogue: readonly Pick<CatalogueEntry, 'template'>[],
  query: string,
): readonly Found[] {
  return catalogue
    .filter(({ template }) => textMatches(`${template.name} ${template.code} ${template.module}`, query))
    .sort((a, b) => Number(b.template.name.startsWith(query)) - Number(a.template.name.startsWith(query)))
    .slice(0, 8)
    .map(({ template }) => ({ kind: 'form', code: template.code, name: template.name }))
}
