import { describe, expect, it } from 'vitest'
import { guardedTeamFolder } from '../../../../../node/team/carrier/guarded-team-folder'
import type { ThreadEvents } from '../../../../../node/team/carrier/start-folder-thread'
import type { ThreadAnswer, ThreadCall } from '../../../../../node/team/carrier/thread-messages'
import { handClock } from '../../../../support/store'

const A = 'aaaaaaaaaaaaaaaa'
const MARK = 'zhike-team.json'
const done: ThreadAnswer = { answer: 'result', result: { ok: true, value: null } }

interface HandThread {
  readonly asked: ThreadCall[]
  readonly events: ThreadEvents
  readonly watch: boolean
  isEnded: boolean
}

/** A guard whose threads and time are turned by hand. */
function guarded(options: { readonly lanes?: number; readonly mostStuck?: number } = {}) {
  const threads: HandThread[] = []
  const hints: number[] = []
  const clock = handClock()
  let timers: { readonly at: number; readonly act: () => void }[] = []
  const folder = guardedTeamFolder({
    device: A,
    clock,
    lanes: 1,
    ...options,
    onHint: () => hints.push(clock.ms),
    start: (events, watch) => {
      const thread: HandThread = { asked: [], events, watch, isEnded: false }
      threads.push(thread)
      return {
        ask: (call) => thread.asked.push(call),
        end: () => {
          thread.isEnded = true
        },
      }
    },
    after: (ms, act) => {
      const timer = { at: clock.ms + ms, act }
      timers.push(timer)
      return () => {
        timers = timers.filter((one) => one !== timer)
      }
    },
  })
  const pass = (ms: number) => {
    clock.ms += ms
    const due = timers.filter(({ at }) => at <= clock.ms)
    timers = timers.filter((timer) => !due.includes(timer))
    for (const { act } of due) act()
  }
  return { folder, threads, pass, hints }
}

const unreachable = (reason: string) => ({ ok: false, error: { type: 'Unreachable', reason } })
const soon = () => new Promise<void>((resolve) => setImmediate(resolve))

