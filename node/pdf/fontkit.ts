// @ts-expect-error -- the package ships no types
import * as untyped from 'fontkit'

/** The parts of fontkit that the PDF fonts are read with. */
export interface Font {
  readonly postscriptName: string
  readonly unitsPerEm: number
  readonly directory: { readonly tables: Readonly<Record<string, Table>> }
  /** TrueType only: where each glyph's outline begins in `glyf`. */
  readonly loca?: { readonly offsets: readonly number[] }
  glyphForCodePoint(codePoint: number): Glyph
  createSubset(): Subset
}

export interface Glyph {
  readonly id: number
  readonly advanceWidth: number
}

interface Table {
  readonly offset: number
  readonly length: number
}

export interface Subset {
  readonly glyphs: number[]
  includeGlyph(glyph: number): number
  encode(): Uint8Array
}

/** Parses a font file; throws when it is none. */
export const parseFont: (bytes: Uint8Array) => Font = (
  untyped as unknown as { create: (bytes: Uint8Array) => Font }
).create
