import { describe, expect, it, vi } from 'vitest'
import { createBoot, type BootDeps } from '../../../../renderer/app/boot'
import { createLock } from '../../../../renderer/stores'
import type { OpenedWorkingCopy, StartReport, WorkingCopy } from '../../../../renderer/db'
import type { Bridge, LocalSettings, StartInfo } from '../../../../shared/ipc/contract'
import { err, ok, type Result } from '../../../../shared/kernel/result'
import type { StoredChange } from '../../../../shared/store/change'

const settings: LocalSettings = {
  language: 'en',
  theme: 'dark',
  zoom: 1,
  copies: 1,
  favourites: [],
  recents: [],
}
const info = { settings, folder: { path: '/data', id: 'f1' } } as unknown as StartInfo
const nothing: StartReport = { caughtUp: 0, ahead: [], aside: 0, findings: [] }
const change = { change: {}, hash: '', chain: '' } as unknown as StoredChange

interface Setting {
  readonly start?: Result<StartInfo, unknown>
  readonly open?: Result<OpenedWorkingCopy, unknown>
  readonly report?: StartReport
  readonly firm?: unknown
  readonly readOnly?: boolean
  /** The person who worked here last. */
  readonly person?: unknown
  readonly bringBack?: Result<unknown, unknown>
  readonly early?: NonNullable<BootDeps['early']>
}

function boot(setting: Setting) {
  const workingCopy = {
    readOnly: setting.readOnly ?? false,
    firm: { get: () => Promise.resolve('firm' in setting ? setting.firm : { name: '示例电器有限公司' }) },
    staff: { get: () => Promise.resolve(setting.person) },
    bringBack: vi.fn(() => Promise.resolve(setting.bringBack ?? ok({ restored: 1 }))),
    leaveAside: vi.fn(() => Promise.resolve()),
  }
  const open = vi.fn(() =>
    Promise.resolve(
      setting.open ??
        ok({ workingCopy: workingCopy as unknown as WorkingCopy, report: setting.report ?? nothing }),
    ),
  )
  const bridge = {
    call: (name: string) => Promise.resolve(name === 'settings:get' ? settings : (setting.start ?? ok(info))),
    on: () => () => undefined,
  } as unknown as Bridge
  const onSettings = vi.fn(() => Promise.resolve())
  const lock = createLock(() => Promise.resolve())
  const control = createBoot({
    bridge,
    clock: { now: () => 0 },
    random: (length) => new Uint8Array(length),
    catalogue: [],
    open: open as unknown as BootDeps['open'],
    onSettings,
    lock,
    ...(setting.early ? { early: setting.early } : {}),
  })
  const phases: string[] = []
  control.store.subscribe((state) => phases.push(state.phase))
  return { control, phases, open, onSettings, workingCopy, lock }
}

