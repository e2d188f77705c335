import { describe, expect, it, vi } from 'vitest'
import type { Lists } from '../../../../../renderer/db'
import { createRegisterRows, PAGE } from '../../../../../renderer/features/records/register-rows'
import type { ListQuery } from '../../../../../shared/search/list-query'
import { row } from './row'

interface Asked {
  readonly query: ListQuery
  readonly from: number
  readonly limit: number
  readonly answer: (count: number, revision?: number) => Promise<void>
  readonly fail: () => Promise<void>
}

/** Lists that answer when the test says so. */
function slowLists() {
  const asked: Asked[] = []
  let heard: () => void = () => undefined
  const lists: Pick<Lists, 'records' | 'onChange'> = {
    records: (query, from, limit) =>
      new Promise((resolve, reject) => {
        const settle = async (act: () => void) => {
          act()
          await Promise.resolve()
          await Promise.resolve()
        }
        asked.push({
          query,
          from,
          limit,
          answer: (count, revision = 1) =>
            settle(() => {
              const rows = Array.from({ length: Math.max(0, Math.min(limit, count - from)) }, (_, i) =>
                row({ id: `${query.text ?? ''}${from + i}@${revision}` }),
              )
              resolve({ rows, count, totals: {}, revision })
            }),
          fail: () =>
            settle(() => {
              reject(new Error('broken'))
            }),
        })
      }),
    onChange: (listener) => {
      heard = listener
      return () => undefined
    },
  }
  return { asked, lists, change: () => heard() }
}

const opened = () => {
  const { asked, lists, change } = slowLists()
  const rows = createRegisterRows(lists, {})
  return { asked, rows, change, close: rows.open() }
}
/** Answers what is asked, and what is asked then, with 100,000 lines. */
const answerAll = async (asked: readonly Asked[]) => {
  for (let before = -1; before !== asked.length;) {
    before = asked.length
    await last(asked).answer(100_000)
  }
}
const last = (asked: readonly Asked[]): Asked => {
  const latest = asked.at(-1)
  if (!latest) throw new Error('nothing was asked')
  return latest
}

describe('rows of a register', () => {
  it('come around where a person looks, all that is seen at once', async () => {
    const { asked, rows } = opened()
    expect(rows.store.getState().count).toBeNull()
    await answerAll(asked)
    expect(rows.at(0)?.id).toBe('0@1')
    const before = asked.length
    rows.need(99_930, 99_999)
    expect(last(asked)).toMatchObject({ from: 99_920, limit: 80 })
    expect(rows.at(99_999)).toBeUndefined()
    await answerAll(asked)
    expect(rows.at(99_930)?.id).toBe('99930@1')
    expect(rows.at(99_999)?.id).toBe('99999@1')
    expect(asked).toHaveLength(before + 1)
    rows.need(0, 20)
    expect(asked).toHaveLength(before + 1)
  })

  it('of another question come from its top where that is looked at, else from where a person is', async () => {
    const { asked, rows } = opened()
    await answerAll(asked)
    rows.need(50_000, 50_020)
    await answerAll(asked)
    rows.ask({ text: '漏水' }, true)
    expect(last(asked)).toMatchObject({ query: { text: '漏水' }, from: 0 })
    await answerAll(asked)
    rows.need(50_000, 50_020)
    await answerAll(asked)
    rows.ask({ text: '示例' })
    expect(last(asked)).toMatchObject({ query: { text: '示例' }, from: 50_000 })
  })

  it('are asked for once at a time: a dragged scroll bar leaves nothing behind', async () => {
    const { asked, rows } = opened()
    await answerAll(asked)
    const before = asked.length
    rows.need(10_000, 10_020)
    rows.need(50_000, 50_020)
    rows.need(90_000, 90_020)
    expect(asked).toHaveLength(before + 1)
    await last(asked).answer(100_000)
    expect(last(asked).from).toBe(90_000)
    await answerAll(asked)
    // The last one is what comes next.
    expect(asked.slice(before).map(({ from }) => from)).toEqual([10_000, 90_000, 90_032])
  })

  it('that come next in the direction in which a person goes are asked for ahead', async () => {
    const { asked, rows } = opened()
    await answerAll(asked)
    const froms = async (first: number, end: number) => {
      const before = asked.length
      rows.need(first, end)
      await answerAll(asked)
      return asked.slice(before).map(({ from, limit }) => [from, limit])
    }
    expect(await froms(1_000, 1_025)).toEqual([
      [992, 48],
      [1_040, 64],
    ])
    expect(await froms(990, 1_015)).toEqual([
      [976, 16],
      [912, 64],
    ])
    expect(await froms(985, 1_010)).toEqual([])
    expect(await froms(99_970, 99_995)).toEqual([[99_968, 32]])
  })

  it('that nobody sees draw nothing when they come', async () => {
    const { asked, rows } = opened()
    await answerAll(asked)
    rows.need(1_000, 1_025)
    await last(asked).answer(100_000)
    const { drawn } = rows.store.getState()
    expect(last(asked).from).toBe(1_040)
    await last(asked).answer(100_000)
    expect(rows.at(1_050)).toBeDefined()
    expect(rows.store.getState().drawn).toBe(drawn)
  })

  it('that come leave what is shown beside them as it is: the sums are the same object', async () => {
    const { asked, rows } = opened()
    await last(asked).answer(100_000)
    const { totals } = rows.store.getState()
    rows.need(500, 520)
    await last(asked).answer(100_000)
    expect(rows.store.getState().totals).toBe(totals)
  })

  it('of another question stay until its own are there, and late answers are dropped', async () => {
    const { asked, rows } = opened()
    await last(asked).answer(500)
    rows.ask({ text: 'a' })
    expect(rows.at(0)?.id).toBe('0@1')
    const first = last(asked)
    rows.ask({ text: 'b' })
    await first.answer(3)
    expect(rows.store.getState().count).toBe(500)
    expect(last(asked).query).toEqual({ text: 'b' })
    await last(asked).answer(7)
    expect(rows.store.getState()).toMatchObject({ count: 7, answered: { text: 'b' } })
    expect(rows.at(0)?.id).toBe('b0@1')
    expect(rows.at(7)).toBeUndefined()
  })

  it('are read again after lines changed, the old ones shown meanwhile', async () => {
    vi.useFakeTimers()
    const { asked, rows, change, close } = opened()
    await last(asked).answer(500)
    rows.need(90, 250)
    for (let part = 0; part < 4; part += 1) await last(asked).answer(500)
    change()
    change()
    vi.runAllTimers()
    await last(asked).answer(501, 2)
    expect(rows.at(95)?.id).toBe('95@2')
    expect(rows.at(245)?.id).toBe('245@1')
    await last(asked).answer(501, 2)
    expect(rows.at(245)?.id).toBe('245@2')
    const before = asked.length
    close()
    change()
    vi.runAllTimers()
    expect(asked).toHaveLength(before)
    vi.useRealTimers()
  })

  it('tell that they could not be read, and are read again when asked', async () => {
    const { asked, rows } = opened()
    await last(asked).fail()
    expect(rows.store.getState().failure).toBe('broken')
    rows.again()
    await last(asked).answer(5)
    expect(rows.store.getState()).toMatchObject({ failure: null, count: 5 })
  })

  it('of pages long gone are let go', async () => {
    const { asked, rows } = opened()
    await last(asked).answer(100_000)
    for (let place = 0; place <= 4_000; place += 2 * PAGE) {
      rows.need(place, place + 20)
      await answerAll(asked)
    }
    expect(rows.at(0)).toBeUndefined()
    expect(rows.at(4_000)).toBeDefined()
  })
})
