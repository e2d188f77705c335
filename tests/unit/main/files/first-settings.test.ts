import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { firstSettings } from '../../../../main/files/first-settings'
import { readSettings } from '../../../../main/files/settings'

const usual = { language: 'zh-CN', theme: 'system' }

function settingsFile(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'zhike-first-settings-')), 'settings.json')
  writeFileSync(file, text)
  return file
}

describe('what the window needs of the settings before it opens', () => {
  test('is as usual without a file', () => {
    expect(firstSettings(join(tmpdir(), 'zhike-no-such-folder', 'settings.json'))).toEqual(usual)
  })

  test.each([
    ['both are there', '{"language":"en","theme":"dark","zoom":1.2}', { language: 'en', theme: 'dark' }],
    ['one is wrong', '{"language":"fr","theme":"light"}', { language: 'zh-CN', theme: 'light' }],
    ['one is no word', '{"language":["en"],"theme":7}', usual],
    ['a name that every object has', '{"language":"toString","theme":"constructor"}', usual],
    ['there is only one', '{"theme":"light"}', { language: 'zh-CN', theme: 'light' }],
    ['the file is cut off', '{"language":"en","the', usual],
    ['the file holds something else', '[1,2]', usual],
    ['the file holds nothing', 'null', usual],
  ])('is what the whole reading says, where %s', (_what, text, expected) => {
    const file = settingsFile(text)
    const { language, theme } = readSettings(file).settings
    expect({ language, theme }).toEqual(expected)
    expect(firstSettings(file)).toEqual(expected)
  })
})
