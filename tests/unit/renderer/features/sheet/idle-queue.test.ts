import { describe, expect, it } from 'vitest'
import { idleQueue, type IdleDeadline } from '../../../../../renderer/features/sheet/idle-queue'

/** A window that becomes idle when told to, for so many milliseconds; every job takes four. */
function office() {
  const waiting: ((deadline: IdleDeadline) => void)[] = []
  const done: string[] = []
  let left = 0
  const queue = idleQueue((work) => waiting.push(work))
  const idle = (ms: number, didTimeout = false) => {
    left = ms
    waiting.shift()?.({ didTimeout, timeRemaining: () => left })
  }
  const add = (name: string) =>
    queue.add(() => {
      done.push(name)
      left = Math.max(0, left - 4)
    })
  return { add, idle, done, asked: () => waiting.length }
}

describe('work for idle time', () => {
  it('begins with what was asked for last, and stops when the time is up', () => {
    const { add, idle, done } = office()
    for (const name of ['a', 'b', 'c']) add(name)
    idle(10)
    expect(done).toEqual(['c', 'b'])
    idle(10)
    expect(done).toEqual(['c', 'b', 'a'])
  })

  it('does a single job when the window was never idle', () => {
    const { add, idle, done } = office()
    add('a')
    add('b')
    idle(0, true)
    expect(done).toEqual(['b'])
  })

  it('waits again when the idle time is too short for a job', () => {
    const { add, idle, done, asked } = office()
    add('a')
    idle(2)
    expect(done).toEqual([])
    expect(asked()).toBe(1)
  })

  it('leaves out what is not wanted any more, and asks for nothing when nothing is left', () => {
    const { add, idle, done, asked } = office()
    const leave = add('a')
    leave()
    idle(50)
    expect(done).toEqual([])
    expect(asked()).toBe(0)
  })
})
