import type { AutoBackups } from '../../node/backup/auto-backup'
import type { Handlers } from '../ipc/answer'

export const safetyHandlers = (
  backups: AutoBackups,
): Pick<Handlers, 'safety:status' | 'safety:backUpNow'> => ({
  'safety:status': () => backups.status(),
  'safety:backUpNow': () => backups.now(),
})
