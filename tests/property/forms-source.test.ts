import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkSource, checkTemplate, expandGrid, parseTemplate, printTemplate } from '../../shared/forms'
import { emptyValues } from '../../shared/forms/values'
import { HARD_FORMS, SMALL } from '../unit/shared/forms/source/sources'
import { drawnSource } from './forms-arbitrary'

describe('the parser on any text', () => {
  it('never throws and points into the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const parsed = parseTemplate(text)
        expect(parsed.ok).toBe(false)
        for (const { line, column } of parsed.ok ? [] : parsed.error) {
          expect(line).toBeGreaterThan(0)
          expect(column).toBeGreaterThan(0)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('never throws on a form in which something was cut, doubled or replaced; what it accepts, it prints', () => {
    const sources = [SMALL, ...HARD_FORMS.map(([, source]) => source)]
    const piece = fc.constantFrom(
      '|',
      '[',
      ']',
      '<',
      '^',
      '//',
      '\\',
      '{',
      '}',
      '~',
      ':',
      '=',
      '"',
      '\n',
      ' ',
      '↓',
      '╲',
      '#',
      '0',
    )
    const change = fc.record({
      at: fc.nat(),
      drop: fc.nat({ max: 12 }),
      add: fc.oneof(piece, fc.string({ maxLength: 6 })),
    })
    fc.assert(
      fc.property(
        fc.constantFrom(...sources),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        (source, changes) => {
          let text = source
          for (const { at, drop, add } of changes) {
            const from = at % (text.length + 1)
            text = text.slice(0, from) + add + text.slice(from + drop)
          }
          const parsed = parseTemplate(text)
          if (!parsed.ok) return
          checkTemplate(parsed.value)
          expect(parseTemplate(printTemplate(parsed.value))).toEqual(parsed)
        },
      ),
      { numRuns: 400 },
    )
  })
})

describe('a drawn form', () => {
  it('prints to a source that parses to the same template', () => {
    fc.assert(
      fc.property(drawnSource, (source) => {
        const parsed = parseTemplate(source)
        expect(parsed).toMatchObject({ ok: true })
        if (!parsed.ok) return
        const printed = printTemplate(parsed.value)
        const again = parseTemplate(printed)
        expect(again.ok ? [] : [printed, again.error]).toEqual([])
        expect(again).toEqual(parsed)
        expect(printTemplate(parsed.value)).toBe(printed)
      }),
      { numRuns: 300 },
    )
  })

  it('expands to cells that tile the grid', () => {
    fc.assert(
      fc.property(drawnSource, fc.nat({ max: 9 }), (source, count) => {
        const parsed = parseTemplate(source)
        if (!parsed.ok) throw new Error('the generator draws forms in order')
        const rows = Array.from({ length: count }, (_, i) => ({ id: `r${i}`, cells: { a: 'x' } }))
        const values = { ...emptyValues, rows: { items: rows } }
        for (const block of parsed.value.body) {
          if (block.block !== 'grid') continue
          const grid = expandGrid(parsed.value, block, values)
          const squares = new Set<string>()
          for (const cell of grid.cells) {
            for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
              for (let column = cell.column; column < cell.column + cell.columnSpan; column++) {
                expect(squares.has(`${row} ${column}`)).toBe(false)
                squares.add(`${row} ${column}`)
              }
            }
          }
          expect(squares.size).toBe(grid.rows.length * grid.columns.length)
        }
      }),
      { numRuns: 150 },
    )
  })
})

describe('the hard forms of the handbook', () => {
  it.each(HARD_FORMS)('%s passes the checker and survives printing', (_, source) => {
    const checked = checkSource(source)
    expect(checked).toMatchObject({ ok: true })
    if (checked.ok) expect(parseTemplate(printTemplate(checked.value))).toEqual(checked)
  })
})
