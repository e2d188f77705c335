import { makeBackup } from '../../node/backup/backup'
import { ENDINGS, localMinute } from '../../node/backup/backup-name'
import type { Fitting } from '../../node/backup/fitting'
import type { FilePort } from '../../node/store'
import type { AutoBackupFailure, SafetyStatus, SavedBackup } from '../../shared/ipc/safety'
import type { Clock } from '../../shared/kernel/clock'
import { ok, type Result } from '../../shared/kernel/result'
import type { FolderSession } from '../data/folder-session'
import type { Ask } from '../files/ask'
import type { Handlers } from '../ipc/answer'
import { progressOf } from '../ipc/progress'
import type { Send } from '../ipc/send'
import type { OneTask } from '../safety/one-task'
import type { Texts } from '../text'

export interface BackupParts {
  readonly session: FolderSession
  readonly files: FilePort
  readonly ask: Ask
  readonly texts: () => Texts
  readonly clock: Clock
  readonly send: Send
  readonly task: OneTask
  /** What every backup of this computer is made with. */
  readonly fitting: () => Promise<Result<Fitting, AutoBackupFailure>>
  /** Remembers that work goes on at another computer from this day on, or (null) here. */
  readonly moved: (day: string | null) => Promise<SafetyStatus>
}

export function backupHandlers(
  parts: BackupParts,
): Pick<Handlers, 'backup:make' | 'move:make' | 'move:stay'> {
  return {
    'backup:make': () =>
      makeChosen(parts, { title: parts.texts().makeBackup, name: parts.texts().backupName }),
    'move:make': async () => {
      const made = await makeChosen(parts, { title: parts.texts().makeMove, name: parts.texts().moveName })
      if (made.ok && made.value.path !== null) await parts.moved(localMinute(parts.clock.now()).day)
      return made
    },
    'move:stay': () => parts.moved(null),
  }
}

/** A backup to a place that a person chooses. */
async function makeChosen(
  { session, files, ask, texts, clock, send, task, fitting }: BackupParts,
  { title, name }: { readonly title: string; readonly name: string },
): Promise<Result<SavedBackup, AutoBackupFailure>> {
  const fitted = await fitting()
  if (!fitted.ok) return fitted
  const now = clock.now()
  const target = await ask.saveAs({
    title,
    name: `${name} ${localMinute(now).day}`,
    extension: fitted.value.seal === undefined ? ENDINGS.plain : ENDINGS.encrypted,
    kind: texts().backupFiles,
  })
  if (target === null) return ok({ path: null, bytes: 0, files: 0 })
  return session.use<SavedBackup, AutoBackupFailure>(async (folder) => {
    const made = await makeBackup({
      ...fitted.value,
      files,
      folder: folder.path,
      quietly: folder.quietly,
      target,
      now,
      progress: progressOf('backup', send),
      signal: task.begin(),
    })
    return made.ok ? ok({ path: target, ...made.value }) : made
  })
}
