import type { Path } from '../field'
import type { Piece } from '../template'
import { NAME_OF } from './pieces'

/** One printed line as a source says it. */
export function printPieces(pieces: readonly Piece[]): string {
  const last = pieces.length - 1
  return pieces
    .map((piece, i) =>
      piece.piece === 'text' ? printText(piece.text, i === 0, i === last) : printReference(piece),
    )
    .join('')
}

/** Spaces at the ends of a line would be taken for layout of the source, so a backslash keeps them. */
export function printText(text: string, first: boolean, last: boolean): string {
  const lead = first ? (/^ */.exec(text)?.[0].length ?? 0) : 0
  const rest = text.slice(lead)
  const trail = last ? (/ *$/.exec(rest)?.[0].length ?? 0) : 0
  const core = rest.slice(0, rest.length - trail)
  return `${'\\ '.repeat(lead)}${core.replace(/[\\[\]|{}╲↓<^/]/g, '\\$&')}${'\\ '.repeat(trail)}`
}

function printReference(piece: Exclude<Piece, { piece: 'text' }>): string {
  const name = printPath(piece.path)
  if (piece.piece === 'name') return `[${NAME_OF}${name}]`
  if (piece.piece === 'field') return `[${name}${piece.width === undefined ? '' : `~${piece.width}`}]`
  return `[${name}${piece.bare ? '=' : ':'}${escapeReference(piece.option)}]`
}

function printPath(path: Path): string {
  const [key = '', second, column] = path
  const part = column ?? second
  return part === undefined ? key : `${key}.${escapeReference(part)}`
}

/** Matrix items and options inside brackets. */
const escapeReference = (text: string): string => text.replace(/[\\[\]|{}╲↓<^/.:=~ ]/g, '\\$&')
