import i18next from 'i18next'
import { startTexts } from './first-texts'
import { resources } from './resources'

export type Language = 'zh-CN' | 'en'

/** Begins with one language; what rail and bar say may have begun before. All texts are in the program itself, those of 中文 from here on. */
export function startLanguage(language: Language): void {
  if (!i18next.isInitialized) startTexts(language)
  else if (i18next.language !== language) void i18next.changeLanguage(language)
  addTexts('zh-CN', resources['zh-CN'])
}

/** The language asked for last holds, also when another one's texts arrive after its own. */
let wanted: Language | null = null
let isEnglishRead = false

export async function setLanguage(language: Language): Promise<void> {
  wanted = language
  const isRead = language === 'en' && !isEnglishRead && (await readEnglish())
  // Also where it is the language already: what is drawn does not hear of texts that are added.
  if (wanted === language && (isRead || i18next.language !== language)) await i18next.changeLanguage(language)
}

/** Rejects when they cannot be read: then the window goes on in 中文. */
async function readEnglish(): Promise<true> {
  try {
    const { en } = await import('./locales/en')
    addTexts('en', en)
    return (isEnglishRead = true)
  } catch (error) {
    await i18next.changeLanguage('zh-CN')
    throw error
  }
}

export function currentLanguage(): Language {
  return i18next.language === 'en' ? 'en' : 'zh-CN'
}

function addTexts(language: Language, texts: Readonly<Record<string, unknown>>): void {
  for (const [namespace, own] of Object.entries(texts)) i18next.addResourceBundle(language, namespace, own)
}
