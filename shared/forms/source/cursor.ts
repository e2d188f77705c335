import type { SourceLine } from './lines'

export interface Token {
  readonly kind: 'word' | 'quoted' | 'bar' | 'unclosed'
  readonly text: string
  /** 1-based place of its first character. */
  readonly column: number
}

/** Reads the words of one line from left to right. */
export class LineCursor {
  private at = 0

  constructor(private readonly line: SourceLine) {}

  get number(): number {
    return this.line.number
  }

  /** 1-based column of the next token, or just past the end. */
  get column(): number {
    this.skip()
    return this.line.indent + this.at + 1
  }

  get atEnd(): boolean {
    this.skip()
    return this.at >= this.line.text.length
  }

  peek(): Token | null {
    const before = this.at
    const token = this.next()
    this.at = before
    return token
  }

  /** A quoted text (with \" and \\ inside), a bar, or a word up to a space, bar or quote; null at the end. */
  next(): Token | null {
    if (this.atEnd) return null
    const { text } = this.line
    const start = this.at
    const column = this.column
    if (text[start] === '|') return { kind: 'bar', text: text.slice(start, ++this.at), column }
    if (text[start] === '"') return this.quoted(column)
    while (this.at < text.length && !' |"'.includes(text[this.at] ?? '')) this.at++
    return { kind: 'word', text: text.slice(start, this.at), column }
  }

  /** A word whose parentheses may hold spaces, bars and quotes: `if(a, "b", c)`. */
  nextExpression(): Token | null {
    if (this.atEnd) return null
    const { text } = this.line
    const start = this.at
    const column = this.column
    let depth = 0
    let quote: string | null = null
    for (; this.at < text.length; this.at++) {
      const char = text[this.at] ?? ''
      if (quote !== null) quote = char === quote ? null : quote
      else if (char === '"' || char === "'") quote = char
      else if (char === '(') depth++
      else if (char === ')') depth--
      else if (char === ' ' && depth <= 0) break
    }
    return { kind: 'word', text: text.slice(start, this.at), column }
  }

  /** Everything that is left, without the spaces around it. */
  rest(): Token {
    const column = this.column
    const text = this.line.text.slice(this.at)
    this.at = this.line.text.length
    return { kind: 'word', text, column }
  }

  private skip(): void {
    while (this.line.text[this.at] === ' ') this.at++
  }

  private quoted(column: number): Token {
    const { text } = this.line
    let value = ''
    for (this.at++; this.at < text.length; this.at++) {
      const char = text[this.at]
      if (char === '"') {
        this.at++
        return { kind: 'quoted', text: value, column }
      }
      if (char === '\\') this.at++
      value += text[this.at] ?? ''
    }
    return { kind: 'unclosed', text: value, column }
  }
}
