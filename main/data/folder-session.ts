import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { FileFailure, StartFailure } from '../../shared/ipc/contract'
import { err, ok, type Result } from '../../shared/kernel/result'
import type { DataFolder } from '../../node/store'
import type { Located } from '../start/location'

/** Opens the data folder at a path, making a new one where nothing stands yet. */
export type OpenFolder = (path: string) => Promise<Result<DataFolder, StartFailure>>

/** The one data folder of this program's run. */
export interface FolderSession {
  /** Where it is meant to be; it may not be open. */
  readonly path: string
  /** Opens it; once open, always the same answer. After a failure the next call tries again. */
  readonly open: () => Promise<Result<DataFolder, StartFailure>>
  /** Does something with the open folder; a typed failure when it is not open. */
  readonly use: <T, E>(
    work: (folder: DataFolder) => Promise<Result<T, E>> | Result<T, E>,
  ) => Promise<Result<T, E | FileFailure>>
  readonly close: () => Promise<void>
}

export interface SessionParts {
  readonly located: Located
  /** The usual place, offered when a chosen folder is missing. */
  readonly standard: string
  readonly openFolder: OpenFolder
  /** Hears of the folder once it is open, before anybody uses it. */
  readonly onOpened?: (folder: DataFolder) => void
}

export function folderSession({ located, standard, openFolder, onOpened }: SessionParts): FolderSession {
  let opening: Promise<Result<DataFolder, StartFailure>> | null = null

  const openAndTell = async (): Promise<Result<DataFolder, StartFailure>> => {
    const opened = await openLocated(located, standard, openFolder)
    if (opened.ok) onOpened?.(opened.value)
    return opened
  }

  const open = async (): Promise<Result<DataFolder, StartFailure>> => {
    opening ??= openAndTell()
    const opened = await opening
    if (!opened.ok) opening = null
    return opened
  }

  return {
    path: located.path,
    open,
    use: async (work) => {
      const opened = await opening
      return opened?.ok ? work(opened.value) : err({ type: 'NotFound', path: located.path })
    },
    close: async () => {
      const opened = await opening
      opening = null
      if (opened?.ok) await opened.value.close()
    },
  }
}

/**
 * A folder that someone chose before is opened only where it is: a stick that is not plugged in must never look like a
 * firm without records.
 */
async function openLocated(
  located: Located,
  standard: string,
  openFolder: OpenFolder,
): Promise<Result<DataFolder, StartFailure>> {
  if (located.origin === 'unreadable') {
    return err({ type: 'BadFile', path: located.path, reason: located.reason })
  }
  if (located.origin === 'chosen' && !isDataFolder(located.path)) {
    return err({ type: 'FolderMissing', path: located.path, standard })
  }
  return openFolder(located.path)
}

/** Whether a data folder stands there: its mark, or journals whose mark was lost and can be written again. */
const isDataFolder = (path: string): boolean =>
  existsSync(join(path, 'zhike.json')) || existsSync(join(path, 'writers'))

/** Checks that `path` can become the data folder: it is one, or nothing stands there yet and a new one was made. */
export async function prepareFolder(
  path: string,
  openFolder: OpenFolder,
): Promise<Result<null, StartFailure>> {
  // One that exists may be open in another window of this program: it is not touched here.
  if (isDataFolder(path)) return ok(null)
  const made = await openFolder(path)
  if (!made.ok) return made
  await made.value.close()
  return ok(null)
}
