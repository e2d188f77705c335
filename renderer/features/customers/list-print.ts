import {
  listCell,
  listFormat,
  MOMENT_FORMAT,
  momentCell,
  type ListSheet,
} from '../../../shared/print/excel/list-sheet'
import type { RegisterPrint } from '../../../shared/ipc/contract'
import type { Letterhead } from '../../../shared/print/layout-input'
import type { ListRow } from '../../../shared/search/list-row'
import { cellOf, cellText, type CellWords, type ListColumn } from './list-columns'

export interface CustomerTable {
  readonly title: string
  readonly columns: readonly ListColumn[]
  readonly rows: readonly ListRow[]
  readonly label: (column: ListColumn) => string
  readonly words: CellWords
}

/** The list as it stands on the screen, as a printed register; its times are whole. */
export function printOf(table: CustomerTable, letterhead: Letterhead, footnote: string): RegisterPrint {
  const { title, columns, rows, label } = table
  const words = { ...table.words, now: null }
  return {
    title,
    letterhead,
    columns: columns.map((column) => ({
      label: label(column),
      align: column.width > 160 ? 'left' : 'center',
      weight: Math.round(column.width / 10),
    })),
    rows: rows.map((row) => columns.map((column) => cellText(row, column, words))),
    footnote,
  }
}

/** The list as an Excel sheet; `minutesAhead` of UTC is the computer's own time. */
export function sheetOf(table: CustomerTable, minutesAhead: number): ListSheet {
  const { title, columns, rows, label, words } = table
  return {
    name: title,
    columns: columns.map((column) => ({
      label: label(column),
      width: Math.min(60, Math.round(column.width / 8)),
      format: column.field ? listFormat(column.field) : column.key === '@updatedAt' ? MOMENT_FORMAT : '@',
    })),
    rows: rows.map((row) =>
      columns.map((column) => {
        if (column.key === '@updatedAt') return momentCell(row.updatedAt, minutesAhead)
        const { field } = column
        if (!field || field.key === 'name') return cellText(row, column, words)
        return listCell(field, words.show(cellOf(row, field.key), field.type.type))
      }),
    ),
  }
}
