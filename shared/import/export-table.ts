import type { Field } from '../forms/field'
import { isRows } from '../forms/field-types'
import type { FormValues, RowValue } from '../forms/values'
import { getValue, isEmptyRow, presetPlace } from '../forms/values/access'
import { err, ok, type Result } from '../kernel/result'
import { MOST_IN_CELL } from '../print/excel/list-sheet'
import { fieldColumns, plainText } from '../search/columns'
import { ENTRY, targetColumns, type ImportTarget } from './target'

/** One customer or record that goes out. */
export interface Exported {
  /** With everything computed, and the number in its field. */
  readonly values: FormValues
  /** Texts of the info columns. */
  readonly info: readonly string[]
}

export interface ExportColumn {
  readonly head: string
  /** Undefined for `ENTRY` and for info columns. */
  readonly field?: Field
  readonly is: 'entry' | 'field' | 'info'
}

/** A table of stored texts: days as 2026-01-05, decimals plain, options as the form has them. */
export interface ExportTable {
  readonly name: string
  readonly columns: readonly ExportColumn[]
  readonly lines: readonly (readonly string[])[]
}

/** A text that no cell of Excel takes: nothing is written, rather than cut. */
export interface CellTooLong {
  readonly type: 'CellTooLong'
  /** Line of the table, from 1, the heads being the first. */
  readonly line: number
  readonly head: string
  readonly length: number
  readonly most: number
}

/**
 * A register as a table that `readEntries` reads back to the same values: one line for each record, and one more for each
 * further 明细行, held together by 单据序号. What is computed, and `infoHeads`, are there to be read by people.
 */
export function exportTable(
  target: ImportTarget,
  exported: readonly Exported[],
  infoHeads: readonly string[] = [],
): Result<ExportTable, CellTooLong> {
  const columns = columnsOf(target)
  const heads: readonly ExportColumn[] = [
    ...columns.map(({ head, field, key }): ExportColumn => {
      const is = key === ENTRY ? 'entry' : 'field'
      return field ? { head, field, is } : { head, is }
    }),
    ...infoHeads.map((head): ExportColumn => ({ head, is: 'info' })),
  ]
  const lines = exported.flatMap((one, at) => linesOf(target, columns, one, at + 1))
  for (const [at, line] of lines.entries()) {
    const column = line.findIndex((text) => text.length > MOST_IN_CELL)
    if (column < 0) continue
    const head = heads[column]?.head ?? ''
    const length = line[column]?.length ?? 0
    return err({ type: 'CellTooLong', line: at + 2, head, length, most: MOST_IN_CELL })
  }
  return ok({ name: target.name, columns: heads, lines })
}

interface Column {
  readonly key: string
  readonly head: string
  readonly field?: Field
}

/** The columns of the target with what is computed in its place. */
function columnsOf(target: ImportTarget): readonly Column[] {
  const known = new Map(targetColumns(target).map((column) => [column.key, column]))
  const taken = new Set([...known.values()].map(({ head }) => head))
  const fields = fieldColumns(target).map(({ key, label, field }): Column => {
    const column = known.get(key)
    if (column) return column
    let head = label
    while (taken.has(head)) head += '（计算）'
    taken.add(head)
    return { key, head, field }
  })
  const entry = known.get(ENTRY)
  return entry ? [entry, ...fields] : fields
}

function linesOf(
  target: ImportTarget,
  columns: readonly Column[],
  { values, info }: Exported,
  place: number,
): readonly (readonly string[])[] {
  const rows = new Map(
    target.fields.filter(isRows).map(({ key, type }) => {
      const filled = (values.rows[key] ?? []).filter((row) => !isEmptyRow(row))
      return [key, { type, filled }] as const
    }),
  )
  const count = Math.max(1, ...[...rows.values()].map(({ filled }) => filled.length))
  return Array.from({ length: count }, (_, line) => [
    ...columns.map(({ key }) => {
      if (key === ENTRY) return String(place)
      const path = key.startsWith('[') ? (JSON.parse(key) as readonly string[]) : [key]
      const list = path.length === 3 ? rows.get(path[0] ?? '') : undefined
      if (!list) return line === 0 ? plainText(getValue(values, path)) : ''
      const row = list.filled[line]
      return row ? rowText(list.type, row, path[2] ?? '') : ''
    }),
    ...(line === 0 ? info : info.map(() => '')),
  ])
}

/** A cell of 明细; of a printed row its label. */
function rowText(
  { preset }: Extract<Field['type'], { type: 'rows' }>,
  { id, cells }: RowValue,
  column: string,
): string {
  if (preset?.column === column) return preset.labels[(presetPlace(id) ?? 0) - 1] ?? ''
  return plainText(cells[column])
}
