import { describe, expect, it } from 'vitest'
import {
  applyChange,
  dotOf,
  emptyEntity,
  makeEdits,
  recordInfo,
  seenOf,
  survivorsAt,
  valuesOf,
  type Edit,
  type EntityState,
  type StoredChange,
} from '../../../../shared/store'
import { emptyValues, type FormValues } from '../../../../shared/forms/values'

const A = 'a'.repeat(16)
const B = 'b'.repeat(16)
const NEW = emptyEntity({ kind: 'record', id: 'r1' })

const seqs = new Map<string, number>()

/** The next change of a writer; `ms` is its clock. */
function change(
  writer: string,
  edits: readonly Edit[],
  ms = 1,
  more: Partial<StoredChange['change']> = {},
): StoredChange {
  const seq = (seqs.get(writer) ?? 0) + 1
  seqs.set(writer, seq)
  const hash = `${writer}${seq}`.padEnd(64, '0')
  const person = { name: writer === A ? '示例员工甲' : '示例员工乙' }
  return {
    change: {
      v: 1,
      writer,
      seq,
      hlc: { ms, n: 0 },
      person,
      entity: { kind: 'record', id: 'r1' },
      edits,
      ...more,
    },
    hash,
    chain: hash,
  }
}

const form = (note: string, rows: readonly (readonly [string, string])[] = []): FormValues => ({
  ...emptyValues,
  fields: { note },
  rows: { items: rows.map(([id, sku]) => ({ id, cells: { sku } })) },
})

/** A person on one computer changes the form that `state` shows. */
function edit(
  state: EntityState,
  writer: string,
  change_: (values: FormValues) => FormValues,
  ms = 1,
): StoredChange {
  const from = valuesOf(state).values
  return change(writer, makeEdits({ state, seen: seenOf(state), from, to: change_(from) }), ms)
}

const rowIds = (state: EntityState) => (valuesOf(state).values.rows['items'] ?? []).map(({ id }) => id)

describe('two people who changed the same field apart', () => {
  const base = applyChange(
    NEW,
    edit(NEW, A, () => form('一')),
  )
  const ofA = edit(base, A, (values) => ({ ...values, fields: { note: '甲' } }), 5)
  const ofB = edit(base, B, (values) => ({ ...values, fields: { note: '乙' } }), 9)
  const both = [ofA, ofB].reduce(applyChange, base)

  it('[ST21] leave two surviving values, the later clock first, with who and when', () => {
    expect(valuesOf(both).values.fields).toEqual({ note: '乙' })
    expect(valuesOf(both).conflicts).toMatchObject({
      note: [
        { value: '乙', dot: dotOf(ofB), person: { name: '示例员工乙' }, hlc: { ms: 9, n: 0 } },
        { value: '甲', dot: dotOf(ofA), person: { name: '示例员工甲' } },
      ],
    })
  })

  it('[ST21] are settled by a save that saw both, also when the shown value stays', () => {
    const values = valuesOf(both).values
    const edits = makeEdits({ state: both, seen: seenOf(both), from: values, to: values, settle: [['note']] })
    const settled = applyChange(both, change(A, edits))
    expect(valuesOf(settled)).toMatchObject({ conflicts: {}, values: { fields: { note: '乙' } } })
    expect(survivorsAt(settled, ['note'])).toHaveLength(1)
  })

  it('do not disagree when both wrote the same', () => {
    const same = edit(base, B, (values) => ({ ...values, fields: { note: '甲' } }), 9)
    expect(valuesOf([ofA, same].reduce(applyChange, base)).conflicts).toEqual({})
  })

  it('disagree when one emptied what the other changed', () => {
    const emptied = edit(base, B, (values) => ({ ...values, fields: {} }), 2)
    const state = [ofA, emptied].reduce(applyChange, base)
    expect(valuesOf(state).conflicts['note']?.map(({ value }) => value)).toEqual(['甲', null])
  })

  it('[ST20] lose nothing when the replacing change arrives first', () => {
    const after = edit(applyChange(base, ofA), A, (values) => ({ ...values, fields: { note: '甲甲' } }))
    const state = [after, ofA].reduce(applyChange, base)
    expect(survivorsAt(state, ['note']).map(({ value }) => value)).toEqual(['甲甲'])
    expect(state.awaited).toEqual({})
  })
})

