import { describe, expect, it } from 'vitest'
import { entryByCode } from '../../../../../shared/catalogue'
import { excelSheet } from '../../../../../shared/print/excel'

const entry = entryByCode('KHTS-BD-001')
if (!entry) throw new Error('no form')
const { template, sample } = entry

/** The firm's cell and the logo before it, in points. */
function headOf(larger: 1 | 2 | null): { readonly logo: number; readonly indent: number } {
  const made = excelSheet({
    template,
    values: sample,
    letterhead: {
      firm: '示例电器有限公司',
      logo: { source: 'data:image/png;base64,', width: 300, height: 100 },
    },
    mode: 'filled',
    ...(larger && { setup: { larger } }),
  })
  if (!made.ok) throw new Error('too long')
  return { logo: made.value.picture?.width ?? 0, indent: made.value.cells[0]?.style.indent ?? 0 }
}

describe('a sheet with larger text', () => {
  it('keeps the firm clear of a logo that has grown', () => {
    const usual = headOf(null)
    const larger = headOf(2)
    expect(usual.indent).toBeGreaterThan(usual.logo)
    expect(larger.indent / larger.logo).toBeCloseTo(usual.indent / usual.logo)
    expect(larger.logo).toBeGreaterThan(usual.logo)
  })
})
