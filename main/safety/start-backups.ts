import { join } from 'node:path'
import { AutoBackups } from '../../node/backup/auto-backup'
import type { FilePort } from '../../node/store'
import type { Clock } from '../../shared/kernel/clock'
import type { SettingsKeeper } from '../files/settings-keeper'
import type { Send } from '../ipc/send'
import { diskOf, freeAt } from './disks'

export interface BackupsParts {
  /** The program's own folder of this person; backups go there unless another place was chosen. */
  readonly home: string
  readonly profile: string
  readonly files: FilePort
  readonly clock: Clock
  readonly computer: string
  readonly program: string
  readonly settings: SettingsKeeper
  readonly send: Send
  readonly log: (what: string, why: string) => void
}

/** The automatic backups of this program's run; they begin with the data folder. */
export function startBackups(parts: BackupsParts): AutoBackups {
  const { home, profile, files, clock, computer, program, settings, send, log } = parts
  return new AutoBackups({
    files,
    clock,
    computer,
    program,
    memory: join(profile, 'program-version'),
    lastMade: join(profile, 'last-backup.json'),
    place: () => {
      const { backupFolder } = settings.read().settings
      if (backupFolder === undefined) return { folder: join(home, 'backups'), usual: true }
      return backupFolder === null ? null : { folder: backupFolder, usual: false }
    },
    freeAt,
    diskOf,
    tell: (status) => {
      send('safety:changed', status)
    },
    after: (ms, work) => {
      const timer = setTimeout(work, ms)
      return () => {
        clearTimeout(timer)
      }
    },
    log,
  })
}