describe('rows', () => {
  const base = applyChange(
    NEW,
    edit(NEW, A, () =>
      form('一', [
        ['r1', 'A'],
        ['r2', 'B'],
        ['r3', 'C'],
      ]),
    ),
  )
  const withRows = (rows: readonly (readonly [string, string])[]) => () => form('一', rows)

  it('keep their order, and a moved one costs one edit', () => {
    expect(rowIds(base)).toEqual(['r1', 'r2', 'r3'])
    const moved = edit(
      base,
      A,
      withRows([
        ['r3', 'C'],
        ['r1', 'A'],
        ['r2', 'B'],
      ]),
    )
    expect(moved.change.edits).toMatchObject([{ op: 'set', path: ['items', 'r3', '@order'] }])
    expect(rowIds(applyChange(base, moved))).toEqual(['r3', 'r1', 'r2'])
  })

  it('that two people add at the same place are both there, in the same order everywhere', () => {
    const ofA = edit(
      base,
      A,
      withRows([
        ['r1', 'A'],
        ['x', 'X'],
        ['r2', 'B'],
        ['r3', 'C'],
      ]),
    )
    const ofB = edit(
      base,
      B,
      withRows([
        ['r1', 'A'],
        ['y', 'Y'],
        ['r2', 'B'],
        ['r3', 'C'],
      ]),
    )
    const one = rowIds([ofA, ofB].reduce(applyChange, base))
    expect(one).toEqual(['r1', 'x', 'y', 'r2', 'r3'])
    expect(rowIds([ofB, ofA].reduce(applyChange, base))).toEqual(one)
  })

  it('can be put between two of the same order key', () => {
    const ofA = edit(
      base,
      A,
      withRows([
        ['r1', 'A'],
        ['x', 'X'],
        ['r2', 'B'],
        ['r3', 'C'],
      ]),
    )
    const ofB = edit(
      base,
      B,
      withRows([
        ['r1', 'A'],
        ['y', 'Y'],
        ['r2', 'B'],
        ['r3', 'C'],
      ]),
    )
    const both = [ofA, ofB].reduce(applyChange, base)
    const rows = [
      ['r1', 'A'],
      ['x', 'X'],
      ['z', 'Z'],
      ['y', 'Y'],
      ['r2', 'B'],
      ['r3', 'C'],
    ] as const
    expect(rowIds(applyChange(both, edit(both, A, withRows(rows))))).toEqual(rows.map(([id]) => id))
  })

  it('[ST21] that someone removed while someone else wrote into them stay, and are flagged', () => {
    const removed = edit(
      base,
      A,
      withRows([
        ['r1', 'A'],
        ['r3', 'C'],
      ]),
    )
    const written = edit(
      base,
      B,
      withRows([
        ['r1', 'A'],
        ['r2', 'BB'],
        ['r3', 'C'],
      ]),
    )
    const state = [removed, written].reduce(applyChange, base)
    expect(valuesOf(state).values.rows['items']).toContainEqual({ id: 'r2', cells: { sku: 'BB' } })
    expect(rowIds(state)).toEqual(['r1', 'r2', 'r3'])
    expect(valuesOf(state).disputedRows).toMatchObject([
      { rows: 'items', row: 'r2', removals: [{ dot: dotOf(removed) }] },
    ])
  })

  it('[ST21] that are disputed can be kept or removed for good', () => {
    const removed = edit(
      base,
      A,
      withRows([
        ['r1', 'A'],
        ['r3', 'C'],
      ]),
    )
    const written = edit(
      base,
      B,
      withRows([
        ['r1', 'A'],
        ['r2', 'BB'],
        ['r3', 'C'],
      ]),
    )
    const state = [removed, written].reduce(applyChange, base)
    const keep = applyChange(
      state,
      change(A, [{ op: 'addRow', rows: 'items', row: 'r2', order: 'a1', over: [dotOf(removed)] }]),
    )
    expect(valuesOf(keep).disputedRows).toEqual([])
    expect(rowIds(keep)).toContain('r2')
    const gone = applyChange(
      state,
      edit(
        state,
        A,
        withRows([
          ['r1', 'A'],
          ['r3', 'C'],
        ]),
      ),
    )
    expect(rowIds(gone)).toEqual(['r1', 'r3'])
    expect(valuesOf(gone).disputedRows).toEqual([])
  })

  it('that were removed are gone, with everything that was seen in them', () => {
    const removed = edit(base, A, withRows([['r1', 'A']]))
    expect(removed.change.edits.map(({ op }) => op)).toEqual(['removeRow', 'removeRow'])
    const state = applyChange(base, removed)
    expect(rowIds(state)).toEqual(['r1'])
    expect(survivorsAt(state, ['items', 'r2', 'sku'])).toEqual([])
  })

  it('that come back after a removal are there again', () => {
    const removed = applyChange(
      base,
      edit(
        base,
        A,
        withRows([
          ['r1', 'A'],
          ['r3', 'C'],
        ]),
      ),
    )
    const back = applyChange(
      removed,
      edit(
        removed,
        A,
        withRows([
          ['r1', 'A'],
          ['r2', 'B'],
          ['r3', 'C'],
        ]),
      ),
    )
    expect(rowIds(back)).toEqual(['r1', 'r2', 'r3'])
    expect(valuesOf(back).disputedRows).toEqual([])
  })
})

