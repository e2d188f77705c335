import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CatalogueTemplate, openWorkingCopy } from '../db'
import { type OpenedWorkingCopy, type StartProgress, type StartReport, type WorkingCopyFailure } from '../db'
import {
  createAppStore,
  createArrivals,
  createSafetyStore,
  createTeamStore,
  type Lock,
  type Services,
} from '../stores'
import type { Bridge, LocalSettings, StartFailure, StartInfo } from '../../shared/ipc/contract'
import type { Clock, RandomBytes } from '../../shared/kernel/clock'
import type { Failure } from '../i18n'
import type { Early } from './early'

/** What the window shows until its pages can be used, and then that they can. */
export type Boot =
  | { readonly phase: 'starting' }
  | { readonly phase: 'opening'; readonly progress?: StartProgress }
  | { readonly phase: 'failed'; readonly failure: StartFailure | WorkingCopyFailure }
  /** Only the working copy has some changes: the person decides before anything else happens. */
  | {
      readonly phase: 'ahead'
      readonly services: Services
      readonly report: StartReport
      readonly failure?: Failure
    }
  | {
      readonly phase: 'firstRun' | 'ready'
      readonly services: Services
      readonly report: StartReport
      /** What the person decided about changes that only the working copy had. */
      readonly decided?: Decision
    }

export type Decision = 'broughtBack' | 'leftAside'

export interface BootDeps {
  readonly bridge: Bridge
  readonly clock: Clock
  readonly random: RandomBytes
  readonly catalogue: readonly CatalogueTemplate[]
  readonly open: typeof openWorkingCopy
  readonly lock: Lock
  /** Language and theme hold before anything else is known. */
  readonly onSettings: (settings: LocalSettings) => Promise<void>
  /** What was asked already, for the first start. */
  readonly early?: Pick<Early, 'settings' | 'started'>
}

export interface BootControl {
  readonly store: StoreApi<Boot>
  /** Begins, and begins again after a failure. */
  readonly start: (options?: { readonly replaceNewer?: boolean }) => Promise<void>
  readonly bringBack: () => Promise<void>
  readonly leaveAside: () => Promise<void>
  readonly finishFirstRun: () => void
}

export function createBoot(deps: BootDeps): BootControl {
  const store = createStore<Boot>(() => ({ phase: 'starting' }))
  const show = (boot: Boot) => {
    store.setState(boot, true)
  }

  /** What nobody expected must not leave the window waiting for ever. */
  const start: BootControl['start'] = async (options = {}) => {
    try {
      await begin(options)
    } catch (error) {
      show({ phase: 'failed', failure: brokenOff(error) })
    }
  }

  let early = deps.early
  const ask = () => {
    const asked = early ?? {
      settings: deps.bridge.call('settings:get', null),
      started: deps.bridge.call('app:start', null),
    }
    early = undefined
    return asked
  }

  const begin = async (options: { readonly replaceNewer?: boolean }) => {
    show({ phase: 'starting' })
    const asked = ask()
    // Both may fail: the other one is then nobody's any more.
    const [started] = await Promise.all([asked.started, asked.settings.then(deps.onSettings)])
    if (!started.ok) {
      show({ phase: 'failed', failure: started.error })
      return
    }
    show({ phase: 'opening' })
    const opened = await deps.open(deps.bridge, started.value, {
      clock: deps.clock,
      random: deps.random,
      catalogue: deps.catalogue,
      onProgress: (progress) => {
        show({ phase: 'opening', progress })
      },
      ...(options.replaceNewer === true ? { replaceNewer: true } : {}),
    })
    if (opened.ok) await goOn(started.value, opened.value)
    else show({ phase: 'failed', failure: opened.error })
  }

  const goOn = async (info: StartInfo, { workingCopy, report }: OpenedWorkingCopy) => {
    const services: Services = {
      bridge: deps.bridge,
      workingCopy,
      app: createAppStore(deps.bridge, info),
      lock: deps.lock,
      team: createTeamStore(deps.bridge),
      arrivals: createArrivals(deps.bridge, workingCopy),
      safety: createSafetyStore(deps.bridge),
      clock: deps.clock,
      random: deps.random,
    }
    if (report.ahead.length > 0) show({ phase: 'ahead', services, report })
    else await enter(services, report)
  }

  const enter = async (services: Services, report: StartReport, decided?: Decision) => {
    followTeam(services)
    services.safety.follow()
    const firm = await services.workingCopy.firm.get()
    const firstRun = firm === undefined && !services.workingCopy.readOnly
    if (!firstRun) deps.lock.begin(deps.lock.store.getState().asked || (await beginsLocked(services)))
    show({ phase: firstRun ? 'firstRun' : 'ready', services, report, ...(decided ? { decided } : {}) })
  }

  return {
    store,
    start,
    bringBack: async () => {
      const boot = store.getState()
      if (boot.phase !== 'ahead') return
      try {
        const result = await boot.services.workingCopy.bringBack()
        if (result.ok) await enter(boot.services, boot.report, 'broughtBack')
        else show({ ...boot, failure: result.error })
      } catch (error) {
        show({ ...boot, failure: brokenOff(error) })
      }
    },
    leaveAside: async () => {
      const boot = store.getState()
      if (boot.phase !== 'ahead') return
      try {
        await boot.services.workingCopy.leaveAside()
        await enter(boot.services, boot.report, 'leftAside')
      } catch (error) {
        show({ ...boot, failure: brokenOff(error) })
      }
    },
    finishFirstRun: () => {
      const boot = store.getState()
      if (boot.phase !== 'firstRun') return
      deps.lock.begin(false)
      show({ ...boot, phase: 'ready' })
    },
  }
}

/** A team's pass may have brought something in while the working copy was opened. */
function followTeam({ team, arrivals }: Services): void {
  arrivals.follow()
  const stop = team.store.subscribe(({ known, status }) => {
    if (!known) return
    stop()
    if (status.standing === 'member') arrivals.look()
  })
  team.follow()
}

/** Starting the program again is no way around a lock: where it locks itself or the last person has a PIN it begins so. */
async function beginsLocked({ app, workingCopy }: Services): Promise<boolean> {
  const { idleLock, person } = app.store.getState().settings
  if (idleLock !== undefined) return true
  return person !== undefined && (await workingCopy.staff.get(person))?.hasPin === true
}

const brokenOff = (error: unknown): WorkingCopyFailure => ({ type: 'NoWorkingCopy', reason: String(error) })
