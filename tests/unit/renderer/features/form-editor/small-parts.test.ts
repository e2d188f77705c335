import { describe, expect, it } from 'vitest'
import { setValue } from '../../../../../shared/forms'
import type { Field } from '../../../../../shared/forms/field'
import { emptyValues } from '../../../../../shared/forms/values'
import { matchingPeople } from '../../../../../renderer/features/form-editor/match-people'
import { printOf } from '../../../../../renderer/features/form-editor/print-of'
import { typedLength } from '../../../../../renderer/features/form-editor/typed-length'
import { stillUnread } from '../../../../../renderer/features/form-editor/use-misreads'
import { drawSheet, sampleTemplate } from './sheet'

describe('people offered while a name is typed', () => {
  const person = (name: string, post = '', active = true) => ({
    id: name,
    name,
    post,
    active,
    hasPin: false,
  })
  const staff = [person('示例员工甲', '客服专员'), person('甲示例', '主管'), person('示例员工乙', '', false)]

  it('are the active staff, names that begin with it first', () => {
    expect(matchingPeople(staff, '').map(({ name }) => name)).toEqual(['示例员工甲', '甲示例'])
    expect(matchingPeople(staff, '甲').map(({ name }) => name)).toEqual(['甲示例', '示例员工甲'])
    expect(matchingPeople(staff, '客服').map(({ name }) => name)).toEqual(['示例员工甲'])
    expect(matchingPeople(staff, '乙')).toEqual([])
  })
})

describe('how long a text is', () => {
  const field = (type: 'text' | 'phone'): Field => ({
    key: 'f',
    label: '字段',
    type: { type },
    required: false,
    max: 10,
  })

  it('is counted in characters, and said only when the end is near', () => {
    expect(typedLength(field('text'), '𠮷'.repeat(8))).toEqual({ typed: 8, most: 10 })
    expect(typedLength(field('text'), '示例')).toBeNull()
    expect(typedLength(field('phone'), '13800000000')).toBeNull()
    expect(typedLength(field('text'), undefined)).toBeNull()
  })
})

describe('texts that were not understood', () => {
  it('are forgotten once their field has a value, or is gone', () => {
    const misread = { text: '后来', problem: { problem: 'notADate', typed: '后来' } } as const
    const misreads = new Map([
      ['on', misread],
      ['due', misread],
      ['items/9/sku', misread],
    ])
    const values = setValue(emptyValues, ['due'], '2026-11-21')
    expect([...stillUnread(misreads, drawSheet(values).stops, values).keys()]).toEqual(['on'])
  })
})

describe('what is printed of a record', () => {
  const template = sampleTemplate()

  it('is the filled sheet, named by its number and form', () => {
    const { job, suggestedName } = printOf(
      { template, values: emptyValues, state: 'submitted', corrections: 0, number: 'TS-2026-0001' },
      { firm: '示例电器有限公司' },
    )
    expect(suggestedName).toBe('TS-2026-0001 示例表.pdf')
    expect(job).toMatchObject({
      job: 'form',
      sheets: [{ mode: 'filled', letterhead: { firm: '示例电器有限公司' } }],
    })
    expect(JSON.stringify(job)).not.toContain('"stamp"')
  })

  it('says how often it was corrected, also when the case is closed; 办结 alone does not show on paper', () => {
    const stampOf = (state: 'submitted' | 'closed' | 'void', corrections: number) => {
      const { job } = printOf({ template, values: emptyValues, state, corrections, number: '' }, { firm: '' })
      return job.job === 'form' ? job.sheets[0]?.stamp : null
    }
    expect(stampOf('submitted', 2)).toBe('已更正 2 次')
    expect(stampOf('closed', 1)).toBe('已更正 1 次')
    expect(stampOf('closed', 0)).toBeUndefined()
    expect(stampOf('void', 3)).toBe('作废')
  })

  it('says 作废 across a void one', () => {
    const { job } = printOf(
      { template, values: emptyValues, state: 'void', corrections: 0, number: '' },
      { firm: '' },
    )
    expect(job).toMatchObject({ sheets: [{ stamp: '作废' }] })
  })
})
