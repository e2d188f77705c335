import { app, dialog } from 'electron'
import type { Log } from '../files/log'
import type { Texts } from '../text'

/**
 * The last net for programming errors of the main process: written down, told, and the program starts again. What was
 * saved is flushed to the disk before it counts as saved, so nothing is lost by ending here.
 */
export function catchFailures(log: Log, texts: () => Texts): void {
  let isTold = false
  process.on('uncaughtException', (error: NodeJS.ErrnoException) => {
    // Nobody reads our output any more: no harm.
    if (error.code === 'EPIPE') return
    log.write('main failed', error.stack ?? String(error))
    if (isTold) return
    isTold = true
    tell(log.file, texts())
  })
  process.on('unhandledRejection', (reason) => {
    log.write('main rejected', reason instanceof Error ? (reason.stack ?? reason.message) : String(reason))
  })
}

function tell(file: string, texts: Texts): void {
  if (!app.isReady()) {
    dialog.showErrorBox(texts.programFailed, texts.programFailedDetail(file))
    app.exit(1)
    return
  }
  const response = dialog.showMessageBoxSync({
    type: 'error',
    title: '知客',
    message: texts.programFailed,
    detail: texts.programFailedDetail(file),
    buttons: [texts.restart, texts.quit],
    noLink: true,
  })
  if (response === 0) app.relaunch()
  app.exit(1)
}
