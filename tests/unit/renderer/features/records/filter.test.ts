import { describe, expect, it } from 'vitest'
import { isWideOpen, noFilter, queryOf, type Period } from '../../../../../renderer/features/records/filter'

const days = (period: Period, today: string) => {
  const { from, to } = queryOf({ ...noFilter, period }, today, 10)
  return [from, to]
}

describe('a filter of the list of records', () => {
  it('asks for everything when it is open', () => {
    expect(queryOf(noFilter, '2026-11-21', 200)).toEqual({ limit: 200 })
    expect(isWideOpen(noFilter)).toBe(true)
  })

  it('asks for words, form and state', () => {
    const filter = { ...noFilter, text: ' 示例 ', code: 'KHTS-BD-001', state: 'void' as const }
    expect(queryOf(filter, '2026-11-21', 200)).toEqual({
      limit: 200,
      text: '示例',
      templateCode: 'KHTS-BD-001',
      states: ['void'],
    })
    expect(isWideOpen(filter)).toBe(false)
  })

  it.each([
    ['today', '2026-11-21', ['2026-11-21', '2026-11-21']],
    // A Saturday, a Sunday and a Monday: weeks begin on Monday.
    ['week', '2026-11-21', ['2026-11-16', '2026-11-22']],
    ['week', '2026-11-22', ['2026-11-16', '2026-11-22']],
    ['week', '2026-11-23', ['2026-11-23', '2026-11-29']],
    ['week', '2027-01-01', ['2026-12-28', '2027-01-03']],
    ['month', '2026-02-03', ['2026-02-01', '2026-02-31']],
    ['year', '2026-11-21', ['2026-01-01', '2026-12-31']],
  ] as const)('%s, on %s, is %j', (period, today, expected) => {
    expect(days(period, today)).toEqual(expected)
  })

  it('leaves an own period open where no day is given', () => {
    const query = queryOf({ ...noFilter, period: 'own', from: '2026-01-05' }, '2026-11-21', 10)
    expect(query).toEqual({ limit: 10, from: '2026-01-05' })
  })
})
