/** Why an expression is not understood; `at` is the 0-based offset in UTF-16 units. */
export interface ExpressionProblem {
  readonly at: number
  readonly message: string
  readonly expected: string
}

export type Lexeme =
  | { readonly is: 'number' | 'text' | 'name' | 'sign'; readonly text: string; readonly at: number }
  | { readonly is: 'end'; readonly text: ''; readonly at: number }

/** Longer first, so that `>=` is not read as `>`. */
const SIGNS = [
  '>=',
  '<=',
  '==',
  '!=',
  '&&',
  '||',
  '+',
  '-',
  '*',
  '/',
  '<',
  '>',
  '!',
  '(',
  ')',
  ',',
  '.',
  '?',
  ':',
]
/** Names as field keys and matrix items are written: letters of any script, digits, underscores. */
const NAME = /[\p{L}_][\p{L}\p{N}_]*/uy
const NUMBER = /\d{1,20}(?:\.\d{1,10})?/y
/** Symbols of one expression, and its characters. */
const MOST = 400
const LONGEST = 1000

/** Cuts an expression into its symbols; throws an ExpressionProblem through `fail`. */
export function lex(text: string, fail: (problem: ExpressionProblem) => never): readonly Lexeme[] {
  const lexemes: Lexeme[] = []
  if (text.length > LONGEST) fail({ at: LONGEST, message: '算式过长', expected: `不超过 ${LONGEST} 个字符` })
  let at = 0
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at
    return pattern.exec(text)?.[0]
  }
  while (at < text.length) {
    const char = text[at] ?? ''
    if (lexemes.length > MOST) fail({ at, message: '算式过长', expected: `不超过 ${MOST} 个符号` })
    if (char === ' ') {
      at++
      continue
    }
    if (char === "'" || char === '"') {
      const end = text.indexOf(char, at + 1)
      if (end === -1) fail({ at, message: '引号没有结束', expected: char })
      lexemes.push({ is: 'text', text: text.slice(at + 1, end), at })
      at = end + 1
      continue
    }
    const number = match(NUMBER)
    const name = number === undefined ? match(NAME) : undefined
    const sign = SIGNS.find((candidate) => text.startsWith(candidate, at))
    const read = number ?? name ?? sign
    if (read === undefined)
      return fail({ at, message: `算式中不能有“${char}”`, expected: '字段、数、文字、运算符或函数' })
    lexemes.push({
      is: number !== undefined ? 'number' : name !== undefined ? 'name' : 'sign',
      text: read,
      at,
    })
    at += read.length
  }
  return [...lexemes, { is: 'end', text: '', at }]
}
