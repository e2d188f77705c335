import { describe, expect, it } from 'vitest'
import { checkNewChange } from '../../../../shared/store/check-change'
import { isObject, knownEdits, readEdit } from '../../../../shared/store/read-edit'

const DOT = `${'a'.repeat(16)}:1:${'0'.repeat(32)}`
const LONG = 'x'.repeat(200)

const SET = { op: 'set', path: ['note'], value: '示例', over: [DOT] }
const ADD = { op: 'addRow', rows: 'items', row: 'r1', order: 'a0' }
const REMOVE = { op: 'removeRow', rows: 'items', row: 'r1', over: [DOT] }

describe('[ST16] an edit', () => {
  it('of every known shape is read, without members that mean nothing', () => {
    expect(readEdit({ ...SET, more: 1 })).toStrictEqual(SET)
    expect(readEdit({ ...ADD, more: 1 })).toStrictEqual(ADD)
    expect(readEdit({ ...ADD, over: [DOT], value: '' })).toStrictEqual({ ...ADD, over: [DOT] })
    expect(readEdit({ ...REMOVE, order: 'a0' })).toStrictEqual(REMOVE)
  })

  it.each([
    ['nothing', null],
    ['a text', 'set'],
    ['a list', [SET]],
    ['of no kind', { ...SET, op: undefined }],
    ['of another kind', { ...ADD, op: 'moveRow' }],
    ['of an empty kind', { ...REMOVE, op: '' }],
    ['without what it replaces', { ...SET, over: undefined }],
    ['that replaces what is no dot', { ...SET, over: [DOT, 'x'] }],
    ['that replaces no list', { ...SET, over: DOT }],
    ['without a value', { ...SET, value: undefined }],
    ['of a row without what was seen', { ...REMOVE, over: undefined }],
    ['of a row whose name is no text', { ...REMOVE, row: 1 }],
    ['of rows without a name', { ...REMOVE, rows: '' }],
    ['that adds without an order', { ...ADD, order: undefined }],
    ['that adds with an empty order', { ...ADD, order: '' }],
    ['that adds over what is no dot', { ...ADD, over: ['x'] }],
    ['that adds over nothing at all', { ...ADD, over: null }],
  ])('%s is not known', (_, edit) => {
    expect(readEdit(edit)).toBeNull()
  })

  it('has a path of one to three names of 1 to 200 units', () => {
    const paths = [
      ['a'],
      ['a', 'b'],
      ['a', 'b', 'c'],
      [LONG],
      ['a', 'b', '@order'],
      ['@row'],
      ['a', '@removed'],
    ]
    for (const path of paths) expect(readEdit({ ...SET, path })).toEqual({ ...SET, path })
    const wrong = [
      [],
      ['a', 'b', 'c', 'd'],
      [''],
      ['a', ''],
      [`${LONG}x`],
      ['a', 1],
      'note',
      { 0: 'a', length: 1 },
    ]
    for (const path of wrong) expect(readEdit({ ...SET, path }), JSON.stringify(path)).toBeNull()
  })

  it('never names a row itself as a register', () => {
    for (const name of ['@row', '@removed'])
      expect(readEdit({ ...SET, path: ['items', 'r1', name] })).toBeNull()
  })

  it('[TF23] never bears a name that means something to every object', () => {
    for (const name of ['__proto__', 'constructor', 'prototype']) {
      expect(readEdit({ ...SET, path: [name] })).toBeNull()
      expect(readEdit({ ...SET, path: ['a', name] })).toBeNull()
      expect(readEdit({ ...ADD, row: name })).toBeNull()
      expect(readEdit({ ...REMOVE, rows: name })).toBeNull()
      expect(readEdit({ ...ADD, order: name })).toBeNull()
    }
  })

  it('has a value that is a text, yes or no, texts, something with a name, or nothing', () => {
    const name = '示例公司'
    for (const value of ['', '字', true, false, [], ['一', '二'], { name }, { name, id: 'c1' }, null])
      expect(readEdit({ ...SET, value })).toEqual({ ...SET, value })
    for (const value of [
      1,
      [1],
      ['一', null],
      {},
      { name: 1 },
      { name, id: 1 },
      { name, id: null },
      { id: 'c1' },
    ])
      expect(readEdit({ ...SET, value }), JSON.stringify(value)).toBeNull()
  })

  it('that is not known is left out of those that are', () => {
    expect(knownEdits({ edits: [SET, { op: 'weave' }, ADD] as never })).toEqual([SET, ADD])
  })

  it('is an object, which lists and nothing are not', () => {
    expect([{}, [], null, 'a', undefined].map(isObject)).toEqual([true, false, false, false, false])
  })
})

