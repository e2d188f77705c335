import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb'
import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ok } from '../../../../shared/kernel/result'
import type { Cursor } from '../../../../shared/store'
import { complaintOf, customersOf, makeOffice, writeComplaints, type Office } from './support'

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
    // Nothing has come yet: nothing is built anew.
    expect(await short.workingCopy.catchUp()).toEqual({ ok: true, value: 0 })
    await writeFile(path, whole)
    await office.folder.reopen()
    expect(await short.workingCopy.catchUp()).toEqual({ ok: true, value: 3 })
    expect([...(await customersOf(short))].sort()).toEqual([...NAMES].sort())
    expect(await short.workingCopy.catchUp()).toEqual({ ok: true, value: 0 })
    short.workingCopy.close()
  })
})

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
    expect(page.rows.map(({ customer }) => customer).sort()).toEqual([...NAMES].sort())
    workingCopy.close()
  })
})
