import { isNumeric } from '../forms/field-types'
import { readDecimal } from '../kernel/decimal'
import { lengthOf } from '../kernel/text'
import type { ListSheet, ListSheetCell } from '../print/excel/list-sheet'
import { cellFormat, TEXT, typedText } from '../print/excel/typed-value'
import type { ExportColumn, ExportTable } from './export-table'
import { csvText } from './safe-text'

/** Widest column, in digits: longer texts wrap. */
const WIDEST = 40
const NARROWEST = 6

/** A table as an Excel sheet with real numbers and days; every text is a cell of text. */
export function exportSheet({ name, columns, lines }: ExportTable): ListSheet {
  return {
    name,
    columns: columns.map((column, at) => ({
      label: column.head,
      width: widthOf(
        column.head,
        lines.map((line) => line[at] ?? ''),
      ),
      format: formatOf(column),
    })),
    rows: lines.map((line) => line.map((text, at) => cellOf(columns[at], text))),
  }
}

/** The same table as CSV for Excel. A percentage bears its sign, so that it is read as what it is. */
export const exportCsv = ({ columns, lines }: ExportTable): string =>
  csvText([
    columns.map(({ head }) => head),
    ...lines.map((line) => line.map((text, at) => csvTextOf(columns[at], text))),
  ])

const formatOf = ({ is, field }: ExportColumn): string =>
  field ? cellFormat(field) : is === 'entry' ? 'General' : TEXT

function cellOf(column: ExportColumn | undefined, text: string): ListSheetCell {
  if (text === '') return null
  if (column?.is === 'entry') return Number(text)
  const typed = column?.field ? typedText(column.field.type, text) : null
  return typed?.value.type === 'number' ? typed.value.value : text
}

function csvTextOf(column: ExportColumn | undefined, text: string): string {
  const type = column?.field?.type
  if (!type || text === '') return text
  if (type.type === 'dateTime') return text.replace('T', ' ')
  return type.type === 'percent' && isNumeric(type) && readDecimal(text) ? `${text}%` : text
}

/** Han characters take two digits. */
function widthOf(head: string, texts: readonly string[]): number {
  const wide = (text: string) => lengthOf(text) + (text.match(/[\u1100-\uFFEF]/g)?.length ?? 0)
  const widest = texts.reduce((most, text) => Math.max(most, text.length > WIDEST ? WIDEST : wide(text)), 0)
  return Math.min(WIDEST, Math.max(NARROWEST, widest, Math.min(wide(head), 24)) + 2)
}
