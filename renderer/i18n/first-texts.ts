import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { common as commonEn } from './locales/en/common'
import { finder as finderEn } from './locales/en/finder'
import { frame as frameEn } from './locales/en/frame'
import { people as peopleEn } from './locales/en/people'
import { common } from './locales/zh-CN/common'
import { finder } from './locales/zh-CN/finder'
import { frame } from './locales/zh-CN/frame'
import { people } from './locales/zh-CN/people'

/** What rail and bar say, in both languages: the window's first drawing waits for no other texts. */
export function startTexts(language: 'zh-CN' | 'en'): void {
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh-CN',
    supportedLngs: ['zh-CN', 'en'],
    defaultNS: 'common',
    resources: {
      'zh-CN': { common, finder, frame, people },
      en: { common: commonEn, finder: finderEn, frame: frameEn, people: peopleEn },
    },
    // React escapes already.
    interpolation: { escapeValue: false },
    returnNull: false,
    initAsync: false,
  })
}
