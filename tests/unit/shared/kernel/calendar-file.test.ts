import { describe, expect, it } from 'vitest'
import {
  parseCalendarFile,
  readCalendarYear,
  writeCalendarFile,
  writeCalendarYear,
} from '../../../../shared/kernel/calendar-file'
import { shippedYears } from '../../../../shared/kernel/chinese-holidays'
import type { CalendarYear } from '../../../../shared/kernel/working-days'

const year: CalendarYear = {
  year: 2027,
  source: '示例公告',
  holidays: [
    { name: '元旦', from: '2026-12-31', to: '2027-01-02' },
    { name: '春节', from: '2027-02-05', to: '2027-02-11' },
  ],
  makeUpWorkdays: [{ name: '元旦', day: '2026-12-26' }],
}
const file = (years: unknown, more = {}) =>
  JSON.stringify({ format: 'zhike-calendar', version: 1, years, ...more })
const faultsOf = (text: string) => {
  const read = parseCalendarFile(text)
  if (read.ok || read.error.type !== 'BadCalendar') throw new Error(JSON.stringify(read))
  return read.error.faults
}

describe('a calendar file', () => {
  it('gives back what was written, all years of the package too', () => {
    expect(parseCalendarFile(writeCalendarFile([year]))).toEqual({ ok: true, value: [year] })
    expect(parseCalendarFile(writeCalendarFile(shippedYears()))).toEqual({ ok: true, value: shippedYears() })
  })

  it('is written so that a person can read it: an entry a line', () => {
    expect(writeCalendarFile([year])).toContain(
      '        {"name": "春节", "from": "2027-02-05", "to": "2027-02-11"}\n',
    )
  })

  it('may begin with a byte order mark, and leave out the end of a single day off', () => {
    const single = { year: 2027, holidays: [{ name: '清明', from: '2027-04-05' }], makeUpWorkdays: [] }
    expect(parseCalendarFile(`\uFEFF${file([single])}`)).toEqual({
      ok: true,
      value: [{ ...single, holidays: [{ name: '清明', from: '2027-04-05', to: '2027-04-05' }] }],
    })
  })

  it('tells the line where JSON breaks off, another format and a newer version', () => {
    expect(parseCalendarFile('{\n  "format": "zhike-calendar",\n  "version" 1\n}')).toEqual({
      ok: false,
      error: { type: 'NotJson', line: 3 },
    })
    expect(parseCalendarFile('')).toMatchObject({ error: { type: 'NotJson' } })
    for (const other of ['[]', 'null', '{"format":"ics"}', '{"2027":[]}'])
      expect(parseCalendarFile(other)).toEqual({ ok: false, error: { type: 'OtherFormat' } })
    expect(parseCalendarFile(file([year], { version: 2 }))).toEqual({
      ok: false,
      error: { type: 'NewerFormat', found: 2, known: 1 },
    })
  })

  it.each([
    ['no years', [], [{ fault: 'noYears' }]],
    ['years that are no list', {}, [{ fault: 'notAList', member: 'years' }]],
    [
      'a year as text',
      [{ ...year, year: '2027' }],
      [{ list: 'years', entry: 1, fault: 'notAYear', found: '2027' }],
    ],
    [
      'a year without a number',
      [{ holidays: [] }],
      [{ list: 'years', entry: 1, fault: 'missing', member: 'year' }],
    ],
    ['one year twice', [year, year], [{ year: 2027, fault: 'yearTwice' }]],
    ['no holidays', [{ ...year, holidays: [] }], [{ year: 2027, fault: 'noHolidays' }]],
    ['a slip in a name', [{ ...year, holliday: [] }], [{ year: 2027, fault: 'unknown', member: 'holliday' }]],
    [
      'no make-up list',
      [{ year: 2027, holidays: year.holidays }],
      [{ year: 2027, fault: 'missing', member: 'makeUpWorkdays' }],
    ],
  ])('refuses %s', (_, years, faults) => {
    expect(faultsOf(file(years))).toEqual(faults)
  })

  const holiday = (entry: unknown) => faultsOf(file([{ ...year, makeUpWorkdays: [], holidays: [entry] }]))
  const at = { year: 2027, list: 'holidays', entry: 1 }

  it.each([
    [
      'a day that the calendar lacks',
      { name: '春节', from: '2027-02-30' },
      { ...at, fault: 'notADay', found: '2027-02-30' },
    ],
    [
      'another way to write days',
      { name: '春节', from: '2027/2/5' },
      { ...at, fault: 'notADay', found: '2027/2/5' },
    ],
    ['no name', { from: '2027-02-05' }, { ...at, fault: 'missing', member: 'name' }],
    ['an empty name', { name: ' ', from: '2027-02-05' }, { ...at, fault: 'notText', member: 'name' }],
    [
      'an end before the beginning',
      { name: '春节', from: '2027-02-11', to: '2027-02-05' },
      { ...at, fault: 'endBeforeStart', day: '2027-02-05' },
    ],
    [
      'a holiday of half a year',
      { name: '春节', from: '2027-02-05', to: '2027-08-05' },
      { ...at, fault: 'tooLong', day: '2027-08-05' },
    ],
    [
      'days of another year, told once',
      { name: '春节', from: '2026-02-15', to: '2026-02-23' },
      { year: 2027, list: 'holidays', fault: 'otherYear', day: '2026-02-15' },
    ],
    ['a text in place of an entry', '春节', { ...at, fault: 'notAnObject' }],
  ])('refuses %s', (_, entry, fault) => {
    expect(holiday(entry)).toEqual([fault])
  })

  it('refuses a make-up workday on a weekday, and a day that is off as well', () => {
    const list = 'makeUpWorkdays'
    const wrong = {
      ...year,
      makeUpWorkdays: [
        { name: '春节', day: '2027-02-03' },
        { name: '春节', day: '2027-02-06' },
      ],
    }
    expect(faultsOf(file([wrong]))).toEqual([
      { year: 2027, list, entry: 1, fault: 'notAWeekend', day: '2027-02-03' },
      { year: 2027, list, fault: 'dayTwice', day: '2027-02-06' },
    ])
  })

  it('tells several faults at once, but no more than 20', () => {
    const many = { ...year, holidays: Array.from({ length: 30 }, () => ({})) }
    expect(faultsOf(file([many]))).toHaveLength(20)
    expect(faultsOf(file([{ ...year, holidays: Array.from({ length: 61 }, () => ({})) }]))[0]).toEqual({
      year: 2027,
      list: 'holidays',
      fault: 'tooMany',
    })
  })
})

describe('a year as the firm keeps it', () => {
  it('[ST33] gives back what was written', () => {
    expect(readCalendarYear(writeCalendarYear(year))).toEqual(year)
  })

  it('[ST33] is not used when it is none by today’s rules', () => {
    expect(readCalendarYear('{')).toBeNull()
    expect(readCalendarYear('[]')).toBeNull()
    expect(readCalendarYear(JSON.stringify({ ...year, holidays: [] }))).toBeNull()
  })

  it('[ST33] is used without what only a newer program knows', () => {
    expect(readCalendarYear(JSON.stringify({ ...year, halfDays: [] }))).toEqual(year)
  })
})
