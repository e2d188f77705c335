import { describe, expect, it } from 'vitest'
import { tracksOf } from '../../../../../renderer/ui/list/tracks'

describe('the tracks of a long list', () => {
  it('are as wide as their columns, the rest stays empty behind them', () => {
    expect(tracksOf({ widths: [100, 80] })).toEqual({
      '--zk-tracks': '100px 80px minmax(0, 1fr)',
      '--zk-wide': '180px',
    })
  })

  it('begin with the boxes in which lines are ticked', () => {
    const { '--zk-wide': wide, '--zk-tracks': tracks } = tracksOf({ widths: [100], ticks: true })
    expect(tracks).toBe('38px 100px minmax(0, 1fr)')
    expect(wide).toBe('138px')
  })

  it('give the rest to the last column, or some of it to one before', () => {
    expect(tracksOf({ widths: [100, 80], stretch: 1 })['--zk-tracks']).toBe('100px minmax(80px, 1fr)')
    expect(tracksOf({ widths: [100, 80], stretch: 0 })['--zk-tracks']).toBe(
      'minmax(100px, 200px) 80px minmax(0, 1fr)',
    )
  })
})
