import { readFileSync } from 'node:fs'
import type { LocalSettings } from '../../shared/ipc/contract'

type FirstSettings = Pick<LocalSettings, 'language' | 'theme'>

const languages: Readonly<Record<LocalSettings['language'], true>> = { 'zh-CN': true, en: true }
const themes: Readonly<Record<LocalSettings['theme'], true>> = { system: true, light: true, dark: true }

/**
 * What of this computer's settings has to be known before the window opens, read without what reads them all. It fails for nothing:
 * what is missing or wrong is as usual, and is told when the settings are read whole.
 */
export function firstSettings(file: string): FirstSettings {
  const { language, theme } = membersOf(file)
  return {
    language: isOneOf(languages, language) ? language : 'zh-CN',
    theme: isOneOf(themes, theme) ? theme : 'system',
  }
}

const isOneOf = <K extends string>(all: Readonly<Record<K, true>>, value: unknown): value is K =>
  typeof value === 'string' && Object.hasOwn(all, value)

function membersOf(file: string): { readonly language?: unknown; readonly theme?: unknown } {
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return typeof read === 'object' && read !== null ? read : {}
  } catch {
    return {}
  }
}
