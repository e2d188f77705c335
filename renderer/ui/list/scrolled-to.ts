import { BLOCK, blockOf, type Range } from './drawn-blocks'
import { LINE } from './tracks'

/** The part of a list that is scrolled; heads as high as a line stay at its top. Pixels. */
export type Scrolled = Readonly<Pick<HTMLElement, 'scrollTop' | 'clientHeight'>>

/** The places that are seen, by whole blocks. */
export function seenAt(scrollTop: number, clientHeight: number): Range {
  const first = Math.max(0, Math.floor(scrollTop / LINE))
  const last = Math.max(first, Math.ceil((scrollTop + clientHeight - LINE) / LINE) - 1)
  return { first: blockOf(first), last: blockOf(last) + BLOCK - 1 }
}

/** Where to scroll so that a line is seen whole: as little as it takes. */
export function revealed(place: number, { scrollTop, clientHeight }: Scrolled): number {
  const top = place * LINE
  return Math.max(Math.min(scrollTop, top), top + 2 * LINE - clientHeight)
}

/** Where to scroll so that a line stands in the middle. */
export const centred = (place: number, { clientHeight }: Pick<Scrolled, 'clientHeight'>): number =>
  (place + 1) * LINE - clientHeight / 2
