import { describe, expect, it } from 'vitest'
import { sizeText } from '../../../../renderer/i18n/size-text'

describe('sizeText', () => {
  it.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [1024, '1.0 KB'],
    [10_240, '10 KB'],
    [3_600_000, '3.4 MB'],
    [5 * 1024 ** 4, '5.0 TB'],
    [5000 * 1024 ** 4, '5000 TB'],
  ])('%i bytes read %s', (bytes, text) => {
    expect(sizeText(bytes)).toBe(text)
  })
})
