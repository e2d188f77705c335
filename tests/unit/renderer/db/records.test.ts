import type { ListQuery } from '../../../../shared/search/list-query'
import { IDBObjectStore } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { OpenedWorkingCopy, RecordWrite, WorkingCopy } from '../../../../renderer/db'
import { withoutDerived } from '../../../../renderer/db'
import { applyBatch } from '../../../../renderer/db/apply'
import { WorkingDb, workingName } from '../../../../renderer/db/schema'
import { setValue } from '../../../../shared/forms'
import { uuidv7 } from '../../../../shared/kernel/ids'
import type { StoredChange } from '../../../../shared/store'
import { complaintOf, makeOffice, type Office } from './support'

let office: Office
let opened: OpenedWorkingCopy
let copy: WorkingCopy

beforeEach(async () => {
  office = await makeOffice()
  opened = await office.open()
  copy = opened.workingCopy
})

afterEach(async () => {
  copy.close()
  await office.close()
})

async function write(record: RecordWrite): Promise<string> {
  office.clock.advance(60_000)
  const written = await copy.records.write(record)
  if (!written.ok) throw new Error(JSON.stringify(written.error))
  return written.value.number
}

const submitted = (customer: string) => office.newRecord(complaintOf(customer), { act: 'submit' })

/** The browser's storage takes nothing more. */
const breakStorage = () =>
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('the disk is full', 'QuotaExceededError')
  })

async function journal(): Promise<readonly StoredChange[]> {
  const all: StoredChange[] = []
  for (const { writer } of office.folder.folder().ends()) {
    const read = await office.folder.folder().read(writer, 0, 1000)
    if (read.ok) all.push(...read.value)
  }
  return all
}

const readJournal = async () => (await journal()).map((stored) => ({ stored }))

describe('applying changes', () => {
  it('changes nothing when the same changes are applied again', async () => {
    await write(submitted('示例甲公司'))
    await write(submitted('示例乙公司'))
    const db = new WorkingDb(workingName(copy.folderId))
    const dump = async () =>
      Object.fromEntries(
        await Promise.all(
          db.tables.map(async (t): Promise<[string, unknown[]]> => [t.name, await t.toArray()]),
        ),
      )
    const before = await dump()
    expect(await applyBatch(db, () => office.template, await readJournal())).toMatchObject({ count: 0 })
    expect(await dump()).toEqual(before)
    db.close()
  })

  it('applies all of a batch or nothing of it', async () => {
    await write(submitted('示例甲公司'))
    const db = new WorkingDb(workingName(copy.folderId))
    await db.open()
    for (const table of db.tables) await table.clear()
    const failing = await applyBatch(
      db,
      () => {
        throw new Error('the template cannot be read')
      },
      await readJournal(),
    ).catch((error: unknown) => error)
    expect(failing).toBeInstanceOf(Error)
    expect(await db.changes.count()).toBe(0)
    expect(await db.cursors.count()).toBe(0)
    db.close()
  })
})

