import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { watch, type WorkingCopy } from '../../../../renderer/db'
import { shippedCalendar } from '../../../../shared/kernel/chinese-holidays'
import type { CalendarYear } from '../../../../shared/kernel/working-days'
import { makeOffice, type Office } from './support'

const year: CalendarYear = {
  year: 2031,
  holidays: [{ name: '元旦', from: '2031-01-01', to: '2031-01-03' }],
  makeUpWorkdays: [{ name: '元旦', day: '2031-01-05' }],
}
const me = { id: 'p1', name: '示例员工甲' }

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

const kindOf = async (day: string) => (await copy.calendar.current()).kindOf(day)
const written = () =>
  office.folder
    .folder()
    .ends()
    .reduce((sum, { seq }) => sum + seq, 0)

describe("the firm's calendar of working days", () => {
  it('is the one that the program brings along while the firm has none of its own', async () => {
    expect(await copy.calendar.current()).toBe(shippedCalendar())
    expect(await copy.calendar.own()).toEqual([])
  })

  it('[ST33] takes a year from a file, beside the name of the firm, and keeps it over a restart', async () => {
    await copy.firm.save({ name: '示例电器有限公司', department: '' })
    expect(await copy.calendar.save([year], me)).toMatchObject({ ok: true })
    expect(await kindOf('2031-01-02')).toEqual({ kind: 'holiday', name: '元旦', known: true })
    expect(await kindOf('2026-10-01')).toMatchObject({ kind: 'holiday' })
    copy.close()
    copy = (await office.restart()).workingCopy
    expect(await copy.calendar.own()).toEqual([year])
    expect(await copy.firm.get()).toMatchObject({ name: '示例电器有限公司' })
  })

  it('[ST33] goes back to the year of the program, and is written only when it changes', async () => {
    const newYear = { name: '元旦', from: '2026-01-01', to: '2026-01-01' }
    const other: CalendarYear = { year: 2026, holidays: [newYear], makeUpWorkdays: [] }
    await copy.calendar.save([year, other], me)
    const before = written()
    await copy.calendar.save([year, other], me)
    await copy.calendar.drop(2040)
    expect(written()).toBe(before)
    expect(await kindOf('2026-10-01')).toMatchObject({ kind: 'workday' })
    await copy.calendar.drop(2026, me)
    expect(await kindOf('2026-10-01')).toMatchObject({ kind: 'holiday' })
    expect(await copy.calendar.own()).toEqual([year])
    expect(written()).toBe(before + 1)
  })

  it('tells those who watch it', async () => {
    const reaches: (string | null)[] = []
    const stop = watch(copy.calendar.current, ({ reachesTo }) => reaches.push(reachesTo))
    await expect.poll(() => reaches).toEqual([shippedCalendar().reachesTo])
    const next = Number(shippedCalendar().reachesTo?.slice(0, 4)) + 1
    const from = `${next}-01-01`
    await copy.calendar.save([
      { year: next, holidays: [{ name: '元旦', from, to: from }], makeUpWorkdays: [] },
    ])
    await expect.poll(() => reaches.at(-1)).toBe(`${next}-12-31`)
    stop()
  })

  it('stays as it was when the change cannot be written', async () => {
    office.folder.failNext('journal:append')
    expect(await copy.calendar.save([year], me)).toMatchObject({ ok: false, error: { type: 'DiskFull' } })
    expect(await copy.calendar.own()).toEqual([])
  })
})
