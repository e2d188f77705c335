import type { Template } from '../../forms/template'
import type { LaidOutForm } from '../page'
import type { PageShape } from '../style'
import { pageStarts, repeatedHead } from './page-breaks'
import type { ExcelPrint } from './sheet'

/** Where a block of the template stands on the sheet. */
export interface BlockRows {
  /** Its first row, with the room above it. */
  readonly top: number
  /** First row of every row of a grid, or of the line, and the row after the last. */
  readonly rows: readonly number[]
}

/** Letterhead and title. */
const HEAD_ROWS = 2

/** Paper, margins, page breaks and repeated rows: what Excel needs to print the sheet as the program itself does. */
export function printSetUp(
  template: Template,
  shape: PageShape,
  laidOut: LaidOutForm,
  places: readonly BlockRows[],
): ExcelPrint {
  const starts = pageStarts(template, laidOut).flatMap(({ block, row }) => {
    const place = places[block]
    const at = row === 0 ? place?.top : place?.rows[row]
    return at === undefined || at <= HEAD_ROWS ? [] : [at]
  })
  return {
    paper: template.paper,
    width: shape.width,
    height: shape.height,
    margins: {
      top: shape.top,
      right: shape.width - shape.right,
      bottom: shape.height - shape.bodyBottom,
      left: shape.left,
      footer: shape.height - shape.numberY,
    },
    repeat: repeatedRows(template, laidOut, places),
    breaks: [...new Set(starts)].sort((a, b) => a - b),
    onePage: laidOut.pages.length === 1,
  }
}

/** Letterhead, title and the head of the table that runs over pages, if it is the first on the sheet: else its head alone. */
function repeatedRows(
  template: Template,
  laidOut: LaidOutForm,
  places: readonly BlockRows[],
): ExcelPrint['repeat'] {
  const index = repeatedHead(template, laidOut)
  const block = index === null ? undefined : template.body[index]
  const rows = index === null ? undefined : places[index]?.rows
  if (block?.block !== 'grid' || !rows) return { first: 0, last: HEAD_ROWS - 1 }
  const count = block.rows.findIndex((row) => !row.head)
  const end = rows[count] ?? HEAD_ROWS
  const isFirst = template.body.slice(0, index ?? 0).every((before) => before.block === 'line')
  return { first: isFirst ? 0 : (rows[0] ?? 0), last: end - 1 }
}
