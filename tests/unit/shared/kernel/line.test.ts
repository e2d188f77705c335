import { describe, expect, it } from 'vitest'
import { makeLine } from '../../../../shared/kernel/line'

/** Work that ends when it is told to. */
function held() {
  let end = (_value: string): void => undefined
  let fail = (_error: Error): void => undefined
  const done = new Promise<string>((resolve, reject) => {
    end = resolve
    fail = reject
  })
  return { done, end, fail }
}

describe('a line', () => {
  it('begins at once when nothing is before it, also after everything has ended', async () => {
    const inLine = makeLine()
    const begun: number[] = []
    const work = (n: number) => () => {
      begun.push(n)
      return Promise.resolve(n)
    }
    const first = inLine(work(1))
    expect(begun).toEqual([1])
    expect(await first).toBe(1)
    await Promise.resolve()
    const second = inLine(work(2))
    expect(begun).toEqual([1, 2])
    expect(await second).toBe(2)
  })

  it('does one thing at a time, in order, whether the one before ends well or not', async () => {
    const inLine = makeLine()
    const log: string[] = []
    const first = held()
    const second = held()
    const turns = [
      inLine(() => {
        log.push('first begins')
        return first.done
      }),
      inLine(() => {
        log.push('second begins')
        return second.done
      }),
      inLine(() => {
        log.push('third begins')
        return Promise.resolve('third')
      }),
    ]
    const settled = Promise.allSettled(turns)
    await Promise.resolve()
    expect(log).toEqual(['first begins'])
    first.fail(new Error('first'))
    await expect(turns[0]).rejects.toThrow('first')
    await new Promise((resolve) => setTimeout(resolve, 0))
    expect(log).toEqual(['first begins', 'second begins'])
    second.end('second')
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled'])
    expect(log).toEqual(['first begins', 'second begins', 'third begins'])
  })

  it('lets the next one that goes ahead begin once it is released, and everything else when all have ended', async () => {
    const inLine = makeLine()
    const log: string[] = []
    const ends = [held(), held()] as const
    const releases: (() => void)[] = []
    const ahead = (at: 0 | 1) =>
      inLine.ahead((release) => {
        log.push(`${at} begins`)
        releases.push(release)
        return ends[at].done
      })
    const first = ahead(0)
    const second = ahead(1)
    const whole = inLine(() => {
      log.push('whole begins')
      return Promise.resolve('whole')
    })
    const last = inLine.ahead((release) => {
      log.push('last begins')
      release()
      return Promise.resolve('last')
    })
    expect(log).toEqual(['0 begins'])
    releases[0]?.()
    expect(log).toEqual(['0 begins', '1 begins'])
    ends[1].end('second')
    expect(await second).toBe('second')
    await new Promise((resolve) => setTimeout(resolve, 0))
    expect(log).toEqual(['0 begins', '1 begins'])
    ends[0].fail(new Error('first'))
    await expect(first).rejects.toThrow('first')
    expect(await whole).toBe('whole')
    expect(await last).toBe('last')
    expect(log).toEqual(['0 begins', '1 begins', 'whole begins', 'last begins'])
  })
})
