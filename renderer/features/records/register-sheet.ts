import type { ListedRecord } from '../../db'
import {
  listCell,
  listFormat,
  MOMENT_FORMAT,
  momentCell,
  type ListSheet,
  type ListSheetCell,
} from '../../../shared/print/excel/list-sheet'
import type { Field } from '../../../shared/forms/field'
import { cellText, type CellWords } from './cell-text'
import type { Column } from './columns'

/** Pixels of a digit in Excel's columns. */
const DIGIT = 8

/** The register as it stands on the screen, as an Excel sheet with real numbers and days. */
export function registerSheet(
  name: string,
  columns: readonly Column[],
  rows: readonly (readonly ListSheetCell[])[],
): ListSheet {
  return {
    name,
    columns: columns.map((column) => ({
      label: column.label,
      width: Math.max(6, Math.round(column.width / DIGIT)),
      format: formatOf(column),
    })),
    rows,
  }
}

const dayField: Pick<Field, 'type'> = { type: { type: 'date' } }

/** What is computed may be a text or have any number of decimals: each cell says itself. */
function formatOf({ key, kind, field, inRows }: Column): string {
  if (inRows) return '@'
  if (field) return listFormat(field)
  if (kind === 'moment') return MOMENT_FORMAT
  return key === '@on' ? listFormat(dayField) : kind === 'number' ? 'General' : '@'
}

/** One record as a line; masked values stay masked. */
export function sheetRow(
  row: ListedRecord,
  columns: readonly Column[],
  words: CellWords,
): readonly ListSheetCell[] {
  return columns.map((column) => {
    const { field, inRows, kind, key } = column
    if (key === '@on') return listCell(dayField, row.on)
    if (kind === 'moment') {
      const ms = key === '@createdAt' ? row.createdAt : row.updatedAt
      return momentCell(ms, -new Date(ms).getTimezoneOffset())
    }
    if (field && !inRows && (kind === 'number' || kind === 'day'))
      return listCell(field, row.cells[key] ?? '')
    if (kind === 'number' && !field)
      return row[key === '@files' ? 'files' : key === '@conflicts' ? 'conflicts' : 'corrections']
    const text = cellText(row, column, words)
    return text === '' ? null : text
  })
}
