import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openWorkingCopy, type OpenedWorkingCopy, type StartProgress } from '../../../../renderer/db'
import { SCHEMA_VERSION, WorkingDb } from '../../../../renderer/db/schema'
import { FOLD_VERSION } from '../../../../shared/store'
import {
  breakStorage,
  customersOf,
  dbName,
  flipCustomer,
  makeOffice,
  tamper,
  writeComplaints,
  type Office,
} from './support'

let office: Office
let copyDir: string

beforeEach(async () => {
  office = await makeOffice()
  copyDir = await mkdtemp(join(tmpdir(), 'zhike-copy-'))
})

afterEach(async () => {
  await office.close()
  await rm(copyDir, { recursive: true, force: true })
})

describe('the start of the working copy', () => {
  it('opens empty in a new data folder and says nothing', async () => {
    const opened = await office.open()
    expect(opened.report).toEqual({ caughtUp: 0, ahead: [], aside: 0, findings: [] })
    expect(await customersOf(opened)).toEqual([])
    opened.workingCopy.close()
  })

  it('builds a working copy of version 1 anew in the shape of this version', async () => {
    const opened = await office.open()
    await writeComplaints(office, opened, ['示例甲公司', '示例乙公司'])
    opened.workingCopy.close()
    const name = dbName(office)
    const cursors = await rowsOfVersion1(name)
    await Dexie.delete(name)
    await makeVersion1(name, cursors)
    const again = await office.restart()
    expect(again.report.rebuilt).toBe('upgraded')
    expect(await customersOf(again)).toEqual(['示例乙公司', '示例甲公司'])
    again.workingCopy.close()
  })

  it('keeps a form of the catalogue in the data folder when it is first used, and not before', async () => {
    const opened = await office.open()
    const keptHashes = async () => {
      const kept = await office.folder.folder().templates()
      return kept.ok && kept.value.map(({ hash }) => hash)
    }
    expect(await keptHashes()).toEqual([])
    await writeComplaints(office, opened, ['示例甲公司'])
    expect(await keptHashes()).toEqual([office.entry.hash])
    opened.workingCopy.close()
  })

  it('finds what was saved when it is opened again, and reads nothing from the journal for it', async () => {
    const first = await office.open()
    await writeComplaints(office, first, ['示例甲公司', '示例乙公司'])
    first.workingCopy.close()
    await office.folder.reopen()
    office.folder.calls.length = 0
    const again = await office.open()
    expect(await customersOf(again)).toEqual(['示例乙公司', '示例甲公司'])
    expect(again.report).toMatchObject({ caughtUp: 0 })
    expect(again.report.rebuilt).toBeUndefined()
    expect(office.folder.calls.filter((call) => call.name === 'journal:read')).toEqual([])
    again.workingCopy.close()
  })

  it('catches up with what the journal has beyond it, and tells how far it is', async () => {
    const first = await office.open()
    await writeComplaints(office, first, ['示例甲公司'])
    first.workingCopy.close()
    for (let i = 0; i < 700; i++) {
      await office.folder.folder().append([
        {
          entity: { kind: 'record', id: `r${String(i)}` },
          template: office.entry.hash,
          edits: [{ op: 'set', path: ['customer'], value: { name: `示例客户${String(i)}` }, over: [] }],
        },
      ])
    }
    const progress: StartProgress[] = []
    await office.folder.reopen()
    const again = await office.open({ onProgress: (step) => progress.push(step) })
    expect(again.report.caughtUp).toBe(700)
    expect(again.report.rebuilt).toBeUndefined()
    expect((await again.workingCopy.lists.counts())[0]).toEqual({ list: 'KHTS-BD-001', count: 701 })
    expect(
      progress.filter((step) => step.phase === 'catchingUp').map((step) => [step.done, step.total]),
    ).toEqual([
      [500, 700],
      [700, 700],
    ])
    again.workingCopy.close()
  })

  it('is built anew from the journal when the browser has lost it, and says so', async () => {
    const first = await office.open()
    await writeComplaints(office, first, ['示例甲公司', '示例乙公司'])
    first.workingCopy.close()
    await Dexie.delete(dbName(office))
    const again = await office.restart()
    expect(again.report).toMatchObject({ rebuilt: 'missing', caughtUp: 2 })
    expect(await customersOf(again)).toEqual(['示例乙公司', '示例甲公司'])
    again.workingCopy.close()
  })

  it('is built anew when it cannot be opened', async () => {
    const first = await office.open()
    await writeComplaints(office, first, ['示例甲公司'])
    first.workingCopy.close()
    const storage = Dexie.dependencies.indexedDB
    breakStorage(() => {
      Dexie.dependencies.indexedDB = storage
    })
    const again = await office.restart()
    expect(again.report).toMatchObject({ rebuilt: 'unreadable', caughtUp: 1 })
    again.workingCopy.close()
  })

  it('has the browser’s storage deleted when it can neither be opened nor replaced', async () => {
    const first = await office.open()
    await writeComplaints(office, first, ['示例甲公司'])
    first.workingCopy.close()
    const storage = Dexie.dependencies.indexedDB
    breakStorage(() => undefined)
    office.folder.onRenew(() => {
      Dexie.dependencies.indexedDB = storage
    })
    const again = await office.restart()
    expect(again.report).toMatchObject({ rebuilt: 'unreadable', caughtUp: 1 })
    expect(office.folder.calls.filter((call) => call.name === 'storage:renew')).toHaveLength(1)
    again.workingCopy.close()
  })

  it('says that there can be no working copy when even that does not help', async () => {
    breakStorage(() => undefined)
    const options = { clock: office.clock, random: office.random, catalogue: [office.entry] }
    const opened = await openWorkingCopy(office.folder.bridge, office.folder.start(), options)
    expect(opened).toMatchObject({ ok: false, error: { type: 'NoWorkingCopy' } })
  })

  const damages: readonly [string, (db: WorkingDb) => Promise<unknown>][] = [
    ['a lost change', (db) => db.changes.toCollection().limit(1).delete()],
    ['a changed change', (db) => db.changes.toCollection().limit(1).modify(flipCustomer)],
    ['a lost cursor', (db) => db.cursors.clear()],
    ['a changed cursor', (db) => db.cursors.toCollection().modify({ chain: '0'.repeat(64) })],
    ['a lost entity', (db) => db.entities.toCollection().limit(1).delete()],
    ['a lost line', (db) => db.records.toCollection().limit(1).delete()],
    ['a changed line', (db) => db.records.toCollection().limit(1).modify({ customer: '示例丙公司' })],
    [
      'lost changes, entities and lines',
      (db) => Promise.all([db.changes.clear(), db.entities.clear(), db.records.clear()]),
    ],
  ]

  it.each(damages)('notices %s, is built anew, and says so', async (_, damage) => {
    const first = await office.open()
    await writeComplaints(office, first, ['示例甲公司', '示例乙公司', '示例丁公司'])
    first.workingCopy.close()
    await tamper(office, damage)
    const again = await office.restart()
    expect(again.report).toMatchObject({ rebuilt: 'damaged', ahead: [] })
    expect(await customersOf(again)).toEqual(['示例丁公司', '示例乙公司', '示例甲公司'])
    again.workingCopy.close()
    const third = await office.restart()
    expect(third.report.rebuilt).toBeUndefined()
    third.workingCopy.close()
  })

  it('[TF22] is built anew when a program of other rules made it: what that one could not read is there now', async () => {
    const first = await office.open()
    await writeComplaints(office, first, ['示例甲公司', '示例乙公司'])
    first.workingCopy.close()
    // That program passed over the second change: it is applied, by its cursor, and shows nowhere.
    await tamper(office, async (db) => {
      const [, second] = await db.records.orderBy('id').toArray()
      await db.records.delete(second?.id ?? '')
      await db.entities.delete(`record:${second?.id ?? ''}`)
      await db.meta.put({ key: 'fold', version: FOLD_VERSION - 1 })
    })
    const again = await office.restart({ checkWhole: 0 })
    expect(again.report).toMatchObject({ rebuilt: 'upgraded', ahead: [] })
    expect(await customersOf(again)).toEqual(['示例乙公司', '示例甲公司'])
    again.workingCopy.close()
  })

  it('makes lines anew that another version of the rules made, and calls nothing damaged', async () => {
    const first = await office.open()
    await writeComplaints(office, first, ['示例甲公司', '示例乙公司'])
    first.workingCopy.close()
    await tamper(office, async (db) => {
      await db.records.toCollection().modify({ words: 'sljgs', title: '' })
      await db.meta.put({ key: 'lines', rules: '0 pinyin-pro@3.0.0' })
    })
    const progress: StartProgress[] = []
    office.folder.calls.length = 0
    const again = await office.restart({ onProgress: (step) => progress.push(step) })
    expect(again.report).toMatchObject({ caughtUp: 0 })
    expect(again.report.rebuilt).toBeUndefined()
    expect(progress).toContainEqual({ phase: 'listing', done: 0, total: 2 })
    expect(office.folder.calls.filter((call) => call.name === 'journal:read')).toEqual([])
    const rows = await again.workingCopy.lists.findRecords('shiliyigongsi', 5)
    expect(rows.map(({ title }) => title)).toEqual(['示例乙公司'])
    again.workingCopy.close()
    progress.length = 0
    const third = await office.restart({ onProgress: (step) => progress.push(step) })
    expect(progress.map(({ phase }) => phase)).not.toContain('listing')
    third.workingCopy.close()
  })

  it('makes the lines of a working copy anew that does not say by which rules they were made', async () => {
    const first = await office.open()
    await writeComplaints(office, first, ['示例甲公司'])
    first.workingCopy.close()
    await tamper(office, async (db) => {
      await db.records.toCollection().modify({ title: '' })
      await db.meta.delete('lines')
    })
    const again = await office.restart()
    expect(again.report.rebuilt).toBeUndefined()
    expect((await again.workingCopy.lists.findRecords('示例甲', 5)).map(({ title }) => title)).toEqual([
      '示例甲公司',
    ])
    again.workingCopy.close()
  })

  it('catches up when an older working copy was put back', async () => {
    const first = await office.open()
    await writeComplaints(office, first, ['示例甲公司'])
    const older = await dump(first)
    await writeComplaints(office, first, ['示例乙公司', '示例丁公司'])
    first.workingCopy.close()
    await tamper(office, (db) => refill(db, older))
    const again = await office.restart()
    expect(again.report).toMatchObject({ caughtUp: 2 })
    expect(again.report.rebuilt).toBeUndefined()
    expect(await customersOf(again)).toEqual(['示例丁公司', '示例乙公司', '示例甲公司'])
    again.workingCopy.close()
  })

  it('refuses a newer program’s working copy until the person agrees, and then keeps what only it has', async () => {
    const first = await office.open()
    await writeComplaints(office, first, ['示例甲公司'])
    first.workingCopy.close()
    const older = join(copyDir, 'older')
    await cp(office.folder.path, older, { recursive: true })
    const more = await office.open()
    await writeComplaints(office, more, ['示例乙公司'])
    more.workingCopy.close()
    const newer = new Dexie(dbName(office))
    newer.version(7).stores({ changes: '[stream+at], entity', cursors: 'writer', novelty: 'id' })
    await newer.open()
    newer.close()
    await rm(office.folder.path, { recursive: true })
    await cp(older, office.folder.path, { recursive: true })
    await office.folder.reopen()
    const options = { clock: office.clock, random: office.random, catalogue: [office.entry] }
    const refused = await openWorkingCopy(office.folder.bridge, office.folder.start(), options)
    expect(refused).toEqual({
      ok: false,
      error: { type: 'NewerWorkingCopy', found: 7, known: SCHEMA_VERSION },
    })
    const agreed = await office.open({ replaceNewer: true })
    expect(agreed.report).toMatchObject({ rebuilt: 'newer', caughtUp: 1 })
    expect(agreed.report.ahead.map((stored) => stored.change.seq)).toEqual([2])
    agreed.workingCopy.close()
  })

  it('checks a large one after the start, and mends what it finds while it is in use', async () => {
    const first = await office.open()
    await writeComplaints(office, first, ['示例甲公司', '示例乙公司', '示例丁公司'])
    first.workingCopy.close()
    const whole = await office.open({ checkWhole: 2 })
    expect(await whole.workingCopy.checked).toBe('whole')
    whole.workingCopy.close()
    await tamper(office, (db) => db.changes.toCollection().limit(1).modify(flipCustomer))
    // The sample of the quick check always looks at the third change only.
    const again = await office.open({
      checkWhole: 2,
      random: (length) => new Uint8Array(length).fill(0).fill(2, 3),
    })
    expect(again.report.rebuilt).toBeUndefined()
    expect(await again.workingCopy.checked).toBe('rebuilt')
    expect(await customersOf(again)).toEqual(['示例丁公司', '示例乙公司', '示例甲公司'])
    again.workingCopy.close()
    const third = await office.open()
    expect(third.report.rebuilt).toBeUndefined()
    third.workingCopy.close()
  })

  it('takes what is written while it is checked for no damage', async () => {
    const many = Array.from({ length: 120 }, (_, i) => `示例${i}公司`)
    const first = await office.open()
    await writeComplaints(office, first, many)
    first.workingCopy.close()
    const again = await office.open({ checkWhole: 2 })
    const { checked } = again.workingCopy
    // One after the other, long enough to meet the check.
    await writeComplaints(office, again, many)
    expect(await checked).toBe('whole')
    again.workingCopy.close()
  })

  it('opens a read-only folder without writing into it', async () => {
    const opened = await openWorkingCopy(
      office.folder.bridge,
      { ...office.folder.start(), folder: { ...office.folder.start().folder, readOnly: true } },
      { clock: office.clock, random: office.random, catalogue: [office.entry] },
    )
    expect(opened.ok && opened.value.workingCopy.readOnly).toBe(true)
    expect(office.folder.calls.map((call) => call.name)).not.toContain('template:keep')
    if (opened.ok) opened.value.workingCopy.close()
  })
})

