import { expect, test, vi } from 'vitest'
import { progressOf } from '../../../../main/ipc/progress'

test('a long piece of work is told at most a hundred times, and its end always', () => {
  const send = vi.fn()
  const progress = progressOf('backup', send)
  for (let done = 0; done <= 100_000; done++) progress(done, 100_000)
  expect(send).toHaveBeenCalledTimes(101)
  expect(send).toHaveBeenLastCalledWith('task:progress', { task: 'backup', done: 100_000, total: 100_000 })
})

test('while the whole is not known it is told once', () => {
  const send = vi.fn()
  const progress = progressOf('check', send)
  progress(1, 0)
  progress(2, 0)
  expect(send).toHaveBeenCalledExactlyOnceWith('task:progress', { task: 'check', done: 1, total: 0 })
})
