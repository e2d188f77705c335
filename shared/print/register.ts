import { breakText } from './break-text'
import { cleanText } from './clean'
import { splitByFace, widthOf } from './measure'
import type { Face } from './page'
import type { RegisterPrint } from './register-input'
import { CHROME_SIZE, MM, pageShape } from './style'

/** A register as pdfmake takes it, and the characters that no font has. */
export interface RegisterDocument {
  readonly definition: FlowDefinition
  readonly missing: readonly string[]
}

/** The part of pdfmake's document definition that is used here. */
export interface FlowDefinition {
  readonly pageSize: { readonly width: number; readonly height: number }
  readonly pageMargins: readonly [left: number, top: number, right: number, bottom: number]
  readonly defaultStyle: FlowStyle
  readonly images?: Readonly<Record<string, string>>
  readonly header: (page: number, pages: number) => readonly FlowBlock[]
  readonly footer: (page: number, pages: number) => readonly FlowBlock[]
  readonly content: readonly FlowBlock[]
}

interface FlowStyle {
  readonly font?: Face
  readonly fontSize?: number
  readonly lineHeight?: number
  readonly characterSpacing?: number
  readonly alignment?: 'left' | 'center' | 'right'
  readonly noWrap?: boolean
}

interface Inline extends FlowStyle {
  readonly text: string
}

type FlowBlock = FlowStyle & {
  readonly text?: readonly Inline[]
  readonly stack?: readonly FlowBlock[]
  readonly columns?: readonly FlowBlock[]
  readonly image?: string
  readonly width?: number
  readonly table?: {
    readonly headerRows: number
    readonly dontBreakRows: boolean
    readonly widths: readonly number[]
    readonly heights: (row: number) => number
    readonly body: readonly (readonly FlowBlock[])[]
  }
  readonly layout?: TableLayout
  readonly absolutePosition?: { readonly x: number; readonly y: number }
  readonly margin?: readonly [number, number, number, number]
}

/** Line widths and paddings of pdfmake's table, all in points. */
interface TableLayout {
  readonly hLineWidth: (
    line: number,
    node: { readonly table: { readonly body: readonly unknown[] } },
  ) => number
  readonly vLineWidth: (
    line: number,
    node: { readonly table: { readonly widths: readonly unknown[] } },
  ) => number
  readonly paddingLeft: () => number
  readonly paddingRight: () => number
  readonly paddingTop: () => number
  readonly paddingBottom: () => number
}

const SIZE = 9
/** Ascent and descent of the sans, in em: pdfmake's line height. */
const LINE_HEIGHT = 1.448
const PAD_X = 3.5
const PAD_Y = 3
const TITLE = 16
const TITLE_SPREAD = 0.2
/** More columns than this want a landscape sheet, as do wide ones. */
const UPRIGHT_COLUMNS = 6
/** No column is set narrower: four Han characters. */
const LEAST_COLUMN = 4 * SIZE

/**
 * A list of records as a printed register (台账): head repeated on every page, page x of y, columns by weight, rows kept
 * whole. All lines are broken here with the same rules as on forms, so pdfmake only sets and pages them.
 */
export function registerDocument(register: RegisterPrint): RegisterDocument {
  const missing = new Set<string>()
  let mostLines = 0
  const weights = register.columns.reduce((sum, column) => sum + column.weight, 0)
  const landscape = register.columns.length > UPRIGHT_COLUMNS || weights > 14
  const shape = pageShape({ size: 'A4', orientation: landscape ? 'landscape' : 'portrait' })
  const side = 15 * MM
  const width = shape.width - 2 * side
  const widths = columnWidths(register, width)
  const inline = (text: string, style: FlowStyle & { readonly font: Face }): readonly Inline[] =>
    inlines(text, style, missing)
  const cell = (text: string, column: number, head: boolean): FlowBlock => {
    const face: Face = head ? 'serifBold' : 'sans'
    const room = (widths[column] ?? 0) / SIZE
    const set = breakText(cleanText(text), face, [room])
    mostLines = Math.max(mostLines, set.length)
    const alignment = head ? 'center' : (register.columns[column]?.align ?? 'left')
    return {
      stack: set.map((line) => ({ text: inline(line.text, { font: face }), noWrap: true })),
      alignment,
    }
  }
  const head = register.columns.map((column, index) => cell(column.label, index, true))
  const rows = register.rows.map((row) =>
    register.columns.map((_, index) => cell(row[index] ?? '', index, false)),
  )
  const bodyTop = 13 * MM + 15 + TITLE * 2
  const { letterhead } = register
  const firm = [letterhead.firm, letterhead.department ?? ''].join('　').trim()
  const definition: FlowDefinition = {
    pageSize: { width: shape.width, height: shape.height },
    pageMargins: [side, bodyTop, side, 16 * MM],
    defaultStyle: { font: 'serif', fontSize: SIZE, lineHeight: 1 },
    ...(letterhead.logo && { images: { logo: letterhead.logo.source } }),
    header: (page) => [
      ...(letterhead.logo ? [logoBlock(letterhead.logo, side)] : []),
      at(
        side + logoWidth(letterhead.logo),
        13 * MM,
        inline(cleanText(firm), { font: 'serif', fontSize: CHROME_SIZE }),
      ),
      titleBlock(page > 1 ? `${register.title}（续）` : register.title, shape.width, inline),
    ],
    footer: (page, pages) => {
      const number = `第 ${page} 页　共 ${pages} 页`
      const numberWidth = widthOf(number, 'serif') * CHROME_SIZE
      const note = cleanText(register.footnote).replace(/\n/gu, ' ')
      const style = { font: 'serif', fontSize: CHROME_SIZE } as const
      return [
        {
          columns: [
            { text: inline(note, style), noWrap: true, width: width - numberWidth },
            { text: inline(number, style), noWrap: true, width: numberWidth },
          ],
          margin: [side, 3 * MM, side, 0],
        },
      ]
    },
    content: [
      {
        table: {
          headerRows: 1,
          // A row stays whole unless one is too tall for a page.
          dontBreakRows: mostLines * SIZE * LINE_HEIGHT < (shape.bodyBottom - bodyTop) * 0.8,
          widths,
          heights: (row) => (row === 0 ? 7 * MM - 2 * PAD_Y : 6 * MM - 2 * PAD_Y),
          body: [head, ...rows],
        },
        layout: lines,
      },
    ],
  }
  // The header's characters are checked too, though pdfmake asks for it later.
  definition.header(1, 1)
  definition.footer(1, 1)
  return { definition, missing: [...missing] }
}

