import { describe, expect, it } from 'vitest'
import { blankJob, fieldCount, pagesOf } from '../../../../../renderer/features/forms-library/print-blank'
import { printedSample, sampleSheet } from '../../../../../renderer/features/forms-library/sample-sheet'
import { entryByCode } from '../../../../../shared/catalogue'
import { emptyValues } from '../../../../../shared/forms/values'
import { parseCall } from '../../../../../shared/ipc/schema'
import { libraryForm } from './forms'

const one = libraryForm('KHXX-BD-001', '客户资料卡', '客户信息')
const two = libraryForm('KHTS-BD-001', '客户投诉登记表一', '客户投诉', '备注', 2)
const letterhead = { firm: '示例电器有限公司' }

describe('a job of blank forms', () => {
  it('has one sheet a form, with the copies that are wanted of each', () => {
    const job = blankJob(
      [
        { form: one, copies: 1 },
        { form: two, copies: 30 },
      ],
      letterhead,
    )
    expect(job).toEqual({
      job: 'form',
      sheets: [
        { template: one.template, values: emptyValues, letterhead, mode: 'blank' },
        { template: two.template, values: emptyValues, letterhead, mode: 'blank', copies: 30 },
      ],
    })
    expect(parseCall('pdf:bytes', job).ok).toBe(true)
  })

  it('counts its pages', () => {
    expect(pagesOf([])).toBe(0)
    expect(
      pagesOf([
        { form: one, copies: 3 },
        { form: two, copies: 4 },
      ]),
    ).toBe(11)
  })
})

describe('a sample', () => {
  it('says on paper that it is one, and not on the screen', () => {
    expect(sampleSheet(one, letterhead)).toMatchObject({ mode: 'filled', values: one.sample })
    expect(sampleSheet(one, letterhead)).not.toHaveProperty('stamp')
    expect(printedSample(one, letterhead)).toMatchObject({ mode: 'filled', stamp: '样例' })
  })
})

describe('the fields of a form', () => {
  it('count the columns of rows once', () => {
    const card = entryByCode('KHXX-BD-001')?.template
    if (!card) throw new Error('no such form')
    const rows = card.fields.flatMap(({ type }) => (type.type === 'rows' ? [type.columns.length] : []))
    expect(rows.length).toBeGreaterThan(0)
    expect(fieldCount(card)).toBe(card.fields.length - rows.length + rows.reduce((sum, n) => sum + n, 0))
  })
})
