import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AuditKey, AuditQuery, WorkingCopy } from '../../../../renderer/db'
import { withoutDerived } from '../../../../renderer/db'
import { setValue } from '../../../../shared/forms'
import { uuidv7 } from '../../../../shared/kernel/ids'
import type { Edit } from '../../../../shared/store'
import { folderBridge, seededRandom } from '../../../support/folder-bridge'
import { complaintOf, dbName, makeOffice, tamper, type Office } from './support'
import { WorkingDb } from '../../../../renderer/db/schema'

let office: Office
let copy: WorkingCopy

const one = { id: 'p1', name: '示例员工甲' }
const two = { id: 'p2', name: '示例员工乙' }

beforeEach(async () => {
  office = await makeOffice()
  copy = (await office.open()).workingCopy
})

afterEach(async () => {
  copy.close()
  await office.close()
})

async function submit(customer: string, person = one): Promise<string> {
  office.clock.advance(60_000)
  const record = office.newRecord(complaintOf(customer), { act: 'submit' })
  const written = await copy.records.write({ ...record, person })
  if (!written.ok) throw new Error(JSON.stringify(written.error))
  return record.id
}

const list = async (query: Partial<AuditQuery> = {}) =>
  (await copy.audit.page({ limit: 100, ...query })).lines

const titles = async (query: Partial<AuditQuery>) => (await list(query)).map(({ title }) => title)

describe('the audit list', () => {
  it('tells what was replaced where that stands in another journal, carried over', async () => {
    const elsewhere = await folderBridge(office.clock, seededRandom(9))
    const id = uuidv7(office.clock, office.random)
    const edits: Edit[] = [
      { op: 'set', path: ['@state'], value: 'submitted', over: [] },
      { op: 'set', path: ['reason'], value: '示例缘由', over: [] },
    ]
    const template = office.entry.hash
    await elsewhere.bridge.call('template:keep', { template: office.template })
    const written = await elsewhere.bridge.call('journal:append', {
      changes: [{ entity: { kind: 'record', id }, template, edits }],
    })
    await elsewhere.close()
    if (!written.ok) throw new Error(JSON.stringify(written.error))
    await office.folder.bridge.call('journal:restore', { changes: written.value })
    await copy.catchUp()
    // Where a change stands that does not link into its own writer's history: with the one that carries it.
    await tamper(office, async (db) => {
      const row = await db.changes.where('entity').equals(`record:${id}`).first()
      if (!row) throw new Error('nothing was carried over')
      await db.changes.delete([row.stream, row.at])
      await db.changes.put({ ...row, stream: 'fedcba9876543210', at: 7 })
    })
    const view = await copy.records.get(id)
    if (!view) throw new Error('no view')
    const base = withoutDerived(office.template, view.values)
    const values = setValue(base, ['reason'], '另一缘由')
    office.clock.advance(60_000)
    await copy.records.write({ ...office.newRecord(values), id, base, seen: view.seen, person: two })
    expect((await list())[0]?.steps).toContainEqual({
      step: 'set',
      path: ['reason'],
      before: '示例缘由',
      after: '另一缘由',
    })
  })

  it('tells every change of everything, newest first, with what it replaced', async () => {
    const id = await submit('示例甲公司')
    office.clock.advance(60_000)
    await copy.staff.add([{ name: '示例员工丙', post: '客服专员' }], one)
    office.clock.advance(60_000)
    await copy.firm.save({ name: '示例电器有限公司', department: '客户服务部' }, one)
    office.clock.advance(60_000)
    const view = await copy.records.get(id)
    if (!view) throw new Error('no view')
    const base = withoutDerived(office.template, view.values)
    const values = setValue(base, ['reason'], '另一缘由')
    const record = office.newRecord(values)
    await copy.records.write({ ...record, id, base, seen: view.seen, person: two })
    const lines = await list()
    expect(lines.map(({ kind }) => kind)).toEqual(['record', 'firm', 'staff', 'record'])
    expect(lines[0]).toMatchObject({ id, number: 'TS-2026-0001', title: '示例甲公司', person: two })
    expect(lines[0]?.steps).toContainEqual({
      step: 'set',
      path: ['reason'],
      before: '示例缘由',
      after: '另一缘由',
    })
    expect(lines[2]).toMatchObject({ title: '示例员工丙', person: one })
    const entry = (await copy.records.history(id)).at(-1)
    expect(lines[0]?.dot).toBe(entry?.dot)
  })

  it('pages by key: each change once, whatever is written meanwhile', async () => {
    for (let i = 0; i < 11; i++) await submit(`示例客户${String(i).padStart(2, '0')}`)
    const seen: string[] = []
    let after: AuditKey | undefined
    do {
      const page = await copy.audit.page({ limit: 4, ...(after ? { after } : {}) })
      seen.push(...page.lines.map(({ title }) => title))
      after = page.next
      if (seen.length === 4) await submit('示例新客户')
    } while (after)
    expect(seen).toEqual(Array.from({ length: 11 }, (_, i) => `示例客户${String(10 - i).padStart(2, '0')}`))
  })

  it('goes on behind thousands of changes that do not fit the filter', async () => {
    await submit('示例甲公司', two)
    const db = new WorkingDb(dbName(office))
    await db.open()
    const [row] = await db.changes.toArray()
    if (!row) throw new Error('no change')
    const { stored } = row
    const later = Array.from({ length: 5000 }, (_, i) => ({
      ...row,
      stream: 'eeeeeeeeeeeeeeee',
      at: i + 1,
      ms: row.ms + 1 + i,
      stored: { ...stored, change: { ...stored.change, seq: i + 1, person: one } },
    }))
    await db.changes.bulkPut(later)
    db.close()
    const first = await copy.audit.page({ limit: 10, person: two.id })
    expect(first.lines).toEqual([])
    const second = await copy.audit.page({
      limit: 10,
      person: two.id,
      ...(first.next ? { after: first.next } : {}),
    })
    expect(second.lines.map(({ title }) => title)).toEqual(['示例甲公司'])
    expect(second.next).toBeUndefined()
  })

  it('filters by person, computer, kind, form, time and words', async () => {
    await submit('示例甲公司')
    const between = office.clock.now() + 1
    await submit('示例乙公司', two)
    await copy.staff.add([{ name: '示例员工丙', post: '客服专员' }], one)
    expect(await titles({ person: two.name })).toEqual(['示例乙公司'])
    expect(await titles({ person: two.id })).toEqual(['示例乙公司'])
    expect(await titles({ kinds: ['staff'] })).toEqual(['示例员工丙'])
    expect(await titles({ templateCode: 'KHTS-BD-001' })).toEqual(['示例乙公司', '示例甲公司'])
    expect(await titles({ templateCode: 'XX' })).toEqual([])
    expect(await titles({ until: between })).toEqual(['示例甲公司'])
    expect(await titles({ from: between, kinds: ['record'] })).toEqual(['示例乙公司'])
    expect(await titles({ text: 'ts-2026-0001' })).toEqual(['示例甲公司'])
    expect(await titles({ text: '缘由 乙公司' })).toEqual(['示例乙公司'])
    const [writer = ''] = await copy.audit.writers()
    expect(await titles({ writer, kinds: ['record'] })).toHaveLength(2)
    expect(await titles({ writer: 'ffffffffffffffff' })).toEqual([])
  })

  it('knows the newest change', async () => {
    expect(await copy.audit.newest()).toBeUndefined()
    await submit('示例甲公司')
    expect(await copy.audit.newest()).toEqual((await list())[0]?.key)
  })
})
