import type { FormHead } from '../../../shared/forms'
import type { Template } from '../../../shared/forms/template'
import type { FormValues } from '../../../shared/forms/values'
import { assertNever } from '../../../shared/kernel/assert-never'

/** A form of the library. The head costs nothing; template and sample are read when something needs them. */
export interface LibraryForm {
  readonly code: string
  readonly head: FormHead
  readonly template: Template
  readonly sample: FormValues
  /** The firm has changed it. */
  readonly own?: true
}

/** Why a form is among the hits: what is marked or written beside it. */
export interface Hit {
  readonly form: LibraryForm
  /** Places (UTF-16 units) in the name and in the code that the query means. */
  readonly inName: readonly number[]
  readonly inCode: readonly number[]
  /** The query's words that only the module's name has. */
  readonly byModule: boolean
  /** Labels on the sheet that have a word which nothing else has. */
  readonly byLabel: readonly string[]
}

/** Where forms stand in the library. */
export type Shelf =
  | { readonly shelf: 'all' }
  | { readonly shelf: 'favourites' }
  | { readonly shelf: 'recents' }
  | { readonly shelf: 'module'; readonly module: string }

/** What this computer remembers about its forms, by code. */
export interface Remembered {
  readonly favourites: readonly string[]
  readonly recents: readonly string[]
}

/** Forms under one head; the head is empty where there is only one group. */
export interface Group {
  readonly module: string
  readonly hits: readonly Hit[]
}

export const shelfKey = (shelf: Shelf): string =>
  shelf.shelf === 'module' ? `module:${shelf.module}` : shelf.shelf

/** The ten modules in the order of the books: what a clerk meets first comes first. */
const MODULES = ['KHXX', 'KHZX', 'KHKF', 'KHGX', 'KHTS', 'KHGL', 'SHFW', 'HJZX', 'RYPX', 'BMGL']

/** A module that this list does not know comes last. */
function moduleOrder(code: string): number {
  const at = MODULES.indexOf(code.split('-')[0] ?? '')
  return at < 0 ? MODULES.length : at
}

/** Forms by module in the order of the books, then by code. */
export const inBookOrder = (forms: readonly LibraryForm[]): readonly LibraryForm[] =>
  [...forms].sort(
    (a, b) => moduleOrder(a.code) - moduleOrder(b.code) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  )

/** Every shelf that has a place in the side list: all, one's own two, then the modules. */
export function shelvesOf(forms: readonly LibraryForm[]): readonly Shelf[] {
  const modules = [...new Set(forms.map(({ head }) => head.module))]
  return [
    { shelf: 'all' },
    { shelf: 'favourites' },
    { shelf: 'recents' },
    ...modules.map((module) => ({ shelf: 'module', module }) as const),
  ]
}

/** The hits of a query (all forms without one) that stand on a shelf, in the shelf's own order. */
export function onShelf(hits: readonly Hit[], shelf: Shelf, remembered: Remembered): readonly Hit[] {
  switch (shelf.shelf) {
    case 'all':
      return hits
    case 'favourites':
      return inOrderOf(hits, remembered.favourites)
    case 'recents':
      return inOrderOf(hits, remembered.recents)
    case 'module':
      return hits.filter(({ form }) => form.head.module === shelf.module)
    default:
      return assertNever(shelf)
  }
}

/** Codes that no form has any more are passed over. */
function inOrderOf(hits: readonly Hit[], codes: readonly string[]): readonly Hit[] {
  const byCode = new Map(hits.map((hit) => [hit.form.code, hit]))
  return codes.flatMap((code) => byCode.get(code) ?? [])
}

/** What is shown: by module where everything is shown, best hit first where something was searched. */
export function groupsOf(
  found: readonly Hit[],
  query: string,
  shelf: Shelf,
  remembered: Remembered,
): readonly Group[] {
  const hits = onShelf(found, shelf, remembered)
  if (hits.length === 0) return []
  if (shelf.shelf !== 'all' || query.trim() !== '') return [{ module: '', hits }]
  return [...new Set(hits.map(({ form }) => form.head.module))].map((module) => ({
    module,
    hits: hits.filter(({ form }) => form.head.module === module),
  }))
}

/** The first `most` forms of the groups. */
export function firstOf(groups: readonly Group[], most: number): readonly Group[] {
  let left = most
  return groups.flatMap((group) => {
    const hits = group.hits.slice(0, left)
    left -= hits.length
    return hits.length === 0 ? [] : [{ ...group, hits }]
  })
}
