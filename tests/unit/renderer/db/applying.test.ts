import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { applyBatch } from '../../../../renderer/db/apply'
import { applyHere } from '../../../../renderer/db/applying/applier'
import { changesOfPage } from '../../../../renderer/db/journal-page'
import { lineAsRead } from '../../../../renderer/db/packing'
import { WorkingDb } from '../../../../renderer/db/schema'
import type { FieldValue } from '../../../../shared/forms/values'
import type { ListRow } from '../../../../shared/search/list-row'
import type { NewChange } from '../../../../shared/store'
import { makeOffice, type Office } from './support'

let office: Office
const opened: WorkingDb[] = []

beforeEach(async () => {
  office = await makeOffice()
})

afterEach(async () => {
  for (const db of opened.splice(0)) {
    db.close()
    await db.delete()
  }
  await office.close()
})

function table(name: string): WorkingDb {
  const db = new WorkingDb(name)
  opened.push(db)
  return db
}

/** Everything in all tables. */
async function contentOf(db: WorkingDb): Promise<unknown> {
  const tables = db.tables.map(async (each) => [each.name, await each.toArray()] as const)
  return Object.fromEntries(await Promise.all(tables))
}

const RECORDS = 6
const TURNS = 4

/** Pages of a journal in which the same records, a customer and the firm are changed again and again. */
async function pagesOf(size: number): Promise<readonly string[]> {
  const folder = office.folder.folder()
  const template = office.entry.hash
  for (let turn = 0; turn < TURNS; turn += 1) {
    office.clock.advance(1000)
    const records = Array.from({ length: RECORDS }, (_, at): NewChange => ({
      entity: { kind: 'record', id: `01a2000000007000800000000000000${String(at)}` },
      template,
      edits: [
        set('customer', { name: `示例客户${String(at)}` }),
        set('@number', `TS-2026-000${String(turn)}`),
      ],
    }))
    const customer: NewChange = {
      entity: { kind: 'customer', id: 'c1' },
      edits: [set('name', `示例${String(turn)}`)],
    }
    const firm: NewChange = {
      entity: { kind: 'firm', id: 'firm' },
      edits: [set('name', `示例公司${String(turn)}`)],
    }
    const appended = await folder.append([...records, customer, firm])
    expect(appended).toMatchObject({ ok: true })
  }
  const pages: string[] = []
  for (let after = 0; ; after += size) {
    const page = await folder.readText(folder.writer, after, size)
    if (!page.ok || page.value === '') return pages
    pages.push(page.value)
  }
}

const set = (field: string, value: FieldValue) => ({ op: 'set', path: [field], value, over: [] }) as const

const templates = (hash: string) => (hash === office.entry.hash ? office.template : undefined)

const setting = (database: string) =>
  ({
    database,
    durability: 'relaxed',
    anew: true,
    lines: true,
    way: null as MessagePort | null,
    templates,
    kept: () => [],
  }) as const

describe('pages that are given before the one before is written', () => {
  it.each([3, 7, 1000])('fill empty tables as one after the other does (%i changes each)', async (size) => {
    const pages = await pagesOf(size)
    const one = table('one')
    for (const page of pages) await applyBatch(one, templates, changesOfPage(page))
    const other = table('other')
    await other.open()
    const { take, close } = applyHere(setting('other'))
    const taken = await Promise.all(pages.map((page) => take(page)))
    close()
    expect(taken.reduce((sum, { count }) => sum + count, 0)).toBe(
      pages.reduce((sum, page) => sum + page.split('\n').length, 0),
    )
    expect([await one.records.count(), await one.customers.count()]).toEqual([RECORDS, 1])
    expect(await one.numbers.count()).toBe(1)
    expect(await contentOf(other)).toEqual(await contentOf(one))
    const told = new Map(taken.flatMap(({ lines }) => lines.map((line) => [line.id, line])))
    const kept = [...(await one.records.toArray()), ...(await one.customers.toArray())]
    expect([...told.values()]).toEqual(expect.arrayContaining(kept))
    expect(told.size).toBe(kept.length)
    const third = table('third')
    await third.open()
    const unheard = applyHere({ ...setting('third'), lines: false })
    const untold = await Promise.all(pages.map((page) => unheard.take(page)))
    unheard.close()
    expect(untold.flatMap(({ lines }) => lines)).toEqual([])
    expect(await contentOf(third)).toEqual(await contentOf(one))
  })

  it.each([true, false])(
    'hand their lines on by a way of their own, if there is one (anew: %s)',
    async (anew) => {
      const pages = await pagesOf(7)
      const db = table(`way ${String(anew)}`)
      await db.open()
      const { port1, port2 } = new MessageChannel()
      const came: ListRow[] = []
      port1.onmessage = ({ data }: MessageEvent<readonly ListRow[]>) => {
        came.push(...data.map(lineAsRead))
      }
      const { take, close } = applyHere({ ...setting(db.name), anew, way: port2 })
      const taken = await Promise.all(pages.map((page) => take(page)))
      close()
      const handed = taken.reduce((sum, each) => sum + each.handed, 0)
      await vi.waitFor(() => {
        expect(came.length).toBe(handed)
      })
      port1.close()
      expect(taken.flatMap(({ lines }) => lines)).toEqual([])
      const last = [...new Map(came.map((line) => [line.id, line])).values()]
      const kept = [...(await db.records.toArray()), ...(await db.customers.toArray())]
      expect(last.length).toBe(kept.length)
      expect(last).toEqual(expect.arrayContaining(kept))
    },
  )

  it('are passed over where they were taken before, in part too', async () => {
    const pages = await pagesOf(7)
    const all = pages.join('\n').split('\n')
    const one = table('one')
    await applyBatch(one, templates, changesOfPage(all.join('\n')))
    const other = table('other')
    // As what was there before, when a rebuild goes on behind it.
    await applyBatch(other, templates, changesOfPage(all.slice(0, 10).join('\n')))
    const { take, close } = applyHere(setting('other'))
    await Promise.all(pages.map((page) => take(page)))
    close()
    const { entities, records, cursors } = (await contentOf(other)) as Record<string, unknown>
    expect({ entities, records, cursors }).toEqual({
      entities: await one.entities.toArray(),
      records: await one.records.toArray(),
      cursors: await one.cursors.toArray(),
    })
  })

  it('are not written behind one that failed', async () => {
    const pages = await pagesOf(5)
    const db = table('failing')
    await db.open()
    let asked = 0
    const { take, close } = applyHere(setting('failing'))
    const put = vi.spyOn(WorkingDb.prototype, 'transaction').mockImplementation(function (
      this: WorkingDb,
      ...call: unknown[]
    ) {
      asked += 1
      if (asked === 2) return Promise.reject(new Error('the disk is full')) as never
      return Reflect.apply(original, this, call) as never
    })
    const taken = await Promise.allSettled(pages.map((page) => take(page)))
    put.mockRestore()
    close()
    expect(taken.map(({ status }) => status)).toEqual(
      pages.map((_, i) => (i === 0 ? 'fulfilled' : 'rejected')),
    )
    expect(asked).toBe(2)
    expect((await db.cursors.toArray()).map(({ seq }) => seq)).toEqual([5])
  })
})

const original = Reflect.get(WorkingDb.prototype, 'transaction') as (...call: unknown[]) => unknown