describe('records', () => {
  it('shows what was written, with its number in the serial field', async () => {
    const record = submitted('示例甲公司')
    expect(await write(record)).toBe('TS-2026-0001')
    const view = await copy.records.get(record.id)
    expect(view).toMatchObject({
      row: {
        state: 'submitted',
        number: 'TS-2026-0001',
        customer: '示例甲公司',
        title: '示例甲公司',
        on: '2026-11-21',
      },
      conflicts: [],
      sharesNumber: false,
    })
    expect(view?.values.fields['no']).toBe('TS-2026-0001')
  })

  it('journals no number and nothing computed among the values', async () => {
    const record = submitted('示例甲公司')
    await write({ ...record, values: setValue(record.values, ['no'], 'TS-1999-0001') })
    const [stored] = await journal()
    const paths = stored?.change.edits.flatMap((edit) => (edit.op === 'set' ? [edit.path.join('.')] : []))
    expect(paths?.sort()).toEqual(['@number', '@state', 'customer', 'on', 'reason'])
  })

  it('writes only what differs, and nothing when nothing does', async () => {
    const record = office.newRecord(complaintOf('示例甲公司'))
    await write(record)
    const view = await copy.records.get(record.id)
    if (!view) throw new Error('no view')
    const base = withoutDerived(office.template, view.values)
    await write({ ...record, base, values: base, seen: view.seen })
    expect(await journal()).toHaveLength(1)
    await write({ ...record, base, values: setValue(base, ['phone'], '010-12345678'), seen: view.seen })
    const edits = (await journal())[1]?.change.edits
    expect(edits).toEqual([{ op: 'set', path: ['phone'], value: '010-12345678', over: [] }])
  })

  it('filters by words, state and dates', async () => {
    await write(submitted('示例甲公司'))
    await write({
      ...submitted('示例乙公司'),
      values: {
        ...complaintOf('示例乙公司', '漏水 Pump'),
        fields: { ...complaintOf('示例乙公司', '漏水 Pump').fields, on: '2026-03-01' },
      },
    })
    await write(office.newRecord(complaintOf('示例丙公司')))
    const customers = async (query: ListQuery) =>
      (await copy.lists.records(query, 0, 10)).rows.map((row) => row.title)
    expect(await customers({ text: 'pump 漏' })).toEqual(['示例乙公司'])
    expect(await customers({ text: '不存在' })).toEqual([])
    expect(await customers({ states: ['draft'] })).toEqual(['示例丙公司'])
    expect(await customers({ from: '2026-03-01', to: '2026-03-31' })).toEqual(['示例乙公司'])
    expect(await customers({ from: '2026-11-01' })).toEqual(['示例丙公司', '示例甲公司'])
    expect(await customers({ list: 'XX' })).toEqual([])
    expect((await copy.lists.findRecords('TS-2026-0002', 5)).map((row) => row.title)).toEqual(['示例乙公司'])
  })

  it('voids many with one reason as one batch, and leaves drafts and void ones as they are', async () => {
    const writes = ['示例甲公司', '示例乙公司', '示例丙公司'].map((name) => submitted(name))
    for (const each of writes) await write(each)
    const draft = office.newRecord(complaintOf('示例丁公司'))
    await write(draft)
    const [first, second, third] = writes.map(({ id }) => id)
    if (first === undefined || second === undefined || third === undefined) throw new Error('no ids')
    const by = { name: '示例员工甲' }
    expect(await copy.records.voidMany([first, second, draft.id], '重复登记', by)).toEqual({
      ok: true,
      value: { viewed: true, voided: 2, left: 1 },
    })
    const changes = (await journal()).slice(-2)
    expect(new Set(changes.map(({ change }) => change.batch)).size).toBe(1)
    expect(changes[0]?.change.batch).toBeDefined()
    expect(changes.map(({ change }) => change.person)).toEqual([by, by])
    const view = await copy.records.get(first)
    expect(view).toMatchObject({ row: { state: 'void' }, voidReason: '重复登记', conflicts: [] })
    expect(view?.corrections).toBe(0)
    expect((await copy.lists.records({ states: ['void'] }, 0, 9)).count).toBe(2)
    expect(await copy.records.voidMany([first, third], '再次作废')).toMatchObject({
      value: { voided: 1, left: 1 },
    })
    expect((await copy.records.get(first))?.voidReason).toBe('重复登记')
  })

  it('says how many of many are void already when voiding breaks off, and goes on with the rest', async () => {
    const { template, entry } = office
    const ids = Array.from({ length: 1003 }, () => uuidv7(office.clock, office.random))
    await office.folder.bridge.call('template:keep', { template })
    const appended = await office.folder.bridge.call('journal:append', {
      changes: ids.map((id) => ({
        entity: { kind: 'record' as const, id },
        template: entry.hash,
        edits: [{ op: 'set' as const, path: ['@state'], value: 'submitted', over: [] }],
      })),
    })
    expect(appended.ok).toBe(true)
    await copy.catchUp()
    const stop = copy.lists.onChange(() => {
      office.folder.failNext('journal:append')
      stop()
    })
    const broken = await copy.records.voidMany(ids, '重复登记')
    expect(broken).toMatchObject({ ok: true, value: { voided: 1000, stopped: { type: 'DiskFull' } } })
    expect((await copy.lists.records({ states: ['void'] }, 0, 1)).count).toBe(1000)
    expect(await copy.records.voidMany(ids, '重复登记')).toMatchObject({ value: { voided: 3, left: 1000 } })
  })

  it('counts records by form and suggests customers, the latest first', async () => {
    for (const name of ['示例甲公司', '乙示例公司', '示例甲公司', '示例丙公司']) await write(submitted(name))
    expect(await copy.lists.counts()).toEqual([{ list: 'KHTS-BD-001', count: 4 }])
    expect(await copy.lists.unlinkedNames('示例', 10)).toEqual(['示例丙公司', '示例甲公司', '乙示例公司'])
    expect(await copy.lists.unlinkedNames('', 1)).toEqual(['示例丙公司'])
  })

  it('tells the history of a record, oldest first, with what was replaced', async () => {
    const record = {
      ...office.newRecord(complaintOf('示例甲公司')),
      person: { id: 'p1', name: '示例员工甲' },
    }
    await write(record)
    const view = await copy.records.get(record.id)
    if (!view) throw new Error('no view')
    const base = withoutDerived(office.template, view.values)
    await write({
      ...record,
      base,
      values: setValue(base, ['reason'], '另一缘由'),
      seen: view.seen,
      act: { act: 'submit' },
    })
    const history = await copy.records.history(record.id)
    expect(history.map((entry) => entry.person?.name)).toEqual(['示例员工甲', '示例员工甲'])
    expect(history[1]?.steps).toEqual([
      { step: 'set', path: ['reason'], before: '示例缘由', after: '另一缘由' },
      { step: 'set', path: ['@state'], before: 'draft', after: 'submitted' },
      { step: 'set', path: ['@number'], before: null, after: 'TS-2026-0001' },
    ])
  })

  it('shows both values when two people wrote the same field apart, and one after it is settled', async () => {
    const record = office.newRecord(complaintOf('示例甲公司'))
    await write(record)
    const view = await copy.records.get(record.id)
    if (!view) throw new Error('no view')
    const base = withoutDerived(office.template, view.values)
    for (const reason of ['甲说', '乙说']) {
      await write({ ...record, base, values: setValue(base, ['reason'], reason), seen: view.seen })
    }
    const disputed = await copy.records.get(record.id)
    const [conflict] = disputed?.conflicts ?? []
    expect(conflict?.survivors.map((survivor) => survivor.value)).toEqual(['乙说', '甲说'])
    expect(disputed?.row.conflicts).toBe(1)
    if (!conflict) throw new Error('no conflict')
    await copy.records.settle(record.id, conflict, conflict.survivors[1]?.dot ?? '')
    const settled = await copy.records.get(record.id)
    expect(settled?.conflicts).toEqual([])
    expect(settled?.values.fields['reason']).toBe('甲说')
  })
})

