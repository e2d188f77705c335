import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb'
import { Dexie } from 'dexie'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { changeRow, type FreshChange } from '../../../../renderer/db/bundles'
import { holesIn, putChanges } from '../../../../renderer/db/change-log'
import { WorkingDb } from '../../../../renderer/db/schema'
import { ok } from '../../../../shared/kernel/result'
import type { Cursor, StoredChange } from '../../../../shared/store'
import { complaintOf, customersOf, inTables, makeOffice, type Office, writeComplaints } from './support'

let office: Office

beforeEach(async () => {
  office = await makeOffice()
})

afterEach(async () => {
  vi.restoreAllMocks()
  await office.close()
})

const NAMES = ['示例甲公司', '示例乙公司', '示例丁公司']

/** The one segment of the folder, as it is and with a bit of its middle change flipped. */
async function segment() {
  const dir = join(office.folder.path, 'writers', office.folder.start().writer)
  const [name = ''] = await readdir(dir)
  const path = join(dir, name)
  const whole = await readFile(path)
  const hurt = Buffer.from(whole)
  hurt[whole.indexOf('示例乙公司')]! ^= 1
  return { path, whole, hurt }
}

describe('what came back in the middle of a history', () => {
  it('[ST45] is shown, although the working copy had read on behind it', async () => {
    const first = await office.open()
    await writeComplaints(office, first, NAMES)
    first.workingCopy.close()
    const { path, whole, hurt } = await segment()
    await writeFile(path, hurt)
    Dexie.dependencies.indexedDB = new IDBFactory()
    const short = await office.restart()
    expect(await customersOf(short)).not.toContain('示例乙公司')
    // Nothing has come yet.
    expect(await short.workingCopy.catchUp()).toEqual({ ok: true, value: { applied: 0, parted: [] } })
    await inTables(office, async (db) => {
      const cursors = await db.cursors.toArray()
      const row = {
        key: 'lineBlocks',
        rules: 'as they are',
        applied: cursors,
        cells: {},
        blocks: 0,
        dropped: 0,
      }
      await db.table('meta').put(row)
    })
    await writeFile(path, whole)
    await office.folder.reopen()
    expect(await short.workingCopy.catchUp()).toEqual({ ok: true, value: { applied: 1, parted: [] } })
    expect([...(await customersOf(short))].sort()).toEqual([...NAMES].sort())
    expect(await short.workingCopy.catchUp()).toEqual({ ok: true, value: { applied: 0, parted: [] } })
    // The blocks of lines stood behind it, too, and must not say later that they know it.
    expect(await inTables(office, (db) => db.meta.get('lineBlocks'))).toMatchObject({ rules: '', dropped: 1 })
    short.workingCopy.close()
  })
})

describe('places of a journal where nothing stands', () => {
  it('are found by names, however the others came: one by one, in bundles, or behind one another', async () => {
    const db = new WorkingDb('holes')
    try {
      await fc.assert(
        fc.asyncProperty(
          fc.uniqueArray(fc.integer({ min: 1, max: 260 }), { maxLength: 260 }),
          fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 8 }),
          fc.integer({ min: 0, max: 280 }),
          async (places, cuts, end) => {
            await Promise.all([db.changes.clear(), db.bundles.clear()])
            const left = new Set(places)
            // Runs of what comes at once: in order, but each anywhere.
            for (const cut of cuts) {
              const run = [...left].slice(0, cut).sort((a, b) => a - b)
              for (const at of run) left.delete(at)
              await putChanges(db, run.map(changeAt))
            }
            await putChanges(db, [...left].sort((a, b) => a - b).map(changeAt))
            const missing = Array.from({ length: end }, (_, i) => i + 1).filter((at) => !places.includes(at))
            const found = (await holesIn(db, 'w', end)).flatMap(({ from, to }) =>
              Array.from({ length: to - from + 1 }, (_, i) => from + i),
            )
            expect(found).toEqual(missing)
          },
        ),
        { numRuns: 60 },
      )
    } finally {
      db.close()
    }
  })
})

/** A change of writer `w` at a place. */
function changeAt(at: number): FreshChange {
  const entity = { kind: 'record', id: String(at) }
  const change = { v: 1, writer: 'w', seq: at, hlc: { ms: at, n: 0 }, entity, edits: [] }
  return changeRow({ change, hash: '', chain: '' } as unknown as StoredChange)
}

describe('another writer whose history parted', () => {
  it('keeps no later save of this one out of sight', async () => {
    const { workingCopy } = await office.open()
    const save = async (name: string) => {
      office.clock.advance(1000)
      const written = await workingCopy.records.write(office.newRecord(complaintOf(name), { act: 'submit' }))
      return written.ok && written.value.viewed
    }
    expect(await save('示例甲公司')).toBe(true)
    const [old] = office.folder.folder().ends()
    await office.folder.bridge.call('journal:fork', null)
    const { call } = office.folder.bridge
    vi.spyOn(office.folder.bridge, 'call').mockImplementation(async (name, input) => {
      const answer = await call(name, input)
      if (name !== 'journal:ends') return answer
      const { value } = answer as { readonly value: readonly Cursor[] }
      const parted = value.map((end) =>
        end.writer === old?.writer ? { ...end, chain: '0'.repeat(64) } : end,
      )
      return ok(parted)
    })
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('the disk is full', 'QuotaExceededError')
    })
    expect(await save('示例乙公司')).toBe(false)
    full.mockRestore()
    expect(await save('示例丁公司')).toBe(true)
    const page = await workingCopy.lists.records({}, 0, 10)
    expect(page.rows.map(({ title }) => title).sort()).toEqual([...NAMES].sort())
    workingCopy.close()
  })
})
