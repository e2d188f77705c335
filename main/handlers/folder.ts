import { shell } from 'electron'
import type { StartFailure } from '../../shared/ipc/contract'
import type { Result } from '../../shared/kernel/result'
import type { FolderSession } from '../data/folder-session'
import type { Ask } from '../files/ask'
import type { Handlers } from '../ipc/answer'

export interface FolderParts {
  readonly session: FolderSession
  readonly standard: string
  readonly ask: Ask
  /** Makes sure that the path can be the data folder, remembers it and starts the program again on it. */
  readonly moveTo: (path: string) => Promise<Result<null, StartFailure>>
}

type Calls = `folder:${'choose' | 'use' | 'useDefault' | 'show'}`

export function folderHandlers(parts: FolderParts): Pick<Handlers, Calls> {
  return {
    'folder:choose': async ({ title }) => ({ path: await parts.ask.chooseFolder(title) }),
    'folder:use': ({ path }) => parts.moveTo(path),
    'folder:useDefault': () => parts.moveTo(parts.standard),
    'folder:show': async () => {
      // Shows the program's own data folder in the system's file manager; an address is never opened.
      await shell.openPath(parts.session.path)
      return null
    },
  }
}
