import { doubled, targetColumns, type ImportTarget, type Mapping } from '../../../shared/import'
import type { MappedColumn } from '../../../shared/import/mapping'
import type { TableColumn } from '../../db'

/** The columns with one of them put elsewhere; what went there before is not taken over any more. */
export function withColumn(
  columns: readonly TableColumn[],
  column: number,
  to: string | null,
): readonly TableColumn[] {
  return columns.map((each) => {
    if (each.column === column) return { ...each, to }
    return to !== null && each.to === to ? { ...each, to: null } : each
  })
}

export const mappingOf = (headRow: number, columns: readonly TableColumn[]): Mapping => ({
  headRow,
  columns: columns.map(({ column, head, to }): MappedColumn => ({ column, head, to })),
})

/** Fields that must be filled and that no column goes into; 明细行 and drafts may do without. */
export function missingIn(target: ImportTarget, columns: readonly TableColumn[]): readonly string[] {
  const used = new Set(columns.map(({ to }) => to))
  return targetColumns(target)
    .filter(({ key, field, inRows }) => !inRows && field?.required === true && !used.has(key))
    .filter(({ field }) => field?.type.type !== 'serial')
    .map(({ head }) => head)
}

/** Whether there is something to plan. */
export const canPlan = (columns: readonly TableColumn[]): boolean =>
  columns.some(({ to }) => to !== null) && doubled(mappingOf(0, columns)).length === 0

/** Columns by which doubles may be found: the entry's own, of those that are taken over. */
export function keyChoices(
  target: ImportTarget,
  columns: readonly TableColumn[],
): readonly { readonly key: string; readonly head: string }[] {
  const used = new Set(columns.map(({ to }) => to))
  return targetColumns(target).filter(({ key, field, inRows }) => {
    const isText = field !== undefined && field.type.type !== 'matrix'
    return !inRows && isText && used.has(key)
  })
}
