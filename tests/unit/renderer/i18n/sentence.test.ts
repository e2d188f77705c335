import { describe, expect, it } from 'vitest'
import { sentenceOf } from '../../../../renderer/i18n'

describe('a sentence around a name', () => {
  it('is worked out once and says every name as the sentence itself does', () => {
    let times = 0
    const say = (name: string) => {
      times += 1
      return `选择 ${name}，第一行`
    }
    const sentence = sentenceOf(say)
    expect(sentence('TS-2026-0001')).toBe('选择 TS-2026-0001，第一行')
    expect(sentence('')).toBe(`选择 ，第一行`)
    expect(sentence('$&$1')).toBe('选择 $&$1，第一行')
    expect(times).toBe(1)
  })
})
