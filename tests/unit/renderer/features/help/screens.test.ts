import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { helpAt, keysOf } from '../../../../../renderer/features/help/screens'
import { keyGroups, keyNamed } from '../../../../../renderer/features/keyboard-help/keys'
import { helpIn } from '../../../../../renderer/i18n/help'
import { helpNames } from '../../../../../renderer/i18n/help/help-text'

const pages = readFileSync(join(import.meta.dirname, '../../../../../renderer/app/pages.tsx'), 'utf8')
const places = [...pages.matchAll(/<Route path="([^"]+)"/g)].map(([, path = '']) =>
  path.replace(/:(\w+)/g, 'some-$1'),
)
const languages = ['zh-CN', 'en'] as const

describe('the help of the pages', () => {
  it('has one for every place that the window shows', () => {
    expect(places.length).toBeGreaterThan(20)
    expect(places.filter((place) => helpAt(place) === null)).toEqual([])
  })

  it('has no help that no place leads to', () => {
    const reached = new Set(places.map(helpAt))
    expect(helpNames.filter((name) => !reached.has(name))).toEqual([])
  })

  it('knows none for a place that is not there', () => {
    expect(helpAt('/elsewhere')).toBeNull()
    expect(helpAt('/customersx')).toBeNull()
  })

  it('names keys that there are', () => {
    for (const name of helpNames)
      for (const key of keysOf[name]) expect(keyNamed(key).press.length).toBeGreaterThan(0)
  })

  it.each(languages)('speaks in %s only of keys that stand on the page of keys', (language) => {
    const known = new Set(keyGroups.flatMap(({ keys }) => keys.map(({ press }) => press.join('+'))))
    const spoken = helpNames.flatMap((name) => {
      const said = JSON.stringify(helpIn(language)[name])
      return said.match(/(?:(?:Ctrl|Alt|Shift)\+)+[A-Z\d]\w*|\bF\d+\b|\bEnter\b|\bSpace\b/g) ?? []
    })
    expect(spoken.length).toBeGreaterThan(10)
    expect(spoken.filter((key) => !known.has(key))).toEqual([])
  })

  it.each(languages)('is short in %s: a clerk reads ten lines', (language) => {
    for (const name of helpNames) {
      const { about, steps, marks, questions } = helpIn(language)[name]
      expect(about).not.toBe('')
      expect(steps.length).toBeGreaterThan(0)
      expect(questions.length).toBeGreaterThan(0)
      expect(1 + steps.length + marks.length + questions.length).toBeLessThanOrEqual(10)
    }
  })
})
