/**
 * `work`, whose answer follows from its key alone, with its last answers at hand: the labels of a form are broken once, not on every
 * sheet. At most `most` are kept; then they are found anew.
 */
export function remembering<Given, Answer>(
  most: number,
  keyOf: (given: Given) => string,
  work: (given: Given) => Answer,
): (given: Given) => Answer {
  const known = new Map<string, { readonly answer: Answer }>()
  return (given) => {
    const key = keyOf(given)
    const found = known.get(key)
    if (found) return found.answer
    if (known.size >= most) known.clear()
    const answer = work(given)
    known.set(key, { answer })
    return answer
  }
}
