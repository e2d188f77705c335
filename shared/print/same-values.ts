import { pathKey, type Path } from '../forms/field'
import type { Piece } from '../forms/template'
import type { FormValues } from '../forms/values'
import { isEmptyRow } from '../forms/values/access'

type Members = { readonly [key: string]: unknown }

/** Path keys of every value that is not the very same in both: what was drawn of the others is still right. */
export function changedPaths(before: FormValues, after: FormValues): ReadonlySet<string> {
  const changed = new Set<string>()
  const note = (a: Members | undefined, b: Members | undefined, path: (key: string) => Path): void => {
    if (a === b) return
    for (const key of keysOf(a, b)) if (a?.[key] !== b?.[key]) changed.add(pathKey(path(key)))
  }
  note(before.fields, after.fields, (field) => [field])
  for (const field of keysOf(before.matrices, after.matrices)) {
    note(before.matrices[field], after.matrices[field], (item) => [field, item])
  }
  for (const field of keysOf(before.rows, after.rows)) {
    const [old, now] = [before.rows[field] ?? [], after.rows[field] ?? []]
    if (old === now) continue
    const rest = new Map(old.map((row) => [row.id, row.cells]))
    for (const { id, cells } of now) {
      note(rest.get(id), cells, (column) => [field, id, column])
      rest.delete(id)
    }
    for (const [id, cells] of rest) note(cells, undefined, (column) => [field, id, column])
  }
  return changed
}

/** Whether a drawing is multiplied in the same way for both: the same rows in the same order, the last one begun in both. */
export function sameRows(before: FormValues, after: FormValues): boolean {
  if (before.rows === after.rows) return true
  return keysOf(before.rows, after.rows).every((field) => {
    const [old, now] = [before.rows[field] ?? [], after.rows[field] ?? []]
    if (old === now) return true
    const [last, lastNow] = [old.at(-1), now.at(-1)]
    return (
      old.length === now.length &&
      (!last || !lastNow || isEmptyRow(last) === isEmptyRow(lastNow)) &&
      old.every(({ id }, place) => id === now[place]?.id)
    )
  })
}

/** Path keys of the values that stand in drawn lines. */
export function pathsIn(lines: readonly (readonly Piece[])[]): readonly string[] {
  return lines.flatMap((line) =>
    line.flatMap((piece) => (piece.piece === 'text' ? [] : [pathKey(piece.path)])),
  )
}

function keysOf(a: Members | undefined, b: Members | undefined): readonly string[] {
  return [...new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})])]
}
