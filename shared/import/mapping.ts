import type { TargetColumn } from './target'

/** Which column of a table goes where: plain data, remembered by the heads. */
export interface Mapping {
  /** Lines above the first record: the last of them bears the heads, by its number in the file. 0: there are none. */
  readonly headRow: number
  readonly columns: readonly MappedColumn[]
}

export interface MappedColumn {
  /** Column of the table from 0. */
  readonly column: number
  /** As it stands above it; empty where nothing does. */
  readonly head: string
  /** Key of a target column; null: the column is not taken over. */
  readonly to: string | null
}

/** What is remembered of a mapping for a target: where each head went. */
export type RememberedMapping = { readonly [head: string]: string | null }

/** UTF-16 units of a head that is remembered: a longer one is a text that no other table has. */
export const MOST_IN_HEAD = 500

export const remembered = ({ columns }: Mapping): RememberedMapping =>
  Object.fromEntries(
    columns
      .filter(({ head }) => head !== '' && head.length <= MOST_IN_HEAD)
      .map(({ head, to }) => [head, to]),
  )

/** Reads what was remembered (or written by hand) as `{"head": "key or head of the target", …}`; others are named. */
export function readRemembered(
  json: unknown,
  targets: readonly TargetColumn[],
): { readonly mapping: RememberedMapping; readonly unknown: readonly string[] } | null {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return null
  const unknown: string[] = []
  const entries = Object.entries(json).flatMap(([head, to]: [string, unknown]): [string, string | null][] => {
    if (to === null) return [[head, null]]
    const target = targets.find(({ key, head: name }) => key === to || name === to)
    if (!target) unknown.push(typeof to === 'string' ? to : head)
    return target ? [[head, target.key]] : []
  })
  return { mapping: Object.fromEntries(entries), unknown }
}

/** The target columns that more than one column of the table goes into. */
export function doubled({ columns }: Mapping): readonly string[] {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const { to } of columns) {
    if (to === null) continue
    if (seen.has(to)) twice.add(to)
    seen.add(to)
  }
  return [...twice]
}
