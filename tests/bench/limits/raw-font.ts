import { readFileSync } from 'node:fs'
import type { PlainFace } from '../peers/plain-sheet'

export type RawFonts = Readonly<Record<PlainFace, RawFont>>

/** Reads the fonts once, as a warm program has them. */
export function rawFonts(files: Readonly<Record<PlainFace, string>>): RawFonts {
  const { serif, serifBold, sans } = files
  return { serif: new RawFont(serif), serifBold: new RawFont(serifBold), sans: new RawFont(sans) }
}

/** A TrueType font as its raw tables, with just what a PDF needs of it; the hand-written limit shares nothing with the product. */
export class RawFont {
  private readonly bytes: Buffer
  private readonly tables = new Map<string, { readonly at: number; readonly length: number }>()
  private readonly glyphs: Uint16Array
  readonly unitsPerEm: number
  private readonly longMetrics: number
  private readonly hasLongPlaces: boolean

  constructor(file: string) {
    this.bytes = readFileSync(file)
    for (let at = 12, left = this.bytes.readUInt16BE(4); left > 0; left -= 1, at += 16) {
      const tag = this.bytes.toString('latin1', at, at + 4)
      this.tables.set(tag, { at: this.bytes.readUInt32BE(at + 8), length: this.bytes.readUInt32BE(at + 12) })
    }
    this.unitsPerEm = this.bytes.readUInt16BE(this.at('head') + 18)
    this.hasLongPlaces = this.bytes.readInt16BE(this.at('head') + 50) === 1
    this.longMetrics = this.bytes.readUInt16BE(this.at('hhea') + 34)
    this.glyphs = this.readCharacters()
  }

  glyphOf(codeUnit: number): number {
    return this.glyphs[codeUnit] ?? 0
  }

  /** In the font's units. */
  advanceOf(glyph: number): number {
    return this.bytes.readUInt16BE(this.at('hmtx') + 4 * Math.min(glyph, this.longMetrics - 1))
  }

  /** A font file of these glyphs under new numbers, 0 first; their outlines copied as they are. */
  subset(glyphs: readonly number[]): Buffer {
    const outlines = glyphs.map((glyph) => this.outlineOf(glyph))
    const places = Buffer.alloc(4 * (glyphs.length + 1))
    const metrics = Buffer.alloc(4 * glyphs.length)
    let end = 0
    outlines.forEach((outline, at) => {
      end += (outline.length + 3) & ~3
      places.writeUInt32BE(end, 4 * (at + 1))
      metrics.writeUInt16BE(this.advanceOf(glyphs[at] ?? 0), 4 * at)
    })
    const glyf = Buffer.alloc(end)
    outlines.forEach((outline, at) => glyf.set(outline, places.readUInt32BE(4 * at)))
    const head = this.copyOf('head')
    head.writeInt16BE(1, 50)
    const hhea = this.copyOf('hhea')
    hhea.writeUInt16BE(glyphs.length, 34)
    const maxp = this.copyOf('maxp')
    maxp.writeUInt16BE(glyphs.length, 4)
    return fontFile({ glyf, head, hhea, hmtx: metrics, loca: places, maxp })
  }

  private at(table: string): number {
    const found = this.tables.get(table)
    if (!found) throw new Error(`no table ${table}`)
    return found.at
  }

  private copyOf(table: string): Buffer {
    const { at, length } = this.tables.get(table) ?? { at: 0, length: 0 }
    return Buffer.from(this.bytes.subarray(at, at + length))
  }

  /** Composite glyphs stay without their parts: the limit may do less, never more. */
  private outlineOf(glyph: number): Buffer {
    const loca = this.at('loca')
    const place = (index: number) =>
      this.hasLongPlaces
        ? this.bytes.readUInt32BE(loca + 4 * index)
        : 2 * this.bytes.readUInt16BE(loca + 2 * index)
    const glyf = this.at('glyf')
    return this.bytes.subarray(glyf + place(glyph), glyf + place(glyph + 1))
  }

  /** Characters to glyphs, of the basic plane (cmap format 4 or 12). */
  private readCharacters(): Uint16Array {
    const cmap = this.at('cmap')
    const found = new Uint16Array(0x10000)
    for (let left = this.bytes.readUInt16BE(cmap + 2), at = cmap + 4; left > 0; left -= 1, at += 8) {
      const table = cmap + this.bytes.readUInt32BE(at + 4)
      if (this.bytes.readUInt16BE(table) !== 12) continue
      for (let group = this.bytes.readUInt32BE(table + 12) - 1; group >= 0; group -= 1) {
        const entry = table + 16 + 12 * group
        const [first, last, glyph] = [0, 4, 8].map((offset) => this.bytes.readUInt32BE(entry + offset))
        if (first === undefined || last === undefined || glyph === undefined) continue
        for (let code = first; code <= Math.min(last, 0xffff); code += 1) found[code] = glyph + code - first
      }
      return found
    }
    throw new Error('no characters in this font')
  }
}

/** Without check sums: no viewer looks at them. */
function fontFile(tables: Readonly<Record<string, Buffer>>): Buffer {
  const names = Object.keys(tables)
  const head = Buffer.alloc(12 + 16 * names.length)
  head.writeUInt32BE(0x00010000, 0)
  head.writeUInt16BE(names.length, 4)
  const parts: Buffer[] = [head]
  let end = head.length
  names.forEach((name, at) => {
    const table = tables[name] ?? Buffer.alloc(0)
    const padded = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)])
    head.write(name, 12 + 16 * at, 'latin1')
    head.writeUInt32BE(end, 12 + 16 * at + 8)
    head.writeUInt32BE(table.length, 12 + 16 * at + 12)
    parts.push(padded)
    end += padded.length
  })
  return Buffer.concat(parts)
}
