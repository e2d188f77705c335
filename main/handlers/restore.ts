import { ENDINGS } from '../../node/backup/backup-name'
import type { RestoreCalls } from '../../shared/ipc/restore'
import { ok } from '../../shared/kernel/result'
import type { Ask } from '../files/ask'
import type { Handlers } from '../ipc/answer'
import { progressOf } from '../ipc/progress'
import type { Send } from '../ipc/send'
import type { OneTask } from '../safety/one-task'
import type { RestoreDesk } from '../safety/restore-desk'
import type { Texts } from '../text'

export interface RestoreParts {
  readonly desk: RestoreDesk
  readonly ask: Ask
  readonly texts: () => Texts
  readonly send: Send
  /** A backup that a person makes, and a look or a restore: neither stops the other. */
  readonly tasks: { readonly backup: OneTask; readonly restore: OneTask }
}

export function restoreHandlers({
  desk,
  ask,
  texts,
  send,
  tasks,
}: RestoreParts): Pick<Handlers, keyof RestoreCalls> {
  const watch = () => ({ progress: progressOf('restore', send), signal: tasks.restore.begin() })
  return {
    'restore:list': () => desk.list(),
    'restore:choose': async () => {
      const { openBackup, backupFiles } = texts()
      const path = await ask.openFile(openBackup, { name: backupFiles, extensions: Object.values(ENDINGS) })
      return { path, beside: path === null ? [] : await desk.chosen(path) }
    },
    'restore:look': ({ archive, passphrase }) => desk.look(archive, passphrase, watch()),
    'restore:place': async () => {
      const chosen = await ask.chooseFolder(texts().restoreInto)
      if (chosen === null) return ok({ path: null })
      const placed = await desk.place(chosen)
      return placed.ok ? ok({ path: placed.value }) : placed
    },
    'restore:go': ({ archive, target }) => desk.go(archive, target, watch()),
    'restore:cancel': ({ work }) => {
      tasks[work].stop()
      return null
    },
  }
}
