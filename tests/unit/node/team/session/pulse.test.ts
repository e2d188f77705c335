import { describe, expect, it } from 'vitest'
import { createPulse, type Pulse } from '../../../../../node/team/session/pulse'
import { seededDice } from '../../../../../node/demo/random'

const SECOND = 1_000
const MINUTE = 60 * SECOND

/** A pulse whose first pass is over at 0. */
const started = (chance: () => number = () => 0.5): Pulse => {
  const pulse = createPulse({ chance }, 0)
  pulse.begin(0)
  pulse.end(0, 'reached')
  return pulse
}

/** The time of the next pass; there has to be one. */
const dueOf = (pulse: Pulse): number => {
  const due = pulse.due()
  if (due === null) throw new Error('a pass is running')
  return due
}

const pass = (pulse: Pulse, how: 'reached' | 'offline', from: number): number => {
  expect(pulse.begin(from)).toBe(true)
  pulse.end(from, how)
  return dueOf(pulse) - from
}

describe('the pulse of a sync', () => {
  it('begins with a pass at once', () => {
    expect(createPulse({ chance: () => 0.5 }, 7).due()).toBe(7)
  })

  it('passes every 15 to 30 seconds while the window is in use, not always after the same time', () => {
    const pulse = started(seededDice('in use').next)
    const pauses = Array.from({ length: 200 }, (_, at) => {
      pulse.used(at * MINUTE)
      return pass(pulse, 'reached', at * MINUTE)
    })
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(15 * SECOND)
    expect(Math.min(...pauses)).toBeLessThan(17 * SECOND)
    expect(Math.max(...pauses)).toBeLessThanOrEqual(30 * SECOND)
    expect(Math.max(...pauses)).toBeGreaterThan(28 * SECOND)
  })

  it('passes more rarely the longer nobody works, at most five minutes apart', () => {
    const pulse = started(() => 1)
    expect(pass(pulse, 'reached', MINUTE)).toBe(30 * SECOND)
    expect(pass(pulse, 'reached', 2 * MINUTE)).toBe(MINUTE)
    expect(pass(pulse, 'reached', 6 * MINUTE)).toBe(3 * MINUTE)
    expect(pass(pulse, 'reached', 600 * MINUTE)).toBe(5 * MINUTE)
    expect(
      pass(
        started(() => 0),
        'reached',
        600 * MINUTE,
      ),
    ).toBe(4 * MINUTE)
  })

  it('passes at once when somebody comes back', () => {
    const pulse = started()
    pass(pulse, 'reached', 60 * MINUTE)
    pulse.used(61 * MINUTE)
    expect(dueOf(pulse)).toBe(61 * MINUTE)
    expect(pass(pulse, 'reached', 61 * MINUTE)).toBeLessThanOrEqual(30 * SECOND)
  })

  it('backs off while the folder cannot be reached, from half a minute to ten, and forgets that at the first success', () => {
    const pulse = started(() => 0)
    const pauses = Array.from({ length: 8 }, (_, at) => pass(pulse, 'offline', at))
    expect(pauses).toEqual([30, 60, 120, 240, 480, 600, 600, 600].map((seconds) => seconds * SECOND))
    expect(pass(pulse, 'reached', 9)).toBe(15 * SECOND)
    expect(pass(pulse, 'offline', 10)).toBe(30 * SECOND)
  })

  it('backs off by chance a little less than twice as long', () => {
    const pulse = started(() => 0.999)
    pass(pulse, 'offline', 0)
    const pause = pass(pulse, 'offline', 0)
    expect(pause).toBeGreaterThanOrEqual(48 * SECOND)
    expect(pause).toBeLessThan(49 * SECOND)
  })

  it.each(['reached', 'offline'] as const)('passes at once on 立即同步, the last pass having %s', (how) => {
    const pulse = started()
    pass(pulse, how, 0)
    pulse.demand(5)
    expect(dueOf(pulse)).toBe(5)
  })

  it('passes two to three seconds after a save, and does not put that off with every further one', () => {
    const pulse = started()
    pulse.saved(1_000)
    expect(dueOf(pulse)).toBe(3_500)
    pulse.saved(3_400)
    expect(dueOf(pulse)).toBe(3_500)
  })

  it('leaves a save for its turn while the folder cannot be reached', () => {
    const pulse = started()
    const due = pass(pulse, 'offline', 0)
    pulse.saved(1)
    expect(dueOf(pulse)).toBe(due)
  })

  it('passes soon after a hint, but not for what its own pass has written', () => {
    const pulse = started()
    pulse.hint(100)
    expect(dueOf(pulse)).toBe(5_000)
    pass(pulse, 'reached', 5_000)
    pulse.hint(12_000)
    expect(dueOf(pulse)).toBe(12_500)
  })

  it('does not run two passes at once: what comes meanwhile makes one more, after the end', () => {
    const pulse = started()
    expect(pulse.begin(20_000)).toBe(true)
    expect(pulse.due()).toBeNull()
    expect(pulse.begin(20_001)).toBe(false)
    pulse.end(21_000, 'reached')
    expect(dueOf(pulse)).toBe(20_001)
    pulse.begin(21_000)
    pulse.hint(21_100)
    expect(pulse.due()).toBeNull()
    pulse.end(22_000, 'reached')
    expect(dueOf(pulse)).toBe(27_000)
  })

  it('takes a wish for one pass only', () => {
    const pulse = started()
    pulse.demand(5)
    pulse.begin(5)
    pulse.end(6, 'reached')
    expect(dueOf(pulse)).toBeGreaterThanOrEqual(15_006)
  })
})
