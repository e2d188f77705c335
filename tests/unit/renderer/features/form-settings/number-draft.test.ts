import { describe, expect, it } from 'vitest'
import {
  firstOfNextRun,
  nextRun,
  piecesFrom,
} from '../../../../../renderer/features/form-settings/number-draft'

describe('the editor of a number rule', () => {
  it('shows the first number after the counter has begun again', () => {
    expect(firstOfNextRun('TS-{yyyy}-{0000}', '2026-11-21', 'year')).toBe('TS-2027-0001')
    expect(firstOfNextRun('TS{yyyy}{mm}-{000}', '2026-12-31', 'month')).toBe('TS202701-001')
    expect(firstOfNextRun('{yy}{mm}{dd}{00}', '2028-02-28', 'day')).toBe('28022901')
    expect(firstOfNextRun('K{00}', '2026-11-21', 'never')).toBeNull()
    expect(firstOfNextRun('K', '2026-11-21', 'year')).toBeNull()
  })

  it('counts runs by the calendar', () => {
    expect(nextRun('2026-12-31', 'day')).toBe('2027-01-01')
    expect(nextRun('2026-01-31', 'month')).toBe('2026-02-01')
  })

  it('begins with the usual pieces where a rule is put together otherwise', () => {
    expect(piecesFrom('{0000}/{yyyy}')).toMatchObject({ prefix: '', date: 'yyyy', width: 4 })
    expect(piecesFrom('TS-{yyyy}-{0000}')).toMatchObject({ prefix: 'TS-', separator: '-' })
  })
})
