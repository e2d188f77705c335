import { strFromU8, unzipSync } from 'fflate'

/** A cell as the file has it: read from the XML itself, by no library that writes such files. */
export interface ReadCell {
  readonly ref: string
  /** The cell's type in the file: `s` and `inlineStr` are texts, absent is a number or nothing. */
  readonly type: string | undefined
  readonly text: string
  readonly number: number | undefined
  readonly format: string
  readonly formatId: number
  readonly quotePrefix: boolean
  readonly rotation: number | undefined
  readonly size: number
  readonly wrap: boolean
  readonly shrink: boolean
  readonly border: ReadBorder
}

export interface ReadBorder {
  readonly left: string
  readonly right: string
  readonly top: string
  readonly bottom: string
  readonly diagonal: string
  readonly diagonalDown: boolean
}

export interface ReadSheet {
  readonly name: string
  readonly xml: string
  readonly cells: ReadonlyMap<string, ReadCell>
  /** `A1:C2` */
  readonly merges: readonly string[]
  /** Widths in digits, by column. */
  readonly widths: readonly number[]
  /** Heights in points, by row. */
  readonly heights: readonly number[]
}

export interface ReadWorkbook {
  readonly sheets: readonly ReadSheet[]
  /** `_xlnm.Print_Titles` and the like: name, index of the sheet, range. */
  readonly names: readonly { readonly name: string; readonly sheet: number; readonly range: string }[]
  readonly files: readonly string[]
  /** The XML of pictures' places. */
  readonly drawings: readonly string[]
}

export function readXlsx(bytes: Uint8Array): ReadWorkbook {
  const files = unzipSync(bytes)
  const part = (name: string): string => (files[name] ? strFromU8(files[name]) : '')
  const workbook = part('xl/workbook.xml')
  const shared = elements(part('xl/sharedStrings.xml'), 'si').map(textOf)
  const styles = readStyles(part('xl/styles.xml'))
  const sheets = [...workbook.matchAll(/<sheet name="([^"]*)"/g)].map(([, name = ''], index) =>
    readSheet(decoded(name), part(`xl/worksheets/sheet${index + 1}.xml`), shared, styles),
  )
  const names = [...workbook.matchAll(/<definedName ([^>]*)>([^<]*)<\/definedName>/g)].map(
    ([, attributes = '', range = '']) => ({
      name: attribute(attributes, 'name') ?? '',
      sheet: Number(attribute(attributes, 'localSheetId')),
      range: decoded(range),
    }),
  )
  const drawings = Object.keys(files).filter((name) => /^xl\/drawings\/drawing\d+\.xml$/.test(name))
  return { sheets, names, files: Object.keys(files), drawings: drawings.map(part) }
}

type Style = Omit<ReadCell, 'ref' | 'type' | 'text' | 'number'>

function readStyles(xml: string): readonly Style[] {
  const formats = new Map(
    [...xml.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id, code = '']) => [
      Number(id),
      decoded(code),
    ]),
  )
  formats.set(0, 'General').set(49, '@')
  const borders = elements(xml, 'border').map(readBorder)
  const sizes = elements(xml, 'font').map((font) => Number(/<sz val="([\d.]+)"/.exec(font)?.[1]))
  const cellXfs = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(xml)?.[1] ?? ''
  return elements(cellXfs, 'xf').map((xf) => {
    const formatId = Number(attribute(xf, 'numFmtId'))
    const rotation = attribute(xf, 'textRotation')
    return {
      format: formats.get(formatId) ?? '?',
      formatId,
      quotePrefix: attribute(xf, 'quotePrefix') === '1',
      rotation: rotation === undefined ? undefined : Number(rotation),
      size: sizes[Number(attribute(xf, 'fontId'))] ?? 0,
      wrap: isTrue(attribute(xf, 'wrapText')),
      shrink: isTrue(attribute(xf, 'shrinkToFit')),
      border: borders[Number(attribute(xf, 'borderId'))] ?? readBorder(''),
    }
  })
}

const readBorder = (xml: string): ReadBorder => {
  const side = (name: string): string => new RegExp(`<${name} style="(\\w+)"`).exec(xml)?.[1] ?? ''
  return {
    left: side('left'),
    right: side('right'),
    top: side('top'),
    bottom: side('bottom'),
    diagonal: side('diagonal'),
    diagonalDown: isTrue(attribute(xml, 'diagonalDown')),
  }
}

function readSheet(
  name: string,
  xml: string,
  shared: readonly string[],
  styles: readonly Style[],
): ReadSheet {
  const cells = new Map<string, ReadCell>()
  for (const cell of elements(/<sheetData>(.*)<\/sheetData>/s.exec(xml)?.[1] ?? '', 'c')) {
    const ref = attribute(cell, 'r') ?? ''
    const type = attribute(cell, 't')
    const value = /<v>([^<]*)<\/v>/.exec(cell)?.[1]
    const style = styles[Number(attribute(cell, 's') ?? 0)]
    if (!style) throw new Error(`${ref} has no style`)
    const text = type === 's' ? (shared[Number(value)] ?? '') : type === 'inlineStr' ? textOf(cell) : ''
    const number = type === undefined && value !== undefined ? Number(value) : undefined
    cells.set(ref, { ref, type, text, number, ...style })
  }
  return {
    name,
    xml,
    cells,
    merges: [...xml.matchAll(/<mergeCell ref="([^"]*)"/g)].map(([, ref = '']) => ref),
    widths: [...xml.matchAll(/<col [^>]*\bwidth="([\d.]+)"/g)].map(([, width]) => Number(width)),
    heights: [...xml.matchAll(/<row [^>]*\bht="([\d.]+)"/g)].map(([, height]) => Number(height)),
  }
}

/** All elements of one name, each as the file writes it; none of them contains another of its own name. */
function elements(xml: string, name: string): readonly string[] {
  return [...xml.matchAll(new RegExp(`<${name}(?=[\\s/>])(?:[^>]*/>|.*?</${name}>)`, 'gs'))].map(
    ([all]) => all,
  )
}

const textOf = (xml: string): string =>
  decoded([...xml.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)].map(([, text]) => text).join(''))

const attribute = (xml: string, name: string): string | undefined =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(xml)?.[1]

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

/** XML's entities, and `_x0041_` for characters that XML cannot hold (ECMA-376, ST_Xstring). */
const decoded = (text: string): string =>
  text
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))

/** Row and column (both from 0) of `AB12`. */
export function placeOf(ref: string): readonly [row: number, column: number] {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(ref) ?? []
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return [Number(row) - 1, column - 1]
}
