import i18next from 'i18next'
import { expect, it } from 'vitest'
import { entryByCode } from '../../../../../shared/catalogue'
import { validateValues } from '../../../../../shared/forms'
import { emptyValues } from '../../../../../shared/forms/values'
import { fieldName } from '../../../../../renderer/features/form-editor/stop-names'
import { startLanguage } from '../../../../../renderer/i18n'

startLanguage('zh-CN')

function nameOf(code: string, path: readonly string[], values = emptyValues): string {
  const template = entryByCode(code)?.template
  if (!template) throw new Error('no such form')
  return fieldName(i18next.getFixedT(null, 'editor'), template, values, path)
}

it('a row that is drawn as a column is called one', () => {
  expect(nameOf('KHTS-BD-010', ['cases', '+3', 'customer'])).toBe('第 3 列 客户')
  expect(nameOf('RYPX-BD-005', ['scores', '+3', 'staff'])).toBe('第 3 行 姓名')
})

it('a row with a printed label is called by it, whichever rows stand before it', () => {
  const values = { ...emptyValues, rows: { parts: [{ id: 'p12', cells: {} }] } }
  expect(nameOf('KHGL-BD-011', ['parts', 'p1', 'sale'])).toBe('北京 当月销售额')
  expect(nameOf('KHGL-BD-011', ['parts', 'p12', 'sale'], values)).toBe('郑州 当月销售额')
})

it('what is wrong in a row that is drawn as a column is told of that column', () => {
  const template = entryByCode('KHTS-BD-010')?.template
  if (!template) throw new Error('no such form')
  const values = { ...emptyValues, rows: { cases: [{ id: 'a', cells: { product: '示例型号' } }] } }
  expect(validateValues(template, values).map(({ label }) => label)).toContain('案件 第 1 列 客户')
})
