import { afterEach, beforeEach, expect, it } from 'vitest'
import { complaintOf, makeOffice, type Office } from './support'

let office: Office
beforeEach(async () => {
  office = await makeOffice()
})
afterEach(() => office.close())

it('tells what stands in a column as it was written, and counts it without regard to case', async () => {
  const opened = await office.open()
  const { records, lists } = opened.workingCopy
  for (const reason of ['ABS 泵漏水', 'abs 泵漏水', 'ABS 泵漏水', '噪声大']) {
    office.clock.advance(1000)
    await records.write(office.newRecord(complaintOf('示例 A 公司', reason), { act: 'submit' }))
  }
  const values = (column: string) => lists.values({ list: 'KHTS-BD-001' }, column, 9)
  expect(await values('reason')).toEqual([
    { value: 'ABS 泵漏水', count: 3 },
    { value: '噪声大', count: 1 },
  ])
  expect(await values('@title')).toEqual([{ value: '示例 A 公司', count: 4 }])
  expect((await values('@number')).map(({ value }) => value)).toContain('TS-2026-0001')
  expect(await values('@state')).toEqual([{ value: 'submitted', count: 4 }])
  opened.workingCopy.close()
})