describe('[ST16] what the window asks to be written', () => {
  const NEW = { entity: { kind: 'record', id: 'r1' }, edits: [SET] }
  const FULL = {
    ...NEW,
    person: { name: '示例员工甲' },
    batch: 'b1',
    template: 'f'.repeat(64),
    edits: [SET, ADD, REMOVE],
  }
  const refused = (change: unknown): string => {
    const checked = checkNewChange(change)
    return checked.ok ? 'ok' : checked.error
  }

  it('is taken as it is when everything about it is known', () => {
    expect(checkNewChange(FULL)).toEqual({ ok: true, value: FULL })
    for (const kind of ['record', 'customer', 'staff', 'firm'])
      expect(refused({ ...NEW, entity: { kind, id: 'A-9z' } })).toBe('ok')
    expect(refused({ ...NEW, entity: { kind: 'record', id: 'x'.repeat(64) } })).toBe('ok')
    expect(refused({ ...NEW, edits: [{ ...SET, value: null }] })).toBe('ok')
  })

  it.each([
    ['变更不是一个对象', null],
    ['变更不是一个对象', [NEW]],
    ['变更里有不认识的项目 seq', { ...NEW, seq: 1 }],
    ['变更没有说明属于哪一类资料', { ...NEW, entity: null }],
    ['变更没有说明属于哪一类资料', { ...NEW, entity: { kind: 1, id: 'r1' } }],
    ['变更没有说明属于哪一类资料', { ...NEW, entity: { kind: 'case', id: 'r1' } }],
    ['变更没有说明属于哪一份资料', { ...NEW, entity: { kind: 'record', id: 1 } }],
    ['变更没有说明属于哪一份资料', { ...NEW, entity: { kind: 'record', id: '' } }],
    ['变更没有说明属于哪一份资料', { ...NEW, entity: { kind: 'record', id: 'a/b' } }],
    ['变更没有说明属于哪一份资料', { ...NEW, entity: { kind: 'record', id: '客a' } }],
    ['变更没有说明属于哪一份资料', { ...NEW, entity: { kind: 'record', id: 'a客' } }],
    ['变更没有说明属于哪一份资料', { ...NEW, entity: { kind: 'record', id: 'x'.repeat(65) } }],
    ['模板的内容哈希不对', { ...NEW, template: 1 }],
    ['模板的内容哈希不对', { ...NEW, template: ['f'.repeat(64)] }],
    ['模板的内容哈希不对', { ...NEW, template: 'f'.repeat(63) }],
    ['模板的内容哈希不对', { ...NEW, template: 'f'.repeat(65) }],
    ['模板的内容哈希不对', { ...NEW, template: `x${'f'.repeat(64)}` }],
    ['批次编号不对', { ...NEW, batch: '' }],
    ['批次编号不对', { ...NEW, batch: 1 }],
    ['操作人不对', { ...NEW, person: '示例员工甲' }],
    ['操作人不对', { ...NEW, person: {} }],
    ['变更里没有任何修改', { ...NEW, edits: [] }],
    ['变更里没有任何修改', { ...NEW, edits: SET }],
    ['第 1 处修改的写法不对', { ...NEW, edits: [{ op: 'weave' }] }],
    ['第 3 处修改的写法不对', { ...NEW, edits: [SET, ADD, { ...SET, value: 1 }] }],
    ['变更里有不能保存的值', { ...NEW, person: { name: '示例员工甲', id: undefined } }],
    ['变更里有不能保存的值', { ...NEW, edits: [{ ...SET, more: Number.NaN }] }],
    ['变更里有不能保存的值', { ...NEW, edits: [{ ...SET, more: [1, Infinity] }] }],
    ['变更里有不能保存的值', { ...NEW, edits: [{ ...SET, more: () => 1 }] }],
  ])('is refused: %s', (why, change) => {
    expect(refused(change)).toBe(why)
  })

  it('is refused when it nests deeper than any value does', () => {
    // The change, its edits and the edit around it are three of sixteen.
    const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)])
    expect(refused({ ...NEW, edits: [{ ...SET, more: nested(13) }] })).toBe('ok')
    expect(refused({ ...NEW, edits: [{ ...SET, more: nested(14) }] })).toBe('变更里有不能保存的值')
    const objects = (depth: number): unknown => (depth === 0 ? true : { in: objects(depth - 1) })
    expect(refused({ ...NEW, edits: [{ ...SET, more: objects(13) }] })).toBe('ok')
    expect(refused({ ...NEW, edits: [{ ...SET, more: objects(14) }] })).toBe('变更里有不能保存的值')
  })
})
