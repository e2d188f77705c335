import { describe, expect, it } from 'vitest'
import {
  byDay,
  countDues,
  firstOf,
  judge,
  mostUrgent,
  placeOf,
} from '../../../../../renderer/features/dues/due-lines'
import { shippedCalendar } from '../../../../../shared/kernel/chinese-holidays'
import type { OpenDue } from '../../../../../shared/search/list-query'

const due = (on: string, id = on): OpenDue => ({
  id,
  list: 'KHTS-BD-001',
  label: '承诺办理期限',
  on,
  at: 'promisedOn',
  who: '',
  about: '',
})
const today = '2026-09-30'

describe('how days that are due stand', () => {
  it('is counted in working days: 国庆 and weekends are none, 调休 is one', () => {
    const days = ['2026-09-28', '2026-09-30', '2026-10-08', '2026-10-10', '2026-10-15']
    const lines = judge(
      days.map((on) => due(on)),
      today,
      shippedCalendar(),
    )
    expect(lines.map(({ state, workdays }) => [state, workdays])).toEqual([
      ['overdue', 2],
      ['today', 0],
      ['soon', 1],
      ['soon', 3],
      ['later', 7],
    ])
    const counts = countDues(lines)
    expect(counts).toEqual({ overdue: 1, today: 1, soon: 2, later: 1 })
    expect(mostUrgent(counts)).toBe('overdue')
    expect(mostUrgent({ ...counts, overdue: 0 })).toBe('today')
  })

  it('is not known beyond the calendar', () => {
    const [near, far] = judge([due('2026-12-31'), due('2031-01-06')], today, shippedCalendar())
    expect([near?.known, far?.known]).toEqual([true, false])
  })

  it('is listed day by day, each with its head and how many there are', () => {
    const lines = judge(
      [due('2026-09-30', 'a'), due('2026-09-30', 'b'), due('2026-10-09', 'c')],
      today,
      shippedCalendar(),
    )
    expect(byDay(lines).map((line) => (line.line === 'day' ? [line.on, line.count] : line.due.id))).toEqual([
      ['2026-09-30', 2],
      'a',
      'b',
      ['2026-10-09', 1],
      'c',
    ])
  })

  it('begins, where it is short, with the earliest day, as the whole list does', () => {
    const days = ['2026-09-01', '2026-09-02', '2026-09-03', '2026-10-12', '2026-10-13']
    const lines = judge(
      days.map((on) => due(on)),
      today,
      shippedCalendar(),
    )
    expect(firstOf(lines, 'overdue', 2).map(({ on }) => on)).toEqual(['2026-09-01', '2026-09-02'])
    expect(firstOf(lines, 'later', 9).map(({ on }) => on)).toEqual(['2026-10-12', '2026-10-13'])
  })

  it('leads to the field, also in a row', () => {
    expect(placeOf({ id: 'r', at: '["rows","x","due"]' })).toBe(
      `/record/r/at/${encodeURIComponent('["rows","x","due"]')}`,
    )
  })
})
