import { expect, it } from 'vitest'
import { damageMark } from '../../../../renderer/app/damage-mark'

it('stays until a check finds the working copy whole or mends it, for this data folder only', () => {
  const kept = new Map<string, string>()
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
  const mark = damageMark(storage, 'f1')
  expect(mark.isSet()).toBe(false)
  mark.note('damaged')
  expect([mark.isSet(), damageMark(storage, 'f1').isSet(), damageMark(storage, 'f2').isSet()]).toEqual([
    true,
    true,
    false,
  ])
  mark.note('rebuilt')
  expect(mark.isSet()).toBe(false)
})
