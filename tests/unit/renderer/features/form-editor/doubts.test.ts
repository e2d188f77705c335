import { expect, it } from 'vitest'
import { entryByCode } from '../../../../../shared/catalogue'
import { setValue } from '../../../../../shared/forms'
import { emptyValues } from '../../../../../shared/forms/values'
import { layoutForm } from '../../../../../shared/print'
import { doubtLines } from '../../../../../renderer/features/form-editor/problem-lines'
import { stopsOf } from '../../../../../renderer/features/form-editor/stops'
import { startLanguage } from '../../../../../renderer/i18n'

startLanguage('zh-CN')

it('a phone number that cannot be right is doubted at its field, what is missing or against a rule is not', () => {
  const template = entryByCode('KHTS-BD-001')?.template
  if (!template) throw new Error('no such form')
  const layout = layoutForm({ template, values: emptyValues, letterhead: { firm: '' }, mode: 'filled' })
  const stops = stopsOf(layout, template, emptyValues)
  const withPhone = (phone: string) => setValue(emptyValues, ['phone'], phone)
  expect(doubtLines(template, withPhone('138000'), stops)).toMatchObject([
    { stopKey: 'phone', severity: 'warn', label: '电话', text: '不像电话号码，请核对' },
  ])
  expect(doubtLines(template, withPhone('13800000000'), stops)).toEqual([])
  expect(doubtLines(template, emptyValues, stops)).toEqual([])
})
