// @ts-expect-error -- the package ships no types
import Untyped from 'linebreak'

/** Unicode line breaking (UAX #14). */
interface LineBreaker {
  nextBreak(): { readonly position: number; readonly required: boolean } | null
}

const Breaker = Untyped as unknown as new (text: string) => LineBreaker

/** UTF-16 offsets after which UAX #14 lets a line end, ascending; the text's end is the last. */
export function* unicodeBreaks(text: string): Generator<number> {
  const breaker = new Breaker(text)
  for (let found = breaker.nextBreak(); found; found = breaker.nextBreak()) yield found.position
}
