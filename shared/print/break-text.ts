import { unicodeBreaks } from './line-breaker'
import { widthOf } from './measure'
import type { Face } from './page'
import { remembering } from './remember'

/** Marks that stand neither at the start of a line (closing) nor at its end (opening), beyond what UAX #14 says. */
const NOT_AT_START = /^[、。，．：；！？…‥—～·・）〕］｝〉》」』】〗〙〛’”％‰℃°々〻ー/|%)\]},.;:!?]/u
const NOT_AT_END = /[（〔［｛〈《「『【〖〘〚‘“￥＄([{¥$#]$/u
const HAN =
  /[\u2e80-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff60\u{20000}-\u{3ffff}]/u
const OPENING_QUOTE = /^[“‘]/u
const CLOSING_QUOTE = /[”’]$/u

/**
 * Where a line may end: UTF-16 offsets in ascending order, the text's end included. UAX #14, save that Chinese quotation
 * marks stick only to what they enclose, and that no closing mark begins a line nor an opening one ends it.
 */
export const breakOffsets = (text: string): readonly number[] =>
  text.length > LONGEST_KEPT ? findOffsets(text) : keptOffsets(text)

/** A text is asked for its breaks several times while it is set, and again on the next sheet of the form. */
const LONGEST_KEPT = 100
const MOST_KEPT = 2000

const keptOffsets = remembering(MOST_KEPT, (text: string) => text, findOffsets)

function findOffsets(text: string): readonly number[] {
  const offsets = new Set(unicodeBreaks(text))
  addQuoteBreaks(text, offsets)
  const allowed = [...offsets].filter((at) => at > 0 && (at >= text.length || mayBreak(text, at)))
  if (allowed.at(-1) !== text.length) allowed.push(text.length)
  return [...new Set(allowed)].sort((a, b) => a - b)
}

/** UAX #14 glues every quotation mark to both sides; in Chinese `说“好”了` may break before “ and after ”. */
function addQuoteBreaks(text: string, offsets: Set<number>): void {
  if (!/[“”‘’]/u.test(text)) return
  for (let at = 1; at < text.length; at++) {
    const before = lastCharacter(text.slice(0, at))
    const after = String.fromCodePoint(text.codePointAt(at) ?? 0)
    if (OPENING_QUOTE.test(after) && HAN.test(before)) offsets.add(at)
    if (CLOSING_QUOTE.test(before) && HAN.test(after)) offsets.add(at)
  }
}

function mayBreak(text: string, at: number): boolean {
  const after = String.fromCodePoint(text.codePointAt(at) ?? 0)
  const before = lastCharacter(text.slice(Math.max(0, at - 2), at))
  return !NOT_AT_START.test(after) && !NOT_AT_END.test(before)
}

function lastCharacter(text: string): string {
  return Array.from(text.slice(-2)).at(-1) ?? ''
}

/** Offsets after each character that may stand alone: surrogate pairs and combining marks stay with their base. */
export function clusterEnds(text: string): readonly number[] {
  const ends: number[] = []
  let at = 0
  for (const cluster of text.match(/\P{M}\p{M}*|\p{M}+/gsu) ?? []) {
    at += cluster.length
    ends.push(at)
  }
  return ends
}

/** One line of a broken text: without the white space that stood at its break. */
export interface BrokenLine {
  readonly text: string
  /** Advance in em. */
  readonly width: number
}

/**
 * Breaks text into lines no wider than `widths` (em; the last one holds for all further lines). Line ends that a person
 * typed are kept, empty lines too. A stretch that fits nowhere is broken between any two characters.
 */
export function breakText(text: string, face: Face, widths: readonly number[]): readonly BrokenLine[] {
  const lines: BrokenLine[] = []
  const widthAt = (line: number): number => widths[Math.min(line, widths.length - 1)] ?? Infinity
  for (const paragraph of text.split('\n')) breakParagraph(paragraph, face, lines, widthAt)
  return lines
}

/** Rounding in sums of advances must not push the last character of a full line out. */
const SLACK = 1e-6

function breakParagraph(
  text: string,
  face: Face,
  lines: BrokenLine[],
  widthAt: (line: number) => number,
): void {
  const whole = widthOf(text.trimEnd(), face)
  if (whole <= widthAt(lines.length) + SLACK) {
    lines.push({ text: text.trimEnd(), width: whole })
    return
  }
  let line = ''
  let width = 0
  const flush = (): void => {
    const kept = trimLine(line)
    lines.push({ text: kept, width: widthOf(kept, face) })
    line = ''
    width = 0
  }
  let from = 0
  for (const to of breakOffsets(text)) {
    const segment = text.slice(from, to)
    from = to
    const visible = widthOf(trimLine(segment), face)
    if (width + visible > widthAt(lines.length) + SLACK && line !== '') flush()
    if (visible > widthAt(lines.length) + SLACK) {
      const pieces = cutStretch(segment, face, (cut) => widthAt(lines.length + cut))
      for (const piece of pieces.slice(0, -1)) {
        line = piece
        flush()
      }
      line = pieces.at(-1) ?? ''
      width = widthOf(line, face)
    } else {
      line += segment
      width += widthOf(segment, face)
    }
  }
  if (line !== '') flush()
}

/** After these a long address or part number is best cut. */
const JOINT = /[@./_\-?&=:,]$/u

/**
 * Cuts a stretch that fits on no line: after a joint in the line's second half, else where punctuation allows, else
 * between any two characters. The last piece may go on with what follows.
 */
function cutStretch(stretch: string, face: Face, widthAt: (cut: number) => number): readonly string[] {
  const pieces: string[] = []
  let start = 0
  let last = 0
  let allowed = 0
  let joint = 0
  for (const end of clusterEnds(stretch)) {
    while (last > start && widthOf(stretch.slice(start, end), face) > widthAt(pieces.length) + SLACK) {
      const half = start + (last - start) / 2
      const cut = joint > half ? joint : allowed > start ? allowed : last
      pieces.push(stretch.slice(start, cut))
      start = cut
    }
    last = end
    if (mayBreak(stretch, end)) allowed = end
    if (JOINT.test(stretch.slice(start, end))) joint = end
  }
  return [...pieces, stretch.slice(start)]
}

/** White space at a break hangs invisibly over the edge; an ideographic space that indents is kept at the start. */
function trimLine(line: string): string {
  return line.replace(/[ \u3000]+$/u, '')
}

/** Width in em of the longest stretch that has no place for a line end in it: an address of a web page, a long word. */
export function longestStretch(text: string, face: Face): number {
  let longest = 0
  let from = 0
  for (const to of breakOffsets(text)) {
    longest = Math.max(longest, widthOf(trimLine(text.slice(from, to).replace(/\n/gu, '')), face))
    from = to
  }
  return longest
}
