import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packRows, unpackRows } from '../../../../node/import/packed-rows'
import type { SheetCell } from '../../../../shared/import/cell'

const text = fc.oneof(fc.string(), fc.constantFrom('', 'null', '"', '示例\n客户', '\ud83d', '__proto__'))
const formula = fc.constantFrom({}, { formula: true } as const)
const cell: fc.Arbitrary<SheetCell | null> = fc.oneof(
  fc.constant(null),
  fc.constant({ cell: 'noValue' } as const),
  fc.tuple(text, formula).map(([text, from]) => ({ cell: 'text', text, ...from }) as const),
  fc
    .tuple(fc.constantFrom('44197', '1.2E+20'), formula)
    .map(([number, from]) => ({ cell: 'number', number, shows: 'date', digits: 5, ...from }) as const),
  fc.boolean().map((value) => ({ cell: 'boolean', value }) as const),
  text.map((text) => ({ cell: 'error', text }) as const),
)

describe('rows on their way to another process', () => {
  it('come out as they went in', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ number: fc.nat(), hidden: fc.boolean(), cells: fc.array(cell) })),
        (rows) => {
          expect(unpackRows(packRows(rows))).toEqual(rows)
        },
      ),
    )
  })
})
