import { rowsField } from '../field-types'
import type { Piece, Template } from '../template'
import type { FormValues } from '../values'
import { presetRowId } from '../values/access'

/** The lines of a repeated cell for the row at one index (0 …): paths get the row's id, numbers and labels become text. */
export function resolveLines(
  template: Pick<Template, 'fields'>,
  lines: readonly (readonly Piece[])[],
  index: number,
  values: FormValues,
): readonly (readonly Piece[])[] {
  return lines.map((line) => line.flatMap((piece) => resolvePiece(template, piece, index, values)))
}

function resolvePiece(
  template: Pick<Template, 'fields'>,
  piece: Piece,
  index: number,
  values: FormValues,
): readonly Piece[] {
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
