import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PrintFailure } from '../../shared/ipc/contract'
import { err, ok, type Result } from '../../shared/kernel/result'
import type { Face } from '../../shared/print/page'
import { RememberedParts } from './embed-font'
import { parseFont, type Font, type Glyph } from './fontkit'
import { TrueTypeSubset, TrueTypeTables } from './truetype-subset'

/** Names of the font files in the program's folder of fonts. */
export const FONT_FILES: Readonly<Record<Face, string>> = {
  serif: 'serif.ttf',
  serifBold: 'serif-bold.ttf',
  sans: 'sans.ttf',
  rare: 'rare.otf',
}

/** What pages are painted with. `mark`: small words at the foot of every page, such as that nothing on it is real. */
export type PdfFonts = Readonly<Record<Face, PdfFont>> & { readonly mark?: string }

/** A font that was read and parsed once and is then used for every document. */
export interface PdfFont {
  /** What pdfkit takes for a font that is already open; it cuts its own subset for each document. */
  readonly source: Font
  readonly glyph: (codePoint: number) => Glyph
  /** What the last documents held of it; null for one that pdfkit cuts itself (OpenType with PostScript outlines). */
  readonly parts: RememberedParts | null
}

const FACES: readonly Face[] = ['serif', 'serifBold', 'sans', 'rare']

/** Reads the four fonts; one that is not there, or is no font, is named with its path. */
export function loadFonts(fontsDir: string): Result<PdfFonts, PrintFailure> {
  return loadFontFiles((face) => join(fontsDir, FONT_FILES[face]))
}

/** Like loadFonts, with the path of each file. */
export function loadFontFiles(pathOf: (face: Face) => string): Result<PdfFonts, PrintFailure> {
  const fonts: Partial<Record<Face, PdfFont>> = {}
  for (const face of FACES) {
    const path = pathOf(face)
    try {
      fonts[face] = openFont(readFileSync(path))
    } catch {
      return err({ type: 'FontMissing', path })
    }
  }
  const { serif, serifBold, sans, rare } = fonts
  if (!serif || !serifBold || !sans || !rare) throw new Error('a face was forgotten')
  return ok({ serif, serifBold, sans, rare })
}

/** pdfkit reads from its glyphs what they say. */
interface SetGlyph extends Glyph {
  readonly codePoints: readonly number[]
}

interface PlacedGlyph {
  readonly advanceWidth: number
  readonly xAdvance: number
  readonly xOffset: 0
  readonly yOffset: 0
}

function openFont(bytes: Uint8Array): PdfFont {
  const font = parseFont(bytes)
  const glyphs = new Map<number, Glyph>()
  const glyph = (codePoint: number): Glyph => {
    let found = glyphs.get(codePoint)
    if (!found) {
      const { id, advanceWidth } = font.glyphForCodePoint(codePoint)
      const withText: SetGlyph = { id, advanceWidth, codePoints: [codePoint] }
      found = withText
      glyphs.set(codePoint, found)
    }
    return found
  }
  const trueType = font.directory.tables['glyf'] ? new TrueTypeTables(bytes, font) : null
  /** pdfmake measures and sets with this: one glyph a character, neither ligatures nor kerning, as our own layout. */
  const layout = (text: string): object => {
    const set = Array.from(text, (character) => glyph(character.codePointAt(0) ?? 0))
    const positions = set.map(({ advanceWidth }): PlacedGlyph => ({
      advanceWidth,
      xAdvance: advanceWidth,
      xOffset: 0,
      yOffset: 0,
    }))
    return { glyphs: set, positions, advanceWidth: set.reduce((sum, one) => sum + one.advanceWidth, 0) }
  }
  const createSubset = trueType ? () => new TrueTypeSubset(trueType) : () => font.createSubset()
  const source = Object.create(font, {
    layout: { value: layout },
    createSubset: { value: createSubset },
  }) as Font
  return { source, glyph, parts: trueType && new RememberedParts() }
}
