import { describe, expect, it } from 'vitest'
import {
  applyChanges,
  emptyEntity,
  orderOf,
  recordInfo,
  seenOf,
  survivorsAt,
  valuesOf,
  type Edit,
  type EntityState,
  type StoredChange,
} from '../../../../shared/store'
import { stampOf } from '../../../../shared/store/entity-state'

const A = 'a'.repeat(16)
const B = 'b'.repeat(16)
const C = 'c'.repeat(16)
const NEW = emptyEntity({ kind: 'record', id: 'r1' })

function change(writer: string, seq: number, ms: number, ...edits: readonly Edit[]): StoredChange {
  const hash = `${writer}${seq}`.padEnd(64, '0')
  const entity = { kind: 'record', id: 'r1' } as const
  return { change: { v: 1, writer, seq, hlc: { ms, n: 0 }, entity, edits }, hash, chain: hash }
}

const dot = (writer: string, seq: number) => `${writer}:${seq}:${`${writer}${seq}`.padEnd(32, '0')}`
const set = (path: readonly string[], value: unknown, over: readonly string[] = []) =>
  ({ op: 'set', path, value, over }) as Edit
const add = (row: string, order = 'a0', rows = 'items'): Edit => ({ op: 'addRow', rows, row, order })
const remove = (row: string, over: readonly string[], rows = 'items'): Edit => ({
  op: 'removeRow',
  rows,
  row,
  over,
})

const folded = (...changes: readonly StoredChange[]): EntityState => applyChanges(NEW, changes)
const by = (...edits: readonly Edit[]): EntityState => folded(change(A, 1, 1, ...edits))
const rowsOf = (state: EntityState, rows = 'items') => valuesOf(state).values.rows[rows]
const idsOf = (state: EntityState) => rowsOf(state)?.map(({ id }) => id)

describe('the values of a record', () => {
  it('[ST16] are fields, items of matrices and cells of rows, without what belongs to the record itself', () => {
    const state = by(
      set(['note'], '客户'),
      set(['kinds'], ['一', '二']),
      set(['speed', 'phone'], '满意'),
      set(['speed', 'visit'], '一般'),
      add('x'),
      set(['items', 'x', 'sku'], 'A'),
      set(['items', 'x', 'done'], true),
      set(['@state'], 'submitted'),
      set(['@times', 'x'], '3'),
    )
    expect(valuesOf(state)).toStrictEqual({
      values: {
        fields: { kinds: ['一', '二'], note: '客户' },
        matrices: { speed: { phone: '满意', visit: '一般' } },
        rows: { items: [{ id: 'x', cells: { done: true, sku: 'A' } }] },
      },
      conflicts: {},
      disputedRows: [],
    })
  })

  it('[ST20] stand in one order, whatever order they were written in', () => {
    const edits = [
      set(['b'], '1'),
      set(['a'], '2'),
      set(['m', 'y'], '3'),
      set(['m', 'x'], '4'),
      add('2', 'a1'),
      set(['items', '2', 'sku'], 'B'),
      set(['items', '2', 'qty'], '5'),
      add('1', 'a0', 'others'),
      set(['m2', 'x'], '6'),
    ]
    const text = (state: EntityState) => JSON.stringify(valuesOf(state))
    expect(text(by(...[...edits].reverse()))).toBe(text(by(...edits)))
    expect(Object.keys(valuesOf(by(...edits)).values.fields)).toEqual(['a', 'b'])
    expect(Object.keys(valuesOf(by(...edits)).values.rows)).toEqual(['items', 'others'])
  })

  it('leave out what was emptied, and an item of a matrix that is no text', () => {
    const state = by(set(['note'], null), set(['speed', 'phone'], true), set(['speed', 'visit'], null))
    expect(valuesOf(state).values).toEqual({ fields: {}, matrices: {}, rows: {} })
    expect(valuesOf(NEW)).toEqual({
      values: { fields: {}, matrices: {}, rows: {} },
      conflicts: {},
      disputedRows: [],
    })
  })
})

