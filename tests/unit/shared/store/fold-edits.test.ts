import { describe, expect, it } from 'vitest'
import {
  applyChanges,
  compareHlc,
  compareText,
  dotOf,
  emptyEntity,
  isDot,
  isWriterId,
  parseDot,
  type Edit,
  type EntityState,
  type StoredChange,
} from '../../../../shared/store'
import {
  FOLD_VERSION,
  laterFirst,
  removalsKey,
  rowKey,
  stampOf,
  stateKey,
} from '../../../../shared/store/entity-state'

const A = 'a'.repeat(16)
const B = 'b'.repeat(16)
const NEW = emptyEntity({ kind: 'record', id: 'r1' })
const ROW = rowKey('items', 'r1')
const CELL = ['items', 'r1', 'sku'] as const

/** The dot of a writer's change, known before it is made. */
const at = (writer: string, seq: number) => `${writer}:${seq}:${`${writer}${seq}`.padEnd(32, '0')}`

function change(
  writer: string,
  seq: number,
  edits: readonly unknown[],
  ms = seq,
  more: Partial<StoredChange['change']> = {},
): StoredChange {
  const entity = { kind: 'record', id: 'r1' } as const
  const hash = `${writer}${seq}`.padEnd(32, '0').padEnd(64, 'f')
  const all = edits as readonly Edit[]
  return { change: { v: 1, writer, seq, hlc: { ms, n: 0 }, entity, edits: all, ...more }, hash, chain: hash }
}

const set = (path: readonly string[], value: unknown, over: readonly string[] = []) => ({
  op: 'set',
  path,
  value,
  over,
})
const add = (over?: readonly string[]) => ({
  op: 'addRow',
  rows: 'items',
  row: 'r1',
  order: 'a0',
  ...(over ? { over } : {}),
})
const remove = (over: readonly string[], row = 'r1', rows = 'items') => ({ op: 'removeRow', rows, row, over })

/** The state of these changes, the same in the opposite order. */
function folded(...changes: readonly StoredChange[]): EntityState {
  const state = applyChanges(NEW, changes)
  expect(applyChanges(NEW, [...changes].reverse())).toStrictEqual(state)
  return state
}

const dots = (list: readonly { readonly dot: string }[] | undefined) => list?.map(({ dot }) => dot)
const valuesAt = (state: EntityState, path: readonly string[]) =>
  state.registers[stateKey(path)]?.survivors.map(({ value }) => value)

describe('one change', () => {
  it('that arrives again changes nothing, not even the object [ST20]', () => {
    const one = change(A, 1, [set(['note'], '一')])
    const state = folded(one, change(B, 1, [add()]))
    expect(applyChanges(state, [one])).toBe(state)
  })

  it('that sets a field twice leaves the last value alone [ST21]', () => {
    expect(valuesAt(folded(change(A, 1, [set(['note'], '一'), set(['note'], '二')])), ['note'])).toEqual([
      '二',
    ])
  })

  it('that adds or removes a row twice stands there once [ST21]', () => {
    expect(dots(folded(change(A, 1, [add(), add()])).rows[ROW]?.adds)).toEqual([at(A, 1)])
    const removed = folded(change(A, 1, [remove([]), remove([])]))
    expect(dots(removed.rows[ROW]?.removals)).toEqual([at(A, 1)])
  })

  it('that names itself as replaced waits for nothing [ST20]', () => {
    expect(folded(change(A, 1, [set(['note'], '一', [at(A, 1)])])).awaited).toEqual({})
  })

  it('that removes one row, writes into another and removes that too leaves neither [ST21]', () => {
    const own = at(A, 1)
    const state = folded(change(A, 1, [remove([]), set(['items', 'r2', 'sku'], 'B'), remove([own], 'r2')]))
    expect(state.registers).toEqual({})
  })

  it('that removes a row twice takes what was seen of its cells away once [ST21]', () => {
    const cell = change(A, 1, [set(CELL, 'A')], 1)
    const kept = change(B, 1, [set(CELL, 'B')], 2)
    const state = folded(cell, change(B, 2, [remove([at(A, 1)]), remove([at(A, 1)])], 3))
    expect(state.registers).toEqual({})
    expect(dots(state.rows[ROW]?.removals)).toEqual([at(B, 2)])
    expect(valuesAt(folded(cell, kept, change(A, 2, [remove([at(A, 1)])], 3)), CELL)).toEqual(['B'])
  })

  it('that adds a row is all there is of it, with its order, and waits for nothing', () => {
    const one = change(A, 1, [add()])
    const state = folded(one)
    expect(state.rows).toEqual({ [ROW]: { rows: 'items', row: 'r1', adds: [stampOf(one)], removals: [] } })
    expect(valuesAt(state, ['items', 'r1', '@order'])).toEqual(['a0'])
    expect(state.awaited).toEqual({})
  })

  it('[ST16] with edits of another program keeps each of them, in the same order everywhere', () => {
    const weave = { op: 'weave', path: ['note'] }
    const state = folded(change(B, 1, [{ op: 'z' }, { op: 'a' }], 1), change(A, 2, [weave], 9))
    expect(state.unknown).toEqual([
      { dot: at(A, 2), edit: weave },
      { dot: at(B, 1), edit: { op: 'a' } },
      { dot: at(B, 1), edit: { op: 'z' } },
    ])
  })

  it('without a template changes nothing about the template; the latest that names one counts', () => {
    const named = change(A, 2, [], 5, { template: 'f'.repeat(64) })
    const before = change(B, 1, [], 4, { template: 'e'.repeat(64) })
    expect(folded(change(A, 1, [])).template).toBeNull()
    expect(folded(before, named, change(B, 2, [], 9)).template).toEqual({
      ...stampOf(named),
      hash: 'f'.repeat(64),
    })
  })

  it('is stamped with who made it only when that is known', () => {
    expect(stampOf(change(A, 1, [], 7))).toStrictEqual({ dot: at(A, 1), hlc: { ms: 7, n: 0 } })
    const person = { name: '示例员工甲' }
    expect(stampOf(change(A, 1, [], 7, { person })).person).toEqual(person)
  })
})

