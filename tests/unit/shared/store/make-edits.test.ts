import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyValues, type FormValues, type RowValue } from '../../../../shared/forms/values'
import {
  applyChanges,
  emptyEntity,
  makeEdits,
  seenOf,
  valuesOf,
  type Edit,
  type EntityState,
  type StoredChange,
} from '../../../../shared/store'

const A = 'a'.repeat(16)
const NEW = emptyEntity({ kind: 'record', id: 'r1' })
const DOT = `${A}:1:${'0'.repeat(32)}`
const OTHER = `${A}:2:${'0'.repeat(32)}`

function change(seq: number, edits: readonly Edit[]): StoredChange {
  const hash = `${A}${seq}`.padEnd(64, '0')
  const entity = { kind: 'record', id: 'r1' } as const
  return { change: { v: 1, writer: A, seq, hlc: { ms: seq, n: 0 }, entity, edits }, hash, chain: hash }
}

const row = (id: string, cells: RowValue['cells'] = {}): RowValue => ({ id, cells })
const form = (more: Partial<FormValues>): FormValues => ({ ...emptyValues, ...more })
const withRows = (ids: readonly string[]): FormValues => form({ rows: { items: ids.map((id) => row(id)) } })
const made = (from: FormValues, to: FormValues, more: Partial<Parameters<typeof makeEdits>[0]> = {}) =>
  makeEdits({ state: null, seen: {}, from, to, ...more })

/** A record with these rows, each with its order key. */
const stateOf = (orders: readonly (readonly [string, string])[]): EntityState =>
  applyChanges(NEW, [
    change(
      1,
      orders.map(([id, order]) => ({ op: 'addRow', rows: 'items', row: id, order })),
    ),
  ])

/** What moves the rows of a state into this order, and the order that it leads to. */
function moved(state: EntityState, ids: readonly string[]) {
  const from = valuesOf(state).values
  const edits = made(from, withRows(ids), { state, seen: seenOf(state) })
  const after = valuesOf(applyChanges(state, [change(2, edits)])).values
  return { edits, ids: (after.rows['items'] ?? []).map(({ id }) => id) }
}

const touched = (edits: readonly Edit[]) => edits.map((edit) => (edit.op === 'set' ? edit.path[1] : edit.row))

describe('[ST22] a save', () => {
  it('writes each value that is another one, over what was seen of it, and no other', () => {
    const from = form({
      fields: { note: '一', kinds: ['甲'], buyer: { name: '示例公司', id: 'c1' }, gone: '旧' },
      matrices: { speed: { phone: '满意', visit: '一般' } },
      rows: { items: [row('x', { sku: 'A', qty: '1' })] },
    })
    const to = form({
      fields: { note: '二', kinds: ['甲'], buyer: { id: 'c1', name: '示例公司' }, added: '新' },
      matrices: { speed: { phone: '满意', visit: '不满' } },
      rows: { items: [row('x', { sku: 'A', qty: '2' })] },
    })
    const seen = {
      note: [DOT],
      '["speed","visit"]': [OTHER],
      '["items","x","qty"]': [DOT, OTHER],
      kinds: [DOT],
    }
    expect(made(from, to, { seen })).toStrictEqual([
      { op: 'set', path: ['note'], value: '二', over: [DOT] },
      { op: 'set', path: ['gone'], value: null, over: [] },
      { op: 'set', path: ['speed', 'visit'], value: '不满', over: [OTHER] },
      { op: 'set', path: ['items', 'x', 'qty'], value: '2', over: [DOT, OTHER] },
      { op: 'set', path: ['added'], value: '新', over: [] },
    ])
    expect(made(from, from, { seen })).toEqual([])
  })

  it('writes what a person has settled, once, also where nothing stands', () => {
    const from = form({ fields: { note: '一', other: '二' } })
    const settle = [['note'], ['empty'], ['items', 'x', 'sku']]
    const seen = { note: [DOT, OTHER], empty: [DOT] }
    expect(made(from, from, { settle: settle.slice(0, 2), seen })).toEqual([
      { op: 'set', path: ['note'], value: '一', over: [DOT, OTHER] },
      { op: 'set', path: ['empty'], value: null, over: [DOT] },
    ])
    expect(made(from, form({ fields: { other: '二' } }), { settle: [['note']] })).toEqual([
      { op: 'set', path: ['note'], value: null, over: [] },
    ])
    expect(made(emptyValues, from, { settle: [['note'], ['other']] })).toHaveLength(2)
  })

  it('writes registers of the record itself as they are given, behind rows and values', () => {
    const registers = { '@state': 'void', '@number': null }
    const edits = made(emptyValues, form({ fields: { note: '一' }, rows: { items: [row('x')] } }), {
      registers,
      seen: { '@state': [DOT] },
    })
    expect(edits).toStrictEqual([
      { op: 'addRow', rows: 'items', row: 'x', order: 'a0' },
      { op: 'set', path: ['note'], value: '一', over: [] },
      { op: 'set', path: ['@state'], value: 'void', over: [DOT] },
      { op: 'set', path: ['@number'], value: null, over: [] },
    ])
  })

  it('keeps apart what bears the name of something that every object has', () => {
    const from = form({ fields: { toString: '一' } })
    expect(made(from, form({ fields: { toString: '二', valueOf: '三' } }))).toEqual([
      { op: 'set', path: ['toString'], value: '二', over: [] },
      { op: 'set', path: ['valueOf'], value: '三', over: [] },
    ])
    const rows = form({ rows: { valueOf: [row('toString', { constructor: 'A' })] } })
    expect(made(emptyValues, rows).map(({ op }) => op)).toEqual(['addRow', 'set'])
    expect(made(rows, emptyValues).map(({ op }) => op)).toEqual(['removeRow'])
  })
})

