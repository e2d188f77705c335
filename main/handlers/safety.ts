import type { AutoBackups } from '../../node/backup/auto-backup'
import type { BackupKeys } from '../../node/backup/backup-keys'
import type { BackupKeyFailure, SafetyStatus } from '../../shared/ipc/safety'
import { ok, type Result } from '../../shared/kernel/result'
import type { Handlers } from '../ipc/answer'

type Calls = `safety:${'status' | 'backUpNow' | 'setPassphrase' | 'dropPassphrase' | 'checkPassphrase'}`

export function safetyHandlers(backups: AutoBackups, keys: BackupKeys): Pick<Handlers, Calls> {
  const andTell = async (
    done: Result<null, BackupKeyFailure>,
  ): Promise<Result<SafetyStatus, BackupKeyFailure>> => (done.ok ? ok(await backups.tellAgain()) : done)
  return {
    'safety:status': () => backups.status(),
    'safety:backUpNow': () => backups.now(),
    'safety:setPassphrase': async ({ passphrase }) => andTell(await keys.set(passphrase)),
    'safety:dropPassphrase': async () => andTell(await keys.drop()),
    'safety:checkPassphrase': async ({ passphrase }) => {
      const fits = await keys.check(passphrase)
      return fits.ok ? ok({ fits: fits.value }) : fits
    },
  }
}
