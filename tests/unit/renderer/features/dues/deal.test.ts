import { afterEach, beforeEach, expect, it } from 'vitest'
import type { WorkingCopy } from '../../../../../renderer/db'
import { complaintOf, makeOffice, type Office } from '../../db/support'

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

const due = async (dealt = false) =>
  (await copy.lists.dues('9999-12-31', undefined, dealt)).map(({ id, on, dealt: word }) => [id, on, word])

async function complaint(promisedOn: string) {
  const values = complaintOf('示例甲公司')
  const write = office.newRecord({ ...values, fields: { ...values.fields, promisedOn } }, { act: 'submit' })
  expect((await copy.records.write(write)).ok).toBe(true)
  return write
}

it('[ST43] leaves what was dealt with out of what is due, one or many, until it is taken back or another day stands there', async () => {
  const one = await complaint('2026-12-01')
  office.clock.advance(1000)
  const other = await complaint('2026-12-02')
  const marks = [
    { id: one.id, at: 'promisedOn', on: '2026-12-01' },
    { id: other.id, at: 'promisedOn', on: '2026-12-02' },
  ]
  office.clock.advance(1000)
  expect((await copy.records.dealWith(marks, '已联系')).ok).toBe(true)
  expect(await due()).toEqual([])
  expect(await due(true)).toEqual([
    [one.id, '2026-12-01', '已联系'],
    [other.id, '2026-12-02', '已联系'],
  ])
  const view = await copy.records.get(one.id)
  if (!view?.template) throw new Error('no record')
  expect(view).toMatchObject({ row: { state: 'submitted' }, corrections: 0, conflicts: [] })

  await copy.records.dealWith(marks.slice(1), null)
  expect(await due()).toEqual([[other.id, '2026-12-02', undefined]])

  const { values, seen, row, template } = view
  const moved = { ...values, fields: { ...values.fields, promisedOn: '2026-12-08' } }
  await copy.records.write({
    ...{ id: one.id, template, templateHash: row.templateHash, base: values, values: moved, seen },
    act: { act: 'save' },
  })
  expect(await due()).toEqual([
    [other.id, '2026-12-02', undefined],
    [one.id, '2026-12-08', undefined],
  ])
  expect(await due(true)).toEqual([])
})