describe('[ST22] a row that was removed', () => {
  const seen = {
    '["items","x","@row"]': [OTHER],
    '["items","x","sku"]': [DOT],
    '["items","x","qty"]': [DOT],
    '["items","x","@order"]': ['order'],
    '["items","xx","sku"]': ['row'],
    '["items","y","sku"]': ['row'],
    '["item","x","sku"]': ['rows'],
    '["items","x"]': ['item of a matrix'],
    items: ['field'],
  }

  it('takes along what was seen of it and its cells, each once and sorted, but its order', () => {
    const from = form({ rows: { items: [row('x', { sku: 'A', qty: '1' }), row('y')] } })
    expect(made(from, withRows(['y']), { seen })).toEqual([
      { op: 'removeRow', rows: 'items', row: 'x', over: [DOT, OTHER] },
    ])
    expect(made(from, emptyValues, { seen }).map((edit) => edit.op)).toEqual(['removeRow', 'removeRow'])
  })

  it('[TF23] goes also where a field bears a name that looks like a list', () => {
    const strange = { '[x': [DOT], '[': [DOT], '["items"': [DOT], '["items","y","sku"]': [OTHER] }
    expect(made(withRows(['y']), emptyValues, { seen: strange })).toEqual([
      { op: 'removeRow', rows: 'items', row: 'y', over: [OTHER] },
    ])
  })

  it('is added again over its removal, and a new one over nothing', () => {
    expect(made(emptyValues, withRows(['x', 'new']), { seen })).toStrictEqual([
      { op: 'addRow', rows: 'items', row: 'x', order: 'a0', over: [OTHER] },
      { op: 'addRow', rows: 'items', row: 'new', order: 'a1' },
    ])
  })
})

