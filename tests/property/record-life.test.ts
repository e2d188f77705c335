import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, type Json } from '../../shared/kernel/canonical-json'
import type { FormValues } from '../../shared/forms/values'
import {
  applyChange,
  correctedCells,
  emptyEntity,
  foldChanges,
  recordEdits,
  recordInfo,
  seenOf,
  survivorsAt,
  type EntityState,
  type RecordAct,
  type StoredChange,
} from '../../shared/store'
import { filledIn } from '../../shared/store/state-at'
import { RECORD, stored } from './store-arbitrary'

const WRITERS = ['aaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbb', 'cccccccccccccccc']

const step = fc.record({
  device: fc.nat(2),
  /** Whom the device hears from before it acts: bit by bit. */
  hears: fc.nat(7),
  act: fc.constantFrom('save', 'save', 'submit', 'close', 'reopen', 'void'),
  /** Where something is typed before; null for nothing. */
  field: fc.option(fc.nat(2)),
  /** What was typed there is taken out instead. */
  empties: fc.boolean(),
  reason: fc.constantFrom('', '写错'),
  ms: fc.nat(40),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const actOf = ({ act }: Step): RecordAct => (act === 'void' ? { act, reason: '重复' } : { act })

const typed = (values: FormValues, { field, empties }: Step, stamp: string): FormValues => {
  if (field === null) return values
  const others = Object.entries(values.fields).filter(([key]) => key !== `f${field}`)
  return { ...values, fields: Object.fromEntries(empties ? others : [...others, [`f${field}`, stamp]]) }
}

/** Devices that hear from each other now and then: every change, each writer's in its order. */
function life(steps: readonly Step[]): readonly StoredChange[] {
  const devices = WRITERS.map(() => emptyEntity(RECORD))
  const written: StoredChange[][] = WRITERS.map(() => [])
  for (const [i, each] of steps.entries()) {
    const writer = WRITERS[each.device] ?? ''
    const own = written[each.device] ?? []
    let state = devices[each.device] ?? emptyEntity(RECORD)
    for (const [other, changes] of written.entries()) {
      if ((each.hears >> other) % 2 === 1) state = changes.reduce(applyChange, state)
    }
    const from = filledIn(state)
    const edits = recordEdits({
      act: actOf(each),
      state,
      seen: seenOf(state),
      from,
      to: typed(from, each, `${writer.charAt(0)}${i}`),
      number: each.act === 'submit' ? `TS-${writer.charAt(0)}` : '',
      correction: { row: `c${i}`, reason: each.reason },
    })
    if (edits.length > 0) {
      const change = stored(writer, own.length + 1, edits, each.ms)
      own.push(change)
      state = applyChange(state, change)
    }
    devices[each.device] = state
  }
  return written.flat()
}

const text = (state: EntityState): string => canonicalJson(state as unknown as Json)
const lives = fc.array(step, { maxLength: 25 })

describe('the life of a record', () => {
  it('[ST20] [ST36] [ST37] is the same in whatever order its changes arrive', () => {
    fc.assert(
      fc.property(
        lives.chain((steps) => {
          const all = life(steps)
          return fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length }))
        }),
        ([all, shuffled]) => {
          const one = foldChanges(RECORD, all)
          const other = foldChanges(RECORD, shuffled)
          expect(text(other)).toBe(text(one))
          expect(recordInfo(other)).toEqual(recordInfo(one))
          expect(correctedCells(other, shuffled)).toEqual(correctedCells(one, all))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('[ST37] counts every change after 登记 that takes something back, and no other, on one computer', () => {
    fc.assert(
      fc.property(lives, (steps) => {
        const alone = steps.map((each, i) => ({ ...each, device: 0, hears: 0, ms: i }))
        let count = 0
        let state = 'draft'
        const filled = new Set<number>()
        for (const { act, field, empties } of alone) {
          if (field !== null) {
            if (filled.has(field) && state !== 'draft') count++
            if (empties) filled.delete(field)
            else filled.add(field)
          }
          if (act === 'submit' || act === 'void') state = act === 'void' ? 'void' : 'submitted'
          else if (act === 'close' && state === 'submitted') state = 'closed'
          else if (act === 'reopen' && state === 'closed') state = 'submitted'
        }
        const info = recordInfo(foldChanges(RECORD, life(alone)))
        expect([info.state, info.corrections]).toEqual([state, count])
      }),
      { numRuns: 300 },
    )
  })

  it('[ST37] says of every corrected field what it held at 登记', () => {
    fc.assert(
      fc.property(lives, (steps) => {
        const changes = life(steps.map((each, i) => ({ ...each, device: 0, hears: 0, ms: i })))
        const submittedAt = changes.findIndex(({ change }) =>
          change.edits.some((edit) => edit.op === 'set' && edit.value === 'submitted'),
        )
        const now = foldChanges(RECORD, changes)
        if (submittedAt < 0) {
          expect(correctedCells(now, changes)).toEqual([])
          return
        }
        const then = filledIn(foldChanges(RECORD, changes.slice(0, submittedAt + 1))).fields
        const today = filledIn(now).fields
        const differing = Object.keys(then).filter((key) => then[key] !== today[key])
        const cells = correctedCells(now, changes)
        expect(cells.map(({ path }) => path[0]).sort()).toEqual(differing.sort())
        for (const { path, before, at } of cells) {
          expect(before).toEqual(then[path[0] ?? ''] ?? null)
          expect(at).toBe(survivorsAt(now, path)[0]?.hlc.ms)
        }
      }),
      { numRuns: 200 },
    )
  })
})
