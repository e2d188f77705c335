import { describe, expect, it } from 'vitest'
import { keyGroups } from '../../../../../renderer/features/keyboard-help/keys'
import { keys } from '../../../../../renderer/i18n/locales/zh-CN/keys'

describe('the page of keys', () => {
  it('tells every key that has a text, once', () => {
    const told = keyGroups.flatMap((group) => group.keys.map(({ does }) => does))
    expect([...told].sort()).toEqual(Object.keys(keys.does).sort())
  })
})
