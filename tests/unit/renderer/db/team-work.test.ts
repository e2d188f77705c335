import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OpenedWorkingCopy, RecordWrite } from '../../../../renderer/db'
import type { NewChange } from '../../../../shared/store'
import { emptyValues } from '../../../../shared/forms/values'
import { CUSTOMERS } from '../../../../shared/search/list-row'
import { complaintOf, makeOffice, type Office } from './support'

const me = { id: 'p1', name: '示例员工甲' }
const CODE = 'KHTS-BD-001'

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

const copy = () => opened.workingCopy

async function write(record: RecordWrite): Promise<string> {
  office.clock.advance(1000)
  const written = await copy().records.write(record)
  if (!written.ok) throw new Error(JSON.stringify(written.error))
  return record.id
}

/** What a colleague's computer wrote without having seen anything of here. */
async function arrive(changes: readonly NewChange[]): Promise<void> {
  office.clock.advance(1000)
  const done = await office.folder.bridge.call('journal:append', { changes })
  if (!done.ok) throw new Error(JSON.stringify(done.error))
  await copy().catchUp()
}

const setOf = (id: string, field: string, value: string): NewChange => ({
  entity: { kind: 'record', id },
  edits: [{ op: 'set', path: [field], value, over: [] }],
  person: { id: 'p2', name: '示例员工乙' },
})

describe('open conflicts', () => {
  it('of records, the firm and people are listed with every value, and settled there', async () => {
    const id = await write(office.newRecord(complaintOf('示例甲公司'), { act: 'submit' }))
    await copy().firm.save({ name: '示例甲公司', department: '客服部' })
    const added = await copy().staff.add([{ name: '示例员工丙', post: '客服' }])
    const staff = added.ok ? (added.value[0]?.id ?? '') : ''
    expect(await copy().conflicts.count()).toBe(0)
    await arrive([
      setOf(id, 'reason', '同事说的缘由'),
      {
        entity: { kind: 'firm', id: 'firm' },
        edits: [{ op: 'set', path: ['name'], value: '示例乙公司', over: [] }],
      },
      {
        entity: { kind: 'staff', id: staff },
        edits: [{ op: 'set', path: ['post'], value: '主管', over: [] }],
      },
    ])
    expect(await copy().conflicts.count()).toBe(3)
    const { entries } = await copy().conflicts.list(50)
    expect(entries.map(({ kind }) => kind)).toEqual(['firm', 'staff', 'record'])
    const record = entries[2]
    expect(record?.conflicts[0]).toMatchObject({
      path: ['reason'],
      survivors: [{ value: '同事说的缘由', person: { name: '示例员工乙' } }, { value: '示例缘由' }],
    })
    for (const entry of entries) {
      const [conflict] = entry.conflicts
      if (!conflict) throw new Error('no conflict')
      const done = await copy().conflicts.settle(entry, conflict, conflict.survivors[1]?.dot ?? '', me)
      expect(done.ok).toBe(true)
    }
    expect(await copy().conflicts.list(50)).toEqual({ entries: [], count: 0 })
    expect((await copy().records.get(id))?.values.fields['reason']).toBe('示例缘由')
    expect((await copy().firm.get())?.name).toBe('示例甲公司')
    expect((await copy().records.get(id))?.corrections).toBe(0)
  })

  it('[ST37] are settled by a third value, which is a 更正 of a record that is 登记', async () => {
    const id = await write(office.newRecord(complaintOf('示例甲公司'), { act: 'submit' }))
    await arrive([setOf(id, 'reason', '同事说的缘由')])
    const [entry] = (await copy().conflicts.list(50)).entries
    const [conflict] = entry?.conflicts ?? []
    if (!entry || !conflict) throw new Error('no conflict')
    await copy().conflicts.settle(entry, conflict, { value: '两者都不对' }, me)
    const view = await copy().records.get(id)
    expect(view?.values.fields['reason']).toBe('两者都不对')
    expect(view?.conflicts).toEqual([])
    expect(view?.corrections).toBe(1)
  })

  it('name a row that one removed and another filled in, which stays or goes', async () => {
    const id = await write(office.newRecord(complaintOf('示例甲公司'), { act: 'submit' }))
    const add: NewChange = {
      entity: { kind: 'record', id },
      edits: [
        { op: 'addRow', rows: 'items', row: 'r1', order: 'a0' },
        { op: 'removeRow', rows: 'items', row: 'r1', over: [] },
        { op: 'set', path: ['items', 'r1', 'name'], value: '示例', over: [] },
      ],
    }
    await arrive([add])
    const [entry] = (await copy().conflicts.list(50)).entries
    expect(entry?.disputedRows).toEqual([{ rows: 'items', row: 'r1' }])
    if (!entry?.disputedRows[0]) throw new Error('no disputed row')
    await copy().conflicts.settleRow(entry, entry.disputedRows[0], true, me)
    expect(await copy().conflicts.count()).toBe(0)
  })
})

