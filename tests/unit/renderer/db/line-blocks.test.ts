import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OpenedWorkingCopy } from '../../../../renderer/db'
import { ListEngine } from '../../../../renderer/db/lists/list-engine'
import { dropBlocks, headOf, readBlocks, type BlockSizes } from '../../../../renderer/db/lists/line-blocks'
import { loadLines } from '../../../../renderer/db/lists/load-lines'
import type { WorkingDb } from '../../../../renderer/db/schema'
import { dbName, inTables, makeOffice, type Office, writeComplaints } from './support'

const SIZES: BlockSizes = { block: 4, many: 1, most: 6 }
const NAMES = Array.from({ length: 10 }, (_, at) => `示例${String.fromCharCode(65 + at)}公司`)

let office: Office
let opened: OpenedWorkingCopy

beforeEach(async () => {
  office = await makeOffice()
  opened = await office.open()
})

afterEach(async () => {
  opened.workingCopy.close()
  await office.close()
})

/** What a start's lists find, and whether they came from blocks. Blocks are written as after a start. */
async function start(): Promise<{ readonly titles: readonly string[]; readonly fromBlocks: boolean }> {
  const fromBlocks = (await inTables(office, areThere)) !== null
  const engine = new ListEngine({})
  const { keep } = await loadLines(dbName(office), engine, SIZES)
  const { ids } = engine.answer('page', { query: {}, from: 0, limit: 99 })
  const rows = await opened.workingCopy.lists.recordRows(ids)
  await keep()
  return { titles: rows.map(({ title }) => title), fromBlocks }
}

const areThere = async (db: WorkingDb) => readBlocks(db, await headOf(db))
const newestFirst = (names: readonly string[]) => [...names].reverse()
const blocksOf = (db: WorkingDb) => db.lineBlocks.orderBy('no').toArray()

describe('lines of records kept in blocks', () => {
  it('come from the rows at first, then from blocks', async () => {
    await writeComplaints(office, opened, NAMES)
    expect(await start()).toEqual({ titles: newestFirst(NAMES), fromBlocks: false })
    expect(await start()).toEqual({ titles: newestFirst(NAMES), fromBlocks: true })
  })

  it('are not made of a few', async () => {
    await writeComplaints(office, opened, NAMES.slice(0, 3))
    await start()
    expect(await inTables(office, areThere)).toBeNull()
  })

  it('are followed by what was written since, new records and changed ones', async () => {
    await writeComplaints(office, opened, NAMES.slice(0, 5))
    await start()
    await writeComplaints(office, opened, NAMES.slice(5, 8))
    const [oldest] = (await opened.workingCopy.lists.records({}, 7, 1)).rows
    const view = await opened.workingCopy.records.get(oldest?.id ?? '')
    if (!view) throw new Error('no record')
    office.clock.advance(1000)
    await opened.workingCopy.records.write({
      ...office.newRecord(
        { ...view.values, fields: { ...view.values.fields, customer: { name: '示例更名公司' } } },
        { act: 'save' },
      ),
      id: view.row.id,
      base: view.values,
      seen: view.seen,
    })
    const expected = ['示例更名公司', ...newestFirst(NAMES.slice(1, 8))]
    expect(await start()).toEqual({ titles: expected, fromBlocks: true })
    expect(await start()).toEqual({ titles: expected, fromBlocks: true })
  })

  it('are written anew only where something changed', async () => {
    await writeComplaints(office, opened, NAMES.slice(0, 9))
    await start()
    const before = await inTables(office, blocksOf)
    await writeComplaints(office, opened, NAMES.slice(9))
    await writeComplaints(office, opened, ['示例末公司'])
    await start()
    const after = await inTables(office, blocksOf)
    expect(after.map((row, at) => String(row.bytes) === String(before[at]?.bytes))).toEqual([
      true,
      true,
      false,
    ])
  })

  it('are passed over when too much came since', async () => {
    await writeComplaints(office, opened, NAMES.slice(0, 4))
    await start()
    await writeComplaints(office, opened, [...NAMES.slice(4), '示例末公司'])
    expect((await start()).titles).toEqual(['示例末公司', ...newestFirst(NAMES)])
  })

  it.each([
    [
      'a flipped bit',
      (db: WorkingDb) => db.lineBlocks.update(1, ({ bytes }) => void (bytes[20] = ~(bytes[20] ?? 0))),
    ],
    ['a missing block', (db: WorkingDb) => db.lineBlocks.delete(1)],
    ['other rules', (db: WorkingDb) => db.table('meta').update('lineBlocks', { rules: 'older' })],
    ['lines made anew', dropBlocks],
  ])('are not used after %s, and made again', async (_, spoil) => {
    await writeComplaints(office, opened, NAMES)
    await start()
    await inTables(office, spoil as (db: WorkingDb) => Promise<unknown>)
    expect(await start()).toEqual({ titles: newestFirst(NAMES), fromBlocks: false })
    expect(await start()).toEqual({ titles: newestFirst(NAMES), fromBlocks: true })
  })

  it('are not written when lines were made anew since they were read', async () => {
    await writeComplaints(office, opened, NAMES)
    const engine = new ListEngine({})
    const { keep } = await loadLines(dbName(office), engine, SIZES)
    await inTables(office, dropBlocks)
    await keep()
    expect(await inTables(office, areThere)).toBeNull()
    expect(await start()).toEqual({ titles: newestFirst(NAMES), fromBlocks: false })
    expect(await start()).toEqual({ titles: newestFirst(NAMES), fromBlocks: true })
  })

  it('keep what is put while they are read', async () => {
    await writeComplaints(office, opened, NAMES)
    await start()
    const engine = new ListEngine({})
    const loading = loadLines(dbName(office), engine, SIZES)
    const ids = await opened.workingCopy.lists.recordIds({}, 0, 1)
    const [row] = await opened.workingCopy.lists.recordRows(ids)
    if (!row) throw new Error('no line')
    engine.put([{ ...row, title: '示例更名' }])
    await loading
    expect(
      engine.answer('values', { query: {}, column: '@title', limit: 99 }).map(({ value }) => value),
    ).toContain('示例更名')
  })

  it('come into a working copy that version 3 wrote', async () => {
    await writeComplaints(office, opened, NAMES)
    opened.workingCopy.close()
    await asVersion3()
    opened = await office.restart()
    expect(opened.report.rebuilt).toBeUndefined()
    expect(await start()).toEqual({ titles: newestFirst(NAMES), fromBlocks: false })
    expect(await start()).toEqual({ titles: newestFirst(NAMES), fromBlocks: true })
  })
})

/** The same rows in a database as version 3 of the tables made it. */
async function asVersion3(): Promise<void> {
  const rows = await inTables(office, async (db) => {
    const found = new Map<string, readonly unknown[]>()
    for (const table of db.tables) found.set(table.name, await table.toArray())
    return found
  })
  await Dexie.delete(dbName(office))
  const db = new Dexie(dbName(office))
  db.version(3).stores({
    changes: '[stream+at], entity, [ms+stream+at]',
    bundles: '[stream+last+count+oldest+newest], *carried',
    entities: 'key',
    records: 'id, [updatedAt+id], [list+number], from',
    customers: 'id, title, number',
    cursors: 'writer',
    numbers: '[templateCode+scope]',
    meta: 'key',
  })
  await db.open()
  for (const table of db.tables) await table.bulkPut([...(rows.get(table.name) ?? [])])
  db.close()
}
