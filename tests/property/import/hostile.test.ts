import { expect, it } from 'vitest'
import { fuzzImport } from '../../support/import/fuzz'

/** `tests/long/hostile-tables.test.ts` reads ten thousand. */
const CASES = 400

it(`${CASES} hostile tables are read or refused: no crash, no standstill, under 256 MB, and nothing is touched`, async () => {
  const { counts, peakMb, failed, left } = await fuzzImport('daily', 0, CASES)
  expect(failed).toBeNull()
  expect(left).toEqual([])
  expect(peakMb).toBeLessThan(256)
  expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(CASES)
  // What is sound has to come through as well, or nothing was tried.
  for (const outcome of ['read', 'Broken', 'NotATable', 'OldExcel'])
    expect(counts.get(outcome) ?? 0).toBeGreaterThan(0)
})
