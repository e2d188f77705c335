import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DataFolder } from '../../../../node/store'
import { importHandlers } from '../../../../main/handlers/import'
import type { Ask } from '../../../../main/files/ask'
import { textsIn } from '../../../../main/text'
import { exportCsv } from '../../../../shared/import'
import { ok } from '../../../../shared/kernel/result'
import type { NewChange } from '../../../../shared/store'
import { folderBridge, handClock, seededRandom, type FolderBridge } from '../../../support/folder-bridge'

let bridge: FolderBridge
let place: string
beforeEach(async () => {
  bridge = await folderBridge(handClock(), seededRandom(1))
  place = mkdtempSync(join(tmpdir(), 'zhike-csv '))
})
afterEach(async () => {
  await bridge.close()
  rmSync(place, { recursive: true, force: true })
})

function handlersWith(saveTo: string | null = null) {
  let saved = 0
  const handlers = importHandlers({
    session: {
      path: bridge.path,
      open: () => Promise.resolve(ok(bridge.folder())),
      use: async (work: (folder: DataFolder) => unknown) => (await work(bridge.folder())) as never,
      close: () => Promise.resolve(),
    },
    tables: {
      read: (name) => Promise.resolve(ok({ name, sheets: [], notes: [] })),
      rows: () => '[]',
      stop: () => undefined,
    },
    ask: {
      openFile: () => Promise.resolve(saveTo),
      saveAs: () => Promise.resolve(saveTo),
    } as unknown as Ask,
    texts: () => textsIn('zh-CN'),
    onSaved: () => (saved += 1),
  })
  return { handlers, saved: () => saved }
}

const customer = (id: string): NewChange => ({
  entity: { kind: 'customer', id },
  batch: 'b1',
  edits: [{ op: 'set', path: ['name'], value: '示例商店', over: [] }],
})

test('changes are written all at once, and their first and last names answered', async () => {
  const { handlers, saved } = handlersWith()
  const changes = JSON.stringify([customer('c1'), customer('c2'), customer('c3')])
  const written = await handlers['import:append']({ changes })
  expect(written.ok && [written.value.first, written.value.last].map((dot) => dot.split(':')[1])).toEqual([
    '1',
    '3',
  ])
  expect(
    bridge
      .folder()
      .ends()
      .map(({ seq }) => seq),
  ).toEqual([3])
  expect(saved()).toBe(1)
})

test.each([
  ['no JSON', 'x'],
  ['no changes', '[]'],
  ['an unknown kind', JSON.stringify([{ ...customer('c1'), entity: { kind: 'other', id: 'c1' } }])],
  ['one that is wrong among others', JSON.stringify([customer('c1'), { ...customer('c2'), edits: [] }])],
])('%s is refused and nothing is written', async (_, changes) => {
  const { handlers } = handlersWith()
  expect(await handlers['import:append']({ changes })).toMatchObject({
    ok: false,
    error: { type: 'BadChange' },
  })
  expect(bridge.folder().ends()).toEqual([])
})

test('a CSV file is written as it is handed over, with its mark in front', async () => {
  const path = join(place, '客户.csv')
  const text = exportCsv({ name: '', columns: [{ head: '名称', is: 'field' }], lines: [['=1+1']] })
  const { handlers } = handlersWith(path)
  expect(await handlers['csv:save']({ text, suggestedName: '客户' })).toEqual(ok({ path }))
  expect([...readFileSync(path).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(readFileSync(path, 'utf8')).toBe("\uFEFF名称\r\n'=1+1\r\n")
})

test('a dialog that is cancelled reads and writes nothing', async () => {
  const { handlers } = handlersWith()
  expect(await handlers['import:choose'](null)).toEqual(ok(null))
  expect(await handlers['csv:save']({ text: 'x', suggestedName: '客户' })).toEqual(ok({ path: null }))
})
