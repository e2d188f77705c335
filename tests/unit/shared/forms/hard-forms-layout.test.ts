import { describe, expect, it } from 'vitest'
import { parseTemplate } from '../../../../shared/forms'
import { emptyValues } from '../../../../shared/forms/values'
import { layoutForm } from '../../../../shared/print'
import { HARD_FORMS } from './source/sources'

describe('the hard forms of the handbook', () => {
  it.each(HARD_FORMS)('%s lies on one page, every place to write in inside the paper', (_, source) => {
    const parsed = parseTemplate(source)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
    const letterhead = { firm: '示例电器有限公司' }
    const laid = layoutForm({ template: parsed.value, values: emptyValues, letterhead, mode: 'blank' })
    expect(laid.missing).toEqual([])
    expect(laid.pages).toHaveLength(1)
    for (const page of laid.pages) {
      for (const { x, y, width, height } of page.slots) {
        expect(x).toBeGreaterThan(0)
        expect(y).toBeGreaterThan(0)
        expect(x + width).toBeLessThan(page.width)
        expect(y + height).toBeLessThan(page.height)
      }
    }
  })
})
