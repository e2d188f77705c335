import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, errors, type ElectronApplication, type Page } from '@playwright/test'
import { findElectron } from '../../../scripts/electron-runtime.mjs'
import { removeFolder } from '../../support/remove-folder'

const project = join(import.meta.dirname, '../../..')

/**
 * Milliseconds for Playwright to attach to the program's debugger. Once in some three hundred starts it never did, for a
 * reason that was not found; so it gets a second chance, which is said aloud.
 */
const ATTACH_MS = 30_000

/** Milliseconds for anything to appear or be done on the page; no test is about speed. */
const ACT_MS = 90_000

/**
 * How many times slower than it is the window's computer shall seem (`ZHIKE_TEST_SLOW=8`): a way to find keys that are
 * lost and tests that look too early. 1: as it is.
 */
const SLOW = Number(process.env['ZHIKE_TEST_SLOW'] ?? 1)

export interface LaunchOptions {
  /** Data folder; a new empty one when not given, removed by `close`. null: the program looks for it itself. */
  readonly dataFolder?: string | null
  /** Chromium's folder (IndexedDB, window places …); a new empty one when not given, removed by `close`. */
  readonly profile?: string
  /** Further flags of the program, e.g. `--force-device-scale-factor=2`. */
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** A packaged program instead of the built one. */
  readonly program?: string
  /** Another folder with a built program (package.json and out/) than the project. */
  readonly project?: string
}

export interface Launched {
  readonly app: ElectronApplication
  /** The main window, once it has loaded. */
  readonly window: Page
  readonly dataFolder: string
  readonly profile: string
  /** What the program has written to stdout and stderr so far. */
  readonly output: () => string
  /** Ends the program as its own quit does, and removes the folders that were made for it. */
  readonly close: () => Promise<void>
  /** Ends the program at once (SIGKILL), as a crash or a power cut does; the folders stay. */
  readonly kill: () => Promise<void>
}

/** Starts the program in a folder and profile of its own: tests never see one another or a person's data. */
export async function launch(options: LaunchOptions = {}): Promise<Launched> {
  const electron = await findElectron()
  const made: string[] = []
  const folder = (kind: string) => {
    const path = mkdtempSync(join(tmpdir(), `zhike-${kind}-`))
    made.push(path)
    return path
  }
  const profile = options.profile ?? folder('profile')
  const dataFolder = options.dataFolder === undefined ? folder('data') : options.dataFolder
  const data = dataFolder === null ? [] : [`--data=${dataFolder}`]
  const own = [`--user-data-dir=${profile}`, ...data, ...(options.args ?? [])]
  const start = () =>
    _electron.launch({
      executablePath: options.program ?? electron.path,
      args: options.program ? own : [options.project ?? project, ...own],
      env: { ...inherited(), ...ownDisplay(), ...options.env },
      // Chromium's own sandbox cannot start as root, as in CI.
      chromiumSandbox: process.getuid?.() !== 0,
      timeout: ATTACH_MS,
    })
  const app = await start().catch((error: unknown) => {
    if (!(error instanceof errors.TimeoutError)) throw error
    console.warn('Playwright could not attach to the program; started once more')
    return start()
  })
  let text = ''
  const child = app.process()
  child.stdout?.on('data', (data: Buffer) => (text += data.toString()))
  child.stderr?.on('data', (data: Buffer) => (text += data.toString()))
  const window = await app.firstWindow().catch((error: unknown) => {
    throw new Error(`no window opened:\n${text}`, { cause: error })
  })
  if (SLOW > 1) {
    await slowDown(window)
    app.on('window', (other) => void slowDown(other).catch(() => undefined))
  }
  window.setDefaultTimeout(ACT_MS)
  await window.waitForLoadState('load')

  return {
    app,
    window,
    dataFolder: dataFolder ?? join(profile, 'data'),
    profile,
    output: () => text,
    close: async () => {
      await app.close()
      for (const path of made) removeFolder(path)
    },
    kill: async () => {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }
}

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOW })
}

/** Each worker's own virtual display (see global-setup). */
function ownDisplay(): { readonly DISPLAY?: string } {
  const displays = process.env['ZHIKE_TEST_DISPLAYS']?.split(',') ?? []
  const display = displays[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0)]
  return display === undefined ? {} : { DISPLAY: display }
}

function inherited(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  return Object.fromEntries(entries)
}
