import { describe, expect, it } from 'vitest'
import { centred, revealed, seenAt } from '../../../../../renderer/ui/list/scrolled-to'
import { LINE } from '../../../../../renderer/ui/list/tracks'

/** Ten lines below the heads. */
const height = 11 * LINE

describe('the places that are seen', () => {
  it('are told by whole blocks', () => {
    expect(seenAt(0, height)).toEqual({ first: 0, last: 11 })
    expect(seenAt(7 * LINE, height)).toEqual({ first: 4, last: 19 })
    expect(seenAt(8 * LINE, height)).toEqual({ first: 8, last: 19 })
  })

  it('count a line that is seen in part', () => {
    expect(seenAt(6 * LINE, height).last).toBe(15)
    expect(seenAt(6 * LINE + 1, height).last).toBe(19)
    expect(seenAt(8 * LINE - 1, height).first).toBe(4)
  })

  it('are one block where there is hardly any room', () => {
    expect(seenAt(0, 0)).toEqual({ first: 0, last: 3 })
  })
})

describe('scrolling to a line', () => {
  const at = (scrollTop: number) => ({ scrollTop, clientHeight: height })

  it('moves nothing for a line that is seen whole', () => {
    expect(revealed(5, at(5 * LINE))).toBe(5 * LINE)
    expect(revealed(14, at(5 * LINE))).toBe(5 * LINE)
  })

  it('goes as little as it takes', () => {
    expect(revealed(4, at(5 * LINE))).toBe(4 * LINE)
    expect(revealed(15, at(5 * LINE))).toBe(6 * LINE)
  })

  it('puts the middle of the line into the middle below the heads', () => {
    const top = centred(100, { clientHeight: height })
    const middle = 100 * LINE + LINE / 2 - top
    expect(middle).toBe((height - LINE) / 2)
  })
})
