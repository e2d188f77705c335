import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RecordWrite, WorkingCopy } from '../../../../renderer/db'
import { withoutDerived } from '../../../../renderer/db'
import { setValue } from '../../../../shared/forms'
import type { Path } from '../../../../shared/forms/field'
import { complaintOf, makeOffice, type Office } from './support'

let office: Office
let copy: WorkingCopy

beforeEach(async () => {
  office = await makeOffice()
  copy = (await office.open()).workingCopy
})

afterEach(async () => {
  copy.close()
  await office.close()
})

const person = { id: 'p1', name: '示例员工甲' }

async function write(record: RecordWrite): Promise<string> {
  office.clock.advance(60_000)
  const written = await copy.records.write(record)
  if (!written.ok) throw new Error(JSON.stringify(written.error))
  return record.id
}

/** Changes one field of what stands now. */
async function change(id: string, path: Path, value: string, act: RecordWrite['act'] = { act: 'save' }) {
  const view = await viewOf(id)
  const base = withoutDerived(office.template, view.values)
  const record = office.newRecord(base)
  await write({ ...record, id, base, values: setValue(base, path, value), seen: view.seen, act, person })
}

async function viewOf(id: string) {
  const view = await copy.records.get(id)
  if (!view) throw new Error('no view')
  return view
}

const dots = async (id: string) => (await copy.records.history(id)).map(({ dot }) => dot)

const all = { part: 'all' } as const

async function setBack(id: string, moment: number, path?: Path) {
  office.clock.advance(60_000)
  const dot = (await dots(id))[moment] ?? ''
  const what = path ? ({ part: 'path', path } as const) : all
  return copy.records.setBack(id, { dot, what, reason: '填错了' }, person)
}

describe('a record as it stood', () => {
  it('has the values, the state and the number of that moment', async () => {
    const id = await write(office.newRecord(complaintOf('示例甲公司')))
    await change(id, ['reason'], '第二缘由', { act: 'submit' })
    await change(id, ['phone'], '010-12345678')
    const [first = '', second = ''] = await dots(id)
    const before = await copy.records.at(id, first)
    expect(before).toMatchObject({ state: 'draft', number: '', template: { code: 'KHTS-BD-001' } })
    expect(before?.values.fields).toMatchObject({ reason: '示例缘由' })
    expect(before?.values.fields['no']).toBeUndefined()
    const then = await copy.records.at(id, second)
    expect(then).toMatchObject({ state: 'submitted', number: 'TS-2026-0001', person })
    expect(then?.values.fields).toMatchObject({ reason: '第二缘由', no: 'TS-2026-0001' })
    expect(then?.values.fields['phone']).toBeUndefined()
    expect(await copy.records.at(id, 'ffffffffffffffff:1:00000000000000000000000000000000')).toBeUndefined()
  })
})

describe('setting a record back', () => {
  it('brings a draft back as one change, and can be undone by setting back to before it', async () => {
    const id = await write(office.newRecord(complaintOf('示例甲公司')))
    await change(id, ['reason'], '第二缘由')
    await change(id, ['phone'], '010-12345678')
    expect(await setBack(id, 0)).toMatchObject({ ok: true })
    expect((await viewOf(id)).values.fields).toEqual(complaintOf('示例甲公司').fields)
    const history = await copy.records.history(id)
    expect(history).toHaveLength(4)
    expect(history[3]?.person).toEqual(person)
    expect(history[3]?.steps.map((step) => step.step === 'set' && step.path[0]).sort()).toEqual([
      'phone',
      'reason',
    ])
    await setBack(id, 2)
    expect((await viewOf(id)).values.fields).toMatchObject({ reason: '第二缘由', phone: '010-12345678' })
  })

  it('brings one field back and leaves the others', async () => {
    const id = await write(office.newRecord(complaintOf('示例甲公司')))
    await change(id, ['reason'], '第二缘由')
    await change(id, ['phone'], '010-12345678')
    await setBack(id, 0, ['reason'])
    expect((await viewOf(id)).values.fields).toMatchObject({ reason: '示例缘由', phone: '010-12345678' })
  })

  it('keeps number and state of a submitted record, and counts as a correction with its reason', async () => {
    const id = await write(office.newRecord(complaintOf('示例甲公司')))
    await change(id, ['reason'], '第二缘由', { act: 'submit' })
    await setBack(id, 0)
    const view = await viewOf(id)
    expect(view.row).toMatchObject({ state: 'submitted', number: 'TS-2026-0001' })
    expect(view.values.fields['reason']).toBe('示例缘由')
    const steps = (await copy.records.history(id)).at(-1)?.steps ?? []
    const reasons = steps.flatMap((step) =>
      step.step === 'set' && step.path[0] === '@corrections' ? [step.after] : [],
    )
    expect(reasons).toEqual(['填错了'])
  })

  it('writes nothing where nothing differs', async () => {
    const id = await write(office.newRecord(complaintOf('示例甲公司'), { act: 'submit' }))
    expect(await setBack(id, 0)).toEqual({ ok: true, value: { viewed: true } })
    expect(await dots(id)).toHaveLength(1)
  })

  it('refuses a void record and a moment that is not there', async () => {
    const id = await write(office.newRecord(complaintOf('示例甲公司'), { act: 'submit' }))
    await change(id, ['reason'], '第二缘由', { act: 'void', reason: '重复登记' })
    expect(await setBack(id, 0)).toMatchObject({ ok: false, error: { type: 'BadChange' } })
    expect(await setBack(id, 9)).toMatchObject({ ok: false, error: { type: 'BadChange' } })
    expect(await dots(id)).toHaveLength(2)
  })
})

describe('恢复', () => {
  it('gives a void record the state and number that it had, without its reason', async () => {
    const id = await write(office.newRecord(complaintOf('示例甲公司'), { act: 'submit' }))
    await change(id, ['reason'], '第二缘由', { act: 'void', reason: '重复登记' })
    const voided = await copy.records.voided([id, 'unknown'])
    expect(voided).toMatchObject([{ row: { id, number: 'TS-2026-0001' }, reason: '重复登记', person }])
    expect(voided[0]?.at).toBe(office.clock.now())
    office.clock.advance(60_000)
    expect(await copy.records.restore(id, person)).toMatchObject({ ok: true })
    const view = await viewOf(id)
    expect(view.row).toMatchObject({ state: 'submitted', number: 'TS-2026-0001' })
    expect(view.voidReason).toBeUndefined()
    expect(view.values.fields['reason']).toBe('第二缘由')
    expect(await copy.records.voided([id])).toEqual([])
  })

  it('writes nothing for a record that is not void', async () => {
    const id = await write(office.newRecord(complaintOf('示例甲公司')))
    expect(await copy.records.restore(id)).toEqual({ ok: true, value: { viewed: true } })
    expect(await dots(id)).toHaveLength(1)
  })
})
