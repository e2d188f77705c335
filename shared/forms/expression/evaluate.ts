import { assertNever } from '../../kernel/assert-never'
import { type EvaluationContext, FUNCTIONS } from './functions'
import type { BinaryOperator, Expression } from './parse'
import { decimalOf, isList, type Value } from './value'

/** Where an expression finds the values of fields. */
export interface Scope {
  /** The value of a field, a column or an item. */
  readonly field: (key: string, part: string | null) => Value
  /** Its points: a rating's place from the end of its scale (满意 of five: 5), a matrix's as a list. */
  readonly score: (key: string, part: string | null) => Value
  readonly context: EvaluationContext
}

/**
 * Works an expression out. Arithmetic passes over what is empty: of two empty sides the result is empty; an empty
 * summand is left out; an empty factor or divisor makes the result empty. Comparisons with something empty are empty.
 * A column of rows is worked out row by row. Never throws; division by 0 is empty.
 */
export function evaluate(expression: Expression, scope: Scope): Value {
  switch (expression.node) {
    case 'number':
      return { decimal: expression.value }
    case 'text':
    case 'boolean':
      return expression.value
    case 'field':
      return scope.field(expression.key, expression.part)
    case 'negate':
      return each([evaluate(expression.inner, scope)], ([value]) => {
        const number = decimalOf(value)
        return number && { decimal: number.neg() }
      })
    case 'not':
      return each([evaluate(expression.inner, scope)], ([value]) =>
        typeof value === 'boolean' ? !value : null,
      )
    case 'binary': {
      const { operator } = expression
      const sides = [evaluate(expression.left, scope), evaluate(expression.right, scope)]
      return each(sides, ([left = null, right = null]) => combine(operator, left, right))
    }
    case 'call': {
      const rule = FUNCTIONS[expression.name]
      const [first] = expression.inputs
      const scored = expression.name === 'score' && first?.node === 'field'
      const inputs = scored
        ? [scope.score(first.key, first.part)]
        : expression.inputs.map((input) => evaluate(input, scope))
      const whole = rule.gathers === true || expression.name === 'filled' || expression.name === 'empty'
      return whole || scored
        ? rule.apply(inputs, scope.context)
        : each(inputs, (row) => rule.apply(row, scope.context))
    }
    default:
      return assertNever(expression)
  }
}

/** Row by row where an input is a column. */
function each(inputs: readonly Value[], apply: (row: readonly Value[]) => Value): Value {
  const lengths = inputs.flatMap((input) => (isList(input) ? [input.list.length] : []))
  if (lengths.length === 0) return apply(inputs)
  const rows = Array.from({ length: Math.min(...lengths) }, (_, i) =>
    apply(inputs.map((input) => (isList(input) ? (input.list[i] ?? null) : input))),
  )
  return { list: rows }
}

function combine(operator: BinaryOperator, left: Value, right: Value): Value {
  switch (operator) {
    case '+':
    case '-':
    case '*':
    case '/':
      return arithmetic(operator, left, right)
    case '&&':
      if (left === false || right === false) return false
      return left === true && right === true ? true : null
    case '||':
      if (left === true || right === true) return true
      return left === false && right === false ? false : null
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return compare(operator, left, right)
    default:
      return assertNever(operator)
  }
}

function arithmetic(operator: '+' | '-' | '*' | '/', left: Value, right: Value): Value {
  const a = decimalOf(left)
  const b = decimalOf(right)
  switch (operator) {
    case '+':
      if (a && b) return { decimal: a.plus(b) }
      return a ? { decimal: a } : b && { decimal: b }
    case '-':
      if (a && b) return { decimal: a.minus(b) }
      if (a) return { decimal: a }
      return b && { decimal: b.neg() }
    case '*':
      return a && b && { decimal: a.times(b) }
    case '/':
      return a && b && !b.eq(0) ? { decimal: a.div(b) } : null
    default:
      return assertNever(operator)
  }
}

function compare(operator: '==' | '!=' | '<' | '<=' | '>' | '>=', left: Value, right: Value): Value {
  const order = orderOf(left, right)
  if (order === null) return null
  switch (operator) {
    case '==':
      return order === 0
    case '!=':
      return order !== 0
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
    default:
      return assertNever(operator)
  }
}

/** Below 0, 0 or above 0; null where the two cannot be compared. Days and times compare as their texts do. */
function orderOf(left: Value, right: Value): number | null {
  if (left === null || right === null) return null
  const a = decimalOf(left)
  const b = decimalOf(right)
  if (a && b) return a.cmp(b)
  if (typeof left === 'string' && typeof right === 'string') return left === right ? 0 : left < right ? -1 : 1
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right)
  return null
}
