import { describe, expect, it, vi } from 'vitest'
import { isPin, makePin, pinGuard } from '../../../../node/pin'
import { handClock, seededRandom } from '../../../support/folder-bridge'

const random = seededRandom(7)

describe('what is kept of a PIN', () => {
  it('[ST31] fits the PIN and no other, and tells it to nobody', async () => {
    const kept = await makePin('135790', random)
    expect(kept).toMatch(/^scrypt\$15\$8\$1\$[\w-]{22}\$[\w-]{43}$/)
    expect(kept).not.toContain('135790')
    expect(await isPin('135790', kept)).toBe(true)
    expect(await isPin('135791', kept)).toBe(false)
    expect(await isPin('1357900', kept)).toBe(false)
  })

  it('[ST31] is another text each time, so that equal PINs do not look alike', async () => {
    expect(await makePin('1234', random)).not.toBe(await makePin('1234', random))
  })

  it('[ST31] of another shape or at a ruinous cost fits no digits', async () => {
    const kept = await makePin('1234', random)
    const strange = ['', '1234', 'plain$1234', kept.slice(0, -30), kept.replace('$15$', '$30$'), `${kept}$1`]
    for (const text of strange) expect(await isPin('1234', text)).toBeNull()
  })
})

describe('guessing a PIN', () => {
  const guard = () => {
    const clock = handClock()
    const compare = vi.fn((pin: string, kept: string) =>
      Promise.resolve(kept === 'damaged' ? null : kept === `kept ${pin}`),
    )
    return { clock, compare, check: pinGuard(clock, compare) }
  }

  it('is free four times, then waits longer each time, and is not even compared meanwhile', async () => {
    const { clock, compare, check } = guard()
    for (const triesLeft of [4, 3, 2, 1])
      expect(await check('kept 1111', '0000')).toEqual({ verdict: 'wrong', triesLeft })
    expect(await check('kept 1111', '0000')).toEqual({ verdict: 'wait', ms: 30_000 })
    clock.advance(10_000)
    expect(await check('kept 1111', '1111')).toEqual({ verdict: 'wait', ms: 20_000 })
    expect(compare).toHaveBeenCalledTimes(5)
    for (const ms of [60_000, 120_000, 240_000, 480_000, 900_000, 900_000]) {
      clock.advance(900_000)
      expect(await check('kept 1111', '0000')).toEqual({ verdict: 'wait', ms })
    }
    clock.advance(900_000)
    expect(await check('kept 1111', '1111')).toEqual({ verdict: 'right' })
    expect(await check('kept 1111', '0000')).toEqual({ verdict: 'wrong', triesLeft: 4 })
  })

  it('counts for each person apart, and also when many are tried at once', async () => {
    const { check } = guard()
    const verdicts = await Promise.all(Array.from({ length: 8 }, () => check('kept 1111', '0000')))
    expect(verdicts.filter(({ verdict }) => verdict === 'wrong')).toHaveLength(4)
    expect(await check('kept 2222', '2222')).toEqual({ verdict: 'right' })
  })

  it('says that what was kept cannot be read', async () => {
    expect(await guard().check('damaged', '1111')).toEqual({ verdict: 'unreadable' })
  })
})
