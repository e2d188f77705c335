import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ENDING_TIME, endInOrder } from '../../../../main/window/end-in-order'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** An `app` as Electron's: quitting tells both listeners, and ends unless the second prevents it. */
function fakeApp(closeAll: () => Promise<unknown>) {
  const log: string[] = []
  let beforeQuit: () => void = () => undefined
  let willQuit: (event: { preventDefault: () => void }) => void = () => undefined
  const app = {
    onBeforeQuit: (listener: () => void) => {
      beforeQuit = listener
    },
    onWillQuit: (listener: typeof willQuit) => {
      willQuit = listener
    },
    quit: () => {
      beforeQuit()
      const preventDefault = vi.fn()
      willQuit({ preventDefault })
      if (preventDefault.mock.calls.length === 0) log.push('ended')
    },
    exit: () => {
      log.push('exit')
    },
  }
  endInOrder(app, closeAll, (state) => log.push(`late: ${state}`))
  return { app, log }
}

describe('ending the program', () => {
  it('closes everything first, once, and then ends', async () => {
    const closeAll = vi.fn(() => Promise.resolve())
    const { app, log } = fakeApp(closeAll)
    app.quit()
    app.quit()
    expect(log).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(closeAll).toHaveBeenCalledTimes(1)
    expect(log).toEqual(['ended'])
  })

  it('ends also when closing fails', async () => {
    const { app, log } = fakeApp(() => Promise.reject(new Error('no')))
    app.quit()
    await vi.advanceTimersByTimeAsync(1)
    expect(log).toEqual(['ended'])
  })

  it('ends anyway, and says so, when closing does not come to an end', async () => {
    const { app, log } = fakeApp(() => new Promise(() => undefined))
    app.quit()
    await vi.advanceTimersByTimeAsync(ENDING_TIME - 1)
    expect(log).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(log).toEqual(['late: closing', 'exit'])
  })
})
