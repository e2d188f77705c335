import { describe, expect, it } from 'vitest'
import {
  columnsOn,
  moveInGrid,
  rowsOfCards,
} from '../../../../../renderer/features/forms-library/move-in-grid'

/** Five forms of one module and two of another, three side by side. */
const rows = rowsOfCards([5, 2], 3)
const go = (key: string, at: number, page = 2) => moveInGrid(key, at, rows, page)

describe('moving among the cards', () => {
  it('counts rows through the groups, each beginning a row of its own', () => {
    expect(rows).toEqual([
      [0, 1, 2],
      [3, 4],
      [5, 6],
    ])
    expect(rowsOfCards([], 3)).toEqual([])
  })

  it('keeps to the column, as far as the next row reaches', () => {
    expect([go('ArrowDown', 1), go('ArrowDown', 2), go('ArrowDown', 4), go('ArrowDown', 6)]).toEqual([
      4, 4, 6, 6,
    ])
    expect([go('ArrowUp', 6), go('ArrowUp', 3)]).toEqual([4, 0])
  })

  it('leaves the first row upwards to the search box', () => {
    expect(go('ArrowUp', 2)).toBe('above')
  })

  it('goes from row to row sideways and stops at both ends', () => {
    expect([go('ArrowRight', 2), go('ArrowLeft', 3), go('ArrowLeft', 0), go('ArrowRight', 6)]).toEqual([
      3, 2, 0, 6,
    ])
  })

  it('turns pages by rows and leads to both ends', () => {
    expect([go('PageDown', 1), go('PageUp', 6), go('PageUp', 0), go('Home', 5), go('End', 0)]).toEqual([
      6, 1, 0, 0, 6,
    ])
  })

  it('leaves other keys alone, and all of them where there are no forms', () => {
    expect(go('x', 0)).toBeNull()
    expect(moveInGrid('ArrowDown', 0, [], 2)).toBeNull()
  })
})

describe('cards side by side', () => {
  it('are as many as fit with the gaps between them, at least one', () => {
    expect(columnsOn(616, 150, 8)).toBe(3)
    expect(columnsOn(624, 150, 8)).toBe(4)
    expect(columnsOn(40, 150, 8)).toBe(1)
  })
})
