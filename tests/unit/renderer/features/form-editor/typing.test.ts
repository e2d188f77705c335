import { describe, expect, it } from 'vitest'
import type { Field, FieldType } from '../../../../../shared/forms/field'
import {
  inputText,
  onLeaving,
  sameValue,
  whileTyping,
} from '../../../../../renderer/features/form-editor/typing'

const field = (type: FieldType): Field => ({ key: 'f', label: '字段', type, required: false, max: 40 })
const text = field({ type: 'text' })
const date = field({ type: 'date' })
const money = field({ type: 'money' })
const person = field({ type: 'person' })

describe('typing into a field', () => {
  it('takes free text letter by letter, spaces included, and trims it on leaving', () => {
    expect(whileTyping(text, '示例 ')).toEqual({ typed: 'value', value: '示例 ' })
    expect(onLeaving(text, '示例 ')).toEqual({ typed: 'value', value: '示例' })
  })

  it('reads white space alone as nothing', () => {
    expect(whileTyping(text, ' 　')).toEqual({ typed: 'value', value: null })
    expect(whileTyping(date, '')).toEqual({ typed: 'value', value: null })
  })

  it('understands dates and amounts while they are typed, and says when it does not', () => {
    expect(whileTyping(date, '20260105')).toEqual({ typed: 'value', value: '2026-01-05' })
    expect(whileTyping(date, '2026年1月5日')).toEqual({ typed: 'value', value: '2026-01-05' })
    expect(whileTyping(date, '后来').typed).toBe('problem')
    expect(whileTyping(money, '１２３４.5')).toEqual({ typed: 'value', value: '1234.5' })
  })

  it('shows a value in a way that typing understands again', () => {
    for (const [of, value] of [
      [date, '2026-01-05'],
      [money, '1234.5'],
      [field({ type: 'percent' }), '1.5'],
      [field({ type: 'time' }), '14:03'],
      [field({ type: 'dateTime' }), '2026-01-05T14:03'],
      [field({ type: 'month' }), '2026-01'],
      [field({ type: 'year' }), '2026'],
      [field({ type: 'number', scale: 0, unit: '人' }), '12'],
    ] as const) {
      expect(onLeaving(of, inputText(of, value))).toEqual({ typed: 'value', value })
    }
  })

  it('keeps a name that is typed as a name', () => {
    expect(whileTyping(person, '示例员工甲')).toEqual({ typed: 'value', value: { name: '示例员工甲' } })
    expect(inputText(person, { id: 'a', name: '示例员工甲' })).toBe('示例员工甲')
  })

  it('compares values by what they hold', () => {
    expect(sameValue(null, undefined)).toBe(true)
    expect(sameValue(['a'], ['a'])).toBe(true)
    expect(sameValue({ name: '甲' }, { id: '1', name: '甲' })).toBe(false)
    expect(sameValue(false, null)).toBe(false)
  })
})
