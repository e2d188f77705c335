import { afterEach, beforeEach, expect, test } from 'vitest'
import { customersTarget } from '../../../../../shared/import'
import type { LocalSettings } from '../../../../../shared/ipc/contract'
import type { ImportNote } from '../../../../../shared/ipc/import'
import { importColumns } from '../../../../../shared/ipc/schema-import'
import { err, ok } from '../../../../../shared/kernel/result'
import type { WorkingCopy } from '../../../../../renderer/db'
import { importSession, type ImportSession } from '../../../../../renderer/features/import/import-session'
import { createAppStore, type AppStore } from '../../../../../renderer/stores/app-store'
import { makeOffice, type Office } from '../../db/support'

let office: Office
let copy: WorkingCopy
let app: AppStore
let session: ImportSession

const begin = (work = copy.imports.begin()) =>
  importSession({
    bridge: office.folder.bridge,
    work,
    app,
    clock: office.clock,
    person: () => ({ id: 'p1', name: '示例员工甲' }),
    into: { target: customersTarget },
  })

beforeEach(async () => {
  office = await makeOffice()
  copy = (await office.open()).workingCopy
  app = createAppStore(office.folder.bridge, office.folder.start())
  session = begin()
})
afterEach(async () => {
  session.close()
  await office.folder.idle()
  copy.close()
  await office.close()
})

const EMPTY_SHEET = {
  name: '',
  hidden: false,
  merges: [],
  hiddenColumns: [],
  from1904: false,
  formulas: 0,
  withoutValue: 0,
}

const state = () => session.store.getState()
const settings = (): LocalSettings => app.store.getState().settings
const noteNow = (): ImportNote | undefined => settings().recentImports?.[0]

test('pasted cells go from their columns over the preview into the list, and the import is noted', async () => {
  await session.paste('客户名称\t某列\n示例甲\t0571-88880001\n\t0571-88880002')
  expect(state().step).toBe('columns')
  session.setColumn(1, 'phone')
  await session.plan()
  expect(state()).toMatchObject({ step: 'preview', shown: 'refuse', matchBy: 'name' })
  expect(state().lines.map(({ number }) => number)).toEqual([3])
  await session.run()
  expect(state()).toMatchObject({ step: 'done', failure: null, result: { written: 1, left: 0 } })
  const note = noteNow()
  expect(note).toMatchObject({ batch: session.batch(), target: '@customer', file: '', written: 1 })
  expect(note?.place.first).toBe(note?.place.last)
})

test('where a column went is remembered for the next table with such heads', async () => {
  await session.paste('客户名称\t某列\n示例甲\t0571-88880001')
  session.setColumn(1, 'phone')
  await session.plan()
  await session.run()
  session.again()
  expect(state().step).toBe('source')
  await session.paste('某列\t客户名称\n0571-88880002\t示例乙')
  expect(state().columns.map(({ to }) => to)).toEqual(['phone', 'name'])
})

test('a refusal is told and leads nowhere', async () => {
  const refusing = importSession({
    bridge: {
      on: () => () => undefined,
      call: (() => Promise.resolve(err({ type: 'PasswordProtected' }))) as never,
    },
    work: copy.imports.begin(),
    app,
    clock: office.clock,
    person: () => undefined,
    into: { target: customersTarget },
  })
  await refusing.choose()
  expect(refusing.store.getState()).toMatchObject({
    step: 'source',
    trouble: { type: 'PasswordProtected' },
    busy: null,
  })
  const large = { name: '大.xlsx', size: 70_000_000, arrayBuffer: () => Promise.resolve(new ArrayBuffer(0)) }
  await refusing.takeFile(large)
  expect(refusing.store.getState().trouble).toMatchObject({ type: 'TooLarge', bytes: 70_000_000 })
  refusing.close()
})

test('a table of which reading was stopped between its rows does not come in cut', async () => {
  const sheet = { ...EMPTY_SHEET, filled: 3 }
  const row = (number: number, text: string) => ({ number, hidden: false, cells: [{ cell: 'text', text }] })
  const stopped = importSession({
    bridge: {
      on: () => () => undefined,
      call: ((name: string, input: { readonly after?: number } | null) => {
        if (name === 'import:choose')
          return Promise.resolve(ok({ name: '示例.xlsx', sheets: [sheet], notes: [] }))
        const rows = input?.after === 0 ? [row(1, '客户名称'), row(2, '示例甲')] : []
        return Promise.resolve(name === 'import:rows' ? JSON.stringify(rows) : null)
      }) as never,
    },
    work: copy.imports.begin(),
    app,
    clock: office.clock,
    person: () => undefined,
    into: { target: customersTarget },
  })
  await stopped.choose()
  expect(stopped.store.getState()).toMatchObject({ step: 'source', file: null, heads: null, busy: null })
  stopped.close()
})

