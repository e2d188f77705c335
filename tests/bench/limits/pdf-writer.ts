import { deflateSync } from 'node:zlib'
import type { PlainFace, PlainPage, PlainSheet, PlainTable } from '../peers/plain-sheet'
import type { RawFont, RawFonts } from './raw-font'

const FACES: readonly PlainFace[] = ['serif', 'serifBold', 'sans']

/** Points of white between a cell's line and its text. */
const PADDING = 2

/**
 * The least that any program in JavaScript has to do for a PDF of these cells that can be searched: break the texts by the fonts'
 * widths, draw the lines, cut the fonts down, deflate. A page is one text of operators; nothing is kept for anything else.
 */
export function writePdf(sheets: readonly PlainSheet[], fonts: RawFonts): Buffer {
  const used: Used = {
    serif: new UsedFont(fonts.serif),
    serifBold: new UsedFont(fonts.serifBold),
    sans: new UsedFont(fonts.sans),
  }
  const pages = sheets.flatMap((sheet) => sheet.pages)
  const contents = pages.map((page) => pageContent(page, used))
  const file = new PdfFile()
  const [catalog, tree] = [file.reserve(), file.reserve()]
  const resources = FACES.filter((face) => used[face].glyphs.length > 1).map(
    (face) => `/${face} ${file.addFont(used[face], face)} 0 R`,
  )
  const kids = pages.map(({ width, height }, at) => {
    const content = file.addStream('', Buffer.from(contents[at] ?? '', 'latin1'))
    return file.add(
      `<</Type/Page/Parent ${tree} 0 R/MediaBox[0 0 ${width} ${height}]/Contents ${content} 0 R/Resources<</Font<<${resources.join('')}>>>>>>`,
    )
  })
  file.set(tree, `<</Type/Pages/Count ${kids.length}/Kids[${kids.map((kid) => `${kid} 0 R`).join(' ')}]>>`)
  file.set(catalog, `<</Type/Catalog/Pages ${tree} 0 R>>`)
  return file.finish(catalog)
}

type Used = Readonly<Record<PlainFace, UsedFont>>

/** A font in one file: which glyphs it uses, under which numbers. */
class UsedFont {
  readonly glyphs = [0]
  readonly texts = ['']
  private readonly places = new Map<number, string>()
  private readonly scale: number

  constructor(readonly raw: RawFont) {
    this.scale = 1 / raw.unitsPerEm
  }

  widthOf(code: number, size: number): number {
    return this.raw.advanceOf(this.raw.glyphOf(code)) * this.scale * size
  }

  encode(text: string): string {
    let out = ''
    for (let i = 0; i < text.length; i += 1) {
      const glyph = this.raw.glyphOf(text.charCodeAt(i))
      let place = this.places.get(glyph)
      if (place === undefined) {
        place = (this.glyphs.push(glyph) - 1).toString(16).padStart(4, '0')
        this.texts.push(text.charCodeAt(i).toString(16).padStart(4, '0'))
        this.places.set(glyph, place)
      }
      out += place
    }
    return out
  }
}

const num = (value: number): string => String(Math.round(value * 100) / 100)

function pageContent({ height, tables, texts }: PlainPage, fonts: Used): string {
  const out = tables.map((table) => tableContent(table, height, fonts))
  const around = texts.map(
    ({ x, y, text, size, face }) =>
      `/${face} ${size} Tf 1 0 0 1 ${num(x)} ${num(height - y)} Tm<${fonts[face].encode(text)}>Tj\n`,
  )
  return `${out.join('')}BT\n${around.join('')}ET`
}

function tableContent({ x, y, columns, rows, cells }: PlainTable, height: number, fonts: Used): string {
  const across = sums(x, columns)
  const down = sums(y, rows)
  let lines = '0.5 w\n'
  let texts = 'BT\n'
  for (const { row, column, rowSpan, columnSpan, text, size, face } of cells) {
    const [left = 0, right = 0] = [across[column], across[column + columnSpan]]
    const [top = 0, bottom = 0] = [down[row], down[row + rowSpan]]
    lines += `${num(left)} ${num(height - bottom)} ${num(right - left)} ${num(bottom - top)} re S\n`
    if (text === '') continue
    const font = fonts[face]
    const broken = brokenLines(text, right - left - 2 * PADDING, size, font)
    let baseline = height - (top + bottom) / 2 + (broken.length * size * 1.2) / 2 - size * 0.95
    texts += `/${face} ${size} Tf\n`
    for (const line of broken) {
      texts += `1 0 0 1 ${num(left + PADDING)} ${num(baseline)} Tm<${font.encode(line)}>Tj\n`
      baseline -= size * 1.2
    }
  }
  return `${lines}${texts}ET\n`
}

