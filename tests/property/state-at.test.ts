import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, type Json } from '../../shared/kernel/canonical-json'
import { applyChange, dotOf, foldChanges, survivorsAt, type EntityState } from '../../shared/store'
import { differences, type Difference } from '../../shared/store/differences'
import { filledIn, inOrder, restoreEdits, setBackEdits, stateAt } from '../../shared/store/state-at'
import { emptyValues, type FormValues, type RowValue } from '../../shared/forms/values'
import { action, histories, history, RECORD, stored, tidy } from './store-arbitrary'

/** A history with a change in it, and which of its moments is asked about. */
const moments = fc.tuple(fc.array(action, { minLength: 1, maxLength: 30 }), fc.nat())

const ALL = { part: 'all' } as const
const LATER = 'dddddddddddddddd'

function atMoment(actions: Parameters<typeof history>[0], pick: number) {
  const changes = inOrder(history(actions).flat())
  const moment = changes[pick % changes.length]
  const then = moment && stateAt(RECORD, changes, dotOf(moment))
  if (!then) throw new Error('a history without a moment')
  return { changes, then, now: foldChanges(RECORD, changes) }
}

const values = (state: EntityState) => tidy(filledIn(state))
const text = (state: EntityState) => canonicalJson(state as unknown as Json)

describe('setting back', () => {
  it('gives the values of the moment, for any moment of any history', () => {
    fc.assert(
      fc.property(moments, ([actions, pick]) => {
        const { now, then } = atMoment(actions, pick)
        const back = applyChange(now, stored(LATER, 1, setBackEdits(now, then, ALL), 90))
        expect(values(back)).toEqual(values(then))
      }),
      { numRuns: 400 },
    )
  })

  it('is undone by setting back to the moment before it', () => {
    fc.assert(
      fc.property(moments, ([actions, pick]) => {
        const { changes, now, then } = atMoment(actions, pick)
        const back = stored(LATER, 1, setBackEdits(now, then, ALL), 90)
        const after = applyChange(now, back)
        const last = changes.at(-1)
        const before = last && stateAt(RECORD, [...changes, back], dotOf(last))
        if (!before) throw new Error('the moment before is gone')
        const undone = applyChange(after, stored(LATER, 2, setBackEdits(after, before, ALL), 91))
        expect(values(undone)).toEqual(values(now))
      }),
      { numRuns: 400 },
    )
  })

  it('[ST20] replays to the same state in any order of arrival', () => {
    fc.assert(
      fc.property(
        moments.chain(([actions, pick]) => {
          const { changes, now, then } = atMoment(actions, pick)
          const all = [...changes, stored(LATER, 1, setBackEdits(now, then, ALL), 90)]
          return fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))
        }),
        ([all, shuffled]) => {
          expect(text(foldChanges(RECORD, shuffled))).toBe(text(foldChanges(RECORD, all)))
        },
      ),
      { numRuns: 200 },
    )
  })

  it('of one field changes that field alone', () => {
    fc.assert(
      fc.property(moments, fc.constantFrom('f0', 'f1', 'm', 'items'), ([actions, pick], field) => {
        const { now, then } = atMoment(actions, pick)
        const edits = setBackEdits(now, then, { part: 'path', path: [field] })
        const back = filledIn(applyChange(now, stored(LATER, 1, edits, 90)))
        expect(tidy(only(back, field))).toEqual(tidy(only(filledIn(then), field)))
        expect(tidy(without(back, field))).toEqual(tidy(without(filledIn(now), field)))
      }),
      { numRuns: 400 },
    )
  })

  it('of one cell changes that cell alone where its row still stands, and brings a row back that is gone', () => {
    fc.assert(
      fc.property(moments, fc.nat(3), fc.nat(3), ([actions, pick], at, column) => {
        const { now, then } = atMoment(actions, pick)
        const rows = filledIn(then).rows['items'] ?? []
        const row = rows[at % Math.max(1, rows.length)]
        if (!row) return
        const path = ['items', row.id, `c${column}`]
        const edits = setBackEdits(now, then, { part: 'path', path })
        const back = filledIn(applyChange(now, stored(LATER, 1, edits, 90)))
        const find = (all: FormValues) => all.rows['items']?.find(({ id }) => id === row.id)
        expect(find(back)?.cells[`c${column}`]).toEqual(row.cells[`c${column}`])
        if (!find(filledIn(now))) expect(find(back)).toEqual(row)
        const others = (all: FormValues) => (all.rows['items'] ?? []).filter(({ id }) => id !== row.id)
        expect(others(back)).toEqual(others(filledIn(now)))
      }),
      { numRuns: 400 },
    )
  })
})

