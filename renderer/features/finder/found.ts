import type { RecordRow } from '../../db'
import type { CatalogueEntry } from '../../../shared/catalogue'
import { textMatches } from '../../../shared/search/pinyin'

export type Found =
  | { readonly kind: 'form'; readonly code: string; readonly name: string }
  | { readonly kind: 'record'; readonly row: RecordRow }

/** Forms whose name, code or module is meant by the query, those first whose name begins with it. */
export function findForms(
  catalogue: readonly Pick<CatalogueEntry, 'head'>[],
  query: string,
): readonly Found[] {
  return catalogue
    .filter(({ head }) => textMatches(`${head.name} ${head.code} ${head.module}`, query))
    .sort((a, b) => Number(b.head.name.startsWith(query)) - Number(a.head.name.startsWith(query)))
    .slice(0, 8)
    .map(({ head }) => ({ kind: 'form', code: head.code, name: head.name }))
}