test('a head too long to be remembered keeps neither the import from its end nor later settings from being written', async () => {
  const long = '很长'.repeat(300)
  await session.paste(`客户名称\t地址\t电话\t${long}\n示例甲\t示例路一号\t0571-88880001\t某事`)
  await session.plan()
  await session.run()
  expect(state()).toMatchObject({ step: 'done', crash: null, result: { written: 1 } })
  expect(Object.keys(settings().importColumns?.['@customer'] ?? {})).toEqual(['客户名称', '地址', '电话'])
  expect(importColumns.safeParse(settings().importColumns?.['@customer']).success).toBe(true)
})

test('settings that are refused leave the import done, and the next ones are written', async () => {
  const { bridge } = office.folder
  let refuses = true
  const put: unknown[] = []
  const call = ((name: never, input: never) => {
    if (name !== 'settings:put') return bridge.call(name, input)
    if (refuses) return Promise.reject(new Error('no such settings\n  at a place'))
    put.push(input)
    return bridge.call(name, input)
  }) as typeof bridge.call
  app = createAppStore({ ...bridge, call }, office.folder.start())
  session.close()
  session = begin()
  await session.paste('客户名称\n示例甲')
  await session.plan()
  await session.run()
  expect(state()).toMatchObject({ step: 'done', crash: 'no such settings', result: { written: 1 } })
  refuses = false
  await app.noteOpened('KHTS-BD-001')
  expect(put).toHaveLength(1)
})

test('an import that breaks off is noted with what was in by then, and can be taken back', async () => {
  const work = copy.imports.begin()
  const breaking: typeof work = {
    ...work,
    run: (control) =>
      work.run({
        ...control,
        onProgress: () => {
          throw new Error('broken')
        },
      }),
  }
  session.close()
  session = begin(breaking)
  await session.paste(['客户名称', ...Array.from({ length: 300 }, (_, i) => `示例${String(i)}`)].join('\n'))
  await session.plan()
  await session.run()
  expect(state()).toMatchObject({ step: 'done', crash: 'broken', result: null })
  const note = noteNow()
  expect(note).toMatchObject({ batch: session.batch(), written: 250 })
  if (!note) return
  const undo = copy.imports.begin()
  expect(await undo.planUndo(note.batch, note.place)).toMatchObject({ ok: true, value: { void: 250 } })
  undo.close()
})

test('a quotation mark that is never closed in pasted cells is said', async () => {
  await session.paste('客户名称\t电话\n示例甲\t"0571-88880001\n示例乙\t0571-88880002')
  expect(state()).toMatchObject({ step: 'columns', file: { notes: [{ note: 'openQuote', line: 2 }] } })
})

test('nothing in the clipboard is said', async () => {
  await session.paste('')
  expect(state()).toMatchObject({ step: 'source', trouble: { type: 'NothingPasted' } })
})

test('a full disk leads back to the preview with what happened', async () => {
  await session.paste('客户名称\n示例甲')
  await session.plan()
  office.folder.failNext('import:append')
  await session.run()
  expect(state()).toMatchObject({ step: 'preview', failure: { type: 'DiskFull' } })
  expect(noteNow()).toBeUndefined()
  await session.run()
  expect(state()).toMatchObject({ step: 'done', result: { written: 1 } })
})

test('a plan that the firm’s data have changed meanwhile is shown again, and nothing is written', async () => {
  await session.paste('客户名称\n示例甲')
  await session.plan()
  await copy.customers.create({ fields: { name: '示例甲' }, matrices: {}, rows: {} })
  await session.run()
  expect(state()).toMatchObject({ step: 'preview', moved: true, view: { counts: { create: 0, skip: 1 } } })
})

test('what is done with doubles is planned anew', async () => {
  await copy.customers.create({ fields: { name: '示例甲' }, matrices: {}, rows: {} })
  await session.paste('客户名称\t电话\n示例甲\t0571-88880001')
  await session.plan()
  expect(state().view?.counts).toMatchObject({ skip: 1 })
  await session.setMatching({ whenThere: 'update' })
  expect(state().view?.counts).toMatchObject({ update: 1 })
  await session.setMatching({ matchBy: null })
  expect(state().view?.counts).toMatchObject({ create: 1 })
})
