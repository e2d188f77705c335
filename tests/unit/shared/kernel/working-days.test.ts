import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shippedCalendar, shippedYears } from '../../../../shared/kernel/chinese-holidays'
import { addDays, daysBetween, weekdayOf } from '../../../../shared/kernel/dates'
import { calendarOf, comingDays, mergeYears, type CalendarYear } from '../../../../shared/kernel/working-days'

const calendar = shippedCalendar()
const plain = calendarOf([])
const added = (from: string, count: number, by = calendar) => by.addWorkdays(from, count)?.day
const between = (from: string, to: string, by = calendar) => by.workdaysBetween(from, to)?.workdays

describe('the calendar that the program brings along', () => {
  it('knows every year from 2004 to at least 2026 without a gap', () => {
    expect(shippedYears()[0]?.year).toBe(2004)
    expect(shippedYears().map(({ year }) => year)).toEqual(shippedYears().map((_, at) => 2004 + at))
    expect((calendar.reachesTo ?? '') >= '2026-12-31').toBe(true)
  })

  // 国办发明电〔2025〕7号: 春节 2月15日（周日）至23日（周一）放假调休，2月14日（周六）、2月28日（周六）上班.
  it('has the announced days of 2026', () => {
    expect(calendar.kindOf('2026-02-16')).toEqual({ kind: 'holiday', name: '春节', known: true })
    expect(calendar.kindOf('2026-02-14')).toEqual({ kind: 'makeUpWorkday', name: '春节', known: true })
    expect(calendar.kindOf('2026-02-13')).toEqual({ kind: 'workday', known: true })
    expect(calendar.kindOf('2026-02-07')).toEqual({ kind: 'weekend', known: true })
    expect(shippedYears().find(({ year }) => year === 2026)?.holidays[1]).toEqual({
      name: '春节',
      from: '2026-02-15',
      to: '2026-02-23',
    })
  })

  it('makes up only on Saturdays and Sundays, never on a day off', () => {
    for (const { makeUpWorkdays } of shippedYears())
      for (const { day } of makeUpWorkdays) {
        expect(['六', '日'], day).toContain(weekdayOf(day))
        expect(calendar.kindOf(day)?.kind, day).toBe('makeUpWorkday')
      }
  })
})

describe('counting working days', () => {
  it('steps over 春节 and counts the Saturday that makes up for it', () => {
    expect(added('2026-02-13', 1)).toBe('2026-02-14')
    expect(added('2026-02-13', 2)).toBe('2026-02-24')
    expect(added('2026-02-24', -1)).toBe('2026-02-14')
    expect(between('2026-02-13', '2026-02-24')).toBe(2)
    expect(between('2026-02-24', '2026-02-13')).toBe(-2)
    expect(between('2026-02-15', '2026-02-23')).toBe(0)
    expect(added('2026-02-17', 0)).toBe('2026-02-17')
  })

  it('counts weekends plainly where the calendar is not known, and says so', () => {
    expect(plain.workdaysBetween('2026-09-30', '2026-10-08')).toEqual({ workdays: 6, known: false })
    expect(calendar.workdaysBetween('2026-09-30', '2026-10-08')).toEqual({ workdays: 1, known: true })
    expect(calendar.kindOf('2099-10-01')).toEqual({ kind: 'workday', known: false })
    expect(calendar.workdaysBetween('2026-12-30', '2099-01-05')).toMatchObject({ known: false })
    expect(plain.addWorkdays('2099-01-02', 1)).toEqual({ day: '2099-01-05', known: false })
  })

  it('answers null for what is no day and beyond the years of paper', () => {
    expect(calendar.kindOf('2026-02-30')).toBeNull()
    expect(calendar.isWorkday('')).toBe(false)
    expect(calendar.workdaysBetween('2026-02-13', 'soon')).toBeNull()
    expect(calendar.addWorkdays('2026-02-13', 1.5)).toBeNull()
    expect(calendar.addWorkdays('2999-12-30', 10)).toBeNull()
  })

  const day = fc.integer({ min: -3000, max: 12_000 }).map((by) => addDays('2015-01-01', by) ?? '')
  const count = fc.integer({ min: -800, max: 800 })
  const anyCalendar = fc.constantFrom(calendar, plain)

  it('counts as one walks day by day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 400 }), anyCalendar, (from, length, by) => {
        const days = Array.from({ length }, (_, at) => addDays(from, at + 1) ?? '')
        expect(between(from, addDays(from, length) ?? '', by)).toBe(days.filter(by.isWorkday).length)
      }),
    )
  })

  it('adds up: from a to b and from b to c make from a to c', () => {
    fc.assert(
      fc.property(day, day, day, (a, b, c) => {
        expect((between(a, b) ?? NaN) + (between(b, c) ?? NaN)).toBe(between(a, c))
      }),
    )
  })

  it('reaches by adding a working day that lies so many working days away', () => {
    fc.assert(
      fc.property(day, count, anyCalendar, (from, n, by) => {
        const to = added(from, n, by) ?? ''
        expect(by.isWorkday(to) || n === 0).toBe(true)
        expect(Math.sign(daysBetween(from, to) ?? 0)).toBe(Math.sign(n))
        // Before: the day itself does not count, the day reached does.
        const counted = n < 0 ? between(before(from), before(to), by) : between(from, to, by)
        expect(counted).toBe(n)
      }),
    )
  })
})

