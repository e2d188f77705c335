import { dialog, type BrowserWindow } from 'electron'
import type { Clock } from '../../shared/kernel/clock'
import type { Texts } from '../text'

export interface CrashCare {
  readonly clock: Clock
  readonly texts: () => Texts
  readonly log: (kind: string, detail: string) => void
  /** The page is about to be loaded again after a crash. */
  readonly beforeReload: () => void
  readonly giveUp: () => void
}

/** A second crash within this many milliseconds is asked about, so that a page that cannot start does not start for ever. */
const AGAIN_WITHIN = 60_000

/** Opens a crashed page again, once by itself, then only when the person wants it; asks about one that hangs. */
export function careForCrashes(window: BrowserWindow, care: CrashCare): void {
  const contents = window.webContents
  let lastCrash = Number.NEGATIVE_INFINITY
  let isAsking = false

  const reload = (): void => {
    care.beforeReload()
    contents.reload()
  }
  const ask = async (title: string, detail: string, buttons: [string, string]): Promise<boolean> => {
    isAsking = true
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      title: '知客',
      message: title,
      detail,
      buttons,
      noLink: true,
    })
    isAsking = false
    return response === 0
  }

  contents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit' || window.isDestroyed()) return
    care.log('window crashed', `${details.reason} ${String(details.exitCode)}`)
    const now = care.clock.now()
    const isFirst = now - lastCrash > AGAIN_WITHIN
    lastCrash = now
    if (isFirst) {
      reload()
      return
    }
    const texts = care.texts()
    void ask(texts.windowCrashed, texts.windowCrashedDetail, [texts.reopen, texts.quit]).then((again) => {
      if (again) reload()
      else care.giveUp()
    })
  })
  window.on('unresponsive', () => {
    care.log('window unresponsive', '')
    if (isAsking) return
    const texts = care.texts()
    void ask(texts.unresponsive, texts.unresponsiveDetail, [texts.reopen, texts.wait]).then((again) => {
      // The crash that this makes is the first of its minute and opens the page again.
      if (again) contents.forcefullyCrashRenderer()
    })
  })
}