describe('numbers', () => {
  it('counts up, and counts void records too', async () => {
    const first = submitted('示例甲公司')
    expect(await write(first)).toBe('TS-2026-0001')
    const view = await copy.records.get(first.id)
    if (!view) throw new Error('no view')
    const same = withoutDerived(office.template, view.values)
    await write({
      ...first,
      base: same,
      values: same,
      seen: view.seen,
      act: { act: 'void', reason: '填错了' },
    })
    expect(await write(submitted('示例乙公司'))).toBe('TS-2026-0002')
    expect((await copy.records.get(first.id))?.voidReason).toBe('填错了')
  })

  it('gives every one of many at the same moment its own', async () => {
    const results = await Promise.all(
      Array.from({ length: 8 }, (_, i) => copy.records.write(submitted(`示例${String(i)}`))),
    )
    const numbers = results.map((result) => (result.ok ? result.value.number : ''))
    expect(numbers).toEqual(Array.from({ length: 8 }, (_, i) => `TS-2026-000${String(i + 1)}`))
  })

  it('begins again with the year', async () => {
    await write(submitted('示例甲公司'))
    office.clock.set(new Date(2027, 0, 1, 0, 0, 5).getTime())
    expect(await write(submitted('示例乙公司'))).toBe('TS-2027-0001')
  })

  it('stays when a record is 登记 again, and goes on after a rebuild', async () => {
    const first = submitted('示例甲公司')
    await write(first)
    const view = await copy.records.get(first.id)
    if (!view) throw new Error('no view')
    const base = withoutDerived(office.template, view.values)
    const again = { ...first, base, values: setValue(base, ['phone'], '010-12345678'), seen: view.seen }
    expect(await write(again)).toBe('TS-2026-0001')
    copy.close()
    const db = new WorkingDb(workingName(copy.folderId))
    await db.delete()
    await office.folder.reopen()
    copy = (await office.open()).workingCopy
    expect(await write(submitted('示例乙公司'))).toBe('TS-2026-0002')
  })

  it('is not given twice while the working copy cannot take the change', async () => {
    const put = breakStorage()
    const first = await copy.records.write(submitted('示例甲公司'))
    expect(first).toMatchObject({ ok: true, value: { viewed: false, number: 'TS-2026-0001' } })
    put.mockRestore()
    const second = await copy.records.write(submitted('示例乙公司'))
    expect(second).toMatchObject({ ok: true, value: { viewed: true, number: 'TS-2026-0002' } })
    expect((await copy.lists.records({}, 0, 9)).rows).toHaveLength(2)
  })

  it('is not given twice when an older record is saved before the working copy has caught up', async () => {
    const older = submitted('示例甲公司')
    await write(older)
    const view = await copy.records.get(older.id)
    if (!view) throw new Error('no view')
    const put = breakStorage()
    expect(await write(submitted('示例乙公司'))).toBe('TS-2026-0002')
    const base = withoutDerived(office.template, view.values)
    const values = setValue(base, ['reason'], '补记的缘由')
    expect(await write({ ...older, base, values, seen: view.seen, act: { act: 'save' } })).toBe(
      'TS-2026-0001',
    )
    expect(await write(submitted('示例丙公司'))).toBe('TS-2026-0003')
    put.mockRestore()
  })

  it('stays the record’s own when it is saved and 登记 again before the working copy has caught up', async () => {
    const record = submitted('示例甲公司')
    const put = breakStorage()
    expect(await write(record)).toBe('TS-2026-0001')
    const again = { ...record, base: record.values, values: setValue(record.values, ['reason'], '再写') }
    expect(await write({ ...again, act: { act: 'save' } })).toBe('TS-2026-0001')
    expect(await write({ ...again, base: again.values })).toBe('TS-2026-0001')
    expect((await copy.records.get(record.id))?.row).toMatchObject({
      state: 'submitted',
      number: 'TS-2026-0001',
    })
    put.mockRestore()
    await copy.catchUp()
    expect((await copy.records.get(record.id))?.row).toMatchObject({
      state: 'submitted',
      number: 'TS-2026-0001',
    })
  })

  it('flags two records that bear the same one', async () => {
    const first = submitted('示例甲公司')
    await write(first)
    await office.folder.folder().append([
      {
        entity: { kind: 'record', id: 'other' },
        template: office.entry.hash,
        edits: [{ op: 'set', path: ['@number'], value: 'TS-2026-0001', over: [] }],
      },
    ])
    expect(await copy.catchUp()).toEqual({ ok: true, value: { applied: 1, parted: [] } })
    expect((await copy.records.get(first.id))?.sharesNumber).toBe(true)
    expect(await write(submitted('示例乙公司'))).toBe('TS-2026-0002')
  })
})