describe('the start of the window', () => {
  it('takes what was asked early for the first start only', async () => {
    const early = {
      settings: Promise.resolve({ ...settings, theme: 'light' as const }),
      started: Promise.resolve(err({ type: 'NotFound', path: '/early' } as const)),
    }
    const { control, onSettings } = boot({ early })
    await control.start()
    expect(onSettings).toHaveBeenLastCalledWith(expect.objectContaining({ theme: 'light' }))
    expect(control.store.getState()).toMatchObject({ phase: 'failed', failure: { path: '/early' } })
    await control.start()
    expect(onSettings).toHaveBeenLastCalledWith(settings)
    expect(control.store.getState().phase).toBe('ready')
  })

  it('says what broke off instead of waiting for ever', async () => {
    const { control, open } = boot({})
    open.mockRejectedValueOnce(new Error('Crashed'))
    await control.start()
    expect(control.store.getState()).toMatchObject({
      phase: 'failed',
      failure: { type: 'NoWorkingCopy', reason: 'Error: Crashed' },
    })
    await control.start()
    expect(control.store.getState().phase).toBe('ready')
  })

  it('goes on asking about what only the working copy has when bringing it back breaks off', async () => {
    const { control, workingCopy } = boot({ report: { ...nothing, ahead: [change] } })
    await control.start()
    workingCopy.bringBack.mockRejectedValueOnce(new Error('Crashed'))
    await control.bringBack()
    expect(control.store.getState()).toMatchObject({ phase: 'ahead', failure: { type: 'NoWorkingCopy' } })
    workingCopy.leaveAside.mockRejectedValueOnce(new Error('Crashed'))
    await control.leaveAside()
    expect(control.store.getState()).toMatchObject({ phase: 'ahead', failure: { type: 'NoWorkingCopy' } })
  })

  it('knows language and theme before the data folder is opened', async () => {
    const { control, onSettings } = boot({ start: err({ type: 'InUse', path: '/data' }) })
    await control.start()
    expect(onSettings).toHaveBeenCalledWith(settings)
    expect(control.store.getState()).toEqual({ phase: 'failed', failure: { type: 'InUse', path: '/data' } })
  })

  it('leads to the pages when the firm is known', async () => {
    const { control, phases } = boot({})
    await control.start()
    expect(phases).toEqual(['starting', 'opening', 'ready'])
  })

  it('leads to the first page when it is not', async () => {
    const { control } = boot({ firm: undefined })
    await control.start()
    expect(control.store.getState().phase).toBe('firstRun')
    control.finishFirstRun()
    expect(control.store.getState().phase).toBe('ready')
  })

  it('asks nothing of a read-only data folder', async () => {
    const { control } = boot({ firm: undefined, readOnly: true })
    await control.start()
    expect(control.store.getState().phase).toBe('ready')
  })

  it('tells when the working copy does not open, and replaces a newer one only on request', async () => {
    const failure = { type: 'NewerWorkingCopy', found: 3, known: 2 }
    const { control, open } = boot({ open: err(failure) })
    await control.start()
    expect(control.store.getState()).toEqual({ phase: 'failed', failure })
    expect(open.mock.lastCall).not.toMatchObject([{}, {}, { replaceNewer: true }])
    await control.start({ replaceNewer: true })
    expect(open.mock.lastCall).toMatchObject([{}, {}, { replaceNewer: true }])
  })

  it('asks before anything else when the working copy is ahead, and brings back on yes', async () => {
    const { control, workingCopy } = boot({ report: { ...nothing, ahead: [change] } })
    await control.start()
    expect(control.store.getState().phase).toBe('ahead')
    await control.bringBack()
    expect(workingCopy.bringBack).toHaveBeenCalledOnce()
    expect(workingCopy.leaveAside).not.toHaveBeenCalled()
    expect(control.store.getState()).toMatchObject({ phase: 'ready', decided: 'broughtBack' })
  })

  it('keeps aside on no', async () => {
    const { control, workingCopy } = boot({ report: { ...nothing, ahead: [change] } })
    await control.start()
    await control.leaveAside()
    expect(workingCopy.leaveAside).toHaveBeenCalledOnce()
    expect(workingCopy.bringBack).not.toHaveBeenCalled()
    expect(control.store.getState()).toMatchObject({ phase: 'ready', decided: 'leftAside' })
  })

  it('stays with the question when bringing back fails', async () => {
    const full = { type: 'DiskFull', path: '/data' }
    const { control } = boot({ report: { ...nothing, ahead: [change] }, bringBack: err(full) })
    await control.start()
    await control.bringBack()
    expect(control.store.getState()).toMatchObject({ phase: 'ahead', failure: full })
  })

  it('begins locked where the window locks itself or the last person has a PIN, and nowhere else', async () => {
    const lockedWith = async (own: Partial<LocalSettings>, hasPin: boolean, hasFirm = true) => {
      const start = ok({ ...info, settings: { ...settings, ...own } })
      const { control, lock } = boot({ start, firm: hasFirm ? {} : undefined, person: { hasPin } })
      expect(lock.store.getState().ready).toBe(false)
      await control.start()
      expect(lock.store.getState().ready).toBe(hasFirm)
      control.finishFirstRun()
      expect(lock.store.getState().ready).toBe(true)
      return lock.store.getState().locked
    }
    expect(await lockedWith({ person: 'p1' }, false)).toBe(false)
    expect(await lockedWith({ person: 'p1' }, true)).toBe(true)
    expect(await lockedWith({ idleLock: 5 }, false)).toBe(true)
    expect(await lockedWith({}, true)).toBe(false)
    expect(await lockedWith({ idleLock: 5 }, false, false)).toBe(false)
  })
})
