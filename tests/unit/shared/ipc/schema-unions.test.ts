import { describe, expect, test } from 'vitest'
import { parseCall } from '../../../../shared/ipc/schema'
import type { FieldType } from '../../../../shared/forms/field'
import type { Edit } from '../../../../shared/store/change'
import type { Template } from '../../../../shared/forms/template'

/** One of each kind: the compiler refuses this table while a kind that the contract knows is missing. */
const fieldTypes: {
  readonly [T in FieldType['type']]: FieldType & { readonly type: T }
} = {
  text: { type: 'text' },
  longText: { type: 'longText' },
  phone: { type: 'phone' },
  email: { type: 'email' },
  idNumber: { type: 'idNumber' },
  creditCode: { type: 'creditCode' },
  number: { type: 'number', scale: 2, unit: '元' },
  money: { type: 'money' },
  percent: { type: 'percent' },
  date: { type: 'date' },
  time: { type: 'time' },
  dateTime: { type: 'dateTime' },
  month: { type: 'month' },
  year: { type: 'year' },
  choice: { type: 'choice', options: ['受理'] },
  choices: { type: 'choices', options: ['商品', '服务'] },
  yesNo: { type: 'yesNo' },
  rating: { type: 'rating', scale: ['满意', '一般'] },
  matrix: { type: 'matrix', items: ['产品质量'], scale: ['满意', '一般'] },
  serial: { type: 'serial', rule: 'TS-{yyyy}-{0000}' },
  person: { type: 'person' },
  customer: { type: 'customer' },
  rows: { type: 'rows', columns: [], printed: 4, max: 200, direction: 'across', lanes: 1 },
  computed: { type: 'computed', expression: 'sum(items.qty)', result: 'number' },
  signature: { type: 'signature' },
  seal: { type: 'seal' },
}

const edits: { readonly [O in Edit['op']]: Extract<Edit, { op: O }> } = {
  set: { op: 'set', path: ['items', 'r1', 'sku'], value: ['商品'], over: [] },
  addRow: { op: 'addRow', rows: 'items', row: 'r1', order: 'a0' },
  removeRow: { op: 'removeRow', rows: 'items', row: 'r1', over: [] },
}

function templateWith(type: unknown): unknown {
  const template: Template = {
    format: 1,
    code: 'KHTS-BD-001',
    version: 1,
    name: '',
    title: '',
    module: '',
    kind: 'record',
    paper: { size: 'A4', orientation: 'portrait' },
    pages: 1,
    fields: [],
    rules: [],
    body: [],
  }
  return { ...template, fields: [{ key: 'a', label: '甲', type, required: false, max: 40 }] }
}

describe('every kind that the contract knows crosses the border', () => {
  test.each(Object.entries(fieldTypes))('a field of type %s', (_name, type) => {
    const template = templateWith(type)
    expect(parseCall('template:keep', { template })).toEqual({ ok: true, value: { template } })
  })

  test.each(Object.entries(edits))('an edit %s', (_op, edit) => {
    const changes = [{ entity: { kind: 'record', id: 'x' }, edits: [edit] }]
    expect(parseCall('journal:append', { changes })).toEqual({ ok: true, value: { changes } })
  })
})