const lines: TableLayout = {
  hLineWidth: (line, node) => (line === 0 || line === node.table.body.length ? 0.9 : 0.5),
  vLineWidth: (line, node) => (line === 0 || line === node.table.widths.length ? 0.9 : 0.5),
  paddingLeft: () => PAD_X,
  paddingRight: () => PAD_X,
  paddingTop: () => PAD_Y,
  paddingBottom: () => PAD_Y,
}

/** Inside widths by weight; narrow columns get their least first. */
function columnWidths(register: RegisterPrint, width: number): readonly number[] {
  const count = register.columns.length
  const inside = width - count * 2 * PAD_X - (count + 1) * 0.5 - 0.8
  const least = Math.min(LEAST_COLUMN, inside / count)
  const weights = register.columns.map((column) => Math.max(column.weight, 0.1))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const first = weights.map((weight) => Math.max(least, (inside * weight) / total))
  const over = first.reduce((sum, one) => sum + one, 0) - inside
  const spare = first.reduce((sum, one) => sum + one - least, 0)
  return spare <= 0 ? first : first.map((one) => one - (over * (one - least)) / spare)
}

/** One line in runs of one font each; a character that no font has leaves an em of room. */
function inlines(
  text: string,
  style: FlowStyle & { readonly font: Face },
  missing: Set<string>,
): readonly Inline[] {
  const split = splitByFace(text, style.font)
  for (const character of split.missing) missing.add(character)
  let count = 0
  const parts = split.runs.map((run): Inline => {
    const gap = '　'.repeat(run.before - count)
    count = run.before + run.count
    return { ...style, font: run.face, text: gap + run.text }
  })
  return parts.length > 0 ? parts : [{ ...style, text: '　' }]
}

const at = (x: number, y: number, text: readonly Inline[]): FlowBlock => ({
  text,
  noWrap: true,
  absolutePosition: { x, y },
})

function titleBlock(
  title: string,
  pageWidth: number,
  inline: (text: string, style: FlowStyle & { readonly font: Face }) => readonly Inline[],
): FlowBlock {
  const text = cleanText(title).replace(/\n/gu, ' ')
  const count = Array.from(text).length
  const natural = widthOf(text, 'serifBold')
  const spread = Math.max(
    0,
    Math.min(TITLE_SPREAD, ((pageWidth * 0.8) / TITLE - natural) / Math.max(1, count)),
  )
  const size = Math.min(TITLE, (pageWidth * 0.8) / Math.max(1, natural))
  const width = (natural + (count - 1) * spread) * size
  const style = { font: 'serifBold', fontSize: size, characterSpacing: spread * size } as const
  return at((pageWidth - width) / 2, 13 * MM + 15, inline(text, style))
}

type Logo = NonNullable<RegisterPrint['letterhead']['logo']>

const LOGO_HEIGHT = 20
const logoScale = (logo: Logo): number =>
  Math.min(LOGO_HEIGHT / Math.max(1, logo.height), 120 / Math.max(1, logo.width))
const logoWidth = (logo: Logo | undefined): number => (logo ? logo.width * logoScale(logo) + 5 : 0)
const logoBlock = (logo: Logo, side: number): FlowBlock => ({
  image: 'logo',
  width: logo.width * logoScale(logo),
  absolutePosition: { x: side, y: 13 * MM - 5 },
})
