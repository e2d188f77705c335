import type { ListState } from '../../../shared/search/list-row'

/** What goes out, and how many of the list stay behind for their state. */
export interface ToExport {
  readonly ids: readonly string[]
  readonly left: number
}

/** What a table that goes out holds unless a person asks for others: no drafts, nobody 销户. */
export const USUAL_STATES = {
  records: ['submitted', 'closed'],
  customers: ['active'],
} as const satisfies { readonly [kind: string]: readonly ListState[] }

/**
 * Those of a list that go out. `idsIn`: of the list, all or those in these states; `isNamed`: the person has named the state,
 * or each of them.
 */
export async function toExport(
  idsIn: (states?: readonly ListState[]) => Promise<readonly string[]>,
  usual: readonly ListState[],
  isNamed: boolean,
): Promise<ToExport> {
  const all = await idsIn()
  if (isNamed) return { ids: all, left: 0 }
  const ids = await idsIn(usual)
  return { ids, left: all.length - ids.length }
}
