import { err, ok, type Result } from '../kernel/result'

/**
 * The rule of a serial field, such as `TS-{yyyy}-{0000}`: text, parts of the date of 登记, and one counter, whose zeros
 * say its least width. The counter begins again at 1 whenever the text before and after it changes: by year, month or day.
 */
export interface NumberRule {
  readonly parts: readonly NumberPart[]
}

export type NumberPart =
  | { readonly part: 'text'; readonly text: string }
  | { readonly part: 'date'; readonly of: 'yyyy' | 'yy' | 'mm' | 'dd' }
  | { readonly part: 'counter'; readonly width: number }

export type NumberRuleProblem =
  | { readonly type: 'NoCounter' }
  | { readonly type: 'TwoCounters'; readonly at: number }
  | { readonly type: 'UnknownPart'; readonly part: string; readonly at: number }
  | { readonly type: 'StrayBrace'; readonly at: number }

/** Wider counters would not be exact numbers. */
const WIDEST = 12

/** Reads a rule; `at` in a problem is the offset in UTF-16 units. */
export function parseNumberRule(rule: string): Result<NumberRule, NumberRuleProblem> {
  const parts: NumberPart[] = []
  let counters = 0
  for (const match of rule.matchAll(/\{([^{}]*)\}|([^{}]+)|[{}]/g)) {
    const [whole, inside, text] = match
    if (text !== undefined) parts.push({ part: 'text', text })
    else if (inside === undefined) return err({ type: 'StrayBrace', at: match.index })
    else if (inside === 'yyyy' || inside === 'yy' || inside === 'mm' || inside === 'dd') {
      parts.push({ part: 'date', of: inside })
    } else if (/^0+$/.test(inside) && inside.length <= WIDEST) {
      if (++counters > 1) return err({ type: 'TwoCounters', at: match.index })
      parts.push({ part: 'counter', width: inside.length })
    } else return err({ type: 'UnknownPart', part: whole, at: match.index })
  }
  return counters === 0 ? err({ type: 'NoCounter' }) : ok({ parts })
}

/** The number that the rule gives on a day (`2026-01-05`) to a counter. */
export function formatNumber(rule: NumberRule, day: string, counter: number): string {
  return rule.parts.map((part) => formatPart(part, day, counter)).join('')
}

/** Names the run of numbers that share one counter: the number of that day with `{0}` in the counter's place. */
export function numberScope(rule: NumberRule, day: string): string {
  return rule.parts.map((part) => (part.part === 'counter' ? '{0}' : formatPart(part, day, 0))).join('')
}

/** The counter and scope of a number that this rule may have given; null for any other text. */
export function readNumber(
  rule: NumberRule,
  number: string,
): { readonly scope: string; readonly counter: number } | null {
  const pattern = rule.parts.map(patternOf).join('')
  const counted = new RegExp(`^${pattern}$`, 'd').exec(number)
  const [from, to] = counted?.indices?.[1] ?? []
  if (from === undefined || to === undefined) return null
  const counter = Number(number.slice(from, to))
  if (!Number.isSafeInteger(counter)) return null
  return { scope: `${number.slice(0, from)}{0}${number.slice(to)}`, counter }
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
      return `(\\d{${String(part.width)},${String(WIDEST + 3)}})`
    case 'date':
      return part.of === 'yyyy' ? '\\d{4}' : '\\d{2}'
  }
}
