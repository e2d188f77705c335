import { describe, expect, it } from 'vitest'
import { InTurn } from '../../../../renderer/db/lists/in-turn'

describe('what comes by two ways', () => {
  it('is done in the order in which it was written', () => {
    const done: string[] = []
    const inTurn = new InTurn()
    const behind = (lines: number, name: string) => {
      inTurn.behind([lines], () => done.push(name))
    }
    behind(0, 'first')
    expect(done).toEqual(['first'])
    behind(3, 'behind three')
    behind(5, 'behind five')
    inTurn.hear(0, 2)
    expect(done).toEqual(['first'])
    inTurn.hear(0, 1)
    expect(done).toEqual(['first', 'behind three'])
    inTurn.hear(0, 4)
    behind(5, 'last')
    expect(done).toEqual(['first', 'behind three', 'behind five', 'last'])
  })

  it('waits for each of several ways by itself', () => {
    const done: string[] = []
    const inTurn = new InTurn()
    inTurn.behind([2, 1], () => done.push('behind both'))
    inTurn.hear(1, 3)
    expect(done).toEqual([])
    inTurn.hear(0, 2)
    expect(done).toEqual(['behind both'])
  })
})
