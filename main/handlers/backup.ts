import { localMinute } from '../../node/backup/backup-name'
import { makeBackup } from '../../node/backup/backup'
import { restoreBackup } from '../../node/backup/restore-backup'
import type { FilePort } from '../../node/store'
import type { BackupFailure, FileFailure } from '../../shared/ipc/contract'
import type { Clock } from '../../shared/kernel/clock'
import { ok, type Result } from '../../shared/kernel/result'
import type { FolderSession } from '../data/folder-session'
import type { Ask } from '../files/ask'
import type { Handlers } from '../ipc/answer'
import { progressOf } from '../ipc/progress'
import type { Send } from '../ipc/send'
import type { Texts } from '../text'

export interface BackupParts {
  readonly session: FolderSession
  readonly files: FilePort
  readonly ask: Ask
  readonly texts: () => Texts
  readonly clock: Clock
  readonly send: Send
  /** Starts the program again on a data folder. */
  readonly startAgainOn: (path: string) => Promise<Result<null, FileFailure>>
}

export function backupHandlers(parts: BackupParts): Pick<Handlers, 'backup:make' | 'backup:restore'> {
  return {
    'backup:make': async () => {
      const texts = parts.texts()
      const target = await parts.ask.saveAs({
        title: texts.makeBackup,
        name: `${texts.backupName} ${localMinute(parts.clock.now()).day}`,
        extension: 'zip',
        kind: texts.backupFiles,
      })
      if (target === null) return ok({ path: null, bytes: 0, files: 0 })
      return parts.session.use<{ path: string | null; bytes: number; files: number }, BackupFailure>(
        async (folder) => {
          const made = await makeBackup({
            files: parts.files,
            folder: folder.path,
            quietly: folder.quietly,
            target,
            now: parts.clock.now(),
            progress: progressOf('backup', parts.send),
          })
          return made.ok ? ok({ path: target, ...made.value }) : made
        },
      )
    },
    'backup:restore': async () => {
      const texts = parts.texts()
      const archive = await parts.ask.openFile(texts.openBackup, {
        name: texts.backupFiles,
        extensions: ['zip'],
      })
      if (archive === null) return ok({ path: null })
      const target = await parts.ask.chooseFolder(texts.restoreInto)
      if (target === null) return ok({ path: null })
      const progress = progressOf('restore', parts.send)
      const restored = await restoreBackup({ files: parts.files, archive, target, progress })
      if (!restored.ok) return restored
      const started = await parts.startAgainOn(target)
      return started.ok ? ok({ path: target }) : started
    },
  }
}
