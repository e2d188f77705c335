import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packState, unpackState } from '../../renderer/db/pack-state'
import { foldChanges } from '../../shared/store'
import { histories, history, interleave, picks, RECORD } from './store-arbitrary'

describe('a packed entity', () => {
  it('is unpacked to what it was, rows, conflicts and awaited changes included', () => {
    fc.assert(
      fc.property(histories, picks, (actions, order) => {
        const state = foldChanges(RECORD, interleave(history(actions), order))
        expect(unpackState(packState(state))).toEqual(state)
      }),
      { numRuns: 300 },
    )
  })

  it('is unpacked to what it was with only some of its changes', () => {
    fc.assert(
      fc.property(
        histories.chain((actions) => fc.subarray(history(actions).flat())),
        (some) => {
          const state = foldChanges(RECORD, some)
          expect(unpackState(packState(state))).toEqual(state)
        },
      ),
      { numRuns: 300 },
    )
  })
})
