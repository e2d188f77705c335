import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Dexie } from 'dexie'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  breakStorage,
  complaintOf,
  customersOf,
  dbName,
  flipCustomer,
  makeOffice,
  spoilReading,
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

describe('a working copy that has what the journal lacks', () => {
  /** Three records; then the data folder is put back to where it had one. */
  async function putBackOlderFolder(): Promise<void> {
    const first = await office.open()
    await writeComplaints(office, first, ['示例甲公司'])
    await cp(office.folder.path, copyDir, { recursive: true })
    await writeComplaints(office, first, ['示例乙公司', '示例丁公司'])
    first.workingCopy.close()
    await rm(office.folder.path, { recursive: true })
    await cp(copyDir, office.folder.path, { recursive: true })
  }

  it('asks, and brings it back with its own names and numbers', async () => {
    await putBackOlderFolder()
    const again = await office.restart()
    expect(again.report).toMatchObject({ rebuilt: 'ahead', caughtUp: 1 })
    expect(again.report.ahead.map((stored) => stored.change.seq)).toEqual([2, 3])
    expect(await customersOf(again)).toEqual(['示例甲公司'])
    expect(await again.workingCopy.bringBack()).toEqual({ ok: true, value: { restored: 2 } })
    const page = await again.workingCopy.lists.records({}, 0, 10)
    expect(page.rows.map((row) => [row.title, row.number])).toEqual([
      ['示例丁公司', 'TS-2026-0003'],
      ['示例乙公司', 'TS-2026-0002'],
      ['示例甲公司', 'TS-2026-0001'],
    ])
    again.workingCopy.close()
    const third = await office.restart()
    expect(third.report).toMatchObject({ ahead: [], aside: 0 })
    expect(third.report.rebuilt).toBeUndefined()
    expect(await customersOf(third)).toHaveLength(3)
    third.workingCopy.close()
  })

  /** What the files of the data folder's quarantine hold, by line. */
  async function setAsideLines(): Promise<readonly unknown[]> {
    const dir = join(office.folder.path, 'quarantine')
    const names = await readdir(dir).catch(() => [])
    const texts = await Promise.all(names.map((name) => readFile(join(dir, name), 'utf8')))
    return texts.flatMap((text) => text.trimEnd().split('\n')).map((line) => JSON.parse(line) as unknown)
  }

  it('has it in a file of the data folder before anyone is asked', async () => {
    await putBackOlderFolder()
    const again = await office.restart()
    expect(again.report.ahead).toHaveLength(2)
    expect(await setAsideLines()).toEqual(again.report.ahead)
    again.workingCopy.close()
    Dexie.dependencies.indexedDB = new IDBFactory()
    const third = await office.restart()
    expect(third.report).toMatchObject({ ahead: [], aside: 0 })
    expect(await setAsideLines()).toEqual(again.report.ahead)
    third.workingCopy.close()
  })

  it.each(['is refused', 'ends in an error'])(
    'starts and asks all the same when that file %s',
    async (how) => {
      await putBackOlderFolder()
      await office.folder.reopen()
      if (how === 'is refused') office.folder.failNext('journal:setAside')
      else {
        const { call } = office.folder.bridge
        vi.spyOn(office.folder.bridge, 'call').mockImplementation((name, input) =>
          name === 'journal:setAside' ? Promise.reject(new Error('Crashed')) : call(name, input),
        )
      }
      const again = await office.open()
      expect(again.report).toMatchObject({ rebuilt: 'ahead', caughtUp: 1 })
      expect(again.report.ahead.map((stored) => stored.change.seq)).toEqual([2, 3])
      expect(await setAsideLines()).toEqual([])
      expect(await again.workingCopy.bringBack()).toEqual({ ok: true, value: { restored: 2 } })
      again.workingCopy.close()
    },
  )

  it('asks again at the next start when nothing was decided', async () => {
    await putBackOlderFolder()
    ;(await office.restart()).workingCopy.close()
    const again = await office.restart()
    expect(again.report.ahead).toHaveLength(2)
    expect(again.report.rebuilt).toBeUndefined()
    again.workingCopy.close()
  })

  it('keeps it aside when the person does not want it back, without asking again', async () => {
    await putBackOlderFolder()
    const again = await office.restart()
    await again.workingCopy.leaveAside()
    again.workingCopy.close()
    const third = await office.restart()
    expect(third.report).toMatchObject({ ahead: [], aside: 2 })
    expect(await customersOf(third)).toEqual(['示例甲公司'])
    third.workingCopy.close()
  })

  it('saves what can be read when one row of the copy cannot', async () => {
    await putBackOlderFolder()
    const unreadable = spoilReading((key) => Array.isArray(key) && key[1] === 3)
    const again = await office.restart()
    unreadable()
    expect(again.report).toMatchObject({ rebuilt: 'unreadable' })
    expect(again.report.ahead.map((stored) => stored.change.seq)).toEqual([2])
    again.workingCopy.close()
  })

  it('keeps it also when the browser’s storage has to be deleted', async () => {
    await putBackOlderFolder()
    ;(await office.restart()).workingCopy.close()
    const storage = Dexie.dependencies.indexedDB
    breakStorage(() => undefined, dbName(office))
    office.folder.onRenew(() => {
      Dexie.dependencies.indexedDB = new IDBFactory()
    })
    const again = await office.restart()
    expect(Dexie.dependencies.indexedDB).not.toBe(storage)
    expect(again.report).toMatchObject({ rebuilt: 'unreadable' })
    expect(again.report.ahead).toHaveLength(2)
    again.workingCopy.close()
  })

  it('lets nothing new take the name of what lies aside', async () => {
    await putBackOlderFolder()
    const undecided = await office.restart()
    undecided.workingCopy.close()
    const again = await office.restart()
    const names = new Set(again.report.ahead.map(({ change }) => `${change.writer}:${String(change.seq)}`))
    await writeComplaints(office, again, ['示例戊公司', '示例己公司'])
    for (const end of office.folder.folder().ends()) {
      const read = await office.folder.folder().read(end.writer, 0, 100)
      for (const { change } of read.ok ? read.value : []) {
        expect(names.has(`${change.writer}:${String(change.seq)}`)).toBe(false)
      }
    }
    await again.workingCopy.bringBack()
    expect(await customersOf(again)).toHaveLength(5)
    again.workingCopy.close()
  })

  it('notices that the histories have parted when the journal went on from an older point', async () => {
    await putBackOlderFolder()
    await office.folder.reopen()
    const other = office.newRecord(complaintOf('示例戊公司'))
    for (let i = 0; i < 4; i++) {
      await office.folder.folder().append([
        {
          entity: { kind: 'record', id: `${other.id}${String(i)}` },
          template: office.entry.hash,
          edits: [{ op: 'set', path: ['customer'], value: { name: '示例戊公司' }, over: [] }],
        },
      ])
    }
    const again = await office.open()
    expect(again.report).toMatchObject({ rebuilt: 'ahead', caughtUp: 5 })
    expect(again.report.ahead).toHaveLength(2)
    await again.workingCopy.bringBack()
    expect(await customersOf(again)).toHaveLength(7)
    again.workingCopy.close()
  })

  it('saves the whole rows of a damaged copy that is also ahead', async () => {
    await putBackOlderFolder()
    await tamper(office, (db) => db.changes.filter((row) => row.at === 2).modify(flipCustomer))
    const again = await office.restart()
    expect(again.report.rebuilt).toBe('damaged')
    expect(again.report.ahead.map((stored) => stored.change.seq)).toEqual([3])
    again.workingCopy.close()
  })
})
