import { cleanText } from '../clean'
import type { LayoutInput } from '../layout-input'
import { widthOf } from '../measure'
import { codeLine, firmLine, logoSize } from '../sheet-head'
import { CHROME_SIZE, LEAST_SIZE, SIZE_STEP, TITLE_SIZE, type PageShape } from '../style'
import { EXCEL_PADDING } from './cell-content'
import type { Raster } from './raster'
import type { SheetRows } from './rows'
import { textValue, type ExcelCell, type ExcelPicture, type ExcelStyle } from './sheet'
import { GENERAL, TEXT } from './typed-value'

/** Where the parts of the letterhead begin, as shares of the width: firm, 作废, code. */
const STAMP_AT = 0.44
const CODE_AT = 0.62

export interface SheetHead {
  readonly cells: readonly ExcelCell[]
  readonly picture?: ExcelPicture
}

/** The columns of the letterhead's parts; asked for before any cell gets its place. */
export const letterheadEdges = (raster: Raster, width: number): readonly number[] => [
  0,
  raster.near(width * STAMP_AT),
  raster.near(width * CODE_AT),
  width,
]

/** Logo and firm at the left, 作废 in the middle, the form's code at the right; the title on a row of its own below. */
export function headCells(
  { template, letterhead, stamp = '' }: LayoutInput,
  shape: PageShape,
  raster: Raster,
  edges: readonly number[],
  rows: SheetRows,
): SheetHead {
  const [, stampAt = 0, codeAt = 0, width = 0] = edges
  const row = rows.add(shape.titleTop - shape.top)
  const titleRow = rows.add(shape.bodyTop - shape.titleTop)
  const logo = letterhead.logo && { source: letterhead.logo.source, ...logoSize(letterhead.logo) }
  const stampText = cleanText(stamp).replace(/\n/gu, ' ').trim()
  const part = (from: number, to: number, text: string, style: Partial<ExcelStyle>): readonly ExcelCell[] => {
    const column = raster.at(from)
    const columnSpan = raster.at(to) - column
    if (text === '' || columnSpan < 1) return []
    const whole: ExcelStyle = { ...chrome, ...style }
    return [{ row, column, rowSpan: 1, columnSpan, value: textValue(text), style: whole }]
  }
  const cells = [
    ...part(
      0,
      stampText === '' ? codeAt : stampAt,
      firmLine(letterhead),
      logo ? { indent: logo.width + 3 } : {},
    ),
    ...part(stampAt, codeAt, stampText, { ...red, align: 'center' }),
    ...part(codeAt, width, codeLine(template), { align: 'right' }),
    titleCell(template.title, titleRow, raster.columns, width),
  ]
  return logo ? { cells, picture: logo } : { cells }
}

const chrome: ExcelStyle = {
  format: TEXT,
  size: CHROME_SIZE,
  align: 'left',
  vAlign: 'middle',
  fit: 'shrink',
}
const red = { size: TITLE_SIZE, bold: true, red: true } as const

function titleCell(title: string, row: number, columnSpan: number, width: number): ExcelCell {
  const em = widthOf(title, 'serifBold')
  let size = TITLE_SIZE
  while (size > LEAST_SIZE && em * size > width - EXCEL_PADDING) size -= SIZE_STEP
  const style = {
    format: GENERAL,
    size,
    bold: true,
    align: 'center',
    vAlign: 'middle',
    fit: 'shrink',
  } as const
  return { row, column: 0, rowSpan: 1, columnSpan, value: textValue(title), style }
}
