import { expect, it } from 'vitest'
import { rescuingOf } from '../../../../../renderer/features/recovery/rescuing'
import type { Bridge } from '../../../../../shared/ipc/contract'
import { ok } from '../../../../../shared/kernel/result'

it('keeps an export that goes on while its page is left: one at a time, and its end is seen by whoever comes back', async () => {
  let asked = 0
  let end: (answer: unknown) => void = () => undefined
  const call = () => {
    asked++
    return new Promise((done) => (end = done))
  }
  const bridge = { call } as unknown as Bridge
  void rescuingOf(bridge).begin()
  const back = rescuingOf(bridge)
  expect(back.store.getState()).toEqual({ is: 'running' })
  void back.begin()
  expect(asked).toBe(1)
  let isEnded = false
  const ended = back.ended().then(() => (isEnded = true))
  await Promise.resolve()
  expect(isEnded).toBe(false)
  end(ok({ folder: '/out' }))
  await ended
  expect(back.store.getState()).toEqual({ is: 'done', rescued: { folder: '/out' } })
})
