import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WorkingCopy } from '../../../../renderer/db'
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

describe('a record that is saved', () => {
  it('is told once the journal has it, and whoever asks for it then sees it, before the lists do', async () => {
    const record = office.newRecord(complaintOf('示例甲公司'), { act: 'submit' })
    const seen: unknown[] = []
    await copy.records.write(record, ({ number }) => {
      seen.push(
        copy.records.get(record.id).then((view) => [number, view?.row.number, view?.row.state]),
        copy.records.recent(5).then((rows) => rows.length),
      )
    })
    expect(await Promise.all(seen)).toEqual([['TS-2026-0001', 'TS-2026-0001', 'submitted'], 0])
    expect(await copy.records.recent(5)).toHaveLength(1)
    expect(await copy.records.history(record.id)).toHaveLength(1)
  })

  it('is saved again from what it was, also after it was changed elsewhere', async () => {
    const record = office.newRecord(complaintOf('示例甲公司'))
    expect((await copy.records.write(record)).ok).toBe(true)
    const seenAt = async () => {
      const view = await copy.records.get(record.id)
      if (!view) throw new Error('not there')
      return { base: record.values, seen: view.seen }
    }
    const before = await seenAt()
    const elsewhere = await office.folder.folder().append([
      {
        entity: { kind: 'record', id: record.id },
        edits: [{ op: 'set', path: ['reason'], value: '别处写的', over: [] }],
      },
    ])
    expect(elsewhere.ok).toBe(true)
    expect((await copy.catchUp()).ok).toBe(true)
    const again = { ...record, ...before, values: complaintOf('示例乙公司') }
    expect((await copy.records.write(again)).ok).toBe(true)
    const view = await copy.records.get(record.id)
    expect(view?.values.fields['customer']).toEqual({ name: '示例乙公司' })
    expect(view?.conflicts.map(({ path }) => path)).toEqual([['reason']])
  })
})
