import { describe, expect, it } from 'vitest'
import { summarise } from '../../../../renderer/db/project-record'
import { entryByCode } from '../../../../shared/catalogue'
import { emptyValues } from '../../../../shared/forms/values'

describe('what a list knows of a record', () => {
  it('is found by the initials and the pinyin of its customer, a surname in its own reading', () => {
    const template = entryByCode('KHTS-BD-001')?.template
    const fields = { customer: { name: '单小明' } }
    const { words, cells } = summarise(template, { ...emptyValues, fields }, 'TS-2026-0001')
    for (const word of ['sxm', 'dxm', 'shanxiaoming', 'danxiaoming']) expect(words).toContain(word)
    expect(cells).toEqual({ no: 'TS-2026-0001', customer: '单小明' })
  })
})
