import { describe, expect, it, vi } from 'vitest'
import { demoHandlers, type DemoParts } from '../../../../main/handlers/demo'
import { ok } from '../../../../shared/kernel/result'

const partsOf = (isDemo: boolean): DemoParts => ({
  isDemo,
  argv: isDemo ? ['app', '--demo', '--demo-from=/real'] : ['app', '--data=/real'],
  given: isDemo ? null : '/real',
  prepare: vi.fn(() => Promise.resolve()),
  startBeside: vi.fn(() => Promise.resolve(ok(null))),
  relaunch: vi.fn(),
  closeWindow: vi.fn(),
})

describe('the calls about the demo data', () => {
  it('opens them beside the real ones, whose window stays', async () => {
    const parts = partsOf(false)
    expect(await demoHandlers(parts)['demo:open'](null)).toEqual(ok(null))
    expect(parts.prepare).toHaveBeenCalled()
    expect(parts.startBeside).toHaveBeenCalledWith(['app', '--demo', '--demo-from=/real'])
    expect(parts.closeWindow).not.toHaveBeenCalled()
  })

  it('makes anew and leaves only in the window of the demo data', async () => {
    const parts = partsOf(false)
    const handlers = demoHandlers(parts)
    const refused = { ok: false, error: { type: 'NotHere' } }
    expect(await handlers['demo:renew'](null)).toEqual(refused)
    expect(await handlers['demo:leave'](null)).toEqual(refused)
    expect(await demoHandlers(partsOf(true))['demo:open'](null)).toEqual(refused)
    expect(parts.relaunch).not.toHaveBeenCalled()
    expect(parts.closeWindow).not.toHaveBeenCalled()
  })

  it('leaves for the window from which it was opened, and stays where that cannot be shown', async () => {
    const parts = partsOf(true)
    await demoHandlers(parts)['demo:leave'](null)
    expect(parts.startBeside).toHaveBeenCalledWith(['app', '--data=/real'])
    await vi.waitFor(() => {
      expect(parts.closeWindow).toHaveBeenCalledTimes(1)
    })
    const stuck = {
      ...partsOf(true),
      startBeside: () => Promise.resolve({ ok: false, error: { type: 'NotStarted', reason: 'x' } } as const),
    }
    expect((await demoHandlers(stuck)['demo:leave'](null)).ok).toBe(false)
    expect(stuck.closeWindow).not.toHaveBeenCalled()
  })

  it('starts again with what makes them anew', async () => {
    const parts = partsOf(true)
    await demoHandlers(parts)['demo:renew'](null)
    expect(parts.relaunch).toHaveBeenCalledWith(['app', '--demo=anew', '--demo-from=/real'])
    await vi.waitFor(() => {
      expect(parts.closeWindow).toHaveBeenCalledTimes(1)
    })
  })
})
