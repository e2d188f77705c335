import { describe, expect, it } from 'vitest'
import { catalogue, entryByCode } from '../../../../shared/catalogue'
import { followedForms, nextForms } from '../../../../shared/catalogue/next-forms'
import { findField } from '../../../../shared/forms'
import { takeOver } from '../../../../shared/forms/take-over'
import { emptyValues, type FormValues } from '../../../../shared/forms/values'
import { isWellFormed } from '../../../../shared/forms/values/input'

const entry = (code: string) => {
  const found = entryByCode(code)
  if (!found) throw new Error(code)
  return found
}
const take = (from: string, to: string, values = entry(from).sample, row?: { rows: string; id: string }) =>
  takeOver(entry(from).template, values, entry(to).template, {
    rowId: (place) => `n${place}`,
    ...(row ? { row } : {}),
  })

const complaint: FormValues = {
  ...emptyValues,
  fields: {
    no: 'TS-2026-0012',
    on: '2026-11-21',
    customer: { id: 'c1', name: '示例甲公司' },
    kind: ['商品'],
    address: '示例市示例路 8 号',
    phone: '138 0000 0000',
    reason: '送修后第三天再次不制冷',
    demand: '换货',
    decision: '受理',
    promisedOn: '2026-11-26',
    note: '电话里态度很急',
    preparedBy: { id: 'p1', name: '示例员工甲' },
  },
}

/** Field values of a form by meaning. */
const byMeaning = (code: string, values: FormValues) =>
  Object.fromEntries(
    entry(code).template.fields.flatMap(({ key, meaning }) =>
      meaning === undefined || values.fields[key] === undefined ? [] : [[meaning, values.fields[key]]],
    ),
  )

describe('what the next form takes over', () => {
  it('is customer, matter and deadline for the handling of a complaint, with the number of the complaint', () => {
    const taken = byMeaning('KHTS-BD-006', take('KHTS-BD-001', 'KHTS-BD-006', complaint))
    expect(taken).toMatchObject({
      'complaint.number': 'TS-2026-0012',
      'customer.phone': '138 0000 0000',
      'customer.address': '示例市示例路 8 号',
      'complaint.demand': '换货',
    })
    expect(taken['customer.name']).toBeDefined()
  })

  it('is never number, date, author or remark of the sheet before', () => {
    for (const code of nextForms('KHTS-BD-001')) {
      const taken = byMeaning(code, take('KHTS-BD-001', code, complaint))
      for (const own of ['record.number', 'record.on', 'record.preparedBy', 'record.note'])
        expect(taken).not.toHaveProperty([own])
    }
  })

  it('leaves fields that begin with a value of their own alone', () => {
    for (const { template } of catalogue) {
      const taken = takeOver(entry('KHTS-BD-001').template, complaint, template, { rowId: String })
      const first = template.fields.filter(({ initial }) => initial !== undefined).map(({ key }) => key)
      expect(Object.keys(taken.fields).filter((key) => first.includes(key))).toEqual([])
    }
  })

  it('is the first row of a list of investigations', () => {
    const taken = take('KHTS-BD-001', 'KHTS-BD-003', complaint)
    const [rows] = Object.values(taken.rows)
    expect(rows).toHaveLength(1)
    expect(rows?.[0]?.id).toBe('n1')
    expect(Object.values(rows?.[0]?.cells ?? {})).toContain('送修后第三天再次不制冷')
  })

  it('is the row in question of a plan of visits, and nothing of its other rows', () => {
    const plan = entry('KHKF-BD-006')
    const [key, rows] = Object.entries(plan.sample.rows)[0] ?? []
    const [first, second] = rows ?? []
    if (key === undefined || !first || !second) throw new Error('the sample has too few rows')
    const name = plan.template.fields
      .flatMap(({ type }) => (type.type === 'rows' ? type.columns : []))
      .find(({ meaning }) => meaning === 'customer.name')?.key
    const taken = take('KHKF-BD-006', 'KHGX-BD-010', plan.sample, { rows: key, id: second.id })
    const customer = byMeaning('KHGX-BD-010', taken)['customer.name']
    expect(JSON.stringify(customer)).toContain(nameOf(second.cells[name ?? '']))
    expect(byMeaning('KHGX-BD-010', take('KHKF-BD-006', 'KHGX-BD-010'))).not.toHaveProperty(['customer.name'])
  })

  it('goes row by row from list to list', () => {
    const reasons = (code: string, values: FormValues) =>
      entry(code).template.fields.flatMap(({ key, type }) => {
        const column =
          type.type === 'rows' && type.columns.find(({ meaning }) => meaning === 'complaint.reason')
        return column ? (values.rows[key] ?? []).map(({ cells }) => cells[column.key]) : []
      })
    const before = reasons('KHTS-BD-004', entry('KHTS-BD-004').sample)
    expect(before.length).toBeGreaterThan(1)
    const taken = reasons('KHTS-BD-010', take('KHTS-BD-004', 'KHTS-BD-010'))
    expect(taken).toEqual(before.slice(0, taken.length))
    expect(taken.length).toBeGreaterThan(1)
  })

  it('can stand in its field, from any form to any that usually follows', () => {
    let checked = 0
    for (const code of followedForms) {
      for (const to of nextForms(code)) {
        const taken = take(code, to)
        const { template } = entry(to)
        for (const [key, value] of Object.entries(taken.fields)) {
          const field = findField(template, [key])
          if (!field || typeof value !== 'string') continue
          expect([to, key, value, isWellFormed(field, value)]).toEqual([to, key, value, true])
          checked++
        }
        for (const [rows, list] of Object.entries(taken.rows)) {
          const max = template.fields.find(({ key }) => key === rows)?.type
          expect(max?.type === 'rows' && list.length <= max.max).toBe(true)
        }
      }
    }
    expect(checked).toBeGreaterThan(100)
  })
})

const nameOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : String(value)

describe('the forms that usually follow', () => {
  it('are forms of the catalogue, each once, and never the form itself', () => {
    const codes = new Set(catalogue.map(({ code }) => code))
    for (const code of followedForms) {
      const next = nextForms(code)
      expect(codes.has(code)).toBe(true)
      expect(next.filter((each) => !codes.has(each) || each === code)).toEqual([])
      expect(new Set(next).size).toBe(next.length)
    }
    expect(nextForms('XX-BD-001')).toEqual([])
  })

  it('lead from a complaint to investigation, handling, notice and report', () => {
    const reached = new Set(['KHTS-BD-001'])
    for (const code of reached) for (const next of nextForms(code)) reached.add(next)
    for (const code of ['KHTS-BD-003', 'KHTS-BD-006', 'KHTS-BD-009', 'KHTS-BD-008'])
      expect(reached).toContain(code)
  })

  it('take the customer over wherever both sheets name one', () => {
    const customerOf = (code: string) =>
      entry(code).template.fields.find(({ meaning }) => meaning === 'customer.name')?.key
    let both = 0
    for (const code of followedForms) {
      const key = customerOf(code)
      const customer = key === undefined ? undefined : entry(code).sample.fields[key]
      if (customer === undefined) continue
      for (const to of nextForms(code)) {
        const there = customerOf(to)
        if (there === undefined) continue
        expect([code, to, nameOf(take(code, to).fields[there])]).toEqual([code, to, nameOf(customer)])
        both++
      }
    }
    expect(both).toBeGreaterThan(40)
  })
})
