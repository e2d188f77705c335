import { expect, it } from 'vitest'
import { catalogue } from '../../../../shared/catalogue'
import { pathKey } from '../../../../shared/forms/field'
import { isRows } from '../../../../shared/forms/field-types'
import { validateValues } from '../../../../shared/forms/values/validate'
import { makeCustomers } from '../../../../node/demo/customers'
import { fillForm } from '../../../../node/demo/fill'
import { likelyNames } from '../../../../node/demo/names'
import { phrasesOfSamples } from '../../../../node/demo/phrases'
import { seededDice } from '../../../../node/demo/random'

const staff = [
  { id: 's1', name: '示例员工甲' },
  { id: 's2', name: '示例员工乙' },
]
const customers = makeCustomers(
  seededDice('fill'),
  30,
  Date.UTC(2022, 0, 5),
  Date.UTC(2022, 1, 5),
  staff,
  likelyNames,
)
const phrases = phrasesOfSamples()
const DAYS = ['2022-01-31', '2023-03-31', '2024-02-29', '2025-10-08', '2026-11-20'] as const

it.each(catalogue.map(({ code }, at) => [code, at] as const))(
  'fills %s so that nothing is refused',
  (code, at) => {
    const entry = catalogue[at]
    if (entry?.code !== code) throw new Error(code)
    const filled = DAYS.flatMap((day, i) =>
      ['one', 'two'].map((name) => {
        const dice = seededDice(`${code} ${String(i)} ${name}`)
        const anyCustomer = () => dice.pick(customers)
        const newId = () => `row-${dice.digits(12)}`
        const occasion = {
          dice,
          entry,
          day,
          customer: anyCustomer(),
          person: dice.pick(staff),
          staff,
          phrases,
          names: likelyNames,
        }
        return { day, values: fillForm({ ...occasion, anyCustomer, newId }) }
      }),
    )
    const problems = filled.flatMap(({ day, values }) =>
      validateValues(entry.template, values, { today: day })
        .filter(({ severity, problem }) => severity === 'refuse' || problem.kind.endsWith('Doubtful'))
        .map(({ path, problem }) => `${pathKey(path)} ${problem.kind}`),
    )
    expect(problems).toEqual([])
    const told = new Set(filled.map(({ values }) => JSON.stringify(values)))
    expect(told.size).toBe(filled.length)
    const customerFields = entry.template.fields.filter(({ type }) => type.type === 'customer')
    for (const { values } of filled) {
      for (const { key } of customerFields.filter(
        (field) => !isRows(field) && entry.sample.fields[field.key],
      )) {
        expect(customers.map(({ id }) => id)).toContain((values.fields[key] as { readonly id?: string }).id)
      }
    }
  },
)
