import { expect, it } from 'vitest'
import { fuzzImport } from '../support/import/fuzz'

const CASES = 10_000

it(`${CASES} hostile tables are read or refused: no crash, no standstill, under 256 MB, and nothing is touched`, async () => {
  const { counts, peakMb, failed, left } = await fuzzImport('long', 0, CASES)
  console.log(`hostile tables: ${JSON.stringify([...counts])}, at most ${Math.round(peakMb)} MB`)
  expect(failed).toBeNull()
  expect(left).toEqual([])
  expect(peakMb).toBeLessThan(256)
  expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(CASES)
})
