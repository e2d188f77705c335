import { nodesOf, parseExpression, type Expression } from '../expression/parse'
import type { Field } from '../field'
import { isRows } from '../field-types'
import type { Template } from '../template'
import type { CheckPlace, Report } from './problem'
import { type Shape, shapeOf } from './shapes'

/** Everything that is worked out: computed fields and columns, first values, rules. */
export function checkExpressions(template: Template, report: Report): void {
  const uses = new Map<string, readonly string[]>()
  for (const field of template.fields) {
    checkField(template, field, null, uses, report)
    if (!isRows(field)) continue
    for (const column of field.type.columns) checkField(template, column, field, uses, report)
  }
  for (const [index, rule] of template.rules.entries()) {
    const at = { in: 'rule', index } as const
    if (rule.message.trim() === '') report('emptyText', at, '规则没有说明')
    checkOne(template, rule.expression, null, at, report, (shape) =>
      shape.kind === 'boolean' || shape.kind === 'any' ? null : '规则的算式应得出真或假，如 promisedOn >= on',
    )
  }
  reportCycles(uses, report)
}

function checkField(
  template: Template,
  field: Field,
  rows: Field | null,
  uses: Map<string, readonly string[]>,
  report: Report,
): void {
  const name = rows ? `${rows.key}.${field.key}` : field.key
  const at = { in: 'field', name } as const
  if (field.initial !== undefined) {
    const fits =
      rows !== null ? () => '明细的列不能有 initial' : isRows(field) ? () => '明细不能有 initial' : singular
    checkOne(template, field.initial, rows, at, report, fits)
  }
  const { type } = field
  if (type.type !== 'computed') return
  const tree = checkOne(template, type.expression, rows, at, report, (shape) => {
    if (shape.rows !== null) return singular(shape)
    if (shape.kind === 'any' || type.result === 'text') return null
    return shape.kind === 'number' ? null : `结果应是数（${type.result}）`
  })
  if (tree) uses.set(name, namesIn(tree, template, rows))
}

const singular = (shape: Shape): string | null =>
  shape.rows === null ? null : `“${shape.rows}”有许多行，要用 sum、count、avg、min 或 max 归为一个值`

function checkOne(
  template: Template,
  text: string,
  rows: Field | null,
  at: CheckPlace,
  report: Report,
  fits: (shape: Shape) => string | null,
): Expression | null {
  const parsed = parseExpression(text)
  if (!parsed.ok) {
    const { at: offset, message, expected } = parsed.error
    report('badExpression', withOffset(at, offset), `算式“${text}”：${message}，应为${expected}`)
    return null
  }
  const wrong = (offset: number, message: string): void =>
    report('badExpression', withOffset(at, offset), `算式“${text}”：${message}`)
  const shape = shapeOf(parsed.value, template, rows, wrong)
  const unfit = shape && fits(shape)
  if (unfit) wrong(0, unfit)
  return parsed.value
}

const withOffset = (at: CheckPlace, offset: number): CheckPlace =>
  at.in === 'field' || at.in === 'rule' ? { ...at, offset } : at

/** Names of the fields and columns that an expression rests on. */
function namesIn(tree: Expression, template: Template, rows: Field | null): readonly string[] {
  const own = rows && isRows(rows) ? rows.type.columns : []
  return [...nodesOf(tree)].flatMap((node) => {
    if (node.node !== 'field') return []
    if (rows && node.part === null && own.some((column) => column.key === node.key))
      return [`${rows.key}.${node.key}`]
    const field = template.fields.find((candidate) => candidate.key === node.key)
    if (!field) return []
    return [isRows(field) && node.part !== null ? `${node.key}.${node.part}` : node.key]
  })
}

/** Each computed field that leads back to itself is named once. */
function reportCycles(uses: ReadonlyMap<string, readonly string[]>, report: Report): void {
  const done = new Set<string>()
  const path: string[] = []
  const visit = (name: string): void => {
    if (done.has(name)) return
    const from = path.indexOf(name)
    if (from !== -1) {
      report('cycle', { in: 'field', name }, `算式循环：${[...path.slice(from), name].join(' → ')}`)
      return
    }
    path.push(name)
    for (const next of uses.get(name) ?? []) visit(next)
    path.pop()
    done.add(name)
  }
  for (const name of uses.keys()) visit(name)
}
