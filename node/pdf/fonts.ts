import { join } from 'node:path'
import type { PrintFailure } from '../../shared/ipc/contract'
import { err, ok, type Result } from '../../shared/kernel/result'
import type { Face } from '../../shared/print/page'
import { RememberedParts } from './embed-font'
import { beginsAsFont, openFontFile } from './font-file'
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

/** Characters in it are rare, and it is read as a whole: only when one is painted. */
const SELDOM: Face = 'rare'
const FACES: readonly Face[] = ['serif', 'serifBold', 'sans', SELDOM]

/** A font that was there when the fonts were looked for, and cannot be read now. */
export class LostFont extends Error {
  constructor(readonly path: string) {
    super(path)
  }
}

/** Opens the four fonts; one that is not there, or is no font, is named with its path. */
export function loadFonts(fontsDir: string, mark?: string): Result<PdfFonts, PrintFailure> {
  return loadFontFiles((face) => join(fontsDir, FONT_FILES[face]), mark)
}

/** Like loadFonts, with the path of each file. */
export function loadFontFiles(pathOf: (face: Face) => string, mark?: string): Result<PdfFonts, PrintFailure> {
  const fonts: Partial<Record<Face, PdfFont>> = {}
  for (const face of FACES) {
    const path = pathOf(face)
    try {
      if (face !== SELDOM) fonts[face] = openFont(path)
      else if (!beginsAsFont(path)) throw new LostFont(path)
    } catch {
      return err({ type: 'FontMissing', path })
    }
  }
  const { serif, serifBold, sans } = fonts
  if (!serif || !serifBold || !sans) throw new Error('a face was forgotten')
  return ok({
    serif,
    serifBold,
    sans,
    get rare() {
      return (fonts.rare ??= openLater(pathOf(SELDOM)))
    },
    ...(mark === undefined ? {} : { mark }),
  })
}

function openLater(path: string): PdfFont {
  try {
    return openFont(path)
  } catch {
    throw new LostFont(path)
  }
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

function openFont(path: string): PdfFont {
  const { bytes, need } = openFontFile(path)
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
  const trueType = font.directory.tables['glyf'] ? new TrueTypeTables(bytes, font, need) : null
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
