import { assertNever } from '../../kernel/assert-never'
import type { FunctionName } from '../expression/functions'
import type { BinaryOperator, Expression } from '../expression/parse'
import type { Field } from '../field'
import { isNumeric, isRows } from '../field-types'
import type { Template } from '../template'
import { itemName } from '../values/scope'

/** What an expression gives: its kind, and the rows field whose rows it has a member for each of. */
export interface Shape {
  readonly kind: 'number' | 'text' | 'boolean' | 'options' | 'any'
  readonly rows: string | null
}

type Wrong = (offset: number, message: string) => void

const one = (kind: Shape['kind']): Shape => ({ kind, rows: null })

/** Works out the shape; null after a mistake (reported). `here` is the rows field whose column is worked out. */
export function shapeOf(
  tree: Expression,
  template: Template,
  here: Field | null,
  wrong: Wrong,
): Shape | null {
  const inner = (node: Expression): Shape | null => shapeOf(node, template, here, wrong)
  switch (tree.node) {
    case 'number':
      return one('number')
    case 'text':
      return one('text')
    case 'boolean':
      return one('boolean')
    case 'field':
      return fieldShape(tree, template, here, wrong)
    case 'negate':
    case 'not': {
      const shape = inner(tree.inner)
      const kind = tree.node === 'negate' ? 'number' : 'boolean'
      if (shape && !fits(shape, kind)) wrong(tree.at, kind === 'number' ? '负号后应是数' : '! 后应是真或假')
      return shape && { ...shape, kind }
    }
    case 'binary': {
      const left = inner(tree.left)
      const right = inner(tree.right)
      return left && right && binaryShape(tree.operator, left, right, tree.at, wrong)
    }
    case 'call': {
      const inputs = tree.inputs.map(inner)
      const shapes = inputs.flatMap((shape) => shape ?? [])
      return shapes.length < inputs.length ? null : callShape(tree.name, shapes, tree, wrong)
    }
    default:
      return assertNever(tree)
  }
}

function fieldShape(
  node: Extract<Expression, { node: 'field' }>,
  template: Template,
  here: Field | null,
  wrong: Wrong,
): Shape | null {
  const { key, part, at } = node
  const columns = here && isRows(here) ? here.type.columns : []
  const own = part === null ? columns.find((column) => column.key === key) : undefined
  if (own) return plainShape(own, null, at, wrong)
  const field = template.fields.find((candidate) => candidate.key === key)
  if (!field) {
    wrong(at, `没有声明字段“${key}”`)
    return null
  }
  if (isRows(field)) {
    if (part === null) return { kind: 'any', rows: key }
    const column = field.type.columns.find((candidate) => candidate.key === part)
    if (column) return plainShape(column, key, at, wrong)
    wrong(at, `明细“${key}”没有列“${part}”`)
    return null
  }
  if (field.type.type === 'matrix') {
    if (part === null) return { kind: 'text', rows: key }
    if (field.type.items.some((item) => itemName(item) === itemName(part))) return one('text')
    wrong(at, `矩阵“${key}”没有项目“${part}”`)
    return null
  }
  if (part === null) return plainShape(field, null, at, wrong)
  wrong(at, `“${key}”没有下级“${part}”`)
  return null
}

function plainShape(field: Field, rows: string | null, at: number, wrong: Wrong): Shape | null {
  const { type } = field
  if (type.type === 'signature' || type.type === 'seal') {
    wrong(at, `“${field.key}”留给手写或盖章，没有值可算`)
    return null
  }
  if (isNumeric(type) || type.type === 'year') return { kind: 'number', rows }
  if (type.type === 'yesNo') return { kind: 'boolean', rows }
  return { kind: type.type === 'choices' ? 'options' : 'text', rows }
}

const fits = (shape: Shape, kind: Shape['kind']): boolean => shape.kind === kind || shape.kind === 'any'

function binaryShape(
  operator: BinaryOperator,
  left: Shape,
  right: Shape,
  at: number,
  wrong: Wrong,
): Shape | null {
  if (left.rows !== null && right.rows !== null && left.rows !== right.rows) {
    wrong(at, `“${left.rows}”和“${right.rows}”的行数不同，不能逐行计算`)
    return null
  }
  const rows = left.rows ?? right.rows
  switch (operator) {
    case '+':
    case '-':
    case '*':
    case '/':
      if (!fits(left, 'number') || !fits(right, 'number')) wrong(at, `“${operator}”两边都应是数`)
      return { kind: 'number', rows }
    case '&&':
    case '||':
      if (!fits(left, 'boolean') || !fits(right, 'boolean')) wrong(at, `“${operator}”两边都应是真或假`)
      return { kind: 'boolean', rows }
    case '<':
    case '<=':
    case '>':
    case '>=':
    case '==':
    case '!=':
      if (left.kind === 'options' || right.kind === 'options') wrong(at, '多选字段用 has(字段, 选项) 比较')
      else if (left.kind !== right.kind && left.kind !== 'any' && right.kind !== 'any')
        wrong(at, `“${operator}”两边不是一类值`)
      return { kind: 'boolean', rows }
    default:
      return assertNever(operator)
  }
}

function callShape(
  name: FunctionName,
  inputs: readonly Shape[],
  tree: Extract<Expression, { node: 'call' }>,
  wrong: Wrong,
): Shape {
  const rows = inputs.find((shape) => shape.rows !== null)?.rows ?? null
  const [first] = inputs
  const asks = (kind: Shape['kind'], what: string): void => {
    if (inputs.some((shape) => !fits(shape, kind))) wrong(tree.at, `${name} 的参数应是${what}`)
  }
  switch (name) {
    case 'sum':
    case 'avg':
    case 'sumProduct':
      asks('number', '数')
      return one('number')
    case 'count':
      return one('number')
    case 'min':
    case 'max':
      return one(first?.kind ?? 'any')
    case 'round':
    case 'abs':
      asks('number', '数')
      return { kind: 'number', rows }
    case 'days':
      asks('text', '日期')
      return { kind: 'number', rows }
    case 'year':
    case 'month':
    case 'day':
      asks('text', '日期')
      return { kind: 'number', rows }
    case 'weekday':
      asks('text', '日期')
      return { kind: 'text', rows }
    case 'addDays':
      return { kind: 'text', rows }
    case 'len':
      asks('text', '文字')
      return { kind: 'number', rows }
    case 'score':
      if (tree.inputs[0]?.node !== 'field') wrong(tree.at, 'score 的参数应是一个评价字段')
      return { kind: 'number', rows }
    case 'if':
      if (first && !fits(first, 'boolean')) wrong(tree.at, 'if 的第一个参数应是真或假')
      return { kind: inputs[1]?.kind === inputs[2]?.kind ? (inputs[1]?.kind ?? 'any') : 'any', rows }
    case 'has':
      return { kind: 'boolean', rows }
    case 'filled':
    case 'empty':
      return one('boolean')
    case 'today':
    case 'now':
    case 'me':
    case 'join':
      return one('text')
    case 'capitals':
      asks('number', '数')
      return { kind: 'text', rows }
    default:
      return assertNever(name)
  }
}
