import type { Field, Path } from '../field'
import { isRows, namedField, optionsOf, optionValue } from '../field-types'
import type { Piece } from '../template'
import { LIMITS } from './limits'
import { isEscaped } from './lines'
import type { Problems } from './problem'
import { unescapeText } from './text'

/** Where a text stands, for problems, and the fields that it may name. */
export interface PieceScope {
  readonly line: number
  readonly fields: ReadonlyMap<string, Field>
  /** Names whose declaration had a mistake; naming them here is none. */
  readonly broken: ReadonlySet<string>
  readonly problems: Problems
}

/** Reads one printed line: text and `[references]`. `column` is the 1-based place of its first character. */
export function readPieces(raw: string, column: number, scope: PieceScope): readonly Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (let at = 0; at < raw.length; at++) {
    const char = raw[at] ?? ''
    if (char === '\\') {
      if (at + 1 >= raw.length)
        scope.problems.add(scope.line, column + at, '反斜线后没有字符', '\\ 后写要照印的字符')
      at++
      continue
    }
    if (char === ']' || char === '{' || char === '}') {
      const expected = char === ']' ? `\\]，或前面有 [` : '格末的 {left} 一类标记；照印写 \\{ \\}'
      scope.problems.add(scope.line, column + at, `多出一个“${char}”`, expected)
      return pieces
    }
    if (char !== '[') continue
    addText(pieces, raw.slice(from, at))
    const end = closing(raw, at)
    if (end === -1) {
      scope.problems.add(scope.line, column + at, '方括号没有结束', ']；照印写 \\[')
      return pieces
    }
    const piece = readReference(raw.slice(at + 1, end), column + at + 1, scope)
    if (piece) pieces.push(piece)
    at = end
    from = end + 1
  }
  addText(pieces, raw.slice(from))
  return trimEnds(pieces)
}

function addText(pieces: Piece[], raw: string): void {
  // Spaces beside a reference are printed; a backslash must not eat them here.
  const text = raw.replace(/\\([^])/gu, (_, char: string) => (char === ' ' ? '\u0000' : char))
  if (text !== '') pieces.push({ piece: 'text', text })
}

/** Half-width spaces at the ends of the line are layout of the source, not of the form. */
function trimEnds(pieces: readonly Piece[]): readonly Piece[] {
  const last = pieces.length - 1
  return pieces.flatMap((piece, i): readonly Piece[] => {
    if (piece.piece !== 'text') return [piece]
    let { text } = piece
    if (i === 0) text = text.replace(/^ +/, '')
    if (i === last) text = text.replace(/ +$/, '')
    return text === '' ? [] : [{ piece: 'text', text: text.replaceAll('\u0000', ' ') }]
  })
}

function closing(raw: string, open: number): number {
  for (let at = raw.indexOf(']', open); at !== -1; at = raw.indexOf(']', at + 1)) {
    if (!isEscaped(raw, at)) return at
  }
  return -1
}

/** `[name of field]` prints the field's label. */
export const NAME_OF = 'name of '

/** `name of field` or `name of rows.column`. */
function readName(raw: string, column: number, scope: PieceScope): Piece | null {
  const [key = '', part] = raw.trim().split('.')
  const field = scope.fields.get(key)
  if (scope.broken.has(key)) return null
  const path = part === undefined ? [key] : [key, part]
  if (field && namedField(field, path)) return { piece: 'name', path }
  const names = [...scope.fields.values()].flatMap((each) =>
    isRows(each) ? each.type.columns.map((inner) => `${each.key}.${inner.key}`) : [each.key],
  )
  scope.problems.add(scope.line, column, `没有名为“${raw.trim()}”的字段`, nearest(raw.trim(), names))
  return null
}

