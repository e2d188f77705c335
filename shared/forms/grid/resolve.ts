import type { Path } from '../field'
import { namedField, rowsField } from '../field-types'
import type { DrawnPiece, Piece, Template } from '../template'
import type { FormValues } from '../values'
import { presetRowId } from '../values/access'

/** Lines with every field's name in the place of its `name` piece; the same lines when there is none. */
export function printNames(
  template: Pick<Template, 'fields'>,
  lines: readonly (readonly Piece[])[],
): readonly (readonly DrawnPiece[])[] {
  return lines.every(isDrawn) ? lines : lines.map((line) => line.map((piece) => printName(template, piece)))
}

const isDrawn = (line: readonly Piece[]): line is readonly DrawnPiece[] =>
  line.every(({ piece }) => piece !== 'name')

const printName = (template: Pick<Template, 'fields'>, piece: Piece): DrawnPiece =>
  piece.piece === 'name' ? { piece: 'text', text: nameAt(template, piece.path) } : piece

function nameAt(template: Pick<Template, 'fields'>, path: Path): string {
  const field = template.fields.find(({ key }) => key === path[0])
  return (field && namedField(field, path))?.label ?? ''
}

/** The lines of a repeated cell for the row at one index (0 …): paths get the row's id, numbers and labels become text. */
export function resolveLines(
  template: Pick<Template, 'fields'>,
  lines: readonly (readonly DrawnPiece[])[],
  index: number,
  values: FormValues,
): readonly (readonly DrawnPiece[])[] {
  return lines.map((line) => line.flatMap((piece) => resolvePiece(template, piece, index, values)))
}

function resolvePiece(
  template: Pick<Template, 'fields'>,
  piece: DrawnPiece,
  index: number,
  values: FormValues,
): readonly DrawnPiece[] {
  if (piece.piece === 'text' || piece.path[1] !== '*') return [piece]
  const [key = '', , column = ''] = piece.path
  const type = rowsField(template, key)?.type
  if (!type) return [piece]
  if (column === '#') return [{ piece: 'text', text: String(index + 1) }]
  const { preset } = type
  if (preset?.column === column) {
    const text = preset.labels[index]
    return text === undefined ? [] : [{ piece: 'text', text }]
  }
  const known = values.rows[key]?.[index]?.id
  if (!preset && known === undefined && index >= type.max) return []
  const id = preset ? presetRowId(index + 1) : (known ?? `+${index + 1}`)
  return [{ ...piece, path: [key, id, column] }]
}