function sums(from: number, gaps: readonly number[]): readonly number[] {
  const places = [from]
  for (const gap of gaps) places.push((places.at(-1) ?? 0) + gap)
  return places
}

function brokenLines(text: string, width: number, size: number, font: UsedFont): readonly string[] {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let start = 0
    let taken = 0
    for (let i = 0; i < paragraph.length; i += 1) {
      const advance = font.widthOf(paragraph.charCodeAt(i), size)
      if (taken + advance > width && i > start) {
        lines.push(paragraph.slice(start, i))
        start = i
        taken = 0
      }
      taken += advance
    }
    lines.push(paragraph.slice(start))
  }
  return lines
}

/** Objects one after the other, and where each begins (ISO 32000-1, 7.5). */
class PdfFile {
  private readonly objects: Buffer[] = []

  reserve(): number {
    return this.objects.push(Buffer.alloc(0))
  }

  add(text: string): number {
    return this.objects.push(Buffer.from(text, 'latin1'))
  }

  set(object: number, text: string): void {
    this.objects[object - 1] = Buffer.from(text, 'latin1')
  }

  addStream(entries: string, bytes: Buffer): number {
    const deflated = deflateSync(bytes)
    const head = `<</Length ${deflated.length}/Filter/FlateDecode${entries}>>\nstream\n`
    return this.objects.push(Buffer.concat([Buffer.from(head), deflated, Buffer.from('\nendstream')]))
  }

  addFont({ raw, glyphs, texts }: UsedFont, name: string): number {
    const subset = raw.subset(glyphs)
    const program = this.addStream(`/Length1 ${subset.length}`, subset)
    const descriptor = this.add(
      `<</Type/FontDescriptor/FontName/AAAAAA+${name}/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 900/Descent -200/CapHeight 700/StemV 80/FontFile2 ${program} 0 R>>`,
    )
    const widths = glyphs.map((glyph) => Math.round((raw.advanceOf(glyph) * 1000) / raw.unitsPerEm))
    const descendant = this.add(
      `<</Type/Font/Subtype/CIDFontType2/BaseFont/AAAAAA+${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ${descriptor} 0 R/W[0[${widths.join(' ')}]]>>`,
    )
    const text = this.addStream('', Buffer.from(toUnicode(texts)))
    return this.add(
      `<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+${name}/Encoding/Identity-H/DescendantFonts[${descendant} 0 R]/ToUnicode ${text} 0 R>>`,
    )
  }

  finish(root: number): Buffer {
    const parts = [Buffer.from('%PDF-1.7\n')]
    let end = parts[0]?.length ?? 0
    const places = this.objects.map((object, at) => {
      const whole = Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')])
      parts.push(whole)
      end += whole.length
      return end - whole.length
    })
    const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
    const size = places.length + 1
    const tail = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<</Size ${size}/Root ${root} 0 R>>\nstartxref\n${end}\n%%EOF`
    return Buffer.concat([...parts, Buffer.from(tail)])
  }
}

/** What the glyphs mean, so that the text can be searched and copied (ISO 32000-1, 9.10.3). */
function toUnicode(texts: readonly string[]): string {
  const lines = texts.map((text, at) => `<${at.toString(16).padStart(4, '0')}><${text || '0000'}>`)
  const blocks: string[] = []
  for (let at = 0; at < lines.length; at += 100) {
    const some = lines.slice(at, at + 100)
    blocks.push(`${some.length} beginbfchar\n${some.join('\n')}\nendbfchar`)
  }
  return `/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CMapName/X def/CMapType 2 def
1 begincodespacerange<0000><ffff>endcodespacerange
${blocks.join('\n')}
endcmap CMapName currentdict/CMap defineresource pop end end`
}
