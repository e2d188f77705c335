import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, dialog, Menu, session as sessions, type BrowserWindow } from 'electron'
import type { Clock, RandomBytes } from '../shared/kernel/clock'
import { demoFolder } from './demo/place'
import { keepFrame, readFrame } from './files/first-frame'
import { firstSettings } from './files/first-settings'
import { openLog } from './files/log'
import { sendTo } from './ipc/send'
import { serveCalls } from './ipc/serve'
import { tickets } from './print/tickets'
import type { Program, Shell } from './program'
import { closeNetwork, lockContents, lockSession } from './security/lockdown'
import { registerScheme, serveProgram } from './security/protocol'
import { catchFailures } from './start/failures'
import { homeFolder } from './start/home'
import { locate } from './start/location'
import { profileFolder } from './start/profile'
import { textsIn } from './text'
import { closeWithHandshake, type CloseHandshake } from './window/close-handshake'
import { endInOrder } from './window/end-in-order'
import { careForCrashes } from './window/crash'
import { closable, followTheme, openMainWindow, showAgain } from './window/main-window'
import { setMenu } from './window/menu'

/**
 * The shell: what has to stand before a window may open, and the window. All else is `program.ts`, which is loaded while the
 * window's own process starts: every module here is paid for before anything can be seen (docs/decisions/030).
 */
const clock: Clock = { now: () => Date.now() }
const random: RandomBytes = (length) => randomBytes(length)
const out = join(__dirname, '..')
const bundler = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']
const development = bundler ? { origin: new URL(bundler).origin } : null

const home = homeFolder(app)
const located = locate({ argv: process.argv, env: process.env, cwd: process.cwd(), home })
const profile = profileFolder(home, located.path)
const log = openLog(join(profile, 'logs', 'main.log'), clock)
const settingsFile = join(profile, 'settings.json')
const first = firstSettings(settingsFile)
let { language, theme } = first
const frameFile = join(profile, 'frame.json')
const texts = () => textsIn(language)

let window: BrowserWindow | null = null
let handshake: CloseHandshake | null = null
const quit = (): void => {
  handshake?.finish()
  app.quit()
}

catchFailures(log, texts)
if (takeProfile()) {
  registerScheme()
  // The same name as in electron-builder.yml: Windows groups the window with its shortcut by it.
  app.setAppUserModelId('cn.zhike.desktop')
  app.commandLine.appendSwitch('lang', language)
  closeNetwork(development !== null)
  lockContents()
  // Electron would make a menu of its own for the time until ours is there.
  Menu.setApplicationMenu(null)
  void app.whenReady().then(open)
} else {
  app.exit(0)
}

/** Makes Chromium's profile that of the data folder. False when another window has it: that one comes to the front. */
function takeProfile(): boolean {
  try {
    mkdirSync(profile, { recursive: true })
  } catch (error) {
    dialog.showErrorBox(texts().cannotStart, texts().profileNotWritable(profile))
    log.write('no profile', String(error))
    return false
  }
  app.setPath('userData', profile)
  return app.requestSingleInstanceLock()
}

function open(): void {
  const once = tickets(random)
  const origins = development ? [development.origin, development.origin.replace(/^http/, 'ws')] : []
  lockSession(sessions.defaultSession, origins)
  const { awaited: pageIsBusy, happened: begin } = milestone()
  let hasCrashed = false
  serveProgram({
    out,
    development,
    once: once.take,
    // A page that crashed begins with nothing that might be why.
    firstWords: () => ({ language, theme, frame: hasCrashed ? null : readFrame(frameFile) }),
    onScripts: begin,
  })
  followTheme(theme)
  const isDemo = profile === profileFolder(home, demoFolder(home))
  const send = sendTo(() => window)
  const closeWindow = (): void => window?.close()
  window = openMainWindow({
    title: isDemo ? texts().demoTitle : '知客',
    preload: join(out, 'preload', 'index.cjs'),
    placementFile: join(profile, 'window.json'),
    isDevelopment: development !== null,
  })
  handshake = closeWithHandshake(closable(window, send))

  const shell: Shell = {
    home,
    located,
    profile,
    settingsFile,
    out,
    isDemo,
    clock,
    random,
    log: log.write,
    texts,
    once,
    send,
    window: () => window,
    closeWindow,
    quit,
    keepFrame: (frame) => {
      keepFrame(frameFile, frame)
    },
    settingsChanged: (settings) => {
      ;({ language, theme } = settings)
      followTheme(theme)
      setMenu({ texts: texts(), send, quit: closeWindow, isDemo })
    },
  }
  // While the page reads its scripts nobody asks anything of this thread; before, it has to give them out.
  const program = pageIsBusy.then(() => load(shell))
  // A desktop may be slow to take a menu.
  void pageIsBusy.then(() => {
    setMenu({ texts: texts(), send, quit: closeWindow, isDemo })
  })
  serveCalls(
    async (...call) => {
      begin()
      return (await program).answer(...call)
    },
    () => window?.webContents ?? null,
  )
  careForCrashes(window, {
    clock,
    texts,
    log: log.write,
    beforeReload: () => {
      hasCrashed = true
      void program.then(({ pageCrashed }) => {
        pageCrashed()
      })
    },
    giveUp: quit,
  })
  window.on('closed', () => (window = null))
  window.on('focus', () => {
    void program.then(({ used }) => {
      used()
    })
  })
  app.on('second-instance', () => {
    if (window) showAgain(window)
  })
  app.on('window-all-closed', () => {
    app.quit()
  })
  endInOrder(
    {
      onBeforeQuit: (listener) => app.on('before-quit', listener),
      onWillQuit: (listener) => app.on('will-quit', listener),
      quit: () => {
        app.quit()
      },
      exit: () => {
        app.exit(0)
      },
    },
    async () => {
      begin()
      await (await program).close()
    },
    (state) => {
      log.write('ending took too long', state)
    },
  )
}

function milestone(): { readonly awaited: Promise<void>; readonly happened: () => void } {
  let happened = (): void => undefined
  const awaited = new Promise<void>((resolve) => (happened = resolve))
  return { awaited, happened }
}

/** What calls, comes early and waits. A program that cannot be loaded is a mistake of ours, told as such. */
async function load(shell: Shell): Promise<Program> {
  try {
    const { startProgram } = await import('./program')
    return startProgram(shell)
  } catch (error) {
    setImmediate(() => {
      throw error
    })
    throw error
  }
}
