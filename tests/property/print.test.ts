import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entryByCode } from '../../shared/catalogue'
import { emptyValues, type FormValues } from '../../shared/forms/values'
import { layoutForm } from '../../shared/print'
import { breakText } from '../../shared/print/break-text'
import { cleanText } from '../../shared/print/clean'
import { letterhead } from '../support/print-samples'

const form = entryByCode('KHXX-BD-001')
if (!form) throw new Error('no such form')
const { template } = form

/** What people paste: Han, Latin, digits, punctuation, rare characters, marks, emoji, controls, line ends. */
const pasted = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '客户',
        '投诉',
        '，',
        '。',
        '“',
        '”',
        '（',
        '）',
        '……',
        '——',
        '\n',
        '\r\n',
        '\t',
        ' ',
        '　',
        '𠮷',
        '㛃',
      ),
      fc.constantFrom(
        'e\u0301',
        'www.example.com/a/b',
        '13800000000',
        '\u{1f600}',
        '\u200d',
        '\ufe0f',
        '\u0000',
        '\ud800',
      ),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''))

const letters = (text: string): string => Array.from(text.replace(/\s/gu, '')).sort().join('')

describe('text of any kind', () => {
  it('is broken without losing, doubling or moving a character', () => {
    fc.assert(
      fc.property(pasted, fc.double({ min: 1.2, max: 40, noNaN: true }), (raw, width) => {
        const text = cleanText(raw)
        const lines = breakText(text, 'sans', [width])
        expect(
          lines
            .map((line) => line.text)
            .join('')
            .replace(/\s/gu, ''),
        ).toBe(text.replace(/\s/gu, ''))
        for (const line of lines) {
          const single = Array.from(line.text.replace(/\p{M}/gu, '')).length <= 1
          if (!single) expect(line.width).toBeLessThanOrEqual(width + 1e-6)
        }
      }),
    )
  })

  it('is laid out on pages without losing a character that has a glyph, and never outside the sheet', () => {
    fc.assert(
      fc.property(pasted, pasted, pasted, (name, address, note) => {
        const values: FormValues = {
          ...emptyValues,
          fields: { customer: { name }, address, note },
          rows: { contacts: [{ id: 'r1', cells: { name: note, post: address } }] },
        }
        const laid = layoutForm({ template, values, letterhead, mode: 'filled' })
        const missing = new Set(laid.missing)
        const printed = laid.pages.flatMap((page) => page.runs.filter((run) => run.role === 'value'))
        const given = [name, address, note, note, address].map(cleanText).join('')
        const expected = Array.from(given).filter((character) => !missing.has(character))
        expect(letters(printed.map((run) => run.text).join(''))).toBe(letters(expected.join('')))
        for (const page of laid.pages) {
          for (const run of page.runs) {
            expect(run.x).toBeGreaterThanOrEqual(18)
            expect(run.x + run.width).toBeLessThanOrEqual(page.width - 18)
            expect(run.y).toBeLessThanOrEqual(page.height - 18)
          }
        }
      }),
      { numRuns: 60 },
    )
  })
})
