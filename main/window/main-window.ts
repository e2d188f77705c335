import { BrowserWindow, nativeTheme, screen } from 'electron'
import type { LocalSettings } from '../../shared/ipc/contract'
import { ORIGIN } from '../security/origin'
import type { Send } from '../ipc/send'
import type { ClosableWindow } from './close-handshake'
import { keepPlacement, LEAST_SIZE, placeWindow, readPlacement } from './placement'

export interface WindowPlace {
  readonly title: string
  readonly preload: string
  /** Where the window's place is remembered. */
  readonly placementFile: string
  readonly isDevelopment: boolean
}

/** The desk that the paper lies on: shown until the page has drawn itself. */
const DESK = { light: '#EDEBE6', dark: '#1C1F24' }

const deskColour = (): string => (nativeTheme.shouldUseDarkColors ? DESK.dark : DESK.light)

/** The native parts (title bar, dialogs, first background) follow the chosen theme. */
export function followTheme(theme: LocalSettings['theme']): void {
  nativeTheme.themeSource = theme
}

export function openMainWindow(place: WindowPlace): BrowserWindow {
  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id)
  const areas = [primary, ...others].map((display) => display.workArea)
  const { bounds, maximised } = placeWindow(readPlacement(place.placementFile), areas)
  const window = new BrowserWindow({
    ...bounds,
    minWidth: LEAST_SIZE.width,
    minHeight: LEAST_SIZE.height,
    title: place.title,
    backgroundColor: deskColour(),
    autoHideMenuBar: true,
    webPreferences: {
      preload: place.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      webgl: false,
      devTools: place.isDevelopment,
      // A draft is put down a second after typing, also when the window lies behind others.
      backgroundThrottling: false,
    },
  })
  if (maximised) window.maximize()
  rememberPlace(window, place.placementFile)
  window.on('page-title-updated', (event) => {
    event.preventDefault()
  })
  void window.loadURL(`${ORIGIN}/index.html`)
  return window
}

function rememberPlace(window: BrowserWindow, file: string): void {
  let waiting: NodeJS.Timeout | undefined
  const keep = (): void => {
    clearTimeout(waiting)
    if (window.isDestroyed() || window.isMinimized()) return
    keepPlacement(file, { bounds: window.getNormalBounds(), maximised: window.isMaximized() })
  }
  const keepSoon = (): void => {
    clearTimeout(waiting)
    waiting = setTimeout(keep, 500)
  }
  window.on('resize', keepSoon)
  window.on('move', keepSoon)
  window.on('maximize', keepSoon)
  window.on('unmaximize', keepSoon)
  window.on('close', keep)
}

/** Brings the window to the front, e.g. when the program is started a second time. */
export function showAgain(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/** The window as the closing handshake sees it. */
export function closable(window: BrowserWindow, send: Send): ClosableWindow {
  return {
    onClose: (listener) => {
      window.on('close', listener)
    },
    canAnswer: () => !window.webContents.isCrashed() && !window.webContents.isLoadingMainFrame(),
    askToClose: () => {
      send('window:closing', null)
    },
    destroy: () => {
      window.destroy()
    },
  }
}
