import { existsSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { app, dialog, type BrowserWindow, type OpenDialogOptions, type SaveDialogOptions } from 'electron'
import { safeFileName } from '../../shared/kernel/file-name'

/** The native dialogs for files and folders, on top of the window where there is one. */
export interface Ask {
  readonly saveAs: (wanted: Wanted) => Promise<string | null>
  readonly openFile: (title: string, filter: Filter) => Promise<string | null>
  /** Several files of any kind; none when the person cancelled. */
  readonly openFiles: (title: string) => Promise<readonly string[]>
  readonly chooseFolder: (title: string) => Promise<string | null>
  /** Whether a person chose this folder in this run: only there the window may write without asking. */
  readonly wasChosen: (folder: string) => boolean
}

export interface Filter {
  readonly name: string
  readonly extensions: readonly string[]
}

export interface Wanted {
  readonly title: string
  readonly name: string
  readonly extension: string
  readonly kind: string
}

export function askThrough(window: () => BrowserWindow | null): Ask {
  let lastFolder: string | null = null
  const chosen = new Set<string>()

  const showSave = (options: SaveDialogOptions) => {
    const parent = window()
    return parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options)
  }
  const openAll = async (options: OpenDialogOptions): Promise<readonly string[]> => {
    const parent = window()
    const answer = parent
      ? await dialog.showOpenDialog(parent, options)
      : await dialog.showOpenDialog(options)
    return answer.canceled ? [] : answer.filePaths
  }
  const open = async (options: OpenDialogOptions): Promise<string | null> =>
    (await openAll(options))[0] ?? null

  return {
    saveAs: async (wanted) => {
      let defaultPath = join(
        lastFolder ?? app.getPath('documents'),
        safeFileName(wanted.name, wanted.extension),
      )
      for (;;) {
        const { canceled, filePath } = await showSave({
          title: wanted.title,
          defaultPath,
          filters: [{ name: wanted.kind, extensions: [wanted.extension] }],
        })
        if (canceled || !filePath) return null
        lastFolder = dirname(filePath)
        if (extname(filePath).toLowerCase() === `.${wanted.extension}`) return filePath
        defaultPath = `${filePath}.${wanted.extension}`
        // The dialog asked about the name without its extension: what already has the full name is asked about again.
        if (!existsSync(defaultPath)) return defaultPath
      }
    },
    openFile: (title, filter) =>
      open({
        title,
        properties: ['openFile'],
        filters: [{ name: filter.name, extensions: [...filter.extensions] }],
      }),
    openFiles: (title) => openAll({ title, properties: ['openFile', 'multiSelections'] }),
    chooseFolder: async (title) => {
      const folder = await open({ title, properties: ['openDirectory', 'createDirectory'] })
      if (folder !== null) chosen.add(folder)
      return folder
    },
    wasChosen: (folder) => chosen.has(folder),
  }
}
