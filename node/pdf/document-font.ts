import { embedFont, makeParts } from './embed-font'
import type { PdfFont } from './fonts'
import type { EmbeddedFont, InsideDocument } from './pdfkit-inside'

/** One font in one document: turns text into the glyph numbers of the document's subset. */
export class DocumentFont {
  private readonly places = new Map<number, string>()

  private constructor(
    private readonly embedded: EmbeddedFont,
    private readonly font: PdfFont,
  ) {}

  static open(document: InsideDocument, font: PdfFont): DocumentFont {
    document.font(font.source)
    const embedded = document._font
    const opened = new DocumentFont(embedded, font)
    const { parts } = font
    if (parts)
      embedded.embed = () => {
        embedFont(
          document,
          embedded,
          parts.partsOf(opened.characters, () => makeParts(embedded)),
        )
      }
    return opened
  }

  /** What was set in this font, each character once, in the order of their glyphs. */
  private get characters(): string {
    return String.fromCodePoint(...this.places.keys())
  }

  /** Names the font in the current page's resources and answers that name. */
  use(document: InsideDocument): string {
    const { fonts } = document.page
    fonts[this.embedded.id] ??= this.embedded.ref()
    return this.embedded.id
  }

  /** The text as a hexadecimal string of two-byte glyph numbers. */
  encode(text: string): string {
    let hex = ''
    for (const character of text) hex += this.place(character.codePointAt(0) ?? 0)
    return hex
  }

  /**
   * Every character has a glyph of its own in the subset, even where the font draws two characters alike (⼈ and 人):
   * so that copying and searching give back the very text that was set.
   */
  private place(codePoint: number): string {
    const known = this.places.get(codePoint)
    if (known !== undefined) return known
    const { embedded } = this
    const glyph = this.font.glyph(codePoint)
    const place = embedded.subset.glyphs.push(glyph.id) - 1
    embedded.widths[place] = glyph.advanceWidth * embedded.scale
    embedded.unicode[place] = [codePoint]
    const hex = place.toString(16).padStart(4, '0')
    this.places.set(codePoint, hex)
    return hex
  }
}