describe('firm and staff', () => {
  it('keeps the firm with its logo, and gives the letterhead', async () => {
    expect(await copy.firm.get()).toBeUndefined()
    const logo = { source: 'data:image/png;base64,AAAA', width: 120, height: 40 }
    await copy.firm.save({ name: '示例电器有限公司', department: '客户服务部', logo })
    await copy.firm.save({ name: '示例电器有限公司', department: '', logo })
    expect(await copy.firm.get()).toEqual({ name: '示例电器有限公司', department: '', logo })
    expect(await copy.firm.letterhead()).toEqual({ firm: '示例电器有限公司', logo })
    expect(await journal()).toHaveLength(2)
  })

  it('keeps people in the order in which they came, also those who left', async () => {
    const added = await copy.staff.add([
      { name: '示例员工甲', post: '主管' },
      { name: '示例员工乙', post: '' },
    ])
    if (!added.ok) throw new Error('not added')
    const [first] = added.value
    await copy.staff.change(first?.id ?? '', { active: false, post: '' })
    expect(await copy.staff.list()).toEqual([
      { id: first?.id, name: '示例员工甲', post: '', active: false, hasPin: false },
      { id: added.value[1]?.id, name: '示例员工乙', post: '', active: true, hasPin: false },
    ])
  })

  it('hands on what the journal answers when it cannot write', async () => {
    office.folder.failNext('journal:append')
    const result = await copy.firm.save({ name: '示例电器有限公司', department: '' })
    expect(result).toMatchObject({ ok: false, error: { type: 'DiskFull' } })
    expect(await copy.firm.get()).toBeUndefined()
  })
})
