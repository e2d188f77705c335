import { formatNumber, parseNumberRule, type NumberReset } from '../../../shared/forms/number-rule'
import { piecesOf, type NumberPieces } from '../../../shared/forms/number-pieces'

/** Widths that are offered: the least number of digits. */
export const WIDTHS = ['1', '2', '3', '4', '5', '6', '7', '8'] as const

/** Where a rule is put together in a way that the pieces do not know, one begins anew. */
const USUAL: NumberPieces = {
  prefix: '',
  date: 'yyyy',
  separator: '-',
  width: 4,
  suffix: '',
  reset: 'year',
}

export const piecesFrom = (rule: string): NumberPieces => piecesOf(rule) ?? USUAL

/** The first day (`2027-01-01`) on which the counter begins again after `day`; null for never. */
export function nextRun(day: string, reset: NumberReset): string | null {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = (y: number, m: number, d: number) =>
    new Date(Date.UTC(y, m - 1, d)).toISOString().slice(0, 10)
  switch (reset) {
    case 'never':
      return null
    case 'year':
      return first(year + 1, 1, 1)
    case 'month':
      return first(year, month + 1, 1)
    case 'day':
      return first(year, month, date + 1)
  }
}

/**
 * The first number of the next run; null for a counter that is never begun again, and for no rule. `letter`: of this
 * computer in its team, or empty.
 */
export function firstOfNextRun(text: string, day: string, reset: NumberReset, letter = ''): string | null {
  const rule = parseNumberRule(text)
  const then = nextRun(day, reset)
  return rule.ok && then !== null ? formatNumber(rule.value, then, 1, letter) : null
}
