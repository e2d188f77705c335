import type { Face } from '../page'
import rare from './rare.json'
import sans from './sans.json'
import serifBold from './serif-bold.json'
import serif from './serif.json'

/** What the layout knows of one font; lengths in em. */
export interface FaceMetrics {
  readonly ascent: number
  /** Positive, below the baseline. */
  readonly descent: number
  /** Advance of a character, or undefined where the font has no glyph for it. */
  readonly advance: (codePoint: number) => number | undefined
}

interface MetricsFile {
  readonly unitsPerEm: number
  readonly ascent: number
  readonly descent: number
  readonly coverage: string
  readonly advances: string
}

/** Marks an absent glyph; no font has one this wide. */
const ABSENT = 0xffff
const BMP = 0x10000

const files: Readonly<Record<Face, MetricsFile>> = { serif, serifBold, sans, rare }
const decoded = new Map<Face, FaceMetrics>()

export function metricsOf(face: Face): FaceMetrics {
  let metrics = decoded.get(face)
  if (!metrics) {
    metrics = decode(files[face])
    decoded.set(face, metrics)
  }
  return metrics
}

/** The numbers of `gap+length` or `width*count` pairs, see scripts/make-font-metrics.mjs. */
function pairs(packed: string, separator: string): readonly (readonly [number, number])[] {
  return packed.split(' ').map((pair) => {
    const [first = '', second = ''] = pair.split(separator)
    return [Number.parseInt(first, 36), Number.parseInt(second, 36)]
  })
}

function decode(file: MetricsFile): FaceMetrics {
  const near = new Uint16Array(BMP).fill(ABSENT)
  const far = new Map<number, number>()
  const advances = pairs(file.advances, '*')
  let run = 0
  let left = advances[0]?.[1] ?? 0
  let codePoint = 0
  for (const [gap, length] of pairs(file.coverage, '+')) {
    codePoint += gap
    for (let i = 0; i < length; i++, codePoint++) {
      while (left === 0) left = advances[++run]?.[1] ?? Infinity
      left--
      const width = advances[run]?.[0] ?? 0
      if (codePoint < BMP) near[codePoint] = width
      else far.set(codePoint, width)
    }
  }
  const em = file.unitsPerEm
  return {
    ascent: file.ascent / em,
    descent: -file.descent / em,
    advance: (point) => {
      const width = point < BMP ? (near[point] ?? ABSENT) : (far.get(point) ?? ABSENT)
      return width === ABSENT ? undefined : width / em
    },
  }
}
