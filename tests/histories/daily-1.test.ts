import { expect, it } from 'vitest'
import { loadSimulator } from '../../scripts/simulator.mjs'

/** Half of those of every day; `npm run sim` plays as many as one likes, docs/RELIABILITY.md has the figures. */
const HISTORIES = 2500

it(`[TF16] [TF17] [TF18] [TF19] [ST20] [ST21] every promise holds in ${HISTORIES} histories of a team in bad weather`, async () => {
  const { playAll } = await loadSimulator()
  expect(await playAll('daily-1', HISTORIES)).toEqual([])
})
