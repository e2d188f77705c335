import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  calendarMove,
  monthWeeks,
  weekday,
} from '../../../../../renderer/features/form-editor/calendar'

describe('the calendar', () => {
  it('begins weeks on Monday', () => {
    // 2026-11-21 is a Saturday.
    expect(weekday('2026-11-21')).toBe(5)
    expect(weekday('2026-11-23')).toBe(0)
    expect(monthWeeks('2026-11-21')[0]).toEqual([
      '2026-10-26',
      '2026-10-27',
      '2026-10-28',
      '2026-10-29',
      '2026-10-30',
      '2026-10-31',
      '2026-11-01',
    ])
  })

  it('shows six whole weeks of every month, each day once', () => {
    for (const month of ['2026-02-01', '2024-02-29', '2026-03-31', '1999-12-05']) {
      const days = monthWeeks(month).flat()
      expect(new Set(days).size).toBe(42)
      expect(days).toContain(month)
      expect(days.filter((day) => day.startsWith(month.slice(0, 7))).length).toBeGreaterThanOrEqual(28)
    }
  })

  it('steps over ends of months and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
  })

  it('keeps the day of the month, or takes the last one', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15')
    expect(addMonths('2026-11-21', 14)).toBe('2028-01-21')
  })

  it('follows the arrows, Page Up and Down, Home and End', () => {
    const from = '2026-11-21'
    expect(calendarMove('ArrowLeft', from)).toBe('2026-11-20')
    expect(calendarMove('ArrowRight', from)).toBe('2026-11-22')
    expect(calendarMove('ArrowUp', from)).toBe('2026-11-14')
    expect(calendarMove('ArrowDown', from)).toBe('2026-11-28')
    expect(calendarMove('PageUp', from)).toBe('2026-10-21')
    expect(calendarMove('PageDown', from)).toBe('2026-12-21')
    expect(calendarMove('Home', from)).toBe('2026-11-16')
    expect(calendarMove('End', from)).toBe('2026-11-22')
    expect(calendarMove('x', from)).toBeNull()
  })
})