describe('[ST21] a removed row', () => {
  const added = change(A, 1, [add(), set(CELL, 'A')])

  it('keeps what the person who removed it had not seen in a cell, and loses what was seen', () => {
    const unseen = change(B, 1, [set(CELL, 'B')], 8)
    const state = folded(added, unseen, change(A, 2, [remove([at(A, 1)])]))
    expect(state.registers[stateKey(CELL)]).toEqual({
      path: CELL,
      survivors: [{ ...stampOf(unseen), value: 'B' }],
    })
    expect(state.rows[ROW]?.adds).toEqual([])
  })

  it('leaves cells of other rows and the items of a matrix of the same name alone', () => {
    const other = change(A, 2, [
      set(['items', 'r2', 'sku'], 'C'),
      set(['items', 'r1'], '3'),
      set(['items'], '四'),
    ])
    const state = folded(added, other, change(B, 1, [remove([at(A, 1), at(A, 2)])], 9))
    expect(valuesAt(state, ['items', 'r2', 'sku'])).toEqual(['C'])
    expect(valuesAt(state, ['items', 'r1'])).toEqual(['3'])
    expect(valuesAt(state, ['items'])).toEqual(['四'])
    expect(valuesAt(state, CELL)).toBeUndefined()
  })

  it('shows both removals that did not know of each other, the later first', () => {
    const early = change(A, 2, [remove([at(A, 1)])], 3)
    const late = change(B, 1, [remove([at(A, 1)])], 8)
    expect(dots(folded(added, early, late).rows[ROW]?.removals)).toEqual([at(B, 1), at(A, 2)])
  })

  it('forgets an earlier removal that the later one had seen, and no other', () => {
    const first = change(A, 2, [remove([at(A, 1)])], 3)
    const unseen = change(A, 3, [remove([at(A, 1)])], 4)
    const second = change(B, 1, [remove([at(A, 2)])], 8)
    expect(dots(folded(added, first, unseen, second).rows[ROW]?.removals)).toEqual([at(B, 1), at(A, 3)])
  })

  it('that is added again by someone who saw the removal is there, whatever came first', () => {
    const state = folded(added, change(A, 2, [remove([at(A, 1)])]), change(B, 1, [add([at(A, 2)])], 9))
    expect(dots(state.rows[ROW]?.adds)).toEqual([at(B, 1)])
    expect(state.rows[ROW]?.removals).toEqual([])
    expect(state.awaited).toEqual({})
  })

  it('stays disputed when it was added again by someone who had not seen the removal', () => {
    const state = folded(added, change(A, 2, [remove([at(A, 1)])]), change(B, 1, [add()], 9))
    expect(dots(state.rows[ROW]?.adds)).toEqual([at(B, 1)])
    expect(dots(state.rows[ROW]?.removals)).toEqual([at(A, 2)])
  })

  it('has the later addition first', () => {
    const state = folded(change(A, 1, [add()], 2), change(B, 1, [add()], 5))
    expect(dots(state.rows[ROW]?.adds)).toEqual([at(B, 1), at(A, 1)])
  })
})

