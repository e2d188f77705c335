import { describe, expect, it } from 'vitest'
import { bareDigits, digitsLookedFor } from '../../../../shared/search/digits'

describe('the digits of a phone or a number', () => {
  it('are found without what stands between them', () => {
    expect(bareDigits('0571-8888 1234')).toBe('057188881234')
    expect(bareDigits('TS-2026-B0042')).toBe('20260042')
    expect(bareDigits('13800138000')).toBe('')
    expect(bareDigits('内线 12')).toBe('')
  })

  it('are looked for in a word that is nothing but a number', () => {
    expect(digitsLookedFor('138-0013-8000')).toBe('13800138000')
    expect(digitsLookedFor('(0571)88881234')).toBe('057188881234')
    expect(digitsLookedFor('13800138000')).toBe('')
    expect(digitsLookedFor('1-2')).toBe('')
    expect(digitsLookedFor('ts-2026-0042')).toBe('')
  })
})
