import { hostname } from 'node:os'
import { join } from 'node:path'
import { AutoBackups, type BackupPlace } from '../../node/backup/auto-backup'
import { backupKeys, type BackupKeys } from '../../node/backup/backup-keys'
import { fitBackup, type Fitting } from '../../node/backup/fitting'
import { leaveTraces, readTraces } from '../../node/backup/traces'
import type { FilePort } from '../../node/store'
import type { BackupKeyFailure, EncryptionStatus, SafetyStatus } from '../../shared/ipc/safety'
import type { Clock, RandomBytes } from '../../shared/kernel/clock'
import type { Result } from '../../shared/kernel/result'
import type { SettingsKeeper } from '../files/settings-keeper'
import type { Send } from '../ipc/send'
import { systemProtection } from '../team/protection'
import { diskOf, freeAt } from './disks'

export interface BackupsParts {
  /** The program's own folder of this person; backups go there unless another place was chosen. */
  readonly home: string
  readonly profile: string
  readonly files: FilePort
  readonly clock: Clock
  readonly random: RandomBytes
  readonly computer: string
  readonly program: string
  readonly settings: SettingsKeeper
  readonly send: Send
  readonly log: (what: string, why: string) => void
}

export interface Backups {
  readonly automatic: AutoBackups
  readonly keys: BackupKeys
  /** Where automatic backups are put; null: none are made. */
  readonly place: () => string | null
  /** What every backup of this computer is made with. */
  readonly fitting: () => Promise<Result<Fitting, BackupKeyFailure>>
  /** Remembers that work goes on at another computer from this day on, or (null) here. */
  readonly moved: (day: string | null) => Promise<SafetyStatus>
}

/** The backups of this program's run; the automatic ones begin with the data folder. */
export function startBackups(parts: BackupsParts): Backups {
  const { home, profile, files, clock, random, computer, program, settings, send, log } = parts
  const keys = backupKeys({ files, home, protection: systemProtection, random })
  const fitting = () =>
    fitBackup({
      maker: { computer: hostname(), program },
      settings: () => new TextEncoder().encode(JSON.stringify(settings.read().settings)),
      keys,
      random,
    })
  const place = (): BackupPlace | null => {
    const { backupFolder } = settings.read().settings
    if (backupFolder === undefined) return { folder: join(home, 'backups'), usual: true }
    return backupFolder === null ? null : { folder: backupFolder, usual: false }
  }
  const automatic = new AutoBackups({
    files,
    clock,
    computer,
    program,
    memory: join(profile, 'program-version'),
    lastMade: join(profile, 'last-backup.json'),
    place,
    fitting,
    beside: async () => ({ encryption: await encryptionOf(keys), ...(await readTraces(files, profile)) }),
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
  return {
    automatic,
    keys,
    place: () => place()?.folder ?? null,
    fitting,
    moved: async (day) => {
      const left = await leaveTraces(files, profile, { movedOn: day })
      if (!left.ok) log('move not remembered', JSON.stringify(left.error))
      return automatic.tellAgain()
    },
  }
}

async function encryptionOf(keys: BackupKeys): Promise<EncryptionStatus> {
  const key = await keys.read()
  return {
    on: !key.ok || key.value !== null,
    failure: key.ok ? null : key.error,
    guarded: keys.isProtected(),
  }
}
