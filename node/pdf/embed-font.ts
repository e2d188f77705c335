import { deflateSync } from 'node:zlib'
import { Written, type EmbeddedFont, type InsideDocument } from './pdfkit-inside'

/** What a file holds of a font, as it is written: deflated, or as text. */
export interface FontParts {
  readonly program: Uint8Array
  /** What the glyphs mean, so that text can be searched and copied (ISO 32000-1, 9.10.3). */
  readonly toUnicode: Uint8Array
  /** Advances in thousandths of an em. */
  readonly widths: string
}

/** Sheets of one form print the same characters in the same order, all but what was filled in; these last forms are remembered. */
const MOST_PARTS = 24
/** Bytes; the fonts of a file of a thousand sheets are not asked for again. */
const MOST_BYTES = 262_144

/** The parts of a font that the last files used, by the characters in the order of their glyphs. Cut and deflated once. */
export class RememberedParts {
  private readonly known = new Map<string, FontParts>()

  partsOf(characters: string, make: () => FontParts): FontParts {
    const found = this.known.get(characters)
    const parts = found ?? make()
    // The latest stands last.
    if (found) this.known.delete(characters)
    if (parts.program.length <= MOST_BYTES) this.known.set(characters, parts)
    const [oldest] = this.known.keys()
    if (this.known.size > MOST_PARTS && oldest !== undefined) this.known.delete(oldest)
    return parts
  }
}

export const makeParts = (font: EmbeddedFont): FontParts => ({
  // Parts of composite glyphs join the subset now; they have neither a text nor a width of their own.
  program: deflateSync(font.subset.encode()),
  toUnicode: deflateSync(toUnicode(font.unicode)),
  widths: `[0 [${font.widths.map((width) => Math.round(width * 1e6) / 1e6).join(' ')}]]`,
})

/** Symbolic: the characters are those of the font, not of a standard set. */
const SYMBOLIC = 4

/** Writes a TrueType font into a document under its own name, as pdfkit does, from parts that are deflated already. */
export function embedFont(document: InsideDocument, font: EmbeddedFont, parts: FontParts): void {
  const name = `${tagOf(font.id)}+${font.name.replaceAll(' ', '_')}`
  const { italicAngle, capHeight, ascent, xHeight } = font.font
  const { minX, minY, maxX, maxY } = font.bbox
  const descriptor = document.ref({
    Type: 'FontDescriptor',
    FontName: name,
    Flags: SYMBOLIC,
    FontBBox: [minX, minY, maxX, maxY].map((edge) => edge * font.scale),
    ItalicAngle: italicAngle,
    Ascent: font.ascender,
    Descent: font.descender,
    CapHeight: (capHeight || ascent) * font.scale,
    XHeight: xHeight * font.scale,
    StemV: 0,
    FontFile2: streamOf(document, parts.program),
  })
  descriptor.end()
  const descendant = document.ref({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: name,
    CIDSystemInfo: { Registry: new Written('(Adobe)'), Ordering: new Written('(Identity)'), Supplement: 0 },
    FontDescriptor: descriptor,
    W: new Written(parts.widths),
    CIDToGIDMap: 'Identity',
  })
  descendant.end()
  const whole = font.ref()
  whole.data = {
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
    ToUnicode: streamOf(document, parts.toUnicode),
  }
  whole.end()
}

/** `Filter` tells pdfkit that the bytes are deflated already. */
function streamOf(document: InsideDocument, deflated: Uint8Array): object {
  const stream = document.ref({ Filter: 'FlateDecode' })
  stream.end(deflated)
  return stream
}

/** Six capitals that tell this subset from others of the same font in the file (ISO 32000-1, 9.6.4): F12 → WCDRRR … */
const tagOf = (id: string): string =>
  Array.from({ length: 6 }, (_, at) => String.fromCharCode((id.charCodeAt(at + 1) || 73) + 17)).join('')

const hex = (value: number): string => value.toString(16).padStart(4, '0')

/** Characters beyond the basic plane are two halves (UTF-16). */
const utf16 = (codePoint: number): string =>
  Array.from({ length: codePoint > 0xffff ? 2 : 1 }, (_, at) =>
    hex(String.fromCodePoint(codePoint).charCodeAt(at)),
  ).join(' ')

/** Characters in one range of a map of them. */
const MOST_IN_RANGE = 256

function toUnicode(glyphs: readonly (readonly number[])[]): string {
  const texts = glyphs.map((codePoints) => `<${codePoints.map(utf16).join('')}>`)
  const ranges: string[] = []
  for (let from = 0; from < texts.length; from += MOST_IN_RANGE) {
    const some = texts.slice(from, from + MOST_IN_RANGE)
    ranges.push(`<${hex(from)}> <${hex(from + some.length - 1)}> [${some.join(' ')}]`)
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <<
  /Registry (Adobe)
  /Ordering (UCS)
  /Supplement 0
>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><ffff>
endcodespacerange
${ranges.length} beginbfrange
${ranges.join('\n')}
endbfrange
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`
}