describe('a guarded team folder', () => {
  it('answers a call that hangs after its time, gives the thread up, and asks another one what waits', async () => {
    const { folder, threads, pass } = guarded()
    const hanging = folder.read(MARK, 9)
    const behind = folder.list('members')
    await soon()
    pass(29_999)
    expect(threads).toHaveLength(1)
    pass(1)
    expect(await hanging).toEqual(unreachable('TIMEOUT'))
    expect(threads[0]?.isEnded).toBe(true)
    expect(threads[1]?.asked).toEqual([{ call: 'list', path: 'members' }])
    threads[1]?.events.answered({ answer: 'result', result: { ok: true, value: [] } })
    expect(await behind).toEqual({ ok: true, value: [] })
    expect(folder.stuck()).toBe(1)
  })

  it('passes over what a given-up thread says later, and counts it no more once it has ended', async () => {
    const { folder, threads, pass } = guarded()
    const hanging = folder.read(MARK, 9)
    await soon()
    pass(30_000)
    const next = folder.list('')
    await soon()
    threads[0]?.events.answered({ answer: 'result', result: { ok: true, value: new Uint8Array(3) } })
    threads[0]?.events.ended('')
    expect(folder.stuck()).toBe(0)
    threads[1]?.events.answered({ answer: 'result', result: { ok: true, value: [] } })
    expect(await next).toEqual({ ok: true, value: [] })
    expect(await hanging).toEqual(unreachable('TIMEOUT'))
  })

  it('lets one file that hangs alone for growing pauses, and asks for the others meanwhile', async () => {
    const { folder, threads, pass } = guarded()
    for (const pause of [30_000, 60_000, 120_000, 240_000, 480_000, 600_000, 600_000]) {
      const hanging = folder.read(MARK, 9)
      await soon()
      pass(30_000)
      expect(await hanging).toEqual(unreachable('TIMEOUT'))
      threads.at(-1)?.events.ended('')
      pass(pause - 1)
      expect(await folder.read(MARK, 9)).toEqual(unreachable('PUTOFF'))
      const other = folder.list('')
      await soon()
      threads.at(-1)?.events.answered(done)
      expect((await other).ok).toBe(true)
      pass(1)
    }
    const now = folder.read(MARK, 9)
    await soon()
    threads.at(-1)?.events.answered(done)
    expect((await now).ok).toBe(true)
  })

  it('asks at once again when it is told to hurry', async () => {
    const { folder, threads, pass } = guarded()
    const hanging = folder.list('')
    await soon()
    pass(30_000)
    await hanging
    folder.hurry()
    const again = folder.list('')
    await soon()
    threads.at(-1)?.events.answered(done)
    expect((await again).ok).toBe(true)
  })

  it('waits on while there are signs of life, and longer for a large file', async () => {
    const { folder, threads, pass } = guarded()
    const slow = folder.read(MARK, 99_000_000)
    await soon()
    for (let word = 0; word < 20; word++) {
      pass(29_000)
      threads[0]?.events.answered({ answer: 'alive', size: 0 })
    }
    threads[0]?.events.answered({ answer: 'alive', size: 10_000_000 })
    pass(129_999)
    expect(threads[0]?.isEnded).toBe(false)
    pass(1)
    expect(await slow).toEqual(unreachable('TIMEOUT'))
  })

  it('asks nothing more when too many threads hang, until one of them has ended', async () => {
    const { folder, threads, pass } = guarded({ mostStuck: 1 })
    for (const dir of ['members', 'requests']) {
      const hanging = folder.list(dir)
      await soon()
      pass(30_000)
      expect(await hanging).toEqual(unreachable('TIMEOUT'))
    }
    expect(await folder.list('notes')).toEqual(unreachable('STUCK'))
    expect(threads).toHaveLength(2)
    threads[0]?.events.ended('')
    const again = folder.list('notes')
    await soon()
    threads[2]?.events.answered(done)
    expect((await again).ok).toBe(true)
  })

  it('works on two calls side by side, so that one that hangs does not stop the others', async () => {
    const { folder, threads } = guarded({ lanes: 2 })
    const hanging = folder.list('members')
    const others = [folder.list(''), folder.list('notes'), folder.list('templates')]
    await soon()
    for (let answered = 0; answered < 3; answered++) threads[1]?.events.answered(done)
    for (const result of await Promise.all(others)) expect(result.ok).toBe(true)
    threads[0]?.events.answered(done)
    expect((await hanging).ok).toBe(true)
    expect(threads).toHaveLength(2)
  })

  it('answers when a thread dies, and starts another one', async () => {
    const { folder, threads } = guarded()
    const lost = folder.list('')
    await soon()
    threads[0]?.events.ended('out of memory')
    expect(await lost).toEqual({ ok: false, error: { type: 'Failed', reason: 'out of memory' } })
    const again = folder.list('')
    await soon()
    threads[1]?.events.answered(done)
    expect((await again).ok).toBe(true)
    expect(folder.stuck()).toBe(0)
  })

  it('passes hints of one watching thread on, also in the middle of a call, and none of a given-up one', async () => {
    const { folder, threads, pass, hints } = guarded({ lanes: 2 })
    const calls = [folder.list(''), folder.list('members')]
    await soon()
    expect(threads.map(({ watch }) => watch)).toEqual([true, false])
    threads[0]?.events.answered({ answer: 'hint' })
    expect(hints).toHaveLength(1)
    pass(30_000)
    threads[0]?.events.answered({ answer: 'hint' })
    expect(hints).toHaveLength(1)
    expect(await Promise.all(calls)).toEqual([unreachable('TIMEOUT'), unreachable('TIMEOUT')])
  })

  it('rejects what is a bug in the thread', async () => {
    const { folder, threads } = guarded()
    const asked = folder.list('')
    await soon()
    threads[0]?.events.answered({ answer: 'bug', message: 'TypeError: x' })
    await expect(asked).rejects.toThrow('TypeError: x')
  })

  it('answers everything when it is closed, without waiting for a call that hangs', async () => {
    const { folder, threads } = guarded()
    const calls = [folder.list(''), folder.list('members')]
    await soon()
    await folder.close()
    expect(await Promise.all(calls)).toEqual([unreachable('CLOSED'), unreachable('CLOSED')])
    expect(await folder.list('')).toEqual(unreachable('CLOSED'))
    expect([threads[0]?.isEnded, folder.stuck()]).toEqual([true, 1])
    threads[0]?.events.ended('')
    expect(folder.stuck()).toBe(0)
  })
})
