import type { Template } from '../../forms/template'
import type { LayoutInput } from '../layout-input'
import type { LaidOutForm } from '../page'
import { MM, type PageShape } from '../style'
import { headRows, pageStarts, repeatedHead } from './page-breaks'
import type { ExcelPrint } from './sheet'

/** Where a block of the template stands on the sheet. */
export interface BlockRows {
  /** Its first row, with the room above it. */
  readonly top: number
  /** First row of every row of a grid, or of the line, and the row after the last. */
  readonly rows: readonly number[]
}

/** Room at the foot that takes up what row heights gain by rounding, so that a full page stays one. */
const SLACK = 3 * MM
/** Letterhead and title. */
const HEAD_ROWS = 2

/** Paper, margins, page breaks and repeated rows: what Excel needs to print the sheet as the program itself does. */
export function printSetUp(
  { template, setup }: Pick<LayoutInput, 'template' | 'setup'>,
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
    paper: setup?.paper ?? template.paper,
    width: shape.width,
    height: shape.height,
    margins: {
      top: shape.top,
      right: shape.width - shape.right,
      bottom: Math.max(0, shape.height - shape.bodyBottom - SLACK),
      left: shape.left,
      footer: shape.height - shape.numberY,
    },
    repeat: repeatedRows(template, laidOut, places),
    breaks: [...new Set(starts)].sort((a, b) => a - b),
    onePage: laidOut.pages.length === 1 && !grows(template),
  }
}

/**
 * Letterhead and title, and with them the head of the table that runs over pages where it follows at once: Excel repeats
 * rows that stand together. Otherwise its head alone: a caption that is printed again would move everything down.
 */
function repeatedRows(
  template: Template,
  laidOut: LaidOutForm,
  places: readonly BlockRows[],
): ExcelPrint['repeat'] {
  const index = repeatedHead(template, laidOut)
  if (index === null) return { first: 0, last: HEAD_ROWS - 1 }
  const rows = places[index]?.rows ?? []
  const first = rows[0] ?? HEAD_ROWS
  return { first: first === HEAD_ROWS ? 0 : first, last: (rows[headRows(template.body[index])] ?? first) - 1 }
}

/** Whether the sheet can become longer: rows are added under each other. */
const grows = ({ body }: Template): boolean =>
  body.some((block) => block.block === 'grid' && block.repeats.some(({ direction }) => direction === 'down'))