describe('[ST21] a conflict', () => {
  const apart = (path: readonly string[], one: unknown, other: unknown) =>
    valuesOf(folded(change(A, 1, 1, set(path, one)), change(B, 1, 2, set(path, other)))).conflicts

  it('is told under its path, all values with the one that is shown first', () => {
    for (const [path, key] of [
      [['note'], 'note'],
      [['speed', 'phone'], '["speed","phone"]'],
      [['items', 'x', 'sku'], '["items","x","sku"]'],
      [['@state'], '@state'],
    ] as const) {
      const stamps = [change(B, 1, 2), change(A, 1, 1)].map(stampOf)
      expect(apart(path, '甲', '乙')).toEqual({
        [key]: [
          { ...stamps[0], value: '乙' },
          { ...stamps[1], value: '甲' },
        ],
      })
    }
  })

  it('is none where all wrote the same, however they wrote it', () => {
    expect(apart(['buyer'], { name: '示例公司', id: 'c1' }, { id: 'c1', name: '示例公司' })).toEqual({})
    expect(apart(['kinds'], ['一'], ['一'])).toEqual({})
    expect(Object.keys(apart(['kinds'], ['一'], '一'))).toEqual(['kinds'])
  })

  it('is none in the order of rows, in who dealt with a day, and in what a card knew', () => {
    expect(apart(['items', 'x', '@order'], 'a0', 'a1')).toEqual({})
    expect(apart(['@dealt', '2026-01-05'], '甲', '乙')).toEqual({})
    expect(apart(['@known'], '甲', '乙')).toEqual({})
  })

  it('shows nothing in the field where the latest emptied it, and keeps the other value', () => {
    const state = folded(change(A, 1, 1, set(['note'], '甲')), change(B, 1, 2, set(['note'], null)))
    expect(valuesOf(state).values.fields).toEqual({})
    expect(survivorsAt(state, ['note']).map(({ value }) => value)).toEqual([null, '甲'])
    expect(survivorsAt(state, ['other'])).toEqual([])
  })
})

describe('[ST21] a row', () => {
  const added = change(A, 1, 1, add('x'), set(['items', 'x', 'sku'], 'A'))
  const removed = change(A, 2, 2, remove('x', [dot(A, 1)]))

  it('is there while it is added, also without any cell', () => {
    expect(rowsOf(by(add('x')))).toEqual([{ id: 'x', cells: {} }])
  })

  it('is there, and disputed, while a value that the remover had not seen survives', () => {
    const state = folded(added, removed, change(B, 1, 3, set(['items', 'x', 'qty'], '2')))
    expect(rowsOf(state)).toEqual([{ id: 'x', cells: { qty: '2' } }])
    expect(valuesOf(state).disputedRows).toStrictEqual([
      { rows: 'items', row: 'x', removals: [stampOf(removed)] },
    ])
  })

  it('is there also when such a value is not the one shown first', () => {
    const written = change(B, 1, 3, set(['items', 'x', 'qty'], '2'))
    const emptied = change(C, 1, 4, set(['items', 'x', 'qty'], null))
    const state = folded(added, removed, written, emptied)
    expect(rowsOf(state)).toEqual([{ id: 'x', cells: {} }])
    expect(valuesOf(state).disputedRows).toHaveLength(1)
  })

  it('is gone when only emptied cells, its order, or cells of other rows are left', () => {
    const left = change(
      B,
      1,
      3,
      set(['items', 'x', 'qty'], null),
      set(['items', 'x', '@order'], 'a5'),
      set(['items', 'x'], '3'),
      set(['items', 'y', 'qty'], '2'),
      set(['others', 'x', 'qty'], '2'),
    )
    const state = folded(added, removed, left)
    expect(idsOf(state)).toEqual(['y'])
    expect(valuesOf(state).disputedRows).toEqual([])
  })

  it('is told of among other disputed rows by name of the rows, then of the row', () => {
    const places = [
      ['y', 'items'],
      ['x', 'items'],
      ['x', 'b'],
      ['z', 'a'],
    ] as const
    const first = change(A, 1, 1, ...places.map(([row, rows]) => add(row, 'a0', rows)))
    const second = change(A, 2, 2, ...places.map(([row, rows]) => remove(row, [dot(A, 1)], rows)))
    const third = change(B, 1, 3, ...places.map(([row, rows]) => set([rows, row, 'sku'], 'B')))
    expect(valuesOf(folded(first, second, third)).disputedRows.map(({ rows, row }) => [rows, row])).toEqual([
      ['a', 'z'],
      ['b', 'x'],
      ['items', 'x'],
      ['items', 'y'],
    ])
  })

  it('stands where its order says; of equal orders the smaller id is first, before all one without any', () => {
    const state = by(
      add('d', 'a1'),
      add('c', 'a1'),
      add('b', 'a2'),
      add('a', 'a0'),
      set(['items', 'late', 'sku'], 'A'),
      add('e', 'R000000001'),
    )
    expect(idsOf(state)).toEqual(['late', 'e', 'a', 'c', 'd', 'b'])
    expect(orderOf(state, 'items', 'b')).toBe('a2')
    expect(orderOf(state, 'items', 'late')).toBeNull()
    expect(orderOf(by(set(['items', 'x', '@order'], true)), 'items', 'x')).toBeNull()
  })
})

