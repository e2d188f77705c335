import type { Language } from '../setup'
import { enHelp } from './en'
import type { HelpPages } from './help-text'
import { zhHelp } from './zh-CN'

const pages: Readonly<Record<Language, HelpPages>> = { 'zh-CN': zhHelp, en: enHelp }

/** The help of all pages in one language. */
export const helpIn = (language: Language): HelpPages => pages[language]