describe('equal numbers', () => {
  async function twoOfOne() {
    const first = await write(office.newRecord(complaintOf('示例甲公司'), { act: 'submit' }))
    const second = await write(office.newRecord(complaintOf('示例乙公司'), { act: 'submit' }))
    const seen = (await copy().records.get(second))?.seen['@number'] ?? []
    await arrive([
      {
        entity: { kind: 'record', id: second },
        edits: [{ op: 'set', path: ['@number'], value: 'TS-2026-0001', over: seen }],
      },
    ])
    const [same] = await copy().sameNumbers.list()
    if (!same) throw new Error('no equal numbers')
    return { first, second, same }
  }

  it('are listed, the one that bore it first in front, with the next free number for the other', async () => {
    const { first, second, same } = await twoOfOne()
    expect(same).toMatchObject({ list: CODE, number: 'TS-2026-0001' })
    expect(same.bearers.map(({ id }) => id)).toEqual([first, second])
    expect(await copy().sameNumbers.propose(same)).toBe('TS-2026-0003')
  })

  it('end when one gets another number, and its history says so', async () => {
    const { second, same } = await twoOfOne()
    const done = await copy().sameNumbers.renumber(same, second, me)
    expect(done).toMatchObject({ ok: true, value: { number: 'TS-2026-0003' } })
    expect(await copy().sameNumbers.list()).toEqual([])
    const history = await copy().records.history(second)
    expect(history.at(-1)).toMatchObject({
      person: me,
      steps: [{ step: 'set', path: ['@number'], before: 'TS-2026-0001', after: 'TS-2026-0003' }],
    })
  })

  it('[ST44] are not asked about again once somebody said that all stay, unless another one comes', async () => {
    const { same } = await twoOfOne()
    await copy().sameNumbers.leave(same, me)
    expect(await copy().sameNumbers.list()).toEqual([])
    const third = await write(office.newRecord(complaintOf('示例丙公司'), { act: 'submit' }))
    const seen = (await copy().records.get(third))?.seen['@number'] ?? []
    await arrive([
      {
        entity: { kind: 'record', id: third },
        edits: [{ op: 'set', path: ['@number'], value: 'TS-2026-0001', over: seen }],
      },
    ])
    expect((await copy().sameNumbers.list())[0]?.bearers).toHaveLength(3)
  })

  it('of customers are their codes', async () => {
    const named = (name: string) => ({ ...emptyValues, fields: { name, code: 'KH-7' } })
    await copy().customers.create(named('示例甲公司'), me)
    office.clock.advance(1000)
    await copy().customers.create(named('示例乙公司'), me)
    const [same] = await copy().sameNumbers.list()
    expect(same).toMatchObject({ list: CUSTOMERS, number: 'KH-7' })
    expect(same?.bearers.map(({ title }) => title)).toEqual(['示例甲公司', '示例乙公司'])
  })
})

describe('what came since a person looked', () => {
  it('is everything of other writers behind the place where they looked last, by what it is about', async () => {
    const id = await write(office.newRecord(complaintOf('示例甲公司'), { act: 'submit' }))
    const seen = await copy().arrived.places()
    const { writer } = office.folder.start()
    expect(await copy().arrived.count(seen, [])).toBe(0)
    const other = await write(office.newRecord(complaintOf('示例乙公司')))
    await arrive([setOf(id, 'note', '后来的备注')])
    await arrive([setOf(id, 'reason', '后来的缘由')])
    expect(await copy().arrived.count(seen, [])).toBe(3)
    expect(await copy().arrived.count(seen, [writer])).toBe(0)
    const { groups, more } = await copy().arrived.list(seen, [], 100)
    expect(more).toBe(0)
    expect(groups.map(({ entity, lines }) => [entity, lines.length])).toEqual([
      [`record:${id}`, 2],
      [`record:${other}`, 1],
    ])
    expect(groups[0]?.lines[0]).toMatchObject({ title: '示例甲公司', person: { name: '示例员工乙' } })
    expect(await copy().arrived.list(seen, [], 1)).toMatchObject({ groups: [{ lines: [{}] }], more: 2 })
    expect(await copy().arrived.count(await copy().arrived.places(), [])).toBe(0)
  })

  it('is counted by places in the journals, whatever the clocks of others say', async () => {
    const id = await write(office.newRecord(complaintOf('示例甲公司')))
    const seen = await copy().arrived.places()
    office.clock.advance(-86_400_000 * 30)
    await arrive([setOf(id, 'note', '上个月的')])
    expect(await copy().arrived.count(seen, [])).toBe(1)
    expect(await copy().arrived.count({ ...seen, [office.folder.start().writer]: 0 }, [])).toBe(2)
  })
})

describe('forms that arrive', () => {
  it('give the records that came before them their names', async () => {
    const own = { ...office.template, name: '示例投诉单' }
    const { templateHash } = await import('../../../../shared/forms')
    const id = '018f0000-0000-7000-8000-000000000001'
    const hash = templateHash(own)
    await arrive([{ ...setOf(id, 'reason', '漏水'), template: hash }])
    expect((await copy().lists.recordRows([id]))[0]).toMatchObject({ list: '', templateHash: hash })
    await office.folder.folder().keepTemplate(own)
    expect(await copy().templates.takeIn()).toEqual({ ok: true, value: 1 })
    expect((await copy().lists.recordRows([id]))[0]).toMatchObject({ list: CODE, templateHash: hash })
    expect((await copy().templates.byHash(hash))?.name).toBe('示例投诉单')
    expect(await copy().templates.takeIn()).toEqual({ ok: true, value: 0 })
  })

  it('are the current ones at once where the firm has chosen them before they came', async () => {
    const { templateHash } = await import('../../../../shared/forms')
    const own = { ...office.template, name: '示例投诉单' }
    const hash = templateHash(own)
    await arrive([
      {
        entity: { kind: 'firm', id: 'firm' },
        edits: [{ op: 'set', path: ['forms', CODE], value: hash, over: [] }],
      },
    ])
    let heard = 0
    await office.folder.folder().keepTemplate(own)
    await new Promise((resolve) => setTimeout(resolve, 50))
    copy().templates.onOwn(() => heard++)
    expect(copy().templates.current(CODE)?.hash).toBe(office.entry.hash)
    await copy().templates.takeIn()
    expect(heard).toBe(1)
    expect(copy().templates.current(CODE)?.hash).toBe(hash)
  })
})
