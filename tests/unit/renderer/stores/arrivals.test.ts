import { describe, expect, it, vi } from 'vitest'
import { createArrivals } from '../../../../renderer/stores'
import type { WorkingCopy } from '../../../../renderer/db'
import type { Bridge, Events, JournalFailure } from '../../../../shared/ipc/contract'
import { err, ok, type Result } from '../../../../shared/kernel/result'

type Grown = Events['journal:grown']

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
  const catchUp = vi.fn(async () => {
    log.push('changes')
    if (release) await new Promise<void>((resolve) => (release = resolve))
    return ok(1)
  })
  const takeIn = vi.fn(() => {
    log.push('forms')
    return Promise.resolve<Result<number, JournalFailure>>(ok(1))
  })
  const workingCopy = { catchUp, templates: { takeIn } } as unknown as WorkingCopy
  const arrivals = createArrivals(bridge, workingCopy)
  arrivals.follow()
  return {
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

describe('what comes from other computers', () => {
  it('is taken in, forms before the records that are filled from them', async () => {
    const { grow, log, settled, arrivals } = desk()
    grow({ templates: true, attachments: true })
    await settled()
    expect(log).toEqual(['forms', 'changes'])
    expect(arrivals.store.getState()).toEqual({ taken: 1, attachments: 1 })
  })

  it('and comes while the last is being taken in, is taken by one more pass', async () => {
    const { grow, hold, release, settled, catchUp } = desk()
    hold()
    grow()
    grow()
    grow()
    await settled()
    expect(catchUp).toHaveBeenCalledTimes(1)
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
    expect(arrivals.store.getState()).toEqual({ taken: 2, attachments: 0 })
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
})
