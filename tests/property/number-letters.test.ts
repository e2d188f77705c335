import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatNumber, parseNumberRule, readNumber, numberScope } from '../../shared/forms/number-rule'

const text = fc.stringMatching(/^[A-Z0-9号\-/.]{0,6}$/)
const dates = fc.constantFrom('', '{yyyy}', '{yy}', '{yyyy}{mm}', '{yyyy}{mm}{dd}', '{yy}-{mm}')
const zeros = fc.integer({ min: 1, max: 6 }).map((width) => `{${'0'.repeat(width)}}`)

/** Rules as a firm writes them, also with capitals right in front of the counter. */
const rule = fc
  .tuple(text, dates, text, zeros, text)
  .map((parts) => parts.join(''))
  .chain((source) => {
    const parsed = parseNumberRule(source)
    return parsed.ok ? fc.constant(parsed.value) : fc.constant(null)
  })
  .filter((parsed) => parsed !== null)

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const letter = fc.stringMatching(/^[A-Z]{0,3}$/)
const counter = fc.nat(99_999)

describe('numbers of a team', () => {
  it('[TF14] two computers with different letters never give one number, whatever they count and whenever', () => {
    fc.assert(
      fc.property(rule, day, day, letter, letter, counter, counter, (given, d1, d2, l1, l2, c1, c2) => {
        fc.pre(l1 !== l2)
        expect(formatNumber(given, d1, c1, l1)).not.toBe(formatNumber(given, d2, c2, l2))
      }),
      { numRuns: 5000 },
    )
  })

  it('[TF14] a number that was given is counted in the run of its letter, or not at all', () => {
    fc.assert(
      fc.property(rule, day, letter, counter, (given, on, of, count) => {
        const read = readNumber(given, formatNumber(given, on, count, of))
        expect(read).toEqual({ scope: numberScope(given, on, of), counter: count })
      }),
      { numRuns: 2000 },
    )
  })
})