describe('what differs between two moments', () => {
  it('makes the one out of the other', () => {
    fc.assert(
      fc.property(moments, ([actions, pick]) => {
        const { now, then } = atMoment(actions, pick)
        const found = differences(filledIn(then), filledIn(now))
        expect(tidy(applied(filledIn(then), found))).toEqual(values(now))
      }),
      { numRuns: 400 },
    )
  })

  it('is nothing for a moment and itself', () => {
    fc.assert(
      fc.property(histories, (actions) => {
        const state = foldChanges(RECORD, history(actions).flat())
        expect(differences(filledIn(state), filledIn(state))).toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})

describe('作废 and 恢复', () => {
  it('gives back the state that was shown before, whatever else was changed, and empties the reason', () => {
    fc.assert(
      fc.property(histories, fc.constantFrom('draft', 'submitted', 'closed'), (actions, life) => {
        const begun = [
          ...history(actions).flat(),
          stored(LATER, 1, [{ op: 'set', path: ['@state'], value: life, over: [] }], 50),
        ]
        const before = foldChanges(RECORD, begun)
        const over = survivorsAt(before, ['@state']).map(({ dot }) => dot)
        const voided = stored(
          LATER,
          2,
          [
            { op: 'set', path: ['@state'], value: 'void', over },
            { op: 'set', path: ['@voidReason'], value: '重复登记', over: [] },
          ],
          51,
        )
        const state = applyChange(before, voided)
        const back = applyChange(state, stored(LATER, 3, restoreEdits(state, [...begun, voided]), 52))
        expect(survivorsAt(back, ['@state']).map(({ value }) => value)).toEqual([life])
        expect(survivorsAt(back, ['@voidReason']).map(({ value }) => value)).toEqual([null])
        expect(values(back)).toEqual(values(before))
        expect(restoreEdits(back, [...begun, voided])).toEqual([])
      }),
      { numRuns: 200 },
    )
  })
})

const named = <T>(map: { readonly [name: string]: T }, keep: (name: string) => boolean) =>
  Object.fromEntries(Object.entries(map).filter(([name]) => keep(name)))

const filtered = (all: FormValues, keep: (name: string) => boolean): FormValues => ({
  fields: named(all.fields, keep),
  matrices: named(all.matrices, keep),
  rows: named(all.rows, keep),
})

const only = (all: FormValues, field: string) => filtered(all, (name) => name === field)
const without = (all: FormValues, field: string) => filtered(all, (name) => name !== field)

/** A reader of differences that shares no code with their finder: takes out what goes or moves, then puts in by place. */
function applied(from: FormValues, found: readonly Difference[]): FormValues {
  const to = structuredClone(from) as {
    fields: Record<string, unknown>
    matrices: Record<string, Record<string, unknown>>
    rows: Record<string, { id: string; cells: Record<string, unknown> }[]>
  }
  const put = (cells: Record<string, unknown>, key: string, value: unknown) => {
    if (value === null) Reflect.deleteProperty(cells, key)
    else cells[key] = value
  }
  const incoming: { readonly rows: string; readonly row: RowValue; readonly place: number }[] = []
  for (const each of found) {
    if (each.differs === 'value') continue
    if (each.differs !== 'rowAdded') {
      const list = to.rows[each.rows] ?? []
      to.rows[each.rows] = list.filter(({ id }) => id !== each.row.id)
    }
    if (each.differs !== 'rowRemoved')
      incoming.push({
        rows: each.rows,
        row: each.row,
        place: each.differs === 'rowMoved' ? each.to : each.place,
      })
  }
  for (const { rows, row, place } of incoming.sort((a, b) => a.place - b.place)) {
    const list = (to.rows[rows] ??= [])
    list.splice(place, 0, structuredClone(row))
  }
  for (const each of found) {
    if (each.differs !== 'value') continue
    const [first = '', second = '', third] = each.path
    if (each.path.length === 1) put(to.fields, first, each.after)
    else if (third === undefined) put((to.matrices[first] ??= {}), second, each.after)
    else {
      const row = to.rows[first]?.find(({ id }) => id === second)
      if (row) put(row.cells, third, each.after)
    }
  }
  return { ...emptyValues, ...(to as unknown as FormValues) }
}