async function dump({ workingCopy }: OpenedWorkingCopy): Promise<ReadonlyMap<string, readonly unknown[]>> {
  expect(workingCopy.folderId).toBe(office.folder.start().folder.id)
  const db = new WorkingDb(dbName(office))
  await db.open()
  const tables = new Map<string, readonly unknown[]>()
  for (const table of db.tables) tables.set(table.name, await table.toArray())
  db.close()
  return tables
}

async function refill(db: WorkingDb, tables: ReadonlyMap<string, readonly unknown[]>): Promise<void> {
  for (const table of db.tables) {
    await table.clear()
    await table.bulkPut([...(tables.get(table.name) ?? [])])
  }
}

/** Cursors and changes as version 1 kept them. */
async function rowsOfVersion1(name: string) {
  const db = new WorkingDb(name)
  const changes = (await db.changes.toArray()).map(({ ms: _, ...row }) => row)
  const cursors = await db.cursors.toArray()
  db.close()
  return { changes, cursors }
}

/** The tables as version 1 shipped them, with the lines of records in its shape. */
async function makeVersion1(
  name: string,
  { changes, cursors }: Awaited<ReturnType<typeof rowsOfVersion1>>,
): Promise<void> {
  const db = new Dexie(name)
  db.version(1).stores({
    changes: '[stream+at], entity',
    entities: 'key, kind',
    records: 'id, templateCode, [templateCode+updatedAt+id], [updatedAt+id], [templateCode+number], customer',
    cursors: 'writer',
    numbers: '[templateCode+scope]',
    meta: 'key',
  })
  await db.open()
  await db.table('changes').bulkPut(changes)
  await db.table('cursors').bulkPut(cursors)
  await db
    .table('records')
    .put({ id: 'r1', templateCode: 'KHTS-BD-001', number: '', updatedAt: 1, search: '' })
  await db.table('meta').put({ key: 'fold', version: 1 })
  db.close()
}
