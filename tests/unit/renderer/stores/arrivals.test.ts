import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createArrivals } from '../../../../renderer/stores'
import type { CaughtUp, WorkingCopy } from '../../../../renderer/db'
import type { Bridge, Events, JournalFailure } from '../../../../shared/ipc/contract'
import { err, ok, type Result } from '../../../../shared/kernel/result'

type Grown = Events['journal:grown']

const CAUGHT_UP: CaughtUp = { applied: 1, parted: [] }

function desk() {
  let heard: (event: Grown) => void = () => undefined
  const bridge = {
    on: (_name: string, listener: (event: Grown) => void) => {
      heard = listener
      return () => undefined
    },
  } as unknown as Bridge
  let release: (() => void) | null = null
  const log: string[] = []
  const catchUp = vi.fn(async (): Promise<Result<CaughtUp, JournalFailure>> => {
    log.push('changes')
    if (release) await new Promise<void>((resolve) => (release = resolve))
    return ok(CAUGHT_UP)
  })
  const takeIn = vi.fn(() => {
    log.push('forms')
    return Promise.resolve<Result<number, JournalFailure>>(ok(1))
  })
  const workingCopy = { catchUp, templates: { takeIn } } as unknown as WorkingCopy
  const arrivals = createArrivals(bridge, workingCopy)
  const stop = arrivals.follow()
  return {
    stop,
    arrivals,
    log,
    catchUp,
    takeIn,
    hold: () => {
      release = () => undefined
    },
    release: () => release?.(),
    grow: (more: Partial<Grown> = {}) => {
      heard({ ends: [], templates: false, attachments: false, ...more })
    },
    settled: async () => {
      for (let i = 0; i < 20; i++) await Promise.resolve()
    },
  }
}

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

describe('what comes from other computers', () => {
  it('is taken in, forms before the records that are filled from them', async () => {
    const { grow, log, settled, arrivals } = desk()
    grow({ templates: true, attachments: true })
    await settled()
    expect(log).toEqual(['forms', 'changes'])
    expect(arrivals.store.getState()).toEqual({ taken: 1, coming: false, attachments: 1 })
  })

  it('and comes while the last is being taken in, is taken by one more pass', async () => {
    const { grow, hold, release, settled, catchUp, arrivals } = desk()
    hold()
    grow()
    grow()
    grow()
    await settled()
    expect(catchUp).toHaveBeenCalledTimes(1)
    expect(arrivals.store.getState().coming).toBe(true)
    release()
    await settled()
    expect(catchUp).toHaveBeenCalledTimes(2)
  })

  it('asks again for forms that could not be read, with whatever comes next', async () => {
    const { grow, settled, takeIn, arrivals } = desk()
    takeIn.mockResolvedValueOnce(err({ type: 'Busy', path: 'templates' }))
    grow({ templates: true })
    await settled()
    expect(arrivals.store.getState().failure).toEqual({ type: 'Busy', path: 'templates' })
    grow()
    await settled()
    expect(takeIn).toHaveBeenCalledTimes(2)
    expect(arrivals.store.getState()).toEqual({ taken: 2, coming: false, attachments: 0 })
  })

  it('and belongs to a history that parted is told for the rest of the sitting', async () => {
    const { grow, settled, catchUp, arrivals } = desk()
    catchUp.mockResolvedValueOnce(ok({ applied: 0, parted: ['0123456789abcdef'] }))
    grow()
    await settled()
    expect(arrivals.store.getState()).toEqual({ taken: 1, coming: false, attachments: 0, parted: true })
    catchUp.mockRejectedValueOnce(new Error('the storage is busy'))
    grow()
    await settled()
    expect(arrivals.store.getState()).toMatchObject({ parted: true, failure: { type: 'BadChange' } })
  })

  it('and cannot be shown is told, and tried again with the next', async () => {
    const { grow, settled, catchUp, arrivals } = desk()
    catchUp.mockRejectedValueOnce(new Error('the storage is gone'))
    grow()
    await settled()
    expect(arrivals.store.getState().failure).toMatchObject({ type: 'BadChange' })
    grow()
    await settled()
    expect(arrivals.store.getState().failure).toBeUndefined()
  })

  it('and cannot be shown is tried again by itself, after ever longer pauses, until it can', async () => {
    const { grow, settled, catchUp, arrivals } = desk()
    const busy = () => err<JournalFailure>({ type: 'Busy', path: 'storage' })
    catchUp.mockImplementation(() => Promise.resolve(busy()))
    grow()
    await settled()
    const pauses: number[] = []
    for (let seconds = 0; catchUp.mock.calls.length < 9; seconds++) {
      const before = catchUp.mock.calls.length
      await vi.advanceTimersByTimeAsync(1000)
      if (catchUp.mock.calls.length > before) pauses.push(seconds + 1)
    }
    expect(pauses).toEqual([2, 6, 14, 30, 62, 126, 246, 366])
    expect(arrivals.store.getState().failure).toEqual({ type: 'Busy', path: 'storage' })
    catchUp.mockImplementation(() => Promise.resolve(ok(CAUGHT_UP)))
    await vi.advanceTimersByTimeAsync(120_000)
    expect(arrivals.store.getState().failure).toBeUndefined()
    await vi.advanceTimersByTimeAsync(1_000_000)
    expect(catchUp).toHaveBeenCalledTimes(10)
  })

  it('is not tried again when nobody listens any more', async () => {
    const { grow, settled, catchUp, stop } = desk()
    catchUp.mockRejectedValue(new Error('the storage is gone'))
    grow()
    await settled()
    stop()
    await vi.advanceTimersByTimeAsync(1_000_000)
    expect(catchUp).toHaveBeenCalledTimes(1)
  })
})
