import type { Field } from '../field'
import { fieldWithin, isRows, namedField, optionsOf } from '../field-types'
import type { Piece, Template } from '../template'
import type { CheckPlace, Report } from './problem'

/** How often something is drawn: whole, and each of its options. */
interface Count {
  whole: number
  readonly options: Map<string, number>
  /** Where it was drawn last. */
  at: CheckPlace
}

/**
 * Everything that can be filled in is drawn exactly once: each field whole or all of its options, each item of a matrix,
 * each column of rows (as often as there are lanes).
 */
export function checkDrawing(template: Template, report: Report): void {
  const byKey = new Map(template.fields.map((field) => [field.key, field]))
  const counts = new Map<string, Count>()
  for (const { piece, at } of drawnPieces(template)) {
    if (piece.piece === 'text') continue
    const field = byKey.get(piece.path[0] ?? '')
    if (piece.piece === 'name') {
      if (!field || !namedField(field, piece.path))
        report('unknownField', at, `没有声明“${piece.path.join('.')}”，无从印出它的名称`)
      continue
    }
    const numbered = field && isRows(field) && piece.path[2] === '#'
    const target = field && fieldWithin(field, piece.path)
    if (!numbered && !target) {
      report('unknownField', at, `没有声明“${piece.path.filter((part) => part !== '*').join('.')}”`)
      continue
    }
    const name = JSON.stringify(piece.path)
    const count = counts.get(name) ?? { whole: 0, options: new Map<string, number>(), at }
    counts.set(name, count)
    count.at = at
    if (piece.piece === 'field') count.whole++
    else if (target && optionsOf(target.type).includes(piece.option)) {
      count.options.set(piece.option, (count.options.get(piece.option) ?? 0) + 1)
    } else report('unknownOption', at, `“${piece.path.join('.')}”没有选项“${piece.option}”`)
  }
  for (const field of template.fields) checkField(field, counts, report)
}

function* drawnPieces(template: Template): Generator<{ readonly piece: Piece; readonly at: CheckPlace }> {
  for (const [block, content] of template.body.entries()) {
    if (content.block === 'line') {
      for (const piece of content.parts.flat()) yield { piece, at: { in: 'body', block } }
    } else if (content.block === 'grid') {
      for (const { row, column, lines } of content.cells) {
        for (const piece of lines.flat()) yield { piece, at: { in: 'body', block, row, column } }
      }
    }
  }
}

function checkField(field: Field, counts: ReadonlyMap<string, Count>, report: Report): void {
  const count = (path: readonly string[]): Count | undefined => counts.get(JSON.stringify(path))
  const { key, type } = field
  if (type.type === 'matrix') {
    for (const item of type.items) checkCount(field, `${key}.${item}`, key, 1, count([key, item]), report)
    return
  }
  if (!isRows(field)) return checkCount(field, key, key, 1, count([key]), report)
  const { lanes, columns } = field.type
  const numbers = count([key, '*', '#'])
  if (numbers && numbers.whole !== lanes) report('drawnTwice', numbers.at, `序号 ${key}.# 应画 ${lanes} 次`)
  for (const column of columns) {
    const name = `${key}.${column.key}`
    checkCount(column, name, name, lanes, count([key, '*', column.key]), report)
  }
}

function checkCount(
  field: Field,
  name: string,
  place: string,
  times: number,
  count: Count | undefined,
  report: Report,
): void {
  const at: CheckPlace = { in: 'field', name: place }
  const options = optionsOf(field.type)
  const whole = count?.whole ?? 0
  const drawn = options.map((option) => count?.options.get(option) ?? 0)
  const byOptions = drawn.some((n) => n > 0)
  if (whole === 0 && !byOptions) return report('undrawn', at, `“${name}”（${field.label}）没有画在表上`)
  const often = count?.at ?? at
  if (whole > 0 && byOptions) return report('drawnTwice', often, `“${name}”既画了整个又画了单个选项`)
  if (whole > times) return report('drawnTwice', often, `“${name}”画了 ${whole} 次，应为 ${times} 次`)
  if (whole > 0 && whole < times)
    return report('undrawn', at, `“${name}”只画了 ${whole} 次，应为 ${times} 次`)
  if (!byOptions) return
  // A yes may stand alone: a box that is ticked or not.
  if (field.type.type === 'yesNo' && drawn[0] === times && drawn[1] === 0) return
  for (const [i, option] of options.entries()) {
    const n = drawn[i] ?? 0
    if (n < times) report('undrawn', at, `“${name}”的选项“${option}”没有画在表上`)
    if (n > times) report('drawnTwice', often, `“${name}”的选项“${option}”画了 ${n} 次，应为 ${times} 次`)
  }
}
