import { formatValue } from '../../forms'
import type { Field } from '../../forms/field'
import { cellFormat, typedText } from './typed-value'

/** A list of records as an Excel sheet: one line of heads, a line for each record, real numbers and days. */
export interface ListSheet {
  readonly name: string
  readonly columns: readonly ListSheetColumn[]
  /** Cells of each record; null is an empty cell, days are days since 1899-12-30. */
  readonly rows: readonly (readonly ListSheetCell[])[]
}

export interface ListSheetColumn {
  readonly label: string
  /** In digits of the workbook's own font. */
  readonly width: number
  /** Excel's number format; `@` for texts. */
  readonly format: string
}

export type ListSheetCell = string | number | null

/** Texts that a cell of Excel takes. */
export const MOST_IN_CELL = 32_767

export const MOMENT_FORMAT = 'yyyy"年"m"月"d"日" hh:mm'

/** The format of a column that shows values of this field. */
export const listFormat = (field: Pick<Field, 'type'>): string => cellFormat(field)

/** A stored text of this field: a number or a day where a sum or a sort would want one, else as people read it. */
export function listCell(field: Pick<Field, 'type'>, text: string): ListSheetCell {
  if (text === '') return null
  const typed = typedText(field.type, text)
  if (typed?.value.type === 'number') return typed.value.value
  return formatValue(field, text)
}

/** Milliseconds since 1970 as Excel counts, in a time zone that is so many minutes ahead of UTC. */
export const momentCell = (ms: number, minutesAhead: number): number =>
  Math.round((ms + minutesAhead * 60_000) / 60_000) / 1440 + 25_569
