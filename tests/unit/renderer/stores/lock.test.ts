import { describe, expect, it, vi } from 'vitest'
import { createLock, watchIdle } from '../../../../renderer/stores'
import { handClock } from '../../../support/folder-bridge'

const MINUTE = 60_000

describe('the lock of the window', () => {
  it('puts down what is being typed and locks at the same moment, once', () => {
    const putDown = vi.fn(() => new Promise<void>(() => undefined))
    const lock = createLock(putDown)
    lock.begin(false)
    lock.lock()
    lock.lock()
    expect(lock.store.getState().locked).toBe(true)
    expect(putDown).toHaveBeenCalledOnce()
    lock.unlock()
    expect(lock.store.getState().locked).toBe(false)
  })

  it('locks also when drafts cannot be put down, and not before there are pages', () => {
    const lock = createLock(() => Promise.reject(new Error('disk full')))
    lock.lock()
    expect(lock.store.getState().locked).toBe(false)
    lock.begin(false)
    lock.lock()
    expect(lock.store.getState().locked).toBe(true)
  })
})

describe('nobody at the computer', () => {
  function watched() {
    const clock = handClock()
    const onIdle = vi.fn()
    let due: { at: number; work: () => void } | undefined
    const later = (ms: number, work: () => void) => {
      due = { at: clock.now() + ms, work }
      return () => {
        due = undefined
      }
    }
    const idle = watchIdle(5 * MINUTE, { clock, later, onIdle })
    /** The clock goes on and timers fire when their time has come. */
    const pass = (ms: number) => {
      const end = clock.now() + ms
      while (due && due.at <= end) {
        const { at, work } = due
        due = undefined
        clock.set(at)
        work()
      }
      clock.set(end)
    }
    return { clock, onIdle, idle, pass, isWaiting: () => due !== undefined }
  }

  it('is noticed after the time, counted from the last touch', () => {
    const { onIdle, idle, pass } = watched()
    pass(4 * MINUTE)
    idle.touch()
    pass(5 * MINUTE - 1)
    expect(onIdle).not.toHaveBeenCalled()
    pass(1)
    expect(onIdle).toHaveBeenCalledOnce()
  })

  it('is noticed again after the next time', () => {
    const { onIdle, idle, pass } = watched()
    pass(5 * MINUTE)
    idle.touch()
    pass(5 * MINUTE)
    expect(onIdle).toHaveBeenCalledTimes(2)
  })

  it('is noticed by the first touch after a sleep in which no timer ran', () => {
    const { clock, onIdle, idle } = watched()
    clock.advance(60 * MINUTE)
    idle.touch()
    expect(onIdle).toHaveBeenCalledOnce()
    idle.touch()
    expect(onIdle).toHaveBeenCalledOnce()
  })

  it('is not put off for long by a clock that was set back, and not noticed when nobody asks any more', () => {
    const { clock, onIdle, idle, pass, isWaiting } = watched()
    clock.advance(-60 * MINUTE)
    idle.touch()
    idle.stop()
    expect(isWaiting()).toBe(false)
    pass(60 * MINUTE)
    expect(onIdle).not.toHaveBeenCalled()
  })
})