describe('[ST20] what was replaced before it arrived', () => {
  it('is awaited where it was replaced, and nothing is awaited once it is there', () => {
    const late = change(B, 1, [set(['note'], '乙', [at(A, 1)]), remove([at(A, 1)])], 9)
    expect(applyChanges(NEW, [late]).awaited).toEqual({
      [at(A, 1)]: [ROW, stateKey(['note'])].sort(compareText),
    })
    const state = folded(change(A, 1, [set(['note'], '甲'), add(), set(CELL, 'A')]), late)
    expect(state.awaited).toEqual({})
    expect(valuesAt(state, ['note'])).toEqual(['乙'])
    expect(valuesAt(state, CELL)).toBeUndefined()
  })

  it('counts only where it was replaced: another field, an item or a field of the row’s name stay', () => {
    const late = change(B, 1, [remove([at(A, 1)])], 9)
    const early = change(A, 1, [set(['note'], '甲'), set(['items', 'r1'], '3'), set(['items'], '四')])
    const state = folded(early, late)
    expect([['note'], ['items', 'r1'], ['items']].map((path) => valuesAt(state, path))).toEqual([
      ['甲'],
      ['3'],
      ['四'],
    ])
  })
})

describe('the names of changes and places', () => {
  const dot = `${A}:12:${'0'.repeat(32)}`

  it('[ST12] are a writer, a number and a short hash, and nothing before or behind', () => {
    expect(parseDot(dot)).toEqual({ writer: A, seq: 12, hash: '0'.repeat(32) })
    expect(isDot(dot)).toBe(true)
    for (const other of [`x${dot}`, `${dot}0`, dot.toUpperCase(), dot.replace(':12:', ':012:'), A, '']) {
      expect(isDot(other), other).toBe(false)
      expect(parseDot(other), other).toBeNull()
    }
    expect([isDot([dot]), isDot(null), isDot(12)]).toEqual([false, false, false])
    expect(dotOf(change(A, 12, []))).toBe(at(A, 12))
  })

  it('[ST12] of writers are 16 lower-case hex digits', () => {
    expect(isWriterId(A)).toBe(true)
    for (const other of [`${A}a`, `x${A}`, A.toUpperCase(), '', [A], null, 5])
      expect(isWriterId(other), String(other)).toBe(false)
  })

  it('of registers, rows and removals are never the same', () => {
    expect(stateKey(['note'])).toBe('["note"]')
    expect(stateKey(['rating', 'speed'])).toBe('["rating","speed"]')
    expect(ROW).toBe('["items","r1","@row"]')
    expect(removalsKey('items', 'r1')).toBe('["items","r1","@removed"]')
  })

  it('belong to an entity from its beginning', () => {
    expect(NEW).toMatchObject({ entity: { kind: 'record', id: 'r1' }, first: null, last: null })
  })
})

describe('order', () => {
  it('is by clock, then by counter, then by dot, the latest first', () => {
    const stamp = (ms: number, n: number, dot: string) => ({ dot, hlc: { ms, n } })
    const sorted = [stamp(2, 0, 'b'), stamp(2, 0, 'a'), stamp(1, 9, 'a'), stamp(2, 1, 'c')].sort(laterFirst)
    expect(sorted.map(({ hlc, dot }) => `${hlc.ms}.${hlc.n}${dot}`)).toEqual(['2.1c', '2.0a', '2.0b', '1.9a'])
    expect(compareHlc({ ms: 1, n: 2 }, { ms: 1, n: 2 })).toBe(0)
  })

  it('of texts is by code units, and equal texts are equal', () => {
    expect([compareText('a', 'b'), compareText('b', 'a'), compareText('b', 'b')]).toEqual([-1, 1, 0])
  })

  it('[TF22] is folded by rules that have a number: a working copy of other rules is built anew', () => {
    expect(FOLD_VERSION).toBe(2001)
  })
})
