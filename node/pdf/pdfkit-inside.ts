import type { Font } from './fontkit'

/**
 * What the painter uses of pdfkit's inside: pdfkit's own text call lays every run out again, which costs more than all
 * the rest of a form. Checked against pdfkit 0.20; a test reads the painted text back.
 */
export interface InsideDocument {
  readonly page: InsidePage
  readonly _root: {
    readonly data: { readonly Pages: { readonly data: { readonly Kids: unknown[]; Count: number } } }
  }
  /** A new object of the file, written by its `end`. */
  ref(data: object): Reference
  _font: EmbeddedFont
  font(source: Font): this
  addContent(operators: string): this
  /** Writes the pages that were begun. */
  flushPages(): void
}

/** An object of the file, as others refer to it: `12 0 R`. */
export interface WrittenAs {
  toString(): string
}

export interface Reference extends WrittenAs {
  data: object
  /** Writes the object; `bytes` are a stream's. */
  end(bytes?: Uint8Array): void
}

/** A value as it stands in the file: a reference without the object behind it, a list of numbers. */
export class Written {
  /** Keeps it from being taken for a dictionary. */
  readonly [Symbol.toStringTag] = 'Written'

  constructor(private readonly text: string) {}

  toString(): string {
    return this.text
  }
}

export interface InsidePage {
  readonly fonts: Record<string, unknown>
  /** The page's own object: its size, and references to its content and resources. */
  readonly dictionary: WrittenAs & { readonly data: object }
}

export interface EmbeddedFont {
  /** Name of the font in the page's resources: F1 … */
  readonly id: string
  readonly subset: { readonly glyphs: number[]; encode(): Uint8Array }
  /** PostScript name. */
  readonly name: string
  /** In font units. */
  readonly bbox: Readonly<Record<'minX' | 'minY' | 'maxX' | 'maxY', number>>
  /** In thousandths of an em. */
  readonly ascender: number
  readonly descender: number
  readonly font: Readonly<Record<'italicAngle' | 'capHeight' | 'ascent' | 'xHeight', number>>
  /** By place in the subset: advance in thousandths of an em, and what the glyph says. */
  readonly widths: number[]
  readonly unicode: (readonly number[])[]
  /** Thousandths of an em in a font unit. */
  readonly scale: number
  ref(): Reference
  /** Writes the font's objects, once, when the document ends. */
  embed: () => void
}
