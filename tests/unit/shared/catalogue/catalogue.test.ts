import { describe, expect, it } from 'vitest'
import { catalogue, entryByCode } from '../../../../shared/catalogue'
import { checkCatalogue } from '../../../../shared/catalogue/check'
import { checkSource, parseHead, templateHash, validateValues, valuesToJson } from '../../../../shared/forms'
import { checkSheet } from '../../../../shared/print/check/check-sheet'

describe('the catalogue', () => {
  it('holds the forms of the books, and what they share means the same in all', () => {
    expect(checkCatalogue(catalogue.map(({ template }) => template))).toEqual([])
    expect(entryByCode('KHTS-BD-001')?.template.title).toBe('客户投诉登记表')
    expect(entryByCode('KHTS-BD-099')).toBeUndefined()
  })

  it.each(catalogue.map((entry) => [entry.code, entry] as const))(
    '%s has the same head whether it is read alone or with the rest',
    (_, { source, template }) => {
      expect(template).toMatchObject(parseHead(source))
    },
  )

  it.each(catalogue.map((entry) => [entry.code, entry] as const))(
    '%s passes the checker',
    (_, { source, template, hash }) => {
      expect(checkSource(source)).toEqual({ ok: true, value: template })
      expect(hash).toBe(templateHash(template))
      expect(hash).toMatch(/^[0-9a-f]{64}$/)
    },
  )

  it.each(catalogue.map((entry) => [entry.code, entry] as const))(
    '%s lies on its paper as it should, blank, with its sample, and filled to the brim',
    (_, { template, sample }) => {
      expect(checkSheet(template, sample)).toEqual([])
    },
  )

  it.each(catalogue.map((entry) => [entry.code, entry] as const))(
    '%s has a sample without a doubt, of invented people',
    (_, entry) => {
      expect(validateValues(entry.template, entry.sample, { today: '2026-11-21' })).toEqual([])
      const text = JSON.stringify(valuesToJson(entry.template, entry.sample))
      expect(text).toContain('示例')
    },
  )

  it.each(catalogue.map((entry) => [entry.code, entry] as const))(
    '%s fills most of its fields in the sample',
    (_, { template, sample }) => {
      const ink = template.fields.filter(({ type }) => type.type === 'signature' || type.type === 'seal')
      const filled = new Set([
        ...Object.keys(sample.fields),
        ...Object.keys(sample.matrices),
        ...Object.keys(sample.rows),
      ])
      expect(filled.size).toBeGreaterThanOrEqual((template.fields.length - ink.length) * 0.85)
    },
  )
})
