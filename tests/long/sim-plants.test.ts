import { describe, expect, it } from 'vitest'
import { loadSimulator } from '../../scripts/simulator.mjs'

const { firstToFind, PLANTS } = await loadSimulator()

/** So many histories have to be enough for any of them. */
const BOUND = 120

describe('the simulator finds what is wrong', () => {
  it('knows at least twenty kinds of mistakes', () => {
    expect(new Set(PLANTS.map(({ name }) => name)).size).toBeGreaterThanOrEqual(20)
  })

  it.each(PLANTS.map((plant) => [plant.name, plant] as const))(
    'when %s',
    async (_, plant) => {
      expect(await firstToFind(plant, 'plant', BOUND)).not.toBeNull()
    },
    600_000,
  )
})
