import { expect, it } from 'vitest'
import { later, takeLater } from '../../../../renderer/ui/later'

const idle = () => Promise.resolve()
const Page = () => null

it('reads what was put off one after the other, and nothing before it is idle', async () => {
  const read: string[] = []
  let free: () => void = () => undefined
  later(() => Promise.resolve((read.push('a'), Page)))
  later(() => Promise.resolve((read.push('b'), Page)))
  const done = takeLater(() => new Promise<void>((resolve) => (free = resolve)))
  expect(read).toEqual([])
  free()
  await expect.poll(() => read).toEqual(['a'])
  free()
  await done
  expect(read).toEqual(['a', 'b'])
  await takeLater(idle)
  expect(read).toEqual(['a', 'b'])
})

it('leaves what cannot be read for the next time, and reads the others', async () => {
  let attempts = 0
  let others = 0
  later(() => {
    attempts += 1
    return attempts === 1 ? Promise.reject(new Error('gone')) : Promise.resolve(Page)
  })
  later(() => Promise.resolve((others++, Page)))
  await takeLater(idle)
  expect([attempts, others]).toEqual([1, 1])
  await takeLater(idle)
  expect([attempts, others]).toEqual([2, 1])
})
