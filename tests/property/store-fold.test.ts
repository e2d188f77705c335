import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, type Json } from '../../shared/kernel/canonical-json'
import {
  applyChange,
  dotOf,
  emptyEntity,
  foldChanges,
  makeEdits,
  seenOf,
  valuesOf,
  type Edit,
  type EntityState,
} from '../../shared/store'
import { action, histories, history, interleave, next, picks, RECORD, stored, tidy } from './store-arbitrary'

const text = (state: EntityState): string => canonicalJson(state as unknown as Json)

describe('folding changes', () => {
  it("[ST20] gives the same record in any order that respects each writer's own", () => {
    fc.assert(
      fc.property(histories, picks, picks, (actions, first, second) => {
        const written = history(actions)
        const one = foldChanges(RECORD, interleave(written, first))
        const other = foldChanges(RECORD, interleave(written, second))
        expect(text(other)).toBe(text(one))
      }),
      { numRuns: 400 },
    )
  })

  it('[ST20] gives the same record in any order at all, as after a restore', () => {
    fc.assert(
      fc.property(
        histories.chain((actions) => {
          const all = history(actions).flat()
          return fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))
        }),
        ([all, shuffled]) => {
          expect(text(foldChanges(RECORD, shuffled))).toBe(text(foldChanges(RECORD, all)))
        },
      ),
      { numRuns: 400 },
    )
  })

  it('[ST20] changes nothing the second time', () => {
    fc.assert(
      fc.property(histories, picks, (actions, order) => {
        const changes = interleave(history(actions), order)
        const once = foldChanges(RECORD, changes)
        expect(text(changes.reduce(applyChange, once))).toBe(text(once))
        expect(once.applied).toHaveLength(changes.length)
      }),
      { numRuns: 200 },
    )
  })

  it('[ST21] keeps every value that nobody who had seen it replaced', () => {
    fc.assert(
      fc.property(histories, (actions) => {
        const changes = history(actions).flat()
        const state = foldChanges(RECORD, changes)
        const replaced = new Set(
          changes.flatMap(({ change }) =>
            change.edits.flatMap((edit) =>
              'over' in edit ? (edit.over ?? []).map((dot) => JSON.stringify([placeOf(edit), dot])) : [],
            ),
          ),
        )
        for (const change of changes) {
          for (const edit of change.change.edits) {
            if (edit.op !== 'set') continue
            const own = dotOf(change)
            const [rows, row] = edit.path
            const isGone =
              replaced.has(JSON.stringify([JSON.stringify(edit.path), own])) ||
              (edit.path.length === 3 &&
                edit.path[2] !== '@order' &&
                replaced.has(JSON.stringify([JSON.stringify([rows, row]), own])))
            const survivors = state.registers[JSON.stringify(edit.path)]?.survivors ?? []
            expect(survivors.some(({ dot }) => dot === own)).toBe(!isGone)
          }
        }
        for (const { adds, removals } of Object.values(state.rows))
          expect(adds.length + removals.length).toBeGreaterThan(0)
      }),
      { numRuns: 200 },
    )
  })

  it('[ST16] keeps unknown edits and never throws on arbitrary ones', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue().map(asRead), { maxLength: 8 }), (edits) => {
        const state = applyChange(
          emptyEntity(RECORD),
          stored('aaaaaaaaaaaaaaaa', 1, edits as unknown as readonly Edit[], 1),
        )
        expect(state.unknown.length).toBeLessThanOrEqual(edits.length)
        expect(JSON.parse(JSON.stringify(state))).toEqual(state)
        valuesOf(state)
        seenOf(state)
      }),
      { numRuns: 500 },
    )
  })
})

/** As it is once it has been written and read: -0 has become 0. */
const asRead = (json: unknown): unknown => JSON.parse(JSON.stringify(json))

const placeOf = (edit: Edit): string =>
  edit.op === 'set' ? JSON.stringify(edit.path) : JSON.stringify([edit.rows, edit.row])

describe('saving an editing session', () => {
  it('[ST22] makes the record what was typed, whoever edited before', () => {
    fc.assert(
      fc.property(histories, fc.array(action, { minLength: 1, maxLength: 6 }), (actions, typed) => {
        const state = foldChanges(RECORD, history(actions).flat())
        const from = valuesOf(state).values
        const to = typed.reduce((values, step, i) => next(values, step, `typed${i}`), from)
        const edits = makeEdits({ state, seen: seenOf(state), from, to })
        const saved = applyChange(state, stored('dddddddddddddddd', 1, edits, 99))
        expect(tidy(valuesOf(saved).values)).toEqual(tidy(to))
      }),
      { numRuns: 400 },
    )
  })

  it('[ST22] writes nothing when nothing was changed', () => {
    fc.assert(
      fc.property(histories, (actions) => {
        const state = foldChanges(RECORD, history(actions).flat())
        const { values } = valuesOf(state)
        expect(makeEdits({ state, seen: seenOf(state), from: values, to: values })).toEqual([])
      }),
      { numRuns: 200 },
    )
  })
})