describe('[ST22] the order of rows', () => {
  const five = ['1', '2', '3', '4', '5']
  const keys = ['a0', 'a1', 'a2', 'a3', 'a4']
  const state = stateOf(five.map((id, at) => [id, keys[at] ?? '']))

  /** Rows in the longest part of a list that already rises: by trying every part. */
  const mostKept = (ids: readonly string[]): number => {
    let most = 0
    for (let part = 0; part < 1 << ids.length; part++) {
      const kept = ids.filter((_, at) => (part >> at) % 2 === 1)
      if (kept.every((id, at) => at === 0 || (kept[at - 1] ?? '') < id)) most = Math.max(most, kept.length)
    }
    return most
  }

  const orders = (ids: readonly string[]): readonly (readonly string[])[] =>
    ids.length === 0
      ? [[]]
      : ids.flatMap((id) => orders(ids.filter((other) => other !== id)).map((rest) => [id, ...rest]))

  it('changes with as few moves as it can, whatever order is wanted', () => {
    for (const wanted of orders(five)) {
      const { edits, ids } = moved(state, wanted)
      expect(ids).toEqual(wanted)
      expect(edits, wanted.join()).toHaveLength(five.length - mostKept(wanted))
      expect(edits.every((edit) => edit.op === 'set' && edit.path[2] === '@order')).toBe(true)
    }
  })

  it('changes with as few moves as it can where rows are added and removed as well', () => {
    const lists = fc.shuffledSubarray([...five, 'new1', 'new2', 'new3'])
    fc.assert(
      fc.property(lists, (wanted) => {
        const { edits, ids } = moved(state, wanted)
        const old = wanted.filter((id) => five.includes(id))
        expect(ids).toEqual(wanted)
        const counts = (op: string) => edits.filter((edit) => edit.op === op).length
        expect([counts('set'), counts('addRow'), counts('removeRow')]).toEqual([
          old.length - mostKept(old),
          wanted.length - old.length,
          five.length - old.length,
        ])
      }),
      { numRuns: 300 },
    )
  })

  it('stays when a row between is removed', () => {
    expect(moved(state, ['1', '3', '4', '5']).edits.map(({ op }) => op)).toEqual(['removeRow'])
  })

  it('gives new rows places between their neighbours, in one go', () => {
    const { edits } = moved(state, ['n1', '1', 'n2', 'n3', '2', '3', '4', '5', 'n4'])
    const order = Object.fromEntries(
      edits.flatMap((edit) => (edit.op === 'addRow' ? [[edit.row, edit.order]] : [])),
    )
    expect(Object.keys(order)).toEqual(['n1', 'n2', 'n3', 'n4'])
    const between = ['', order['n1'], 'a0', order['n2'], order['n3'], 'a1', 'a4', order['n4'], 'z']
    expect(between).toEqual([...new Set(between)].sort())
  })

  it('is left as it is where a key is none, until its row has to move', () => {
    const strange = stateOf([
      ['1', '!'],
      ['2', 'a1'],
      ['3', 'a2'],
    ])
    expect(moved(strange, ['1', '2', '3']).edits).toEqual([])
    const { edits, ids } = moved(strange, ['1', '3', '2'])
    expect(ids).toEqual(['1', '3', '2'])
    expect(touched(edits)).toContain('1')
    expect(edits).toHaveLength(2)
  })

  it('stays for the rows around one whose key is none', () => {
    const strange = stateOf([
      ['1', 'a0'],
      ['2', 'a0!'],
      ['3', 'a1'],
    ])
    const { edits, ids } = moved(strange, ['1', '2', '3', 'new'])
    expect(ids).toEqual(['1', '2', '3', 'new'])
    expect(touched(edits)).toEqual(['2', 'new'])
  })

  it('of rows with one and the same key is made anew where a row is put between them', () => {
    const same = stateOf([
      ['1', 'a0'],
      ['2', 'a0'],
      ['3', 'a0'],
    ])
    const { edits, ids } = moved(same, ['1', 'new', '2', '3'])
    expect(ids).toEqual(['1', 'new', '2', '3'])
    expect(edits).toHaveLength(3)
  })

  it('of rows that are not in the state yet is given to each', () => {
    const edits = made(withRows(['1', '2']), withRows(['2', '1']), {
      seen: { '["items","2","@order"]': [DOT] },
    })
    expect(edits).toEqual([
      { op: 'set', path: ['items', '2', '@order'], value: 'a0', over: [DOT] },
      { op: 'set', path: ['items', '1', '@order'], value: 'a1', over: [] },
    ])
  })
})
