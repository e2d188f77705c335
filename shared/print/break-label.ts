import { breakOffsets, clusterEnds } from './break-text'
import { insideWords, isWordEdge } from './label-words'
import { widthOf } from './measure'
import type { Face } from './page'
import { LEAST_SIZE, SIZE_STEP, TEXT_SIZE } from './style'

/** A label's printed lines and the size at which they fit. */
export interface FittedLabel {
  readonly lines: readonly string[]
  readonly size: number
}

/** What each flaw of a broken label weighs; the least sum wins. */
const FURTHER_LINE = 10
const SMALLER_POINT = 12
const RAGGED = 6
const ODD_PLACE = 4
const UNKNOWN_PLACE = 1
const INSIDE_WORD = 400
const AGAINST_RULES = 3000
const TOO_WIDE = 100_000

/** 电　　话: one label spread over the width; it is not broken. */
const SPREAD = /^\p{Script=Han}(?:[ \u3000]+\p{Script=Han})+$/u

/**
 * Sets a label into `width` points: at 10.5 pt when it fits on its lines or breaks well, else a little smaller, down to
 * 8 pt. Lines given in the template stay apart.
 */
export function fitLabel(paragraphs: readonly string[], face: Face, width: number): FittedLabel {
  let best: { readonly lines: readonly string[]; readonly size: number; readonly cost: number } | null = null
  for (let size = TEXT_SIZE; size >= LEAST_SIZE; size -= SIZE_STEP) {
    let cost = (TEXT_SIZE - size) * SMALLER_POINT
    if (best && cost >= best.cost) break
    const lines: string[] = []
    for (const paragraph of paragraphs) {
      const broken = breakBalanced(paragraph, face, width / size)
      cost += broken.cost
      lines.push(...broken.lines)
    }
    if (!best || cost < best.cost) best = { lines, size, cost }
  }
  return best ? { lines: best.lines, size: best.size } : { lines: [], size: TEXT_SIZE }
}

interface Balanced {
  readonly lines: readonly string[]
  readonly cost: number
}

/** The cheapest way to break one paragraph into lines of at most `width` em: few, even, at sensible places. */
function breakBalanced(text: string, face: Face, width: number): Balanced {
  if (widthOf(text, face) <= width + 1e-6) return { lines: [text], cost: 0 }
  const places = placesOf(text)
  // best[i]: the cheapest setting of the text before places[i].
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }]
  for (let to = 1; to < places.length; to++) {
    let found = { cost: Infinity, from: 0 }
    for (let from = to - 1; from >= 0; from--) {
      const line = text.slice(places[from]?.at, places[to]?.at).trim()
      const lineWidth = widthOf(line, face)
      const over = lineWidth > width + 1e-6
      if (over && from < to - 1) break
      const slack = over ? 0 : (width - lineWidth) / width
      const cost =
        (best[from]?.cost ?? Infinity) +
        (from === 0 ? 0 : FURTHER_LINE + (places[from]?.cost ?? 0)) +
        RAGGED * slack * slack +
        (over ? TOO_WIDE : 0)
      if (cost < found.cost) found = { cost, from }
    }
    best.push(found)
  }
  const lines: string[] = []
  for (let to = places.length - 1; to > 0; to = best[to]?.from ?? 0) {
    lines.unshift(text.slice(places[best[to]?.from ?? 0]?.at, places[to]?.at).trim())
  }
  return { lines, cost: best.at(-1)?.cost ?? 0 }
}

/** Every place between characters with what a break there costs; the start and the end are free. */
function placesOf(text: string): readonly { readonly at: number; readonly cost: number }[] {
  const allowed = new Set(breakOffsets(text))
  const inside = insideWords(text)
  const spread = SPREAD.test(text)
  return [0, ...clusterEnds(text)].map((at) => {
    if (at === 0 || at === text.length) return { at, cost: 0 }
    if (spread || !allowed.has(at)) return { at, cost: AGAINST_RULES }
    if (inside.has(at)) return { at, cost: INSIDE_WORD }
    if (/[\s（(]/u.test(text.charAt(at)) || /[\s、，）)：]/u.test(text.charAt(at - 1))) return { at, cost: 0 }
    if (isWordEdge(text, at)) return { at, cost: text.charAt(at) === '的' ? ODD_PLACE : UNKNOWN_PLACE }
    return { at, cost: at % 2 === 0 ? UNKNOWN_PLACE + 1 : ODD_PLACE }
  })
}
