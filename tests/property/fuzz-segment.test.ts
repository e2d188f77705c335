import { describe, expect, it } from 'vitest'
import { everyCutAndBit, runCase, type Counts } from '../support/fuzz/run'

/** `npm run fuzz:segment` runs the same for as long as one likes; docs/RELIABILITY.md has the figures. */
const CASES = 2000

describe('hostile files of a team folder', () => {
  it('[TF5] [TF6] are refused whatever was cut off and whichever bit was turned over', async () => {
    expect(await everyCutAndBit(true, ['segment'])).toBeGreaterThan(3000)
  })

  it(`[TF7] [TF8] [TF17] [TF23] neither come through nor stop anything, in ${CASES} cases`, async () => {
    const counts: Counts = new Map()
    for (let number = 0; number < CASES; number++) await runCase('daily', number, counts)
    // What is sound has to come through as well, or nothing was tried.
    for (const sound of ['body: opened', 'payload: sound', 'frame: sound', 'statement: read', 'mark: read']) {
      expect([sound, counts.get(sound) ?? 0]).not.toEqual([sound, 0])
    }
    expect([...counts.values()].reduce((sum, count) => sum + count)).toBe(CASES)
  })
})
