import type { Field } from '../field'
import { isRows } from '../field-types'
import type { Block, Piece } from '../template'

/** Names a drawn piece apart from its place: a pattern that draws the same one twice has two lanes. */
export const pieceKey = (piece: Piece): string =>
  piece.piece === 'text'
    ? ''
    : JSON.stringify(piece.piece === 'option' ? [...piece.path, piece.option] : piece.path)

/** How often the drawing shows one and the same column of each rows field: its lanes (1–4 left, 5–8 right). */
export function countLanes(fields: readonly Field[], body: readonly Block[]): readonly Field[] {
  const drawn = new Map<string, Map<string, number>>()
  for (const block of body) {
    if (block.block !== 'grid') continue
    for (const piece of block.cells.flatMap((cell) => cell.lines.flat())) {
      if (piece.piece === 'text' || piece.path[1] !== '*') continue
      const key = piece.path[0] ?? ''
      const counts = drawn.get(key) ?? new Map<string, number>()
      drawn.set(key, counts.set(pieceKey(piece), (counts.get(pieceKey(piece)) ?? 0) + 1))
    }
  }
  return fields.map((field): Field => {
    if (!isRows(field)) return field
    const lanes = Math.max(1, ...(drawn.get(field.key)?.values() ?? []))
    return lanes === field.type.lanes ? field : { ...field, type: { ...field.type, lanes } }
  })
}