describe('[ST22] what was seen when editing began', () => {
  it('is every dot under its register, and those of a row itself', () => {
    const state = folded(
      change(A, 1, 1, add('x'), set(['note'], '甲')),
      change(B, 1, 2, set(['note'], '乙'), remove('x', [])),
      change(A, 2, 3, remove('y', [])),
    )
    expect(seenOf(state)).toStrictEqual({
      note: [dot(B, 1), dot(A, 1)],
      '["items","x","@order"]': [dot(A, 1)],
      '["items","x","@row"]': [dot(A, 1), dot(B, 1)],
      '["items","y","@row"]': [dot(A, 2)],
    })
  })
})

describe('[ST36] what is known of a record itself', () => {
  it('is nothing before its first change', () => {
    expect(recordInfo(NEW)).toStrictEqual({
      state: 'draft',
      number: null,
      voidReason: null,
      template: null,
      from: null,
      corrections: 0,
      files: 0,
      created: null,
      changed: null,
    })
  })

  it('is its state, and a draft where that is none', () => {
    const stateOf = (value: unknown) => recordInfo(by(set(['@state'], value))).state
    for (const state of ['draft', 'submitted', 'closed', 'void']) expect(stateOf(state)).toBe(state)
    for (const other of ['', 'sleeping', true, ['void'], null]) expect(stateOf(other)).toBe('draft')
  })

  it('is its number, why it is void, and what it was made from, where these are texts', () => {
    const known = by(set(['@number'], 'TS-2026-0001'), set(['@voidReason'], '重复'), set(['@from'], 'r0'))
    expect(recordInfo(known)).toMatchObject({ number: 'TS-2026-0001', voidReason: '重复', from: 'r0' })
    const strange = by(set(['@number'], true), set(['@voidReason'], ['重复']), set(['@from'], null))
    expect(recordInfo(strange)).toMatchObject({ number: null, voidReason: null, from: null })
  })

  it('[ST35] is how many corrections and attachments are there', () => {
    const state = folded(
      change(A, 1, 1, add('1', 'a0', '@files'), add('2', 'a1', '@files'), add('3', 'a0')),
      change(A, 2, 2, add('4', 'a0', '@corrections'), remove('1', [dot(A, 1)], '@files')),
      change(A, 3, 3, add('5', 'a0', '@corrections'), set(['@corrections', '5', 'reason'], '更正')),
    )
    expect(recordInfo(state)).toMatchObject({ corrections: 2, files: 1 })
    expect(recordInfo(state).created?.dot).toBe(dot(A, 1))
    expect(recordInfo(state).changed?.dot).toBe(dot(A, 3))
  })
})
