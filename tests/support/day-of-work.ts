import fc from 'fast-check'
import type { WorkingCopy } from '../../renderer/db'
import { entryByCode, type CatalogueEntry } from '../../shared/catalogue'
import type { Template } from '../../shared/forms/template'
import { emptyValues, type FormValues, type PersonRef } from '../../shared/forms/values'
import { complaintOf, type Office } from '../unit/renderer/db/support'

const entryOf = (code: string): CatalogueEntry => {
  const entry = entryByCode(code)
  if (!entry) throw new Error(code)
  return entry
}
export const complaint = entryOf('KHTS-BD-001')
/** 客户资料卡: a view of its customer that writes through. */
export const card = entryOf('KHXX-BD-001')

const NAMES = ['示例甲公司', '示例乙公司', '示例丙公司']
export const REASONS = ['漏水', '噪声大', '漏水 又漏']
export const DAYS = ['2026-11-20', '2026-11-21', '2027-01-04']
export const LIMITS = ['50000', '0.1', '1000000.25']
const PHONES = ['010-65550001', '13800000001']
export const PEOPLE: readonly PersonRef[] = [
  { id: 'p1', name: '示例员工甲' },
  { id: 'p2', name: '示例员工乙' },
]

/** One thing that a person does; the numbers choose among what is there, and what is not possible does nothing. */
export const step = fc.record({
  act: fc.constantFrom(
    ...(['save', 'submit', 'edit', 'close', 'reopen', 'void', 'restore', 'setBack'] as const),
    ...(['customer', 'rename', 'merge', 'undoMerge', 'closeAccount', 'reopenAccount'] as const),
    ...(['card', 'editCard', 'name', 'customer', 'submit', 'edit', 'name', 'merge'] as const),
  ),
  a: fc.nat(20),
  b: fc.nat(20),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const chosen = <T>(all: readonly T[], n: number): T | undefined => all[n % Math.max(1, all.length)]

const withFields = (values: FormValues, fields: FormValues['fields']): FormValues => ({
  ...values,
  fields: { ...values.fields, ...fields },
})

type Act = Parameters<WorkingCopy['records']['write']>[0]['act']

/** The day's work of two people on one computer. */
export class DayOfWork {
  readonly records: string[] = []
  readonly customers: string[] = []
  #person = PEOPLE[0]

  constructor(
    private readonly office: Office,
    private readonly copy: WorkingCopy,
  ) {}

  async do({ act, a, b }: Step): Promise<void> {
    this.office.clock.advance(1000)
    this.#person = chosen(PEOPLE, a + b)
    const { records, customers } = this.copy
    const person = this.#person
    const id = chosen(this.records, a) ?? ''
    const customer = chosen(this.customers, a) ?? ''
    const [reason = '', on = ''] = [chosen(REASONS, b), chosen(DAYS, a)]
    const [name = '', phone = '', creditLimit = ''] = [chosen(NAMES, b), chosen(PHONES, a), chosen(LIMITS, b)]
    switch (act) {
      case 'save':
      case 'submit': {
        const values = withFields(complaintOf(chosen(NAMES, a) ?? '', reason), { on })
        await this.#begin(complaint.template, values, act)
        return
      }
      case 'card': {
        const named = (await this.#named(customer)) ?? { name }
        const values = withFields(emptyValues, { customer: named, kind: '企业', phone, creditLimit, on })
        const made = await this.#begin(card.template, values, 'submit')
        const [link = ''] = (await records.get(made))?.row.customers ?? []
        if (link !== '' && !this.customers.includes(link)) this.customers.push(link)
        return
      }
      case 'edit':
        await this.#write(id, { act: 'save' }, complaint.code, { reason, customer: { name }, on })
        return
      case 'name': {
        const named = await this.#named(chosen(this.customers, b) ?? '')
        if (named) await this.#write(id, { act: 'save' }, complaint.code, { customer: named })
        return
      }
      case 'editCard':
        await this.#write(id, { act: 'save' }, card.code, { creditLimit, phone })
        return
      case 'close':
      case 'reopen':
        await this.#write(id, { act })
        return
      case 'void':
        await this.#write(id, { act, reason: '重复' })
        return
      case 'restore':
        await records.restore(id, person)
        return
      case 'setBack': {
        const moment = chosen(await records.history(id), b)
        if (moment)
          await records.setBack(id, { dot: moment.dot, what: { part: 'all' }, reason: '写错' }, person)
        return
      }
      case 'customer': {
        const made = await customers.create(withFields(emptyValues, { name, phone }), person)
        if (made.ok) this.customers.push(made.value.id)
        return
      }
      case 'rename': {
        const view = await customers.get(customer)
        if (!view) return
        const base = view.customer.values
        const values = withFields(base, { name: `${view.customer.name}新` })
        await customers.save({ id: customer, base, values, seen: view.seen, ...(person ? { person } : {}) })
        return
      }
      case 'merge': {
        const into = chosen(this.customers, b) ?? ''
        const view = await customers.get(into)
        if (!view || into === customer) return
        const base = view.customer.values
        const values = withFields(base, { phone })
        await customers.merge({
          into,
          from: [customer],
          base,
          values,
          seen: view.seen,
          ...(person ? { person } : {}),
        })
        return
      }
      case 'undoMerge':
        await customers.undoMerge(customer, person)
        return
      case 'closeAccount':
        if (customer !== '') await customers.closeAccount(customer, '迁走', person)
        return
      case 'reopenAccount':
        if (customer !== '') await customers.reopenAccount(customer, person)
    }
  }

  /** A link to a customer, as choosing it in a form makes it. */
  async #named(id: string): Promise<PersonRef | undefined> {
    const customer = await this.copy.customers.survivor(id)
    return customer && { id: customer.id, name: customer.name }
  }

  async #begin(template: Template, values: FormValues, act: 'save' | 'submit'): Promise<string> {
    const hash = (template.code === card.code ? card : complaint).hash
    const write = { ...this.office.newRecord(values, { act }), template, templateHash: hash }
    await this.copy.records.write({ ...write, ...(this.#person ? { person: this.#person } : {}) })
    this.records.push(write.id)
    return write.id
  }

  /** What a person may do to a record as it stands; `code`: only to records of this form. */
  async #write(id: string, act: Act, code?: string, fields: FormValues['fields'] = {}): Promise<void> {
    const view = await this.copy.records.get(id)
    if (!view?.template || (code !== undefined && view.template.code !== code)) return
    const life = view.row.state
    if (
      act.act === 'close' ? life !== 'submitted' : act.act === 'reopen' ? life !== 'closed' : life === 'void'
    )
      return
    if (act.act === 'save' && life === 'closed') return
    await this.copy.records.write({
      id,
      template: view.template,
      templateHash: view.row.templateHash,
      base: view.values,
      values: withFields(view.values, fields),
      seen: view.seen,
      act,
      correction: '写错',
      ...(view.master ? { master: view.master } : {}),
      ...(this.#person ? { person: this.#person } : {}),
    })
  }
}
