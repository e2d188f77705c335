import { app } from 'electron'
import type { Finding, LocalSettings, StartInfo } from '../../shared/ipc/contract'
import type { FrameMemory } from '../../shared/ipc/frame'
import { err, ok } from '../../shared/kernel/result'
import type { FolderSession } from '../data/folder-session'
import type { Handlers } from '../ipc/answer'
import type { SettingsKeeper } from '../files/settings-keeper'

export interface AppParts {
  readonly session: FolderSession
  readonly settings: SettingsKeeper
  /** What is to be told of the data folder's place. */
  readonly alsoFound: Promise<readonly Finding[]>
  /** Hears of every page that has begun with the open data folder. */
  readonly onStarted: () => void
  readonly log: (kind: string, detail: string) => void
  readonly isDemo: boolean
  /** Whether the page had to be loaded again after a crash. */
  readonly isRecovered: () => boolean
  readonly settingsChanged: (settings: LocalSettings) => void
  /** Whether a person chose this folder in this run of the program. */
  readonly wasChosen: (folder: string) => boolean
  readonly keepFrame: (frame: FrameMemory | null) => void
  readonly quit: () => void
}

export function appHandlers(
  parts: AppParts,
): Pick<Handlers, 'app:start' | 'app:quit' | 'app:report' | 'frame:keep' | 'settings:get' | 'settings:put'> {
  return {
    'app:start': async () => {
      const opened = await parts.session.open()
      if (!opened.ok) return opened
      const folder = opened.value
      const { settings, kept } = parts.settings.read()
      const info: StartInfo = {
        appVersion: app.getVersion(),
        runtime: {
          electron: process.versions.electron,
          chrome: process.versions.chrome,
          node: process.versions.node,
          platform: `${process.platform} ${process.arch}`,
        },
        folder: {
          path: folder.path,
          id: folder.id,
          readOnly: folder.readOnly,
          created: folder.created,
        },
        writer: folder.writer,
        ends: folder.ends(),
        findings: [...folder.findings, ...(await parts.alsoFound)],
        settings,
        ...(parts.isDemo ? { demo: true } : {}),
        ...(parts.isRecovered() ? { recovered: true } : {}),
        ...(kept === undefined ? {} : { settingsDamaged: { kept } }),
      }
      parts.onStarted()
      return ok(info)
    },
    'app:quit': () => {
      // After the answer has gone out.
      setImmediate(parts.quit)
      return null
    },
    'app:report': ({ message, detail }) => {
      parts.log('window', `${message}\n${detail}`)
      return null
    },
    'frame:keep': (frame) => {
      parts.keepFrame(frame)
      return null
    },
    'settings:get': () => parts.settings.read().settings,
    'settings:put': async (settings) => {
      const { backupFolder } = settings
      const isOther = backupFolder !== parts.settings.read().settings.backupFolder
      // Everything that there is goes there: only a person says where.
      if (typeof backupFolder === 'string' && isOther && !parts.wasChosen(backupFolder))
        return err({ type: 'NotWritable', path: backupFolder })
      const written = await parts.settings.write(settings)
      if (written.ok) parts.settingsChanged(settings)
      return written
    },
  }
}
