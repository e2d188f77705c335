import { describe, expect, test } from 'vitest'
import { catalogue } from '../../../../shared/catalogue'
import type { CallName, Draft, FormSheet, LocalSettings } from '../../../../shared/ipc/contract'
import { callNames, isCallName } from '../../../../shared/ipc/names'
import { refusalMessage, refusalOf } from '../../../../shared/ipc/refusal'
import { parseCall } from '../../../../shared/ipc/schema'
import type { Template } from '../../../../shared/forms/template'

const hash = 'a'.repeat(64)
const values = { fields: { on: '2026-01-05' }, matrices: { product: { 产品质量: '满意' } }, rows: {} }
const draft: Draft = {
  id: '01890000-0000-7000-8000-000000000001',
  templateHash: hash,
  templateCode: 'KHTS-BD-001',
  values,
  seen: { on: ['w:1:ab'] },
  savedAt: 1_767_600_000_000,
}
const settings: LocalSettings = {
  language: 'zh-CN',
  theme: 'system',
  zoom: 1,
  copies: 1,
  favourites: ['KHTS-BD-001'],
  recents: [],
}
const template: Template = {
  format: 1,
  code: 'KHTS-BD-001',
  version: 1,
  name: '客户投诉登记表一',
  title: '客户投诉登记表',
  module: '客户投诉',
  kind: 'record',
  paper: { size: 'A4', orientation: 'portrait' },
  pages: 1,
  fields: [
    { key: 'on', label: '受理日期', type: { type: 'date' }, required: true, max: 20, initial: 'today()' },
    {
      key: 'items',
      label: '明细',
      type: {
        type: 'rows',
        columns: [{ key: 'sku', label: '品名', type: { type: 'text' }, required: false, max: 40 }],
        printed: 4,
        max: 200,
        direction: 'down',
        lanes: 1,
      },
      required: false,
      max: 0,
    },
  ],
  rules: [],
  body: [
    {
      block: 'grid',
      columns: [40, 60],
      rows: [{ height: 9, head: false }],
      cells: [
        {
          row: 0,
          column: 0,
          rowSpan: 1,
          columnSpan: 1,
          kind: 'label',
          lines: [[{ piece: 'text', text: '受理日期' }]],
          vertical: false,
          align: 'center',
          vAlign: 'middle',
        },
        {
          row: 0,
          column: 1,
          rowSpan: 1,
          columnSpan: 1,
          kind: 'field',
          lines: [[{ piece: 'field', path: ['on'] }]],
          vertical: false,
          align: 'left',
          vAlign: 'middle',
        },
      ],
      repeats: [],
    },
  ],
}
const sheet: FormSheet = { template, values, letterhead: { firm: '示例电器有限公司' }, mode: 'filled' }
const logo = { source: 'data:image/png;base64,iVBORw0KGgo=', width: 600, height: 150 }
const change = {
  entity: { kind: 'record', id: '01890000-0000-7000-8000-000000000002' },
  template: hash,
  person: { name: '示例员工甲' },
  edits: [
    { op: 'set', path: ['on'], value: '2026-01-05', over: [] },
    { op: 'addRow', rows: 'items', row: 'r1', order: 'a0' },
    { op: 'addRow', rows: 'items', row: 'r2', order: 'a1', over: ['w:1:ab'] },
    { op: 'removeRow', rows: 'items', row: 'r1', over: ['w:1:ab'] },
  ],
}

describe('a call that keeps to the contract is read as it is', () => {
  const good: readonly [CallName, unknown][] = [
    ['app:start', null],
    ['journal:read', { writer: 'ab12', after: 0, limit: 500 }],
    ['journal:append', { changes: [change] }],
    ['template:keep', { template }],
    ['draft:put', draft],
    ['settings:put', settings],
    ['pdf:bytes', { job: 'form', sheets: [sheet] }],
    ['pdf:print', { job: { job: 'form', sheets: [{ ...sheet, stamp: '作废' }] }, copies: 2 }],
  ]
  test.each(good)('%s', (call, input) => {
    const read = parseCall(call, input)
    expect(read).toEqual({ ok: true, value: input })
  })

  test('a change handed back keeps members and kinds that this program does not know', () => {
    const stored = {
      change: {
        v: 1,
        writer: 'ab12',
        seq: 7,
        hlc: { ms: 1, n: 0 },
        entity: { kind: 'somethingNewer', id: 'x' },
        edits: [{ op: 'somethingNewer', deep: { er: [1] } }],
        later: true,
      },
      hash,
      chain: hash,
      alsoLater: 1,
    }
    const read = parseCall('journal:restore', { changes: [stored] })
    expect(read).toEqual({ ok: true, value: { changes: [stored] } })
  })

  test('a change whose content was destroyed is handed back as it is', () => {
    const change = {
      v: 1,
      writer: 'ab12',
      seq: 7,
      hlc: { ms: 1, n: 0 },
      entity: { kind: 'record', id: '' },
      edits: [],
    }
    const stored = { change, hash, chain: hash, opaque: 'destroyed' }
    expect(parseCall('journal:restore', { changes: [stored] })).toEqual({
      ok: true,
      value: { changes: [stored] },
    })
  })

  test.each(catalogue.map((entry) => [entry.code, entry] as const))(
    'the form %s, blank and with its sample',
    (_code, entry) => {
      const { template, sample } = entry
      const sheets = (['blank', 'filled'] as const).map((mode) => ({
        template,
        values: sample,
        letterhead: { firm: '示例电器有限公司', department: '客户服务部', logo },
        mode,
      }))
      const job = { job: 'form', sheets }
      expect(parseCall('pdf:bytes', job)).toEqual({ ok: true, value: job })
      expect(parseCall('template:keep', { template })).toEqual({ ok: true, value: { template } })
    },
  )

  test('a template keeps members that a newer program has added', () => {
    const newer = { ...template, later: 1, fields: template.fields.map((field) => ({ ...field, hint: 'x' })) }
    expect(parseCall('template:keep', { template: newer })).toEqual({ ok: true, value: { template: newer } })
  })
})

