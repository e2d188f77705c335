import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { masked, maskIdNumbers, maskPhones } from '../../shared/kernel/mask'

const digits = (least: number, most = least) =>
  fc
    .array(fc.constantFrom(...Array.from('0123456789')), { minLength: least, maxLength: most })
    .map((each) => each.join(''))
const separator = fc.constantFrom('', '-', ' ', '－', '·')
const around = fc.constantFrom('', '示例客户 ', '电话：', '、', '；转', '（', 'tel ')
const shownDigits = (text: string) => Array.from(text).filter((sign) => /[0-9]/.test(sign)).length

/** A number of seven digits or more, with separators anywhere. */
const longNumber = fc
  .tuple(digits(7, 20), fc.array(separator, { minLength: 20, maxLength: 20 }))
  .map(([number, between]) => Array.from(number, (d, at) => (at > 0 ? (between[at] ?? '') : '') + d).join(''))

describe('masks', () => {
  it('hide at least three digits of every long number, and keep its length and all else', () => {
    fc.assert(
      fc.property(around, longNumber, around, (before, number, after) => {
        const text = before + number + after
        const shown = maskPhones(text)
        expect(shown).toHaveLength(text.length)
        expect(shownDigits(shown)).toBeLessThanOrEqual(shownDigits(text) - 3)
        for (let at = 0; at < text.length; at += 1) expect([text[at], '*']).toContain(shown[at])
        expect(shown.startsWith(before)).toBe(true)
        expect(shown.endsWith(after)).toBe(true)
      }),
    )
  })

  it('hide just the middle four of a mobile number', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Array.from('3456789')),
        digits(1),
        digits(4),
        digits(4),
        around,
        (a, b, c, d, word) => {
          expect(maskPhones(`${word}1${a}${b}${c}${d}`)).toBe(`${word}1${a}${b}****${d}`)
        },
      ),
    )
  })

  it('hide all of a 身份证 but the first three and the last four', () => {
    fc.assert(
      fc.property(
        digits(17),
        fc.constantFrom(...Array.from('0123456789Xx')),
        around,
        (number, last, word) => {
          const shown = maskIdNumbers(`${word}${number}${last}`)
          const own = `${number.slice(0, 3)}${'*'.repeat(11)}${number.slice(14)}${last}`
          expect(shown.endsWith(own.slice(3))).toBe(true)
          expect(shownDigits(shown)).toBeLessThanOrEqual(7)
        },
      ),
    )
  })

  it('hide at least half of every other paper with six digits or more', () => {
    fc.assert(
      fc.property(fc.constantFrom('', 'E', 'G', 'H', 'MB'), digits(6, 14), (letters, number) => {
        fc.pre((letters + number).length !== 15)
        const shown = maskIdNumbers(letters + number)
        expect(Array.from(shown).filter((sign) => sign === '*').length).toBeGreaterThanOrEqual(
          shown.length / 2,
        )
      }),
    )
  })

  it('never touch the text of another kind of field', () => {
    const kinds = fc.constantFrom(
      'text',
      'longText',
      'creditCode',
      'email',
      'number',
      'money',
      'date',
      'serial',
    )
    fc.assert(
      fc.property(fc.string(), longNumber, kinds, (text, number, kind) => {
        expect(masked(text + number, kind, { phone: true, idNumber: true })).toBe(text + number)
      }),
    )
  })
})
