import { describe, expect, it } from 'vitest'
import {
  addDays,
  dayOf,
  daysBetween,
  formatDateTime,
  formatDay,
  formatMonth,
  isDateTime,
  isDay,
  isMonth,
  isTime,
} from '../../../../shared/kernel/dates'

describe('days', () => {
  it('are those of the calendar', () => {
    expect(['2024-02-29', '2026-12-31'].map(isDay)).toEqual([true, true])
    expect(
      ['2026-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-1-5', '1799-01-01', ''].map(isDay),
    ).toEqual(Array(7).fill(false))
    expect(dayOf(2026, 2, 30)).toBeNull()
  })

  it('are counted over leap years and backwards', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
    expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1)
    expect(daysBetween('2026-02-30', '2026-03-01')).toBeNull()
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
    expect(addDays('2999-12-31', 1)).toBeNull()
  })

  it('are written as people write them', () => {
    expect(formatDay('2026-01-05')).toBe('2026年1月5日')
    expect(formatMonth('2026-01')).toBe('2026年1月')
    expect(formatDateTime('2026-01-05T09:03')).toBe('2026年1月5日 09:03')
    expect(formatDay('不详')).toBe('不详')
  })
})

it('times, months and date-times have one form each', () => {
  expect(['00:00', '23:59'].map(isTime)).toEqual([true, true])
  expect(['24:00', '9:00', '12:60'].map(isTime)).toEqual([false, false, false])
  expect([isMonth('2026-01'), isMonth('2026-13'), isMonth('202601')]).toEqual([true, false, false])
  expect([isDateTime('2026-01-05T14:03'), isDateTime('2026-01-05 14:03')]).toEqual([true, false])
})
