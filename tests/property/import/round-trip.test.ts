import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { catalogue } from '../../../shared/catalogue'
import { valuesToJson } from '../../../shared/forms'
import type { Template } from '../../../shared/forms/template'
import type { FormValues } from '../../../shared/forms/values'
import { isEmptyRow } from '../../../shared/forms/values/access'
import { withoutDerived } from '../../../shared/forms/values/derived'
import { recordsTarget } from '../../../shared/import'
import { readBack, written, type Carrier } from '../../support/import/round-trip'

/** Vitest runs each file in a process of its own: its time zone is this test's. */
const before = process.env['TZ']
afterAll(() => {
  if (before === undefined) delete process.env['TZ']
  else process.env['TZ'] = before
})

/** What is written of a record, its empty lines left out. */
const plain = (template: Template, values: FormValues) => {
  const rows = Object.entries(values.rows).map(([key, all]) => [key, all.filter((row) => !isEmptyRow(row))])
  return valuesToJson(
    template,
    withoutDerived(template, { ...values, rows: Object.fromEntries(rows) as FormValues['rows'] }),
  )
}

describe.each([
  ['Asia/Shanghai', -480],
  ['America/New_York', 300],
] as const)('in %s', (zone, offset) => {
  beforeAll(() => {
    process.env['TZ'] = zone
    expect(new Date(2026, 0, 5).getTimezoneOffset()).toBe(offset)
  })

  it.each(['xlsx', 'csv'] as const)(
    'every form’s sample, written twice into a register, is read back from %s as it was',
    async (carrier: Carrier) => {
      for (const { template, sample } of catalogue) {
        const target = recordsTarget(template)
        const number = template.fields.some(({ type }) => type.type === 'serial') ? '=TS-2026-0001' : ''
        const bytes = await written(
          target,
          [
            { values: sample, number },
            { values: sample, number: '' },
          ],
          carrier,
        )
        const entries = await readBack(target, bytes)
        expect({ code: template.code, findings: entries.flatMap(({ findings }) => findings) }).toEqual({
          code: template.code,
          findings: [],
        })
        expect(
          entries.map(({ values }) => plain(template, values)),
          template.code,
        ).toEqual([plain(template, sample), plain(template, sample)])
        expect(entries[0]?.number, template.code).toBe(number)
      }
    },
    120_000,
  )
})
