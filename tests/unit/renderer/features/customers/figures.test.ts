import { describe, expect, it } from 'vitest'
import { catalogue, entryByCode } from '../../../../../shared/catalogue'
import { amountColumn, isAbout, lastDay, perYear } from '../../../../../renderer/features/customers/figures'
import { byMonth } from '../../../../../renderer/features/customers/timeline'
import type { RecordRow } from '../../../../../renderer/db'

const templateOf = (code: string) => {
  const entry = entryByCode(code)
  if (!entry) throw new Error(code)
  return entry.template
}

describe('a customer’s figures', () => {
  const days = [
    { value: '2025-03-01', count: 2 },
    { value: '2026-12-01', count: 1 },
    { value: '2026-01-05', count: 3 },
  ]

  it('count sheets per year, the latest first', () => {
    expect(perYear(days)).toEqual([
      { year: '2026', count: 4 },
      { year: '2025', count: 2 },
    ])
  })

  it('name as the last contact the latest day that is not yet to come', () => {
    expect(lastDay(days, '2026-11-22')).toBe('2026-01-05')
    expect(lastDay([], '2026-11-22')).toBe('')
  })

  it('take one sheet about one complaint, visit or service, not tables over several', () => {
    expect(isAbout(templateOf('KHTS-BD-001'), 'complaint')).toBe(true)
    expect(isAbout(templateOf('KHTS-BD-010'), 'complaint')).toBe(false)
    expect(isAbout(templateOf('KHGX-BD-010'), 'visit')).toBe(true)
    expect(isAbout(templateOf('SHFW-BD-004'), 'service')).toBe(true)
    expect(isAbout(templateOf('SHFW-BD-006'), 'service')).toBe(false)
  })

  it('add up the deals of lists that name one customer, and no other money of the same meaning', () => {
    const adding = catalogue.filter(({ template }) => amountColumn(template) !== undefined)
    expect(adding.map(({ head }) => [head.code, head.name])).toEqual([['KHGL-BD-003', '客户销售记录表']])
    expect(amountColumn(templateOf('KHGL-BD-003'))).toBe('["sales","*","amount"]')
    const others = {
      'KHTS-BD-006': 'what a complaint is about',
      'KHKF-BD-005': 'what a plan expects',
      'KHZX-BD-003': 'what a credit report says of a year',
      'KHXX-BD-001': 'a card of the customer',
      'KHXX-BD-004': 'figures over many customers',
      'KHGL-BD-002': 'a list with a customer in each line',
    }
    for (const code of Object.keys(others)) expect(amountColumn(templateOf(code)), code).toBeUndefined()
  })
})

describe('the time line', () => {
  it('puts sheets of one month together and those without a day at the end', () => {
    const rows = ['2026-02-03', '2026-02-01', '2026-01-31', ''].map((on) => ({ on }) as RecordRow)
    expect(byMonth(rows).map(({ month, rows: sheets }) => [month, sheets.length])).toEqual([
      ['2026-02', 2],
      ['2026-01', 1],
      ['', 1],
    ])
  })
})
