import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { resources } from './resources'

export type Language = 'zh-CN' | 'en'

/** Begins with one language; `setLanguage` changes it while the program runs. All texts are in the program itself, those of 中文 from the beginning. */
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

/** The language asked for last holds, also when another one's texts arrive after its own. */
let wanted: Language | null = null

export async function setLanguage(language: Language): Promise<void> {
  wanted = language
  if (language === 'en' && !i18next.hasResourceBundle('en', 'common')) {
    const { en } = await import('./locales/en')
    for (const [namespace, texts] of Object.entries(en)) i18next.addResourceBundle('en', namespace, texts)
  }
  if (wanted === language && i18next.language !== language) await i18next.changeLanguage(language)
}

export function currentLanguage(): Language {
  return i18next.language === 'en' ? 'en' : 'zh-CN'
}
