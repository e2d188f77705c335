import type { Field } from '../field'
import { fieldWithin, isNumeric } from '../field-types'
import type { Cell, Piece } from '../template'
import { isEscaped } from './lines'
import { type PieceScope, readPieces } from './pieces'
import { splitUnescaped, trimPart, unescapeText } from './text'

/** A cell as its source says it; where it lies is known when the whole table is read. */
export interface RawCell {
  readonly column: number
  readonly content:
    | { readonly is: 'left' | 'above' }
    | { readonly is: 'own'; readonly cell: DrawnCell; readonly align: Marks }
}

export type DrawnCell = Pick<Cell, 'kind' | 'lines' | 'vertical' | 'diagonal' | 'once'>

/** Alignment that a cell's end asks for. */
export interface Marks {
  readonly align?: Cell['align']
  readonly vAlign?: Cell['vAlign']
}

const MARKS = ['left', 'center', 'right', 'top', 'middle', 'once'] as const

/** Reads what stands between two bars. `column` is the 1-based place of the first character of `raw`. */
export function readCell(raw: string, column: number, scope: PieceScope): RawCell {
  const trimmed = trimPart({ raw, at: 0 })
  const start = column + trimmed.at
  if (trimmed.raw === '<') return { column: start, content: { is: 'left' } }
  if (trimmed.raw === '^') return { column: start, content: { is: 'above' } }
  const { text, marks } = takeMarks(trimmed.raw, start, scope)
  const vertical = text.startsWith('↓')
  const at = start + (vertical ? 1 : 0)
  const inner = vertical ? text.slice(1) : text
  const { once, ...align } = marks
  const cell = readContent(inner, at, vertical, scope)
  return { column: start, content: { is: 'own', cell: once ? { ...cell, once } : cell, align } }
}

function readContent(inner: string, column: number, vertical: boolean, scope: PieceScope): DrawnCell {
  const diagonal = splitUnescaped(inner, '╲')
  if (diagonal.length > 1) {
    const parts = diagonal.map((part) => unescapeText(trimPart(part).raw))
    if (vertical || diagonal.length > 3 || parts.includes('') || /(?<!\\)(?:\\\\)*\[/.test(inner)) {
      scope.problems.add(scope.line, column, '斜线表头写得不对', '两段或三段文字，如 项目 ╲ 年度；照印写 \\╲')
    }
    return { kind: 'label', lines: [], vertical: false, diagonal: parts }
  }
  const lines =
    inner === '' ? [] : splitLines(inner).map((part) => readPieces(part.raw, column + part.at, scope))
  return { kind: kindOf(lines, scope.fields), lines, vertical }
}

/** Cuts at `//` outside references. */
function splitLines(inner: string): readonly { readonly raw: string; readonly at: number }[] {
  return splitUnescaped(inner, '//').map(trimPart)
}

/** A field to fill makes a field cell; running numbers and the labels of preset rows are printed text. */
function kindOf(lines: readonly (readonly Piece[])[], fields: ReadonlyMap<string, Field>): Cell['kind'] {
  const pieces = lines.flat()
  if (pieces.some((piece) => piece.piece !== 'text' && !isPrinted(piece, fields))) return 'field'
  return pieces.length > 0 ? 'label' : 'blank'
}

function isPrinted(piece: Exclude<Piece, { piece: 'text' }>, fields: ReadonlyMap<string, Field>): boolean {
  if (piece.piece === 'name') return true
  const [key = '', , column] = piece.path
  if (column === '#') return true
  const type = fields.get(key)?.type
  return type?.type === 'rows' && type.preset !== undefined && type.preset.column === column
}

interface TakenMarks {
  readonly text: string
  readonly marks: Marks & { readonly once?: true }
}

function takeMarks(raw: string, column: number, scope: PieceScope): TakenMarks {
  let text = raw
  const marks: { align?: Cell['align']; vAlign?: Cell['vAlign']; once?: true } = {}
  for (;;) {
    const open = text.lastIndexOf('{')
    if (!text.endsWith('}') || isEscaped(text, text.length - 1) || open === -1 || isEscaped(text, open)) break
    const name = text.slice(open + 1, -1)
    const mark = MARKS.find((candidate) => candidate === name)
    if (mark === undefined) {
      scope.problems.add(
        scope.line,
        column + open,
        `不认识的标记“{${name}}”`,
        `${MARKS.map((m) => `{${m}}`).join('、')} 之一`,
      )
    } else if (mark === 'once') marks.once = true
    else if (mark === 'top' || mark === 'middle') marks.vAlign = mark
    else marks.align = mark
    text = trimPart({ raw: text.slice(0, open), at: 0 }).raw
  }
  return { text, marks }
}

/**
 * Alignment where the source says nothing: labels and bare boxes stand in the middle, what is filled in at the left;
 * in a repeated pattern numbers stand right and dates, choices and short things centred; long text begins at the top.
 */
export function usualAlign(
  cell: DrawnCell,
  fields: ReadonlyMap<string, Field>,
  repeated: boolean,
): Pick<Cell, 'align' | 'vAlign'> {
  const pieces = cell.lines.flat()
  const asked = pieces.filter((piece) => piece.piece !== 'text')
  if (cell.kind !== 'field') return { align: 'center', vAlign: 'middle' }
  const only = pieces.length === 1 ? pieces[0] : undefined
  if (only?.piece === 'option') return { align: only.bare ? 'center' : 'left', vAlign: 'middle' }
  const types = asked.map((piece) => {
    const field = fields.get(piece.path[0] ?? '')
    return field && fieldWithin(field, piece.path)?.type
  })
  const vAlign = types.some((type) => type?.type === 'longText') && !repeated ? 'top' : 'middle'
  const type = only?.piece === 'field' && only.width === undefined ? types[0] : undefined
  if (!repeated || type === undefined) return { align: 'left', vAlign }
  if (isNumeric(type)) return { align: 'right', vAlign }
  const short = type.type === 'date' || type.type === 'month' || type.type === 'year' || type.type === 'time'
  return { align: short ? 'center' : 'left', vAlign }
}
