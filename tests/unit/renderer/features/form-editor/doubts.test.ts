import i18next from 'i18next'
import { expect, it } from 'vitest'
import { entryByCode } from '../../../../../shared/catalogue'
import { setValue, validateValues } from '../../../../../shared/forms'
import { emptyValues } from '../../../../../shared/forms/values'
import { layouter } from '../../../../../shared/print'
import {
  doubtfulPart,
  doubtLines,
  problemLines,
} from '../../../../../renderer/features/form-editor/problem-lines'
import { stopsOf } from '../../../../../renderer/features/form-editor/stops'
import { startLanguage } from '../../../../../renderer/i18n'

startLanguage('zh-CN')

it('a phone number that cannot be right is doubted at its field, what is missing or against a rule is not', () => {
  const template = entryByCode('KHTS-BD-001')?.template
  if (!template) throw new Error('no such form')
  const layout = layouter()({ template, values: emptyValues, letterhead: { firm: '' }, mode: 'filled' })
  const stops = stopsOf(layout, template, emptyValues)
  const withPhone = (phone: string) => setValue(emptyValues, ['phone'], phone)
  expect(doubtLines(doubtfulPart(template), withPhone('138000'), stops)).toMatchObject([
    { stopKey: 'phone', severity: 'warn', label: '电话', text: '不像电话号码，请核对' },
  ])
  expect(doubtLines(doubtfulPart(template), withPhone('13800000000'), stops)).toEqual([])
  expect(doubtLines(doubtfulPart(template), emptyValues, stops)).toEqual([])
})

it('a text that was not understood is told once: its field is not called empty as well', () => {
  const template = entryByCode('KHTS-BD-001')?.template
  if (!template) throw new Error('no such form')
  const layout = layouter()({ template, values: emptyValues, letterhead: { firm: '' }, mode: 'filled' })
  const stops = stopsOf(layout, template, emptyValues)
  const required = template.fields.find(({ type }) => type.type === 'date')?.key ?? ''
  const misread = { text: '13/45', problem: { problem: 'notADate', typed: '13/45' } } as const
  const problems = validateValues(template, emptyValues)
  const lines = (unread: boolean) =>
    problemLines(
      i18next.getFixedT(null, 'editor'),
      template,
      emptyValues,
      problems,
      unread ? new Map([[required, misread]]) : new Map(),
      stops,
    ).filter(({ stopKey }) => stopKey === required)
  expect(lines(false)).toMatchObject([{ key: expect.not.stringContaining('typed') as string }])
  expect(lines(true)).toMatchObject([{ key: `typed ${required}` }])
})
