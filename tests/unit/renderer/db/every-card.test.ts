import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '../../../../shared/catalogue'
import { customerField, isCard } from '../../../../shared/customers/by-meaning'
import { fieldOfMeaning } from '../../../../shared/customers/fields'
import { isRows } from '../../../../shared/forms/field-types'
import { emptyValues, type FieldValue } from '../../../../shared/forms/values'
import { convertValue } from '../../../../shared/forms/values/convert'
import { uuidv7 } from '../../../../shared/kernel/ids'
import type { RecordWrite, WorkingCopy } from '../../../../renderer/db'
import { makeOffice, type Office } from './support'

const cards = catalogue.filter(({ template }) => isCard(template))

let office: Office
let copy: WorkingCopy
beforeEach(async () => {
  office = await makeOffice()
  copy = (await office.open({ catalogue: cards })).workingCopy
})
afterEach(async () => {
  copy.close()
  await office.close()
})

describe('[ST41] the cards that write through', () => {
  it('are 客户资料卡, 法人 and 自然人客户信息资料表, 大客户档案表', () => {
    expect(cards.map(({ head }) => head.name).sort()).toEqual(
      ['客户资料卡', '法人客户信息资料表', '自然人客户信息资料表', '大客户档案表'].sort(),
    )
  })

  it.each(cards.map((entry) => [entry.head.name, entry] as const))(
    '%s writes all that it shares into the master, shows what is changed there, and writes what is changed on it',
    async (_name, { template, hash, sample }) => {
      const id = uuidv7(office.clock, office.random)
      const write = async (what: Pick<RecordWrite, 'base' | 'values' | 'seen' | 'act' | 'master'>) => {
        office.clock.advance(1000)
        expect(await copy.records.write({ id, template, templateHash: hash, ...what })).toMatchObject({
          ok: true,
        })
      }
      const opened = async () => {
        const view = await copy.records.get(id)
        if (!view) throw new Error('no record')
        return view
      }
      const master = async () => {
        const view = await copy.customers.get((await opened()).row.customers[0] ?? '')
        if (!view) throw new Error('no customer')
        return view
      }
      await write({ base: emptyValues, values: sample, seen: {}, act: { act: 'submit' } })

      const shared = template.fields.flatMap((field) => {
        const of = isRows(field) ? undefined : fieldOfMeaning(field.meaning)
        const value = of && of.key !== 'code' ? convertValue(sample.fields[field.key], of) : null
        return of && value !== null ? [{ field, of, value }] : []
      })
      expect(shared.length).toBeGreaterThan(3)
      const written = (await master()).customer.values.fields
      for (const { of, value } of shared)
        if (of.key !== 'name') expect([of.key, written[of.key]]).toEqual([of.key, value])
      const named = customerField(template)
      const name = named && sample.fields[named.key]
      expect(written['name']).toBe(typeof name === 'object' && 'name' in name ? name.name : '')

      // Plain texts can hold anything: each is changed on one side and looked at on the other.
      const texts = shared.filter(({ field, of }) => field.type.type === 'text' && of.type.type === 'text')
      expect(texts.length).toBeGreaterThan(0)
      const changed = (sign: string, key: (each: (typeof texts)[number]) => string) =>
        Object.fromEntries(texts.map((each): [string, FieldValue] => [key(each), `${sign}${each.of.key}`]))
      const { customer, seen } = await master()
      const there = changed('甲', ({ of }) => of.key)
      office.clock.advance(1000)
      const values = { ...customer.values, fields: { ...customer.values.fields, ...there } }
      await copy.customers.save({ id: customer.id, base: customer.values, values, seen })
      const view = await opened()
      expect(view.values.fields).toMatchObject(changed('甲', ({ field }) => field.key))

      const here = changed('乙', ({ field }) => field.key)
      await write({
        base: view.values,
        values: { ...view.values, fields: { ...view.values.fields, ...here } },
        seen: view.seen,
        act: { act: 'save' },
        ...(view.master ? { master: view.master } : {}),
      })
      expect((await master()).customer.values.fields).toMatchObject(changed('乙', ({ of }) => of.key))
    },
  )
})
