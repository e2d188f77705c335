import { parseNumberRule, type NumberPart, type NumberReset, type NumberRule } from './number-rule'

/** How the date of 登记 stands in a number: 2026, 202611, 20261121, or with two digits of the year. */
export const NUMBER_DATES = ['none', 'yyyy', 'yyyymm', 'yyyymmdd', 'yy', 'yymm', 'yymmdd'] as const
export type NumberDate = (typeof NUMBER_DATES)[number]

export const NUMBER_RESETS: readonly NumberReset[] = ['year', 'month', 'day', 'never']

/** A number rule as a clerk puts it together. */
export interface NumberPieces {
  /** Text in front, with its own separator: `TS-`. */
  readonly prefix: string
  readonly date: NumberDate
  /** Between date and counter; means nothing without a date. */
  readonly separator: string
  /** Least number of digits. */
  readonly width: number
  /** Text behind: `号`. */
  readonly suffix: string
  /** When the counter begins again at 1. */
  readonly reset: NumberReset
}

/** Why pieces make no rule. */
export type PiecesProblem =
  /** `{` and `}` cannot stand in a number. */
  | { readonly problem: 'brace' }
  | { readonly problem: 'wouldRepeat'; readonly reset: NumberReset }
  /** A longer number does not fit into its field. */
  | { readonly problem: 'tooLong'; readonly length: number; readonly max: number }

/** When a counter begins again that follows the date. */
const FINEST: { readonly [date in NumberDate]: NumberReset } = {
  none: 'never',
  yyyy: 'year',
  yy: 'year',
  yyyymm: 'month',
  yymm: 'month',
  yyyymmdd: 'day',
  yymmdd: 'day',
}

/** The rule's text, whether it may be used or not. */
export function rulePiecesText({ prefix, date, separator, width, suffix, reset }: NumberPieces): string {
  const parts = date === 'none' ? '' : `${date.replace(/yyyy|yy|mm|dd/g, '{$&}')}${separator}`
  const again = reset === FINEST[date] ? '' : `/${reset}`
  return `${prefix}${parts}{${'0'.repeat(width)}${again}}${suffix}`
}

/** `max`: longest number that the form's field takes, in characters. Null: the pieces make a rule. */
export function piecesProblem(pieces: NumberPieces, max: number): PiecesProblem | null {
  if (/[{}]/.test(pieces.prefix + pieces.separator + pieces.suffix)) return { problem: 'brace' }
  const rule = parseNumberRule(rulePiecesText(pieces))
  if (!rule.ok) return { problem: 'wouldRepeat', reset: pieces.reset }
  const length = numberLength(rule.value)
  return length > max ? { problem: 'tooLong', length, max } : null
}

/** The pieces of a rule's text; null for one that is put together in another way. */
export function piecesOf(text: string): NumberPieces | null {
  const rule = parseNumberRule(text)
  if (!rule.ok) return null
  const { parts, reset } = rule.value
  const at = parts.findIndex(({ part }) => part === 'counter')
  const firstDate = parts.findIndex(({ part }) => part === 'date')
  const dated = firstDate >= 0
  const lastDate = parts.reduce((last, { part }, i) => (part === 'date' ? i : last), -1)
  const dates = parts.slice(Math.max(0, firstDate), lastDate + 1)
  const date = dated ? dates.map((part) => (part.part === 'date' ? part.of : ' ')).join('') : 'none'
  const counter = parts[at]
  if (!isNumberDate(date) || counter?.part !== 'counter' || lastDate > at) return null
  return {
    prefix: textOf(parts.slice(0, dated ? firstDate : at)),
    date,
    separator: dated ? textOf(parts.slice(lastDate + 1, at)) : '',
    width: counter.width,
    suffix: textOf(parts.slice(at + 1)),
    reset: reset ?? FINEST[date],
  }
}

const isNumberDate = (text: string): text is NumberDate => (NUMBER_DATES as readonly string[]).includes(text)

const textOf = (parts: readonly NumberPart[]): string =>
  parts.map((part) => (part.part === 'text' ? part.text : '')).join('')

function numberLength({ parts }: NumberRule): number {
  return parts.reduce((sum, part) => {
    if (part.part === 'counter') return sum + part.width
    return sum + (part.part === 'date' ? part.of.length : Array.from(part.text).length)
  }, 0)
}
