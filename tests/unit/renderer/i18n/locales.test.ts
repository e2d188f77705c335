import { describe, expect, it } from 'vitest'
import { en } from '../../../../renderer/i18n/locales/en'
import { zhCN } from '../../../../renderer/i18n/locales/zh-CN'

/** Every text of a language by its full key. */
function textsOf(tree: object, path = ''): Map<string, string> {
  const texts = new Map<string, string>()
  for (const [key, value] of Object.entries(tree) as [string, string | object][]) {
    const at = path === '' ? key : `${path}.${key}`
    if (typeof value === 'string') texts.set(at, value)
    else for (const [inner, text] of textsOf(value, at)) texts.set(inner, text)
  }
  return texts
}

const variables = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

/** Chinese has no singular; English says it beside the plural. */
const pluralOf = (key: string) => key.replace(/_one$/, '_other')

const chinese = textsOf(zhCN)
const english = textsOf(en)
const han = /\p{Script=Han}/u

/** What stays Chinese in English too: the program's name, the name of the language, what is typed into forms. */
const keptChinese = new Set([
  'common.appName',
  'about.name',
  'settings.languages.zh-CN',
  'problem.typed.notYesNo',
  'editor.hint.date',
  'editor.void.intro',
  'recovery.next.rescuedLacking',
])

describe('the texts of both languages', () => {
  it('have the same keys', () => {
    const withoutSingular = [...english.keys()].filter((key) => !key.endsWith('_one'))
    expect(withoutSingular.sort()).toEqual([...chinese.keys()].sort())
  })

  it('give every counted English text a singular and a plural', () => {
    const plural = [...english.keys()].filter((key) => key.endsWith('_other')).map((key) => key.slice(0, -6))
    const singular = [...english.keys()].filter((key) => key.endsWith('_one')).map((key) => key.slice(0, -4))
    expect(singular.sort()).toEqual(plural.sort())
  })

  it('use the same variables', () => {
    const differing = [...english].filter(
      ([key, text]) => variables(text).join() !== variables(chinese.get(pluralOf(key)) ?? '').join(),
    )
    expect(differing).toEqual([])
  })

  it('are all written, except separators', () => {
    const empty = [...chinese, ...english].filter(([key, text]) => text === '' && key !== 'failure.separator')
    expect(empty).toEqual([])
  })

  it('are English in English', () => {
    const left = [...english].filter(([key, text]) => han.test(text) && !keptChinese.has(key))
    expect(left).toEqual([])
  })

  it('are Chinese in Chinese wherever there is a sentence', () => {
    const left = [...chinese].filter(([, text]) => /[A-Za-z]{3,} [A-Za-z]{3,}/.test(text) && !han.test(text))
    expect(left).toEqual([])
  })
})
