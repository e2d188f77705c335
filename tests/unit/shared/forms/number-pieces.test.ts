import { describe, expect, it } from 'vitest'
import {
  NUMBER_DATES,
  NUMBER_RESETS,
  piecesOf,
  piecesProblem,
  rulePiecesText,
  type NumberPieces,
} from '../../../../shared/forms/number-pieces'
import { formatNumber, numberScope, parseNumberRule, readNumber } from '../../../../shared/forms/number-rule'

const usual: NumberPieces = {
  prefix: 'TS-',
  date: 'yyyy',
  separator: '-',
  width: 4,
  suffix: '',
  reset: 'year',
}

const ruleOf = (text: string) => {
  const rule = parseNumberRule(text)
  if (!rule.ok) throw new Error(JSON.stringify(rule.error))
  return rule.value
}

describe('the pieces of a number rule', () => {
  it('write the rules of the books as they stand there', () => {
    expect(rulePiecesText(usual)).toBe('TS-{yyyy}-{0000}')
    expect(piecesOf('TS-{yyyy}-{0000}')).toEqual(usual)
  })

  it('come back out of every rule that they make', () => {
    for (const date of NUMBER_DATES) {
      for (const reset of NUMBER_RESETS) {
        const pieces: NumberPieces = {
          ...usual,
          date,
          reset,
          separator: date === 'none' ? '' : '/',
          suffix: '号',
        }
        if (piecesProblem(pieces, 40) === null) expect(piecesOf(rulePiecesText(pieces))).toEqual(pieces)
      }
    }
  })

  it('refuse a counter that begins again without the number saying of when it is', () => {
    const refused = NUMBER_DATES.flatMap((date) =>
      NUMBER_RESETS.filter((reset) => piecesProblem({ ...usual, date, reset }, 40) !== null).map(
        (reset) => `${date} ${reset}`,
      ),
    )
    expect(refused).toEqual([
      'none year',
      'none month',
      'none day',
      'yyyy month',
      'yyyy day',
      'yyyymm day',
      'yy month',
      'yy day',
      'yymm day',
    ])
  })

  it('refuse braces, and numbers longer than their field', () => {
    expect(piecesProblem({ ...usual, prefix: 'A{' }, 20)).toEqual({ problem: 'brace' })
    expect(piecesProblem({ ...usual, prefix: '示例投诉登记-' }, 12)).toEqual({
      problem: 'tooLong',
      length: 16,
      max: 12,
    })
  })

  it('do not know a rule with the counter in front or parts of the date apart', () => {
    expect(piecesOf('{0000}-{yyyy}')).toBeNull()
    expect(piecesOf('{yyyy}-{mm}-{00}')).toBeNull()
    expect(piecesOf('TS')).toBeNull()
  })
})

describe('a counter that begins again less often than the date changes', () => {
  const yearly = ruleOf('TS{yyyy}{mm}-{0000/year}')

  it('[ST38] prints the month and counts on through the year', () => {
    expect(formatNumber(yearly, '2026-11-21', 43)).toBe('TS202611-0043')
    expect(numberScope(yearly, '2026-12-01')).toBe(numberScope(yearly, '2026-11-21'))
    expect(numberScope(yearly, '2027-01-01')).not.toBe(numberScope(yearly, '2026-12-31'))
    expect(readNumber(yearly, 'TS202603-0007')).toEqual({
      scope: numberScope(yearly, '2026-11-21'),
      counter: 7,
    })
  })

  it('[ST38] never begins again where the rule says so', () => {
    const never = ruleOf('TS-{yyyy}-{0000/never}')
    expect(numberScope(never, '2027-01-01')).toBe(numberScope(never, '2026-12-31'))
  })

  it('[ST38] is no rule without the parts of the date that it begins again with', () => {
    expect(parseNumberRule('TS{0000/year}')).toEqual({
      ok: false,
      error: { type: 'WouldRepeat', reset: 'year', at: 2 },
    })
    expect(parseNumberRule('{mm}{00/month}').ok).toBe(false)
    expect(parseNumberRule('{yy}{mm}{00/week}').ok).toBe(false)
  })
})
