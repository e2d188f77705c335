import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { OpenedWorkingCopy } from '../../../../renderer/db'
import { emptyValues, type FormValues } from '../../../../shared/forms/values'
import { filesInMemory, type ImageFile } from '../../../../renderer/db/lists/image-file'
import { ListEngine } from '../../../../renderer/db/lists/list-engine'
import { dropBlocks, readImage, standOf } from '../../../../renderer/db/lists/line-blocks'
import { keepLines, loadLines, type ImageSizes } from '../../../../renderer/db/lists/load-lines'
import { emptyDatabase } from '../../../../renderer/db/open-database'
import type { WorkingDb } from '../../../../renderer/db/schema'
import { dbName, inTables, makeOffice, type Office, writeComplaints } from './support'

const SIZES: ImageSizes = { least: 4, many: 1, most: 6 }
const NAMES = Array.from({ length: 10 }, (_, at) => `示例${String.fromCharCode(65 + at)}公司`)

let office: Office
let opened: OpenedWorkingCopy
let files = filesInMemory()

beforeEach(async () => {
  files = filesInMemory()
  office = await makeOffice()
  opened = await office.open()
})

afterEach(async () => {
  opened.workingCopy.close()
  await office.close()
})

/** What a start's lists find, and how many lines the image lacked; null: there was none to be used. An image is kept as after a start. */
async function start(): Promise<{ readonly titles: readonly string[]; readonly lacked: number | null }> {
  const engine = new ListEngine({})
  const lacked = await loadLines(dbName(office), engine, files, SIZES)
  const { ids } = engine.answer('page', { query: {}, from: 0, limit: 99 })
  const rows = await opened.workingCopy.lists.recordRows(ids)
  await keepLines(dbName(office), engine, files, await inTables(office, standOf))
  return { titles: rows.map(({ title }) => title), lacked }
}

const newestFirst = (names: readonly string[]) => [...names].reverse()

/** Changes the file that holds the image, at the first place of these bytes. */
const changeFile = (
  bytes: Uint8Array,
  change: (file: Buffer, at: number) => Uint8Array | undefined,
): void => {
  const [[name, whole] = []] = files.files
  if (name === undefined || !whole) throw new Error('no file')
  const file = Buffer.from(whole)
  const at = file.indexOf(bytes)
  if (at < 0) throw new Error('it does not stand there')
  files.files.set(name, change(file, at) ?? file)
}

/** As version 4 was first written: packed lines in several rows. */
const blocksOfBefore = async (db: WorkingDb): Promise<void> => {
  const rows = [0, 1].map((no) => ({ no, bytes: new Uint8Array([31, 139]) }))
  await db.table('lineBlocks').bulkPut(rows)
  await db
    .table('meta')
    .put({ key: 'lineBlocks', rules: '1 2', applied: [], cells: {}, blocks: 2, dropped: 0 })
}

