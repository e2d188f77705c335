import { join } from 'node:path'
import { app, session as sessions } from 'electron'
import { makeDemoInThread } from '../../node/demo/thread'
import { err } from '../../shared/kernel/result'
import type { Clock } from '../../shared/kernel/clock'
import type { OpenFolder } from '../data/folder-session'
import { carrySettings } from '../files/carry-settings'
import type { SettingsKeeper } from '../files/settings-keeper'
import { demoHandlers } from '../handlers/demo'
import type { Handlers } from '../ipc/answer'
import { dataArgument } from '../start/arguments'
import type { Located } from '../start/location'
import { profileFolder } from '../start/profile'
import { demoArgument } from './arguments'
import { startBeside } from './beside'
import { demoSettings, readyDemoData } from './demo-data'
import { demoFolder, isDemoFolder } from './place'

export interface DemoParts {
  readonly home: string
  readonly located: Located
  readonly profile: string
  readonly settings: SettingsKeeper
  readonly clock: Clock
  readonly computer: string
  /** The bundled `node/demo/worker.ts`. */
  readonly makerFile: string
  readonly closeWindow: () => void
}

export interface Demo {
  /** Whether this run of the program is the one that shows the demo data. */
  readonly isDemo: boolean
  /** The same, but that the demo data are made before they are opened. */
  readonly opening: (openFolder: OpenFolder) => OpenFolder
  /** The same, but that the demo data never join a team. */
  readonly withoutTeam: <H extends TeamBeginnings>(handlers: H) => H
  readonly handlers: ReturnType<typeof demoHandlers>
}

type TeamBeginnings = Pick<Handlers, 'team:found' | 'team:join'>

/** The demo data of this program's run: another program beside this one, or this one itself. */
export function startDemo(parts: DemoParts): Demo {
  const { home, located, profile, settings, clock, computer, closeWindow } = parts
  const isDemo = isDemoFolder(home, located.path)
  const argv = process.argv.slice(1)
  let anew = demoArgument(argv) === 'anew'
  const ready = async () => {
    const clearStorage = () => sessions.defaultSession.clearStorageData({ storages: ['indexdb'] })
    const make = makeDemoInThread(parts.makerFile)
    const done = await readyDemoData(
      { folder: located.path, profile, settings, clock, computer, make, clearStorage },
      anew,
    )
    anew &&= !done.ok
    return done
  }
  return {
    isDemo,
    opening: (openFolder) => async (path) => {
      if (!isDemo || path !== located.path) return openFolder(path)
      const made = await ready()
      return made.ok ? openFolder(path) : made
    },
    withoutTeam: (handlers) => {
      if (!isDemo) return handlers
      const refused = () => err({ type: 'ReadOnly', path: located.path } as const)
      return { ...handlers, 'team:found': refused, 'team:join': refused }
    },
    handlers: demoHandlers({
      isDemo,
      argv,
      given: dataArgument(argv) === undefined ? null : located.path,
      prepare: () =>
        carrySettings(
          demoSettings(settings.read().settings),
          join(profileFolder(home, demoFolder(home)), 'settings.json'),
        ),
      startBeside,
      relaunch: (args) => {
        app.relaunch({ args: [...args] })
      },
      closeWindow,
    }),
  }
}
