import { describe, expect, test, vi } from 'vitest'
import { answerCall, type Handlers, type Sender } from '../../../../main/ipc/answer'

const own: Sender = { address: 'app://zhike/index.html#/records', isTop: true, isMainWindow: true }

function handlersWith(read: (input: unknown) => unknown): Handlers {
  return { 'journal:read': read } as unknown as Handlers
}
const input = { writer: 'ab12', after: 0, limit: 10 }

describe('answering a call', () => {
  test('of the window’s own page carries it out', async () => {
    const read = vi.fn(() => ({ ok: true, value: [] }))
    const reply = await answerCall('journal:read', handlersWith(read), own, input, vi.fn())
    expect(reply).toEqual({ value: { ok: true, value: [] } })
    expect(read).toHaveBeenCalledExactlyOnceWith(input)
  })

  test.each([
    ['a frame inside the page', { ...own, isTop: false }],
    ['another window', { ...own, isMainWindow: false }],
    ['another address', { ...own, address: 'https://example.com/' }],
    ['a page that has gone', { ...own, address: '' }],
  ])('of %s does nothing', async (_who, sender) => {
    const read = vi.fn()
    const log = vi.fn()
    const reply = await answerCall('journal:read', handlersWith(read), sender, input, log)
    expect(reply).toEqual({ refusal: { type: 'StrangeSender', call: 'journal:read' } })
    expect(read).not.toHaveBeenCalled()
    expect(log).toHaveBeenCalledOnce()
  })

  test('with a payload that breaks the contract does nothing', async () => {
    const read = vi.fn()
    const bad = { ...input, limit: 'all' }
    const reply = await answerCall('journal:read', handlersWith(read), own, bad, vi.fn())
    expect(reply).toMatchObject({ refusal: { type: 'BadPayload', detail: expect.stringContaining('limit') } })
    expect(read).not.toHaveBeenCalled()
  })

  test('that ends with a programming error says so and writes it down', async () => {
    const log = vi.fn()
    const failing = handlersWith(() => {
      throw new TypeError('a bug')
    })
    const reply = await answerCall('journal:read', failing, own, input, log)
    expect(reply).toEqual({ refusal: { type: 'Crashed', call: 'journal:read', detail: 'a bug' } })
    expect(log).toHaveBeenCalledExactlyOnceWith('call crashed', expect.stringContaining('answer.test.ts'))
  })
})