/** `field`, `field.part`, then `:option` or `=option`, or `~width`; or `name of …`. */
function readReference(raw: string, column: number, scope: PieceScope): Piece | null {
  const fail = (at: number, message: string, expected: string): null => {
    scope.problems.add(scope.line, column + at, message, expected)
    return null
  }
  if (raw.length > LIMITS.text) return fail(0, '方括号内过长', '字段名')
  if (raw.startsWith(NAME_OF)) return readName(raw.slice(NAME_OF.length), column + NAME_OF.length, scope)
  const marks =
    /^((?:\\[^]|[^.:=~\\])*)(?:\.((?:\\[^]|[^:=~\\])*))?(?:([:=])((?:\\[^]|[^~\\])*))?(?:~([^]*))?$/u.exec(
      raw,
    )
  if (!marks) return fail(0, `看不懂“${raw}”`, '字段、字段.列、字段:选项、字段=选项 或 字段~宽度')
  const [, rawKey = '', rawPart, sign, rawOption, rawWidth] = marks
  const key = unescapeText(rawKey)
  const field = scope.fields.get(key)
  if (scope.broken.has(key) || (rawPart !== undefined && scope.broken.has(`${key}.${unescapeText(rawPart)}`)))
    return null
  if (!field) return fail(0, `没有声明字段“${key}”`, nearest(key, [...scope.fields.keys()]))
  const target = resolvePart(field, rawPart === undefined ? null : unescapeText(rawPart))
  if (!target.ok)
    return fail(rawKey.length + (rawPart === undefined ? 0 : 1), target.message, target.expected)
  if (rawOption === undefined) {
    if (rawWidth === undefined) return { piece: 'field', path: target.path }
    const width = /^[1-9]\d?$/.test(rawWidth.trim()) ? Number(rawWidth) : 0
    if (width === 0)
      return fail(raw.length - rawWidth.length, `“${rawWidth}”不是合适的宽度`, '1 到 99 的整数（字宽）')
    return { piece: 'field', path: target.path, width }
  }
  const at = rawKey.length + (rawPart === undefined ? 0 : rawPart.length + 1) + 1
  if (rawWidth !== undefined) return fail(raw.length - rawWidth.length - 1, '选项不能再写宽度', ']')
  const option = optionValue(unescapeText(rawOption))
  const options = target.field ? optionsOf(target.field.type) : []
  if (options.length === 0) return fail(at, `“${key}”没有选项`, '不带选项的字段名')
  if (!options.includes(option)) return fail(at, `“${key}”没有选项“${option}”`, `${options.join('、')} 之一`)
  return { piece: 'option', path: target.path, option, bare: sign === '=' }
}

type Target =
  | { readonly ok: true; readonly path: Path; readonly field: Field | null }
  | { readonly ok: false; readonly message: string; readonly expected: string }

function resolvePart(field: Field, part: string | null): Target {
  const { key, type } = field
  if (isRows(field)) {
    const columns = field.type.columns.map((column) => column.key)
    if (part === '#') return { ok: true, path: [key, '*', '#'], field: null }
    const column = field.type.columns.find((candidate) => candidate.key === part)
    if (column) return { ok: true, path: [key, '*', column.key], field: column }
    const message = part === null ? `“${key}”是明细，要指明列` : `明细“${key}”没有列“${part}”`
    return {
      ok: false,
      message,
      expected: nearest(
        part ?? '',
        [...columns, '#'].map((name) => `${key}.${name}`),
      ),
    }
  }
  if (type.type === 'matrix') {
    const item = type.items.find((candidate) => part !== null && optionValue(candidate) === optionValue(part))
    if (item !== undefined) return { ok: true, path: [key, item], field }
    const message = part === null ? `“${key}”是矩阵，要指明项目` : `矩阵“${key}”没有项目“${part}”`
    return { ok: false, message, expected: `${type.items.map((name) => `${key}.${name}`).join('、')} 之一` }
  }
  if (part !== null) return { ok: false, message: `“${key}”没有下级`, expected: `[${key}]` }
  return { ok: true, path: [key], field }
}

/** At most a dozen of the names, those with the same beginning first. */
function nearest(typed: string, names: readonly string[]): string {
  if (names.length === 0) return '先在 fields 中声明字段'
  const alike = (name: string): number => {
    let same = 0
    while (same < name.length && name[same] === typed[same]) same++
    return same
  }
  const sorted = [...names].sort((a, b) => alike(b) - alike(a)).slice(0, 12)
  return `${sorted.join('、')}${names.length > sorted.length ? ' …' : ''} 之一`
}
