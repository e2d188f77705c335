import { describe, expect, it } from 'vitest'
import {
  formatNumber,
  numberScope,
  parseNumberRule,
  readNumber,
  type NumberRule,
} from '../../../../shared/forms/number-rule'

function ruleOf(source: string): NumberRule {
  const rule = parseNumberRule(source)
  if (!rule.ok) throw new Error(JSON.stringify(rule.error))
  return rule.value
}

describe('number rule', () => {
  it('gives text, date and counter in the order written', () => {
    expect(formatNumber(ruleOf('TS-{yyyy}-{0000}'), '2026-01-05', 42)).toBe('TS-2026-0042')
    expect(formatNumber(ruleOf('{yy}{mm}{dd}/{00}号'), '2026-11-21', 7)).toBe('261121/07号')
  })

  it('lets a counter outgrow its zeros', () => {
    expect(formatNumber(ruleOf('A{00}'), '2026-01-05', 123)).toBe('A123')
    expect(readNumber(ruleOf('A{00}'), 'A123')).toEqual({ scope: 'A{0}', counter: 123 })
  })

  it('begins again with the finest part of the date', () => {
    const monthly = ruleOf('TS{yyyy}{mm}-{000}')
    expect(numberScope(monthly, '2026-01-31')).toBe(numberScope(monthly, '2026-01-01'))
    expect(numberScope(monthly, '2026-02-01')).not.toBe(numberScope(monthly, '2026-01-31'))
  })

  it('reads back what it gave', () => {
    for (const source of ['TS-{yyyy}-{0000}', '{dd}.{mm}({yy}){0}x', '$^{0000}{yyyy}', 'KH{00}']) {
      const rule = ruleOf(source)
      const number = formatNumber(rule, '2026-11-21', 305)
      expect(readNumber(rule, number)).toEqual({ scope: numberScope(rule, '2026-11-21'), counter: 305 })
    }
  })

  it('reads no other text', () => {
    const rule = ruleOf('TS-{yyyy}-{0000}')
    for (const other of [
      '',
      'TS-2026-',
      'TS-2026-42',
      'XTS-2026-0042',
      'TS-2026-0042x',
      'TS-2026-b0042',
      'TS-26-0042',
    ]) {
      expect(readNumber(rule, other)).toBeNull()
    }
  })

  it('refuses a rule without exactly one counter or with an unknown part', () => {
    expect(parseNumberRule('TS-{yyyy}')).toEqual({ ok: false, error: { type: 'NoCounter' } })
    expect(parseNumberRule('')).toEqual({ ok: false, error: { type: 'NoCounter' } })
    expect(parseNumberRule('{00}-{00}')).toEqual({ ok: false, error: { type: 'TwoCounters', at: 5 } })
    expect(parseNumberRule('A{YYYY}{0}')).toEqual({
      ok: false,
      error: { type: 'UnknownPart', part: '{YYYY}', at: 1 },
    })
    expect(parseNumberRule('A{0')).toEqual({ ok: false, error: { type: 'StrayBrace', at: 1 } })
    expect(parseNumberRule('A}{0}')).toEqual({ ok: false, error: { type: 'StrayBrace', at: 1 } })
  })

  it("[TF14] puts the letter of a team's computer in front of the counter, behind the date", () => {
    expect(formatNumber(ruleOf('TS-{yyyy}-{0000}'), '2026-01-05', 42, 'B')).toBe('TS-2026-B0042')
    expect(formatNumber(ruleOf('{0000}/{yyyy}'), '2026-01-05', 42, 'AB')).toBe('AB0042/2026')
  })

  it('[TF14] reads numbers of every letter and of the time before, and counts each for itself', () => {
    const rule = ruleOf('TS-{yyyy}-{0000}')
    const read = ['TS-2026-0042', 'TS-2026-B0042', 'TS-2026-AB0042'].map((number) => readNumber(rule, number))
    expect(read.map((each) => each?.counter)).toEqual([42, 42, 42])
    expect(read.map((each) => each?.scope)).toEqual(
      ['', 'B', 'AB'].map((letter) => numberScope(rule, '2026-03-01', letter)),
    )
    expect(new Set(read.map((each) => each?.scope)).size).toBe(3)
    expect(readNumber(rule, 'TS-2026-ABCD0042')).toBeNull()
    expect(readNumber(rule, 'TS-2026-b0042')).toBeNull()
  })
})