describe('a call that breaks the contract is refused', () => {
  const strangeLogo = { source: 'https://example.com/logo.png', width: 10, height: 10 }
  const bad: readonly [string, CallName, unknown][] = [
    ['something where nothing belongs', 'app:start', {}],
    ['nothing where something belongs', 'journal:read', null],
    ['an unknown member', 'journal:read', { writer: 'ab12', after: 0, limit: 5, path: '/etc' }],
    ['a negative place', 'journal:read', { writer: 'ab12', after: -1, limit: 5 }],
    ['an endless page', 'journal:read', { writer: 'ab12', after: 0, limit: 1e9 }],
    ['no changes', 'journal:append', { changes: [] }],
    ['an unknown edit', 'journal:append', { changes: [{ ...change, edits: [{ op: 'drop' }] }] }],
    ['an unknown entity', 'journal:append', { changes: [{ ...change, entity: { kind: 'x', id: '1' } }] }],
    ['a writer chosen by the window', 'journal:append', { changes: [{ ...change, writer: 'ab12', seq: 1 }] }],
    ['a template hash that is none', 'journal:append', { changes: [{ ...change, template: 'abc' }] }],
    [
      'a path that is too deep',
      'journal:append',
      { changes: [{ ...change, edits: [{ op: 'set', path: ['a', 'b', 'c', 'd'], value: null, over: [] }] }] },
    ],
    ['a number as a value', 'draft:put', { ...draft, values: { ...values, fields: { on: 5 } } }],
    ['a draft id that leaves its folder', 'draft:put', { ...draft, id: '../../evil' }],
    ['a draft to remove outside', 'draft:remove', { id: '..' }],
    [
      'a text longer than any',
      'draft:put',
      { ...draft, values: { ...values, fields: { on: 'x'.repeat(3_000_001) } } },
    ],
    ['settings without a theme', 'settings:put', { ...settings, theme: undefined }],
    ['no zoom at all', 'settings:put', { ...settings, zoom: Number.NaN }],
    ['zero copies', 'pdf:print', { job: { job: 'form', sheets: [sheet] }, copies: 0 }],
    ['an unknown job', 'pdf:bytes', { job: 'shell', command: 'rm' }],
    ['no sheets', 'pdf:bytes', { job: 'form', sheets: [] }],
    [
      'a logo from the network',
      'pdf:bytes',
      { job: 'form', sheets: [{ ...sheet, letterhead: { firm: '', logo: strangeLogo } }] },
    ],
    ['a template without a body', 'template:keep', { template: { ...template, body: undefined } }],
    ['a template of another format', 'template:keep', { template: { ...template, format: 2 } }],
    [
      'an unknown field type',
      'template:keep',
      {
        template: {
          ...template,
          fields: [{ key: 'a', label: 'a', type: { type: 'code' }, required: false, max: 1 }],
        },
      },
    ],
    ['a path with a zero character', 'folder:use', { path: '/tmp\0x' }],
  ]
  test.each(bad)('%s (%s)', (_what, call, input) => {
    const read = parseCall(call, input)
    expect(read.ok).toBe(false)
  })

  test('the reason names the place that is wrong', () => {
    const read = parseCall('pdf:print', { job: { job: 'form', sheets: [sheet] }, copies: 'two' })
    expect(read).toMatchObject({ ok: false, error: expect.stringContaining('copies') })
  })
})

describe('names and refusals', () => {
  test('only names of the contract are calls', () => {
    expect(callNames).toContain('pdf:save')
    expect(['toString', '__proto__', 'pdf:SAVE', '', null, 3].some(isCallName)).toBe(false)
  })

  test('a refusal survives the border inside the message of an error', () => {
    const refusal = { type: 'BadPayload', call: 'pdf:save', detail: '{"a": 1}\n→ 第二行' } as const
    const crossed = new Error(`Uncaught (in promise) Error: ${refusalMessage(refusal)}`)
    expect(refusalOf(crossed)).toEqual(refusal)
    expect(refusalOf(new Error('disk full'))).toBeNull()
    expect(refusalOf('disk full')).toBeNull()
  })
})
