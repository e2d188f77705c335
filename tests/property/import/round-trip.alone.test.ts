import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { catalogue } from '../../../shared/catalogue'
import { recordsTarget } from '../../../shared/import'
import { plainOfRecord, readBack, written, type Carrier } from '../../support/import/round-trip'

/** The process is this file's alone, and so is its time zone. */
const before = process.env['TZ']
afterAll(() => {
  if (before === undefined) delete process.env['TZ']
  else process.env['TZ'] = before
})

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
          entries.map(({ values }) => plainOfRecord(template, values)),
          template.code,
        ).toEqual([plainOfRecord(template, sample), plainOfRecord(template, sample)])
        expect(entries[0]?.number, template.code).toBe(number)
      }
    },
    120_000,
  )
})
