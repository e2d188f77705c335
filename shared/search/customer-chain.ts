/** Longest chain of customers merged into one another that is followed. */
const DEEPEST = 50

/** The end of a chain of merges, by links that hold no circle (lists show one of a circle without its link). */
export function endOfChain(id: string, mergedInto: ReadonlyMap<string, string>): string {
  let at = id
  for (let steps = 0; steps < DEEPEST; steps += 1) {
    const next = mergedInto.get(at)
    if (next === undefined) return at
    at = next
  }
  return id
}