describe('what else is known of a record', () => {
  it('are its state, number, template, and who began and changed it last', () => {
    const first = change(A, makeEdits({ state: null, seen: {}, from: emptyValues, to: form('一') }), 3, {
      template: '1'.repeat(64),
    })
    const begun = applyChange(NEW, first)
    expect(recordInfo(begun)).toMatchObject({
      state: 'draft',
      number: null,
      voidReason: null,
      template: '1'.repeat(64),
    })
    const values = valuesOf(begun).values
    const registers = { '@state': 'submitted', '@number': 'TS-2026-0001' }
    const submit = change(
      B,
      makeEdits({ state: begun, seen: seenOf(begun), from: values, to: values, registers }),
      7,
    )
    const info = recordInfo(applyChange(begun, submit))
    expect(info).toMatchObject({ state: 'submitted', number: 'TS-2026-0001' })
    expect(info.created).toMatchObject({ dot: dotOf(first), person: { name: '示例员工甲' } })
    expect(info.changed).toMatchObject({ dot: dotOf(submit), hlc: { ms: 7, n: 0 } })
    expect(valuesOf(applyChange(begun, submit)).values.fields).toEqual({ note: '一' })
  })

  it('[ST15] passes over a change that cannot be read', () => {
    const opaque: StoredChange = { ...change(A, []), opaque: 'newer' }
    expect(applyChange(NEW, opaque)).toBe(NEW)
  })

  it('survives field names that every object of JavaScript has', () => {
    const to: FormValues = JSON.parse(
      '{"fields":{"toString":"x","hasOwnProperty":"y"},"matrices":{"valueOf":{"toString":"满意"}},"rows":{}}',
    ) as FormValues
    const edits = makeEdits({ state: null, seen: {}, from: emptyValues, to })
    const state = applyChange(NEW, change(A, edits))
    expect(valuesOf(state).values).toEqual(to)
    expect(makeEdits({ state, seen: seenOf(state), from: valuesOf(state).values, to })).toEqual([])
  })

  it('[TF23] keeps edits of __proto__, constructor and prototype as unknown ones, which do nothing', () => {
    const edits = ['__proto__', 'constructor', 'prototype'].map((name): Edit => ({
      op: 'set',
      path: [name],
      value: 'x',
      over: [],
    }))
    const state = applyChange(NEW, change(A, edits))
    expect(state.registers).toEqual({})
    expect(state.unknown.map(({ edit }) => edit)).toHaveLength(3)
  })
})
