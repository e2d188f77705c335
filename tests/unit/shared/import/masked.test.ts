import { describe, expect, it } from 'vitest'
import type { FormValues } from '../../../../shared/forms/values'
import { customersTarget, type Entry } from '../../../../shared/import'
import { filledIn } from '../../../../shared/store/state-at'
import { history } from '../../../support/import/history'
import { entry, importInto, nextId, problems } from '../../../support/import/plan-into'

describe('a table that went out masked', () => {
  const byName = { key: 'name', whenThere: 'update' } as const
  const customer = (phone: string, more: FormValues['fields'] = {}) =>
    entry({ fields: { name: '示例甲', phone, ...more } })

  it('leaves numbers as they stand where it shows just those, and brings the rest in', () => {
    const journal = history()
    importInto(journal, customersTarget, [customer('13800001234')], byName)
    expect(problems(importInto(journal, customersTarget, [customer('138****1234')], byName, 'b2'))).toEqual([
      ['same'],
    ])
    const changed = customer('138****1234', { address: '示例路' })
    expect(problems(importInto(journal, customersTarget, [changed], byName, 'b3'))).toEqual([['update']])
    const [state] = journal.states('customer')
    expect(state && filledIn(state).fields).toMatchObject({ phone: '13800001234', address: '示例路' })
  })

  it('is refused where signs stand for digits that nobody knows', () => {
    const journal = history()
    importInto(journal, customersTarget, [customer('13800001234')], byName)
    const doesOf = (said: Entry, batch: string) =>
      importInto(journal, customersTarget, [said], byName, batch).planned.map(({ does, findings }) => [
        does,
        findings.some(({ problem }) => problem.problem === 'masked'),
      ])
    expect(doesOf(customer('138****9999'), 'b2')).toEqual([['refuse', true]])
    expect(doesOf(entry({ fields: { name: '示例乙', phone: '138****1234' } }), 'b3')).toEqual([
      ['refuse', true],
    ])
  })

  it('meets 明细行 by their place', () => {
    const journal = history()
    const contact = (mobile: string) =>
      entry({ fields: { name: '示例甲' }, rows: { contacts: [{ id: nextId(), cells: { mobile } }] } })
    importInto(journal, customersTarget, [contact('13800001234')], byName)
    const again = (mobile: string, batch: string) =>
      importInto(journal, customersTarget, [contact(mobile)], byName, batch).planned.map(({ does }) => does)
    expect(again('138****1234', 'b2')).toEqual(['same'])
    expect(again('138****9999', 'b3')).toEqual(['refuse'])
  })
})
