import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { resources } from './resources'

export type Language = keyof typeof resources

/** Begins with one language; `setLanguage` changes it while the program runs. All texts are in the program itself. */
export function startLanguage(language: Language): void {
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh-CN',
    supportedLngs: ['zh-CN', 'en'],
    defaultNS: 'common',
    ns: Object.keys(resources['zh-CN']),
    resources,
    // React escapes already.
    interpolation: { escapeValue: false },
    returnNull: false,
    initAsync: false,
  })
}

export function setLanguage(language: Language): void {
  if (i18next.language !== language) void i18next.changeLanguage(language)
}

export function currentLanguage(): Language {
  return i18next.language === 'en' ? 'en' : 'zh-CN'
}
