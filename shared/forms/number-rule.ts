import { err, ok, type Result } from '../kernel/result'

/**
 * The rule of a serial field, such as `TS-{yyyy}-{0000}`: text, parts of the date of 登记, and one counter, whose zeros
 * say its least width. The counter begins again at 1 whenever the text before and after it changes: by year, month or day.
 * `TS-{yyyy}{mm}-{0000/year}` says when it does, where that is less often than the date would: then the number prints
 * the month but is counted on through the year.
 */
export interface NumberRule {
  readonly parts: readonly NumberPart[]
  /** When the counter begins again; absent: with every part of the date that is printed. */
  readonly reset?: NumberReset
}

export type NumberReset = 'day' | 'month' | 'year' | 'never'

export type NumberPart =
  | { readonly part: 'text'; readonly text: string }
  | { readonly part: 'date'; readonly of: 'yyyy' | 'yy' | 'mm' | 'dd' }
  | { readonly part: 'counter'; readonly width: number }

export type NumberRuleProblem =
  | { readonly type: 'NoCounter' }
  | { readonly type: 'TwoCounters'; readonly at: number }
  | { readonly type: 'UnknownPart'; readonly part: string; readonly at: number }
  | { readonly type: 'StrayBrace'; readonly at: number }
  /** The counter would begin again without the number saying of which year, month or day it is: numbers would repeat. */
  | { readonly type: 'WouldRepeat'; readonly reset: NumberReset; readonly at: number }

/** Wider counters would not be exact numbers. */
const WIDEST = 12

/** Reads a rule; `at` in a problem is the offset in UTF-16 units. */
export function parseNumberRule(rule: string): Result<NumberRule, NumberRuleProblem> {
  const parts: NumberPart[] = []
  let counters = 0
  let reset: { readonly reset: NumberReset; readonly at: number } | undefined
  for (const match of rule.matchAll(/\{([^{}]*)\}|([^{}]+)|[{}]/g)) {
    const [whole, inside, text] = match
    if (text !== undefined) parts.push({ part: 'text', text })
    else if (inside === undefined) return err({ type: 'StrayBrace', at: match.index })
    else if (inside === 'yyyy' || inside === 'yy' || inside === 'mm' || inside === 'dd') {
      parts.push({ part: 'date', of: inside })
    } else if (/^0{1,12}(\/(day|month|year|never))?$/.test(inside)) {
      if (++counters > 1) return err({ type: 'TwoCounters', at: match.index })
      const [zeros = '', when] = inside.split('/')
      if (when !== undefined) reset = { reset: when as NumberReset, at: match.index }
      parts.push({ part: 'counter', width: zeros.length })
    } else return err({ type: 'UnknownPart', part: whole, at: match.index })
  }
  if (counters === 0) return err({ type: 'NoCounter' })
  if (reset && !isTold(parts, reset.reset)) return err({ type: 'WouldRepeat', ...reset })
  return ok({ parts, ...(reset ? { reset: reset.reset } : {}) })
}

type DatePart = Extract<NumberPart, { part: 'date' }>['of']

/** The parts of the date that name a year, month or day; each line needs one of its own in the number. */
const NAMES: { readonly [reset in NumberReset]: readonly (readonly DatePart[])[] } = {
  never: [],
  year: [['yyyy', 'yy']],
  month: [['yyyy', 'yy'], ['mm']],
  day: [['yyyy', 'yy'], ['mm'], ['dd']],
}

/** Whether the number says which year, month or day its counter belongs to. */
const isTold = (parts: readonly NumberPart[], reset: NumberReset): boolean =>
  NAMES[reset].every((oneOf) => parts.some((part) => part.part === 'date' && oneOf.includes(part.of)))

/** Whether a printed part of the date begins the counter again when it changes. */
const counts = ({ reset }: NumberRule, of: DatePart): boolean =>
  reset === undefined || NAMES[reset].some((oneOf) => oneOf.includes(of))

/**
 * The number that the rule gives on a day (`2026-01-05`) to a counter. `letter`: that of a team's computer, in front of the
 * counter; empty where there is no team. [TF14]
 */
export function formatNumber(rule: NumberRule, day: string, counter: number, letter = ''): string {
  return rule.parts
    .map((part) => (part.part === 'counter' ? letter : '') + formatPart(part, day, counter))
    .join('')
}

/**
 * Names the run of numbers that share one counter: the number of that day with `{0}` in the counter's place, behind the
 * computer's letter, and with the name of every part of the date (`{mm}`) that does not begin it again.
 */
export function numberScope(rule: NumberRule, day: string, letter = ''): string {
  return rule.parts
    .map((part) => {
      if (part.part === 'counter') return `${letter}{0}`
      return part.part === 'date' && !counts(rule, part.of) ? `{${part.of}}` : formatPart(part, day, 0)
    })
    .join('')
}

/** What every number of a run begins with. */
export function numberStart(rule: NumberRule, day: string, letter = ''): string {
  return numberScope(rule, day, letter).split('{')[0] ?? ''
}

/** What a number says of itself, read by a rule. */
export interface ReadNumber {
  /** As `numberScope`: every letter has runs of its own. */
  readonly scope: string
  readonly counter: number
}

/** A number that this rule may have given, by any computer; null for any other text. */
export function readNumber(rule: NumberRule, number: string): ReadNumber | null {
  const read = new RegExp(`^${rule.parts.map((part) => `(${patternOf(part)})`).join('')}$`).exec(number)
  if (!read) return null
  const texts = read.slice(1)
  const at = rule.parts.findIndex((part) => part.part === 'counter')
  const [, letter = '', digits] = /^([A-Z]*)(\d+)$/.exec(texts[at] ?? '') ?? []
  const counter = Number(digits)
  if (!Number.isSafeInteger(counter)) return null
  const scope = rule.parts.map((part, i) => {
    if (part.part === 'counter') return `${letter}{0}`
    return part.part === 'date' && !counts(rule, part.of) ? `{${part.of}}` : (texts[i] ?? '')
  })
  return { scope: scope.join(''), counter }
}

function formatPart(part: NumberPart, day: string, counter: number): string {
  const [year = '', month = '', date = ''] = day.split('-')
  switch (part.part) {
    case 'text':
      return part.text
    case 'counter':
      return String(counter).padStart(part.width, '0')
    case 'date':
      return { yyyy: year, yy: year.slice(-2), mm: month, dd: date }[part.of]
  }
}

function patternOf(part: NumberPart): string {
  switch (part.part) {
    case 'text':
      return part.text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
    case 'counter':
      return `[A-Z]{0,3}\\d{${String(part.width)},${String(WIDEST + 3)}}`
    case 'date':
      return part.of === 'yyyy' ? '\\d{4}' : '\\d{2}'
  }
}
