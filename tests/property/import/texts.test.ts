import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { customersTarget } from '../../../shared/import'
import { readDelimited, SEPARATORS } from '../../../shared/import/delimited'
import { csvCell, csvText, harmless, plainOf } from '../../../shared/import/safe-text'
import { readBack, written, type Carrier } from '../../support/import/round-trip'

/** Texts that spreadsheets take for something else, among any others. */
const nasty = fc.oneof(
  fc.constantFrom(
    '=1+1',
    "'=1",
    '-5',
    '+86 138',
    '@a',
    '#N/A',
    '#DIV/0!',
    'TRUE',
    '007',
    '1E5',
    '_x0041_',
    '\uFEFFa',
    '＝1',
    "''-",
    '1,2"3',
    'a;b',
    "='x'!A1",
    '2026-01-05',
    '𠮷',
    '1-2',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', "'", '"', ',', ';', '\t', '\n', '\r', '1', 'a', '，'),
    maxLength: 6,
  }),
)

describe('a text in a CSV file', () => {
  it('is never worked out by a spreadsheet, and is taken back exactly', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        expect(plainOf(harmless(text))).toBe(text)
        expect(/^[=+@\t\r\n＝＋－＠]|^-(?!\d+(?:\.\d+)?$)/.test(harmless(text))).toBe(false)
      }),
      { numRuns: 5000 },
    )
  })

  it('stands in its own cell, whatever separator another program counts by', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(nasty, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
        (lines) => {
          const read: (readonly string[])[] = []
          readDelimited(csvText(lines), ',', (cells) => read.push(cells.map(plainOf)) > 0)
          expect(read).toEqual(lines.filter((cells) => cells.some((cell) => cell !== '')))
        },
      ),
      { numRuns: 2000 },
    )
    for (const separator of SEPARATORS) {
      const read: number[] = []
      readDelimited(csvCell(`a${separator}b`), separator, (cells) => read.push(cells.length) > 0)
      expect(read).toEqual([1])
    }
  })
})

/** As a field of text keeps it: without spaces at its ends, on one line. */
const kept = nasty
  .map((text) => text.replace(/\s*[\r\n]+\s*/g, ' ').trim())
  .filter((text) => text !== '' && !/\p{C}/u.test(text.replace(/\p{Cf}|\p{Co}|\p{Cn}/gu, '')))

describe.each<[Carrier]>([['xlsx'], ['csv']])('customers through %s', (carrier) => {
  it('come back with every text as it was', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ name: kept, address: kept, note: kept }), { minLength: 1, maxLength: 5 }),
        async (all) => {
          const bytes = await written(
            customersTarget,
            all.map((fields) => ({ values: { fields, matrices: {}, rows: {} }, number: '' })),
            carrier,
          )
          const entries = await readBack(customersTarget, bytes)
          expect(entries.map(({ values }) => values.fields)).toEqual(all)
        },
      ),
      { numRuns: 60 },
    )
  })
})