const before = (day: string): string => addDays(day, -1) ?? ''

describe('years of the firm', () => {
  const own: CalendarYear = {
    year: 2027,
    holidays: [{ name: '元旦', from: '2026-12-31', to: '2027-01-02' }],
    makeUpWorkdays: [{ name: '元旦', day: '2026-12-26' }],
  }

  it('extend the reach, and may touch days of the year before', () => {
    const both = calendarOf(mergeYears(shippedYears(), [own]))
    expect(both.reachesTo).toBe('2027-12-31')
    expect(both.kindOf('2026-12-31')).toMatchObject({ kind: 'holiday', name: '元旦' })
    expect(added('2026-12-25', 1, both)).toBe('2026-12-26')
    expect(both.kindOf('2026-10-01')?.kind).toBe('holiday')
  })

  it('take the place of a whole year', () => {
    const other = calendarOf(mergeYears(shippedYears(), [{ ...own, year: 2026 }]))
    expect(other.kindOf('2026-10-01')).toEqual({ kind: 'workday', known: true })
    expect(other.kindOf('2025-10-01')?.kind).toBe('holiday')
  })

  it('behind a gap do not extend the reach', () => {
    const gap = calendarOf(mergeYears(shippedYears(), [{ ...own, year: 2031, holidays: [] }]))
    expect(gap.reachesTo).toBe(calendar.reachesTo)
    expect(gap.kindOf('2031-05-06')?.known).toBe(true)
    expect(plain.reachesTo).toBeNull()
  })

  it('long before the program’s do not shorten the reach', () => {
    const early = calendarOf(
      mergeYears(shippedYears(), [{ ...own, year: 1999, holidays: [] }]),
      shippedYears(),
    )
    expect(early.reachesTo).toBe(calendar.reachesTo)
    const both = calendarOf(mergeYears(shippedYears(), [{ ...own, year: 1999 }, own]), shippedYears())
    expect(both.reachesTo).toBe('2027-12-31')
  })

  it('show what is still to come, the nearest first', () => {
    const coming = comingDays(
      calendarOf(
        mergeYears(
          shippedYears().filter(({ year }) => year <= 2026),
          [own],
        ),
      ),
      '2026-10-07',
    )
    expect(coming.holidays.map(({ from }) => from)).toEqual(['2026-10-01', '2026-12-31'])
    expect(coming.makeUpWorkdays.map(({ day }) => day)).toEqual(['2026-10-10', '2026-12-26'])
  })
})
