import type { Font, Subset } from './fontkit'

/** Tables that a font embedded in a PDF needs besides glyphs and their widths (ISO 32000-1, 9.9). */
const COPIED = ['cvt ', 'fpgm', 'prep'] as const

/** Flags of a composite glyph's components (OpenType, glyf table). */
const MORE_COMPONENTS = 0x20
const WORDS = 0x01
const SCALE = 0x08
const XY_SCALE = 0x40
const TWO_BY_TWO = 0x80

/** Where the component glyph ids stand in a composite glyph's bytes. */
interface Outline {
  readonly bytes: Uint8Array
  readonly components: readonly number[]
}

/**
 * A TrueType font as raw tables, cut down to the glyphs of one document by copying their bytes: fontkit's own subsetter
 * decodes every outline first. Outlines are kept between documents.
 */
export class TrueTypeTables {
  private readonly outlines = new Map<number, Outline>()
  private readonly offsets: readonly number[]
  private readonly glyf: number
  private readonly view: DataView
  private readonly metrics: number
  private readonly longMetrics: number

  constructor(
    private readonly bytes: Uint8Array,
    private readonly font: Font,
    /** Called before outlines are looked at: where they stand in `bytes`. */
    private readonly need: (from: number, to: number) => void = () => undefined,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.offsets = font.loca?.offsets ?? []
    this.glyf = this.table('glyf').byteOffset - bytes.byteOffset
    this.metrics = this.table('hmtx').byteOffset - bytes.byteOffset
    this.longMetrics = this.view.getUint16(this.table('hhea').byteOffset - bytes.byteOffset + 34)
  }

  table(tag: string): Uint8Array {
    const entry = this.font.directory.tables[tag]
    return entry ? this.bytes.subarray(entry.offset, entry.offset + entry.length) : new Uint8Array(0)
  }

  /** Advance and left side bearing, as the four bytes of `hmtx`. */
  metric(glyph: number): { readonly advance: number; readonly bearing: number } {
    const long = Math.min(glyph, this.longMetrics - 1)
    const advance = this.view.getUint16(this.metrics + long * 4)
    const at =
      glyph < this.longMetrics
        ? this.metrics + glyph * 4 + 2
        : this.metrics + this.longMetrics * 4 + (glyph - this.longMetrics) * 2
    return { advance, bearing: this.view.getInt16(at) }
  }

  outline(glyph: number): Outline {
    let outline = this.outlines.get(glyph)
    if (!outline) {
      outline = this.readOutline(glyph)
      this.outlines.set(glyph, outline)
    }
    return outline
  }

  private readOutline(glyph: number): Outline {
    const from = this.offsets[glyph] ?? 0
    const to = this.offsets[glyph + 1] ?? from
    this.need(this.glyf + from, this.glyf + to)
    const bytes = this.bytes.subarray(this.glyf + from, this.glyf + to)
    const components: number[] = []
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (bytes.length > 10 && view.getInt16(0) < 0) {
      let at = 10
      for (let flags = MORE_COMPONENTS; flags & MORE_COMPONENTS;) {
        flags = view.getUint16(at)
        components.push(at + 2)
        at += 4 + (flags & WORDS ? 4 : 2)
        if (flags & SCALE) at += 2
        else if (flags & XY_SCALE) at += 4
        else if (flags & TWO_BY_TWO) at += 8
      }
    }
    return { bytes, components }
  }
}

/** The glyphs of one document, in the order in which they were first used; glyph 0 stands first. */
export class TrueTypeSubset implements Subset {
  readonly glyphs: number[] = []
  private readonly places = new Map<number, number>()

  constructor(private readonly tables: TrueTypeTables) {
    this.includeGlyph(0)
  }

  includeGlyph(glyph: number): number {
    const known = this.places.get(glyph)
    if (known !== undefined) return known
    const place = this.glyphs.push(glyph) - 1
    this.places.set(glyph, place)
    return place
  }

  encode(): Uint8Array {
    const outlines: Uint8Array[] = []
    // The list grows while components of composite glyphs are added.
    for (let place = 0; place < this.glyphs.length; place++) outlines.push(this.outlineAt(place))
    const count = outlines.length
    const loca = new DataView(new ArrayBuffer(4 * (count + 1)))
    const padded = outlines.map((bytes) => (bytes.length + 3) & ~3)
    const glyf = new Uint8Array(padded.reduce((sum, length) => sum + length, 0))
    const hmtx = new DataView(new ArrayBuffer(4 * count))
    let offset = 0
    outlines.forEach((bytes, place) => {
      glyf.set(bytes, offset)
      offset += padded[place] ?? 0
      loca.setUint32(4 * (place + 1), offset)
      const { advance, bearing } = this.tables.metric(this.glyphs[place] ?? 0)
      hmtx.setUint16(4 * place, advance)
      hmtx.setInt16(4 * place + 2, bearing)
    })
    const head = patched(this.tables.table('head'), (view) => {
      view.setUint32(8, 0)
      view.setInt16(50, 1)
    })
    const hhea = patched(this.tables.table('hhea'), (view) => {
      view.setUint16(34, count)
    })
    const maxp = patched(this.tables.table('maxp'), (view) => {
      view.setUint16(4, count)
    })
    const copied = COPIED.map((tag) => [tag, this.tables.table(tag)] as const).filter(
      ([, bytes]) => bytes.length > 0,
    )
    return sfnt([
      ...copied,
      ['glyf', glyf],
      ['head', head],
      ['hhea', hhea],
      ['hmtx', new Uint8Array(hmtx.buffer)],
      ['loca', new Uint8Array(loca.buffer)],
      ['maxp', maxp],
    ])
  }

  private outlineAt(place: number): Uint8Array {
    const { bytes, components } = this.tables.outline(this.glyphs[place] ?? 0)
    if (components.length === 0) return bytes
    return patched(bytes, (view) => {
      for (const at of components) view.setUint16(at, this.includeGlyph(view.getUint16(at)))
    })
  }
}

function patched(bytes: Uint8Array, patch: (view: DataView) => void): Uint8Array {
  // Not slice(): a Buffer's slice is the same memory, and the font is shared by all documents.
  const copy = Uint8Array.from(bytes)
  patch(new DataView(copy.buffer))
  return copy
}

/** A font file of these tables (OpenType, "Organization of an OpenType Font"): directory sorted by tag, 4-byte aligned. */
function sfnt(tables: readonly (readonly [tag: string, bytes: Uint8Array])[]): Uint8Array {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1))
  const headLength = 12 + 16 * sorted.length
  const length = sorted.reduce((sum, [, bytes]) => sum + ((bytes.length + 3) & ~3), headLength)
  const file = new Uint8Array(length)
  const view = new DataView(file.buffer)
  const power = Math.floor(Math.log2(sorted.length))
  view.setUint32(0, 0x00010000)
  view.setUint16(4, sorted.length)
  view.setUint16(6, 16 * 2 ** power)
  view.setUint16(8, power)
  view.setUint16(10, 16 * sorted.length - 16 * 2 ** power)
  let offset = headLength
  sorted.forEach(([tag, bytes], index) => {
    const entry = 12 + 16 * index
    for (let i = 0; i < 4; i++) file[entry + i] = tag.charCodeAt(i)
    file.set(bytes, offset)
    const end = offset + ((bytes.length + 3) & ~3)
    let checksum = 0
    for (let at = offset; at < end; at += 4) checksum = (checksum + view.getUint32(at)) >>> 0
    view.setUint32(entry + 4, checksum)
    view.setUint32(entry + 8, offset)
    view.setUint32(entry + 12, bytes.length)
    offset = end
  })
  return file
}
