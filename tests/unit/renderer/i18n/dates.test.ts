import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  clockTime,
  isoDayText,
  setLanguage,
  startLanguage,
  weekdayText,
  whenText,
} from '../../../../renderer/i18n'

const at = (text: string) => new Date(text).getTime()
const now = at('2026-11-21T14:03:26')

beforeAll(() => {
  startLanguage('zh-CN')
})

describe('times in Chinese', () => {
  it.each([
    ['2026-11-21T00:00:00', '今天 00:00'],
    ['2026-11-20T23:59:00', '昨天 23:59'],
    ['2026-11-18T16:40:00', '11月18日 16:40'],
    ['2025-06-11T08:00:00', '2025年6月11日'],
  ])('%s is said as %s', (time, said) => {
    expect(whenText(at(time), now)).toBe(said)
  })

  it('show seconds only when asked', () => {
    expect(clockTime(now)).toBe('14:03')
    expect(clockTime(now, true)).toBe('14:03:26')
  })

  it('write a stored day without shifting it', () => {
    expect(isoDayText('2026-01-05')).toBe('2026年1月5日')
    expect(isoDayText('')).toBe('')
  })

  it('name the weekday', () => {
    expect(weekdayText(now)).toBe('2026年11月21日 星期六')
  })
})

describe('times in English', () => {
  beforeAll(async () => {
    await setLanguage('en')
  })
  afterAll(async () => {
    await setLanguage('zh-CN')
  })

  it.each([
    ['2026-11-21T09:12:00', 'today 09:12'],
    ['2026-11-20T09:12:00', 'yesterday 09:12'],
    ['2026-11-18T16:40:00', '18 Nov 16:40'],
    ['2025-06-11T08:00:00', '11 Jun 2025'],
  ])('%s is said as %s', (time, said) => {
    expect(whenText(at(time), now)).toBe(said)
  })
})
