/** Ids of the records that were chosen for one act, in no order. */
export type Selection = ReadonlySet<string>

export const nothingChosen: Selection = new Set()

export function toggled(selection: Selection, id: string): Selection {
  const next = new Set(selection)
  if (!next.delete(id)) next.add(id)
  return next
}

export const withAll = (selection: Selection, ids: readonly string[]): Selection =>
  new Set([...selection, ...ids])

/** First place and number of the lines between the one where choosing began and this one. */
export function rangeOf(anchor: number, at: number): { readonly from: number; readonly count: number } {
  return { from: Math.min(anchor, at), count: Math.abs(anchor - at) + 1 }
}
