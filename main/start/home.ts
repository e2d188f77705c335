import { join, resolve } from 'node:path'
import type { App } from 'electron'

/**
 * The program's own folder of this person on this computer: settings, Chromium's profiles, and unless another place is
 * chosen the data folder. `--user-data-dir` puts all of it elsewhere, e.g. beside a portable program.
 */
export function homeFolder(app: App): string {
  const given = app.commandLine.getSwitchValue('user-data-dir')
  return given === '' ? join(app.getPath('appData'), 'zhike') : resolve(given)
}