describe('all lists kept as an image', () => {
  it('come from the rows at first, then from the image', async () => {
    await writeComplaints(office, opened, NAMES)
    expect(await start()).toEqual({ titles: newestFirst(NAMES), lacked: null })
    expect(await start()).toEqual({ titles: newestFirst(NAMES), lacked: 0 })
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
    expect(await start()).toEqual({ titles: expected, lacked: 4 })
    expect(await start()).toEqual({ titles: expected, lacked: 0 })
  })

  it('know customers that were written, changed or merged since, and a circle of merges, as the rows do', async () => {
    const { customers } = opened.workingCopy
    const make = async (name: string) => {
      const made = await customers.create({ ...emptyValues, fields: { name } }, { name: '示例员工甲' })
      if (!made.ok) throw new Error(JSON.stringify(made.error))
      return made.value
    }
    const merge = async (into: { readonly id: string; readonly values: FormValues }, from: string) => {
      office.clock.advance(1000)
      const { id, values } = into
      await customers.merge({ into: id, from: [from], base: values, values, seen: {} })
    }
    const shown = async () => {
      const ask = async (engine: ListEngine) => {
        await loadLines(dbName(office), engine, files, SIZES)
        return engine.answer('customers', { query: {}, from: 0, limit: 99 }).rows
      }
      const fromImage = await ask(new ListEngine({}))
      await inTables(office, (db) => dropBlocks(db))
      expect(fromImage).toEqual(await ask(new ListEngine({})))
      return fromImage.map(({ title, state }) => `${title} ${state}`).sort()
    }
    const [one, two, three] = [await make('示例一厂'), await make('示例二厂'), await make('示例三厂')]
    await start()
    await merge(one, two.id)
    await make('示例四厂')
    const merged = ['示例一厂 active', '示例三厂 active', '示例二厂 merged', '示例四厂 active']
    expect(await shown()).toEqual(merged)
    await merge(two, one.id)
    await start()
    expect(await shown()).toEqual(merged)
    await start()
    await merge(three, two.id)
    expect((await shown()).filter((line) => line.endsWith('active'))).toEqual([
      '示例三厂 active',
      '示例四厂 active',
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
      () => {
        changeFile(new Uint8Array([0]), (file, at) => void (file[at + 1] = (file[at + 1] ?? 0) ^ 4))
      },
    ],
    [
      'another letter',
      () => {
        changeFile(Buffer.from('示例c公司'), (file, at) => void file.write('示例k公司', at))
      },
    ],
    [
      'a file that ends too early',
      () => {
        changeFile(new Uint8Array([]), (file) => file.subarray(0, -8))
      },
    ],
    [
      'a missing file',
      () => {
        files.files.clear()
      },
    ],
    ['a missing row', (db: WorkingDb) => db.lineBlocks.delete(0)],
    ['other rules', (db: WorkingDb) => db.lineBlocks.update(0, { rules: 'older' })],
    ['blocks of a program before', blocksOfBefore],
    ['lines made anew', (db: WorkingDb) => dropBlocks(db)],
  ])('are not used after %s, and made again', async (_, spoil) => {
    await writeComplaints(office, opened, NAMES)
    await start()
    await inTables(office, async (db) => spoil(db))
    expect(await start()).toEqual({ titles: newestFirst(NAMES), lacked: null })
    expect(await start()).toEqual({ titles: newestFirst(NAMES), lacked: 0 })
  })

  it('are not used when lines were made anew since it was said how things stand', async () => {
    await writeComplaints(office, opened, NAMES)
    const engine = new ListEngine({})
    await loadLines(dbName(office), engine, files, SIZES)
    const stand = await inTables(office, standOf)
    await inTables(office, (db) => dropBlocks(db))
    await keepLines(dbName(office), engine, files, stand)
    expect(await inTables(office, (db) => readImage(db, files))).toBeNull()
    expect(await start()).toEqual({ titles: newestFirst(NAMES), lacked: null })
    expect(await start()).toEqual({ titles: newestFirst(NAMES), lacked: 0 })
  })

  it('are not used when everything was taken out meanwhile to be built anew', async () => {
    await writeComplaints(office, opened, NAMES)
    const engine = new ListEngine({})
    await loadLines(dbName(office), engine, files, SIZES)
    const stand = await inTables(office, standOf)
    await inTables(office, emptyDatabase)
    await keepLines(dbName(office), engine, files, stand)
    expect(await inTables(office, (db) => readImage(db, files))).toBeNull()
  })

  it('keep what is put while they are read', async () => {
    await writeComplaints(office, opened, NAMES)
    await start()
    const engine = new ListEngine({})
    const loading = loadLines(dbName(office), engine, files, SIZES)
    const ids = await opened.workingCopy.lists.recordIds({}, 0, 1)
    const [row] = await opened.workingCopy.lists.recordRows(ids)
    if (!row) throw new Error('no line')
    engine.put([{ ...row, title: '示例更名' }])
    await loading
    expect(
      engine.answer('values', { query: {}, column: '@title', limit: 99 }).map(({ value }) => value),
    ).toContain('示例更名')
  })

  it('leave no half file behind when one cannot be written, and the one before stays', async () => {
    await writeComplaints(office, opened, NAMES)
    await start()
    const kept = new Map(files.files)
    const engine = new ListEngine({})
    await loadLines(dbName(office), engine, files, SIZES)
    const full: typeof files = {
      ...files,
      write: async (name) => {
        await files.write(name, [new Uint8Array([1, 2, 3])])
        throw new DOMException('full', 'QuotaExceededError')
      },
    }
    const stand = await inTables(office, standOf)
    await expect(keepLines(dbName(office), engine, full, stand)).rejects.toThrow('full')
    expect(files.files).toEqual(kept)
    expect(await start()).toEqual({ titles: newestFirst(NAMES), lacked: 0 })
  })

  it('come from the rows when the file is never opened; one that opens late is closed', async () => {
    await writeComplaints(office, opened, NAMES)
    await start()
    const opening: ((file: ImageFile) => void)[] = []
    const silent: typeof files = {
      ...files,
      open: () =>
        new Promise((resolve) => {
          opening.push(resolve)
        }),
    }
    const engine = new ListEngine({})
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const reading = loadLines(dbName(office), engine, silent, SIZES)
    while (opening.length === 0) await new Promise((resolve) => setImmediate(resolve))
    await vi.advanceTimersByTimeAsync(20_000)
    vi.useRealTimers()
    expect(await reading).toBeNull()
    expect(engine.lines).toBe(NAMES.length)
    const close = vi.fn()
    opening[0]?.({ read: () => undefined, close })
    await vi.waitFor(() => {
      expect(close).toHaveBeenCalled()
    })
  })

  it('come into a working copy that version 3 wrote', async () => {
    await writeComplaints(office, opened, NAMES)
    opened.workingCopy.close()
    await asVersion3()
    opened = await office.restart()
    expect(opened.report.rebuilt).toBeUndefined()
    expect(await start()).toEqual({ titles: newestFirst(NAMES), lacked: null })
    expect(await start()).toEqual({ titles: newestFirst(NAMES), lacked: 0 })
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
