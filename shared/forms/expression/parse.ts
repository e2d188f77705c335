import { type Decimal, readDecimal } from '../../kernel/decimal'
import { err, ok, type Result } from '../../kernel/result'
import { FUNCTIONS, type FunctionName, isFunction } from './functions'
import { type ExpressionProblem, lex, type Lexeme } from './lex'

export type BinaryOperator = '+' | '-' | '*' | '/' | '<' | '<=' | '>' | '>=' | '==' | '!=' | '&&' | '||'

/** An expression as a tree; `at` is the 0-based offset of its first character or its operator. */
export type Expression =
  | { readonly node: 'number'; readonly value: Decimal; readonly at: number }
  | { readonly node: 'text'; readonly value: string; readonly at: number }
  | { readonly node: 'boolean'; readonly value: boolean; readonly at: number }
  /** `field`, or `rows.column`, or `matrix.item`. */
  | { readonly node: 'field'; readonly key: string; readonly part: string | null; readonly at: number }
  | { readonly node: 'negate' | 'not'; readonly inner: Expression; readonly at: number }
  | {
      readonly node: 'binary'
      readonly operator: BinaryOperator
      readonly left: Expression
      readonly right: Expression
      readonly at: number
    }
  | {
      readonly node: 'call'
      readonly name: FunctionName
      readonly inputs: readonly Expression[]
      readonly at: number
    }

/** Binding strength of each operator; of equal ones the left binds first. */
const STRENGTH: { readonly [operator in BinaryOperator]: number } = {
  '||': 1,
  '&&': 2,
  '==': 3,
  '!=': 3,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
}
/** Brackets and signs within each other; keeps hostile nesting off the stack. */
const DEEPEST = 30

/** Reads an expression. Nothing in it can reach beyond the form's fields and the closed set of functions. */
export function parseExpression(text: string): Result<Expression, ExpressionProblem> {
  try {
    return ok(new Reader(lex(text, fail)).whole())
  } catch (problem) {
    if (problem instanceof Unreadable) return err(problem.problem)
    throw problem
  }
}

/** Unwinds the reader; never leaves this file. */
class Unreadable extends Error {
  constructor(readonly problem: ExpressionProblem) {
    super(problem.message)
  }
}

function fail(problem: ExpressionProblem): never {
  throw new Unreadable(problem)
}

class Reader {
  private at = 0
  private depth = 0

  constructor(private readonly lexemes: readonly Lexeme[]) {}

  whole(): Expression {
    const expression = this.binary(0)
    if (this.next.is !== 'end') fail(this.unexpected('运算符，或算式结束'))
    return expression
  }

  private get next(): Lexeme {
    return this.lexemes[this.at] ?? { is: 'end', text: '', at: 0 }
  }

  private binary(least: number): Expression {
    let left = this.unary()
    for (;;) {
      const { is, text, at } = this.next
      if (is !== 'sign' || !isBinary(text) || STRENGTH[text] <= least) return left
      this.at++
      const right = this.binary(STRENGTH[text])
      left = { node: 'binary', operator: text, left, right, at }
    }
  }

  private unary(): Expression {
    const { is, text, at } = this.next
    if (++this.depth > DEEPEST) fail({ at, message: '算式嵌套过深', expected: `不超过 ${DEEPEST} 层` })
    const expression =
      is === 'sign' && (text === '-' || text === '!') ? this.signed(text, at) : this.primary()
    this.depth--
    return expression
  }

  private signed(sign: '-' | '!', at: number): Expression {
    this.at++
    return { node: sign === '-' ? 'negate' : 'not', inner: this.unary(), at }
  }

  private primary(): Expression {
    const lexeme = this.next
    const { text, at } = lexeme
    switch (lexeme.is) {
      case 'number': {
        this.at++
        const value = readDecimal(text)
        return value ? { node: 'number', value, at } : fail(this.unexpected('数'))
      }
      case 'text':
        this.at++
        return { node: 'text', value: text, at }
      case 'name':
        this.at++
        return this.named(text, at)
      case 'sign':
        if (text !== '(') break
        return this.bracketed()
      case 'end':
    }
    return fail(this.unexpected('字段、数、文字、函数或 ('))
  }

  private bracketed(): Expression {
    this.at++
    const inner = this.binary(0)
    this.take(')')
    return inner
  }

  private named(name: string, at: number): Expression {
    if (name === 'true' || name === 'false') return { node: 'boolean', value: name === 'true', at }
    if (this.sees('(')) return this.call(name, at)
    if (!this.sees('.')) return { node: 'field', key: name, part: null, at }
    this.at++
    const part = this.next
    if (part.is !== 'name') return fail(this.unexpected('明细的列或矩阵的项目'))
    this.at++
    return { node: 'field', key: name, part: part.text, at }
  }

  private call(name: string, at: number): Expression {
    if (!isFunction(name))
      return fail({ at, message: `没有函数“${name}”`, expected: `${Object.keys(FUNCTIONS).join('、')} 之一` })
    this.at++
    const inputs: Expression[] = []
    while (!this.sees(')')) {
      if (inputs.length > 0) this.take(',')
      inputs.push(this.binary(0))
    }
    this.at++
    const [least, most] = FUNCTIONS[name].inputs
    if (inputs.length < least || inputs.length > most) {
      const expected = least === most ? `${least} 个` : `${least} 到 ${most} 个`
      return fail({ at, message: `${name} 有 ${inputs.length} 个参数`, expected: `${expected}参数` })
    }
    return { node: 'call', name, inputs, at }
  }

  private sees(sign: string): boolean {
    return this.next.is === 'sign' && this.next.text === sign
  }

  private take(sign: string): void {
    if (!this.sees(sign)) fail(this.unexpected(sign))
    this.at++
  }

  private unexpected(expected: string): ExpressionProblem {
    const { is, text, at } = this.next
    return { at, message: is === 'end' ? '算式没有写完' : `算式中不该有“${text}”`, expected }
  }
}

const isBinary = (text: string): text is BinaryOperator => Object.hasOwn(STRENGTH, text)

/** Every expression in a tree, itself first. */
export function* nodesOf(expression: Expression): Generator<Expression> {
  yield expression
  switch (expression.node) {
    case 'negate':
    case 'not':
      yield* nodesOf(expression.inner)
      return
    case 'binary':
      yield* nodesOf(expression.left)
      yield* nodesOf(expression.right)
      return
    case 'call':
      for (const input of expression.inputs) yield* nodesOf(input)
      return
    case 'number':
    case 'text':
    case 'boolean':
    case 'field':
  }
}
