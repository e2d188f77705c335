import { watch, type FSWatcher } from 'node:fs'

export interface WatchTeamFolderOptions {
  readonly root: string
  /** Something may have changed. Comes at most once in `quiet` milliseconds, also for nothing, and may never come. */
  readonly onHint: () => void
  /** Milliseconds; default one second. */
  readonly quiet?: number
  /** For tests. */
  readonly start?: (root: string, changed: () => void, failed: () => void) => { readonly close: () => void }
}

/**
 * Watches a team folder for hints. Shares do not tell, cloud drives tell too early, and a watcher dies with its drive: so
 * nothing depends on it, every error ends it without a word, and polling is what finds the changes. Runs in the thread of
 * the folder: beginning to watch may hang.
 * @returns ends the watching
 */
export function watchTeamFolder(options: WatchTeamFolderOptions): () => void {
  const { root, onHint, quiet = 1_000, start = startWatching } = options
  let timer: NodeJS.Timeout | null = null
  let watcher: { readonly close: () => void } | null = null
  let isEnded = false

  const end = (): void => {
    isEnded = true
    if (timer !== null) clearTimeout(timer)
    timer = null
    const closing = watcher
    watcher = null
    try {
      closing?.close()
    } catch {
      // What could not even be closed tells nothing any more.
    }
  }

  const changed = (): void => {
    if (isEnded || timer !== null) return
    timer = setTimeout(() => {
      timer = null
      onHint()
    }, quiet)
  }

  try {
    watcher = start(root, changed, end)
  } catch {
    end()
  }
  return end
}

/** Below the root too where the system can do that at once; elsewhere the root and its parts are not worth a handle each. */
function startWatching(root: string, changed: () => void, failed: () => void): FSWatcher {
  const recursive = process.platform === 'win32' || process.platform === 'darwin'
  const watcher = watch(root, { recursive, persistent: false })
  watcher.on('change', changed)
  watcher.on('error', failed)
  return watcher
}
