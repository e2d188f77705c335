import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WorkingCopy } from '../../../../../renderer/db'
import { closeRecord } from '../../../../../renderer/features/dues/close-record'
import { emptyValues } from '../../../../../shared/forms/values'
import { complaintOf, makeOffice, type Office } from '../../db/support'

const person = { id: 'p1', name: '示例员工甲' }
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

const close = (id: string) => closeRecord({ bridge: office.folder.bridge, workingCopy: copy }, id, person)

async function record(act: 'save' | 'submit' = 'submit') {
  office.clock.advance(1000)
  const write = office.newRecord(complaintOf('示例甲公司'), { act })
  expect((await copy.records.write(write)).ok).toBe(true)
  return write
}

describe('办结 from the list of what is due', () => {
  it('closes the record and changes nothing else', async () => {
    const { id } = await record()
    const before = await copy.records.get(id)
    expect(await close(id)).toEqual({ ok: true, value: null })
    const view = await copy.records.get(id)
    expect(view).toMatchObject({ row: { state: 'closed', updatedBy: person.name }, corrections: 0 })
    expect(view?.values).toEqual(before?.values)
    expect(await close(id)).toEqual({ ok: false, error: { type: 'NotNow', why: 'state' } })
  })

  it('leaves drafts and unknown records alone', async () => {
    const { id } = await record('save')
    expect(await close(id)).toMatchObject({ error: { type: 'NotNow', why: 'state' } })
    expect(await close('0190a000-0000-7000-8000-000000000000')).toMatchObject({
      error: { type: 'NotNow', why: 'state' },
    })
    expect((await copy.records.get(id))?.row.state).toBe('draft')
  })

  it('leaves a record alone of which something unsaved was typed, or of which a decision is open', async () => {
    const { id, templateHash, template } = await record()
    const view = await copy.records.get(id)
    if (!view) throw new Error('no record')
    await office.folder.bridge.call('draft:put', {
      id,
      record: id,
      templateHash,
      templateCode: template.code,
      values: emptyValues,
      seen: {},
      savedAt: 1,
    })
    expect(await close(id)).toMatchObject({ error: { type: 'NotNow', why: 'draft' } })
    await office.folder.bridge.call('draft:remove', { id })
    for (const reason of ['甲说', '乙说']) {
      office.clock.advance(1000)
      const values = { ...view.values, fields: { ...view.values.fields, reason } }
      const { values: base, seen } = view
      await copy.records.write({ ...office.newRecord(values), id, base, seen })
    }
    expect(await close(id)).toMatchObject({ error: { type: 'NotNow', why: 'conflict' } })
    expect((await copy.records.get(id))?.row.state).toBe('submitted')
  })

  it('says what failed when the journal cannot be written, and the record stays open', async () => {
    const { id } = await record()
    office.folder.failNext('journal:append')
    expect(await close(id)).toMatchObject({ ok: false, error: { type: 'DiskFull' } })
    expect((await copy.records.get(id))?.row.state).toBe('submitted')
  })
})
