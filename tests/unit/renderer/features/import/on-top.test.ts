import { expect, test } from 'vitest'
import { isOnTop } from '../../../../../renderer/features/import/on-top'

const holding = (...inside: readonly unknown[]): Element =>
  ({ contains: (other: unknown) => inside.includes(other) }) as unknown as Element

test('what is pasted is for the dialog that lies on top', () => {
  const place = holding()
  const own = holding(place)
  expect(isOnTop(place, [own])).toBe(true)
  expect(isOnTop(place, [own, holding()])).toBe(false)
  expect(isOnTop(place, [])).toBe(true)
  expect(isOnTop(null, [own])).toBe(false)
})
