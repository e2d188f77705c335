import i18next from 'i18next'
import { expect, it } from 'vitest'
import { setLanguage, startLanguage } from '../../../../renderer/i18n'

it('the language asked for last holds, also when the texts of another arrive after it', async () => {
  startLanguage('zh-CN')
  const english = setLanguage('en')
  const chinese = setLanguage('zh-CN')
  await Promise.all([english, chinese])
  expect(i18next.t('frame:rail')).toBe('页面')
  await setLanguage('en')
  expect(i18next.t('frame:settings')).toBe('Settings')
})
