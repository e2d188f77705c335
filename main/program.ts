import { join } from 'node:path'
import { app, type BrowserWindow } from 'electron'
import { nodeFiles, openDataFolder } from '../node/store'
import { cloudFinding } from '../node/team/carrier/cloud-finding'
import { namesAround } from '../node/team/carrier/names-around'
import { startFolderThread } from '../node/team/carrier/start-folder-thread'
import { hasTeamKeys } from '../node/team/session/key-file'
import type { CallName, LocalSettings } from '../shared/ipc/contract'
import type { FrameMemory } from '../shared/ipc/frame'
import type { Reply } from '../shared/ipc/refusal'
import { toHex } from '../shared/kernel/bytes'
import type { Clock, RandomBytes } from '../shared/kernel/clock'
import { folderSession, type OpenFolder } from './data/folder-session'
import { askThrough } from './files/ask'
import { settingsKeeper } from './files/settings-keeper'
import { appHandlers } from './handlers/app'
import { journalHandlers } from './handlers/journal'
import { answerCall, type Handlers, type Sender, type WriteLog } from './ipc/answer'
import type { Send } from './ipc/send'
import type { Tickets } from './print/tickets'
import type { Rest } from './rest'
import { computerName } from './start/computer'
import { standardFolder, type Located } from './start/location'
import type { Texts } from './text'

/** The calls that a window begins with. */
export type FirstCalls = keyof ReturnType<typeof appHandlers> | keyof ReturnType<typeof journalHandlers>

/** What stands before the program itself is loaded. */
export interface Shell {
  /** The program's own folder of this person on this computer. */
  readonly home: string
  readonly located: Located
  /** Chromium's profile for the data folder; what is remembered of it stands there, too. */
  readonly profile: string
  readonly settingsFile: string
  /** The build's folder. */
  readonly out: string
  readonly isDemo: boolean
  readonly clock: Clock
  readonly random: RandomBytes
  readonly log: WriteLog
  readonly texts: () => Texts
  readonly once: Tickets
  readonly send: Send
  readonly window: () => BrowserWindow | null
  /** Closes the window as a person does, so that it can put its draft down. */
  readonly closeWindow: () => void
  readonly quit: () => void
  readonly settingsChanged: (settings: LocalSettings) => void
  /** What the next start draws before anything is opened. */
  readonly keepFrame: (frame: FrameMemory | null) => void
}

export interface Program {
  readonly answer: (call: CallName, sender: Sender, input: unknown) => Promise<Reply>
  /** The page crashed and is loaded again. */
  readonly pageCrashed: () => void
  /** Somebody came to the window. */
  readonly used: () => void
  readonly close: () => Promise<void>
}

/**
 * The data folder and the calls that a window begins with. Everything else is loaded when the window asks for it or has its first
 * answer, whichever is earlier: reading it takes the thread that also brings the window its page.
 */
export function startProgram(shell: Shell): Program {
  const { home, located, profile, clock, random, log } = shell
  const settings = settingsKeeper(shell.settingsFile)
  const files = nodeFiles()
  const computer = computerName(home, random)
  const program = app.getVersion()
  const ask = askThrough(shell.window)
  const teamThread = join(__dirname, 'team-folder-thread.cjs')
  const around = namesAround(startFolderThread(teamThread, { root: home, device: '' }))
  const alsoFound = cloudFinding(around, located.path, process.env)
  let recovered = false
  /** The team and the backups go on with an open data folder; whoever asks for them waits for that. */
  let begun: Promise<void> = Promise.resolve()

  let loaded: Rest | null = null
  let loading: Promise<Rest> | null = null
  const load = async (): Promise<Rest> => {
    const { startRest } = await import('./rest')
    loaded = startRest({
      shell,
      settings,
      files,
      computer,
      program,
      ask,
      folder,
      openFolder: openPlain,
      teamThread,
      cloud: alsoFound,
    })
    return loaded
  }
  const rest = (): Promise<Rest> =>
    (loading ??= load().catch((error: unknown) => {
      // A mistake of ours, told as such; what waits for it hears of it, too.
      setImmediate(() => {
        throw error
      })
      throw error
    }))

  const openPlain: OpenFolder = (path) =>
    openDataFolder({
      path,
      files,
      clock,
      random,
      appVersion: program,
      computer,
      memory: join(profile, 'segments.json'),
      newWriter: () => loaded?.newWriter() ?? toHex(random(8)),
      prepare: async (id) => {
        if (loaded !== null || hasTeamKeys(home, id)) await (await rest()).prepare(id)
      },
    })
  const folder = folderSession({
    located,
    standard: standardFolder(home),
    openFolder: shell.isDemo ? async (path) => (await rest()).openDemo(path) : openPlain,
    onOpened: (opened) => {
      begun = soon()
        .then(async () => (await rest()).begin(opened))
        .catch((error: unknown) => {
          log('beginning failed', error instanceof Error ? (error.stack ?? error.message) : String(error))
        })
    },
  })
  void folder.open()
  const saved = (): void => {
    void rest().then((all) => {
      all.saved()
    })
  }

  const first: Pick<Handlers, FirstCalls> = {
    ...appHandlers({
      session: folder,
      settings,
      alsoFound,
      onStarted: () => {
        void soon().then(async () => (await rest()).noteFound())
      },
      log,
      isDemo: shell.isDemo,
      isRecovered: () => recovered,
      wasChosen: ask.wasChosen,
      settingsChanged: (changed) => {
        shell.settingsChanged(changed)
        loaded?.settingsChanged()
      },
      keepFrame: shell.keepFrame,
      quit: shell.quit,
    }),
    ...journalHandlers(folder, saved),
  }
  const isFirst = (call: CallName): call is FirstCalls => Object.hasOwn(first, call)

  return {
    answer: async (call, sender, input) => {
      if (isFirst(call)) return answerCall(call, first, sender, input, log)
      const { handlers } = await rest()
      await begun
      return answerCall(call, handlers, sender, input, log)
    },
    pageCrashed: () => {
      recovered = true
      loaded?.stopRuns()
    },
    used: () => {
      loaded?.used()
    },
    close: async () => {
      const all = await loading?.catch(() => null)
      const closed = await all?.close().catch((error: unknown) => {
        log('closing failed', error instanceof Error ? (error.stack ?? error.message) : String(error))
        return { stuck: false }
      })
      const stuck = closed?.stuck ?? false
      await folder.close()
      // Node would wait for a thread that hangs on a dead share, for ever. Everything saved was flushed before.
      if (stuck || around.stuck() > 0) process.kill(process.pid, 'SIGKILL')
    },
  }
}

/** After the answers that are due have gone out. */
const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
