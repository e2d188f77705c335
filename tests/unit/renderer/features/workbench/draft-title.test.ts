import { describe, expect, it } from 'vitest'
import { draftTitle } from '../../../../../renderer/features/workbench/draft-title'
import type { Field } from '../../../../../shared/forms/field'
import type { Template } from '../../../../../shared/forms/template'
import type { FieldValue } from '../../../../../shared/forms/values'

const field = (key: string, type: 'text' | 'date' | 'customer', meaning?: Field['meaning']): Field => ({
  key,
  label: key,
  type: { type },
  required: false,
  max: 40,
  ...(meaning ? { meaning } : {}),
})
const template = {
  fields: [field('on', 'date'), field('reason', 'text'), field('who', 'customer', 'customer.name')],
} as unknown as Template
const title = (fields: Record<string, FieldValue>) => draftTitle(template, { fields, matrices: {}, rows: {} })

describe('the title of an unfinished form', () => {
  it('is the customer before anything else', () => {
    expect(title({ on: '2026-11-21', reason: '不制冷', who: { name: '示例客户乙' } })).toBe('示例客户乙')
  })

  it('is the first line that was typed when there is no customer yet', () => {
    expect(title({ on: '2026-11-21', reason: ' 不制冷\n第二行' })).toBe('不制冷')
  })

  it('is empty when nothing telling was typed, or the form is unknown', () => {
    expect(title({ on: '2026-11-21' })).toBe('')
    expect(draftTitle(undefined, { fields: { a: 'x' }, matrices: {}, rows: {} })).toBe('')
  })
})
