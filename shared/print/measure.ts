import { metricsOf } from './metrics'
import type { Face } from './page'

/** A piece of one line that one font sets. */
export interface FaceRun {
  readonly text: string
  readonly face: Face
  /** Offset of its left edge from that of the text, and its width; in em, letter spacing not included. */
  readonly offset: number
  readonly width: number
  /** Characters before it, for letter spacing. */
  readonly before: number
  readonly count: number
}

export interface FaceRuns {
  readonly runs: readonly FaceRun[]
  /** In em. */
  readonly width: number
  readonly count: number
  /** Characters that no font has. Each leaves an em of room, to be written in by hand. */
  readonly missing: readonly string[]
}

/** What stands in for a face whose font lacks a character, in order. */
const FALLBACK: Readonly<Record<Face, readonly Face[]>> = {
  serif: ['rare', 'sans'],
  serifBold: ['rare', 'serif', 'sans'],
  sans: ['rare', 'serif'],
  rare: ['sans', 'serif'],
}

/** The face that sets a character, and its advance in em; undefined where no font has it. */
function faceFor(codePoint: number, face: Face): readonly [Face, number] | undefined {
  const own = metricsOf(face).advance(codePoint)
  if (own !== undefined) return [face, own]
  for (const other of FALLBACK[face]) {
    const advance = metricsOf(other).advance(codePoint)
    if (advance !== undefined) return [other, advance]
  }
  return undefined
}

/** Width of a text in em, with the fallback of `splitByFace`. */
export function widthOf(text: string, face: Face): number {
  const metrics = metricsOf(face)
  let width = 0
  for (let i = 0; i < text.length; i++) {
    const codePoint = text.codePointAt(i) ?? 0
    if (codePoint > 0xffff) i++
    width += metrics.advance(codePoint) ?? faceFor(codePoint, face)?.[1] ?? 1
  }
  return width
}

/** Parts a line (no line ends in it) into runs of one font each. */
export function splitByFace(text: string, face: Face): FaceRuns {
  return ofOneFace(text, face) ?? ofSeveral(text, face)
}

/** A text of whose characters the face has all, as nearly every text; null of others. */
function ofOneFace(text: string, face: Face): FaceRuns | null {
  if (text === '') return null
  const metrics = metricsOf(face)
  let width = 0
  let count = 0
  for (let i = 0; i < text.length; i++) {
    const codePoint = text.codePointAt(i) ?? 0
    if (codePoint > 0xffff) i++
    const advance = metrics.advance(codePoint)
    if (advance === undefined) return null
    width += advance
    count++
  }
  return { runs: [{ text, face, offset: 0, width, before: 0, count }], width, count, missing: [] }
}

function ofSeveral(text: string, face: Face): FaceRuns {
  const runs: { text: string; face: Face; offset: number; width: number; before: number; count: number }[] =
    []
  const missing: string[] = []
  let x = 0
  let count = 0
  for (const character of text) {
    const found = faceFor(character.codePointAt(0) ?? 0, face)
    if (!found) missing.push(character)
    else {
      const last = runs.at(-1)
      // A run goes on while its face does and no gap lies between.
      const run = last?.face === found[0] && last.before + last.count === count ? last : null
      if (run) {
        run.text += character
        run.width += found[1]
        run.count++
      } else
        runs.push({ text: character, face: found[0], offset: x, width: found[1], before: count, count: 1 })
    }
    x += found?.[1] ?? 1
    count++
  }
  return { runs, width: x, count, missing }
}
