import { describe, expect, it } from 'vitest'
import { entryByCode } from '../../../../shared/catalogue'
import { dueState, duesOf } from '../../../../shared/forms/due'
import type { FormValues, RowValue } from '../../../../shared/forms/values'
import { shippedCalendar } from '../../../../shared/kernel/chinese-holidays'

const formOf = (code: string) => {
  const entry = entryByCode(code)
  if (!entry) throw new Error(`${code} is missing`)
  return entry.template
}
const valuesOf = (fields: FormValues['fields'], rows: FormValues['rows'] = {}): FormValues => ({
  fields,
  matrices: {},
  rows,
})
const row = (id: string, cells: RowValue['cells']): RowValue => ({ id, cells })

describe('what is due of a record', () => {
  it('is a deadline with a date, by its label', () => {
    expect(duesOf(formOf('KHTS-BD-001'), valuesOf({ promisedOn: '2026-11-30' }))).toEqual([
      { path: ['promisedOn'], label: '承诺办理期限', on: '2026-11-30', kind: 'deadline', done: false },
    ])
    expect(duesOf(formOf('KHTS-BD-001'), valuesOf({ on: '2026-11-20' }))).toEqual([])
    expect(duesOf(formOf('KHTS-BD-001'), valuesOf({ promisedOn: 'soon' }))).toEqual([])
  })

  it('is done with the day of completion', () => {
    const dues = duesOf(formOf('KHTS-BD-009'), valuesOf({ promisedOn: '2026-11-30', doneOn: '2026-12-02' }))
    expect(dues).toMatchObject([{ path: ['promisedOn'], done: true }])
  })

  it('goes on with the next service when this one is done', () => {
    const values = valuesOf({ doneAt: '2026-11-20T16:30', nextOn: '2026-12-10' })
    expect(duesOf(formOf('SHFW-BD-001'), values)).toEqual([
      { path: ['nextOn'], label: '下次服务日期', on: '2026-12-10', kind: 'next', done: false },
    ])
  })

  it('stands in rows, each with its customer and its own completion', () => {
    const plans = [
      row('a', { customer: { name: '示例客户甲' }, planTo: '2026-11-30', to: '2026-11-28' }),
      row('b', { customer: { name: '示例客户乙' }, planTo: '2026-12-05' }),
      row('c', { customer: { name: '示例客户丙' } }),
    ]
    const found = duesOf(formOf('KHGX-BD-001'), valuesOf({}, { plans }))
    expect(found).toMatchObject([
      { path: ['plans', 'a', 'planTo'], done: true, customer: { name: '示例客户甲' } },
      { path: ['plans', 'b', 'planTo'], done: false, label: '客户 第 2 行 计划完成日期' },
    ])
  })

  it('takes the day of a planned moment, and a tick for done', () => {
    const plans = [row('a', { customer: { name: '示例客户甲' }, at: '2026-12-01T09:30' })]
    expect(duesOf(formOf('KHGX-BD-008'), valuesOf({}, { plans }))).toMatchObject([
      { on: '2026-12-01', done: false },
    ])
    const cases = [
      row('a', { due: '2026-12-01', state: true }),
      row('b', { due: '2026-12-01', state: false }),
    ]
    const done = duesOf(formOf('KHGX-BD-005'), valuesOf({}, { cases })).map((due) => due.done)
    expect(done).toEqual([true, false])
  })

  it('is settled on a card by a later row', () => {
    const repairs = [
      row('a', { on: '2026-03-01', nextOn: '2026-06-01' }),
      row('b', { on: '2026-06-03', nextOn: '2026-09-01' }),
    ]
    const done = duesOf(formOf('KHXX-BD-021'), valuesOf({}, { repairs })).map((due) => due.done)
    expect(done).toEqual([true, false])
  })

  it('is due on the last day of a month where only the month is said', () => {
    const form = formOf('KHTS-BD-001')
    const fields = form.fields.map((field) =>
      field.key === 'promisedOn' ? { ...field, type: { type: 'month' } as const } : field,
    )
    const days = ['2026-12', '2028-02', '2026'].map(
      (promisedOn) => duesOf({ ...form, fields }, valuesOf({ promisedOn }))[0]?.on,
    )
    expect(days).toEqual(['2026-12-31', '2028-02-29', undefined])
  })
})

describe('how it stands', () => {
  const state = (on: string, today: string) => dueState(on, today, shippedCalendar())

  it('is soon within three working days, 调休 counted', () => {
    // 2026: 春节 is off from 15 to 23 February; Saturday the 14th and the 28th are worked.
    expect(state('2026-02-13', '2026-02-13')).toEqual({ state: 'today', workdays: 0, known: true })
    expect(state('2026-02-25', '2026-02-13')).toEqual({ state: 'soon', workdays: 3, known: true })
    expect(state('2026-02-26', '2026-02-13')).toEqual({ state: 'later', workdays: 4, known: true })
  })

  it('is overdue from the next day on, by as many working days', () => {
    expect(state('2026-02-14', '2026-02-15')).toEqual({ state: 'overdue', workdays: 0, known: true })
    expect(state('2026-02-14', '2026-02-25')).toEqual({ state: 'overdue', workdays: 2, known: true })
  })

  it('says where the government’s calendar does not reach', () => {
    expect(state('2099-01-05', '2026-12-30')).toMatchObject({ state: 'later', known: false })
  })

  it('does not take what is no day', () => {
    expect(() => state('soon', '2026-02-13')).toThrow('no days')
  })
})
