import { describe, expect, it } from 'vitest'
import { createSafetyStore } from '../../../../renderer/stores'
import type { Bridge } from '../../../../shared/ipc/contract'
import type { SafetyStatus } from '../../../../shared/ipc/safety'

const status = (count: number): SafetyStatus => ({
  backup: {
    folder: '/b',
    running: false,
    last: null,
    count,
    age: null,
    sameDisk: null,
    failure: null,
  },
  littleRoom: null,
  encryption: { on: false, failure: null, guarded: true },
  restored: null,
  restoredInto: null,
  movedOn: null,
})

function bridge(answers: { readonly [call: string]: () => Promise<unknown> }) {
  const heard = new Set<(status: SafetyStatus) => void>()
  return {
    tell: (told: SafetyStatus) => {
      for (const listener of heard) listener(told)
    },
    bridge: {
      call: (name: string) => answers[name]?.(),
      on: (_name: string, listener: (told: SafetyStatus) => void) => {
        heard.add(listener)
        return () => heard.delete(listener)
      },
    } as unknown as Bridge,
  }
}

describe('how safe the data are, in the window', () => {
  it('is asked once, then heard', async () => {
    const main = bridge({ 'safety:status': () => Promise.resolve(status(1)) })
    const safety = createSafetyStore(main.bridge)
    expect(safety.store.getState()).toBeNull()
    const stop = safety.follow()
    await Promise.resolve()
    await Promise.resolve()
    expect(safety.store.getState()?.backup.count).toBe(1)
    main.tell(status(2))
    expect(safety.store.getState()?.backup.count).toBe(2)
    stop()
    main.tell(status(3))
    expect(safety.store.getState()?.backup.count).toBe(2)
  })

  it('stays unknown while it cannot be asked', async () => {
    const main = bridge({ 'safety:status': () => Promise.reject(new Error('ending')) })
    const safety = createSafetyStore(main.bridge)
    safety.follow()
    await Promise.resolve()
    await Promise.resolve()
    expect(safety.store.getState()).toBeNull()
  })

  it('shows what a backup came to that was asked for', async () => {
    const main = bridge({ 'safety:backUpNow': () => Promise.resolve(status(5)) })
    const safety = createSafetyStore(main.bridge)
    await safety.backUpNow()
    expect(safety.store.getState()?.backup.count).toBe(5)
  })

  it('shows at once what setting or giving up a passphrase made of it, and hands a failure on', async () => {
    const failure = { type: 'KeysUnavailable', reason: 'no key store' }
    const on = { ...status(1), encryption: { on: true, failure: null, guarded: true } }
    const main = bridge({
      'safety:setPassphrase': () => Promise.resolve({ ok: true, value: on }),
      'safety:dropPassphrase': () => Promise.resolve({ ok: false, error: failure }),
      'move:stay': () => Promise.resolve(status(7)),
    })
    const safety = createSafetyStore(main.bridge)
    expect(await safety.setPassphrase('示例口令甲乙')).toEqual({ ok: true, value: null })
    expect(safety.store.getState()?.encryption.on).toBe(true)
    expect(await safety.dropPassphrase()).toEqual({ ok: false, error: failure })
    expect(safety.store.getState()?.encryption.on).toBe(true)
    await safety.stay()
    expect(safety.store.getState()?.backup.count).toBe(7)
  })
})
