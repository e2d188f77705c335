import type { Bridge, Draft, FileFailure } from '../../shared/ipc/contract'
import { makeLine } from '../../shared/kernel/line'
import { err, type Result } from '../../shared/kernel/result'
import type { DraftFailure } from './record-session-types'

/** A draft waits this long for the next keystroke, in milliseconds. */
const DRAFT_QUIET_MS = 300
/** But is never further than this behind what was typed. */
const DRAFT_LATEST_MS = 1000
/** After a failed write it is tried again. */
const RETRY_MS = 5000

export interface DraftKeeper {
  /** Something was typed: the draft is written soon. */
  readonly touch: () => void
  /** Writes at once what is waiting; resolves when it is on the disk or has failed. */
  readonly flush: () => Promise<void>
  /** The draft is no longer needed; resolves when its file is gone or could not be removed. */
  readonly remove: () => Promise<void>
  /** `savedAt` of every draft that may stand in the file now; none when there is no file. */
  readonly standing: () => readonly number[]
}

/** Attempts of which it is not known whether they reached the disk: so many are remembered. */
const MOST_STANDING = 100

export interface DraftKeeperDeps {
  readonly bridge: Bridge
  readonly id: string
  readonly now: () => number
  /** The same as `standing`, at the beginning. */
  readonly standing: readonly number[]
  /** The draft as it is at the moment of writing. */
  readonly current: () => Draft
  readonly onSaved: (savedAt: number) => void
  readonly onRemoved: () => void
  readonly onFailure: (act: DraftFailure['act'], failure: FileFailure) => void
}

/** Writes the draft of one open form, one write at a time. */
export function keepDraft(deps: DraftKeeperDeps): DraftKeeper {
  let timer: ReturnType<typeof setTimeout> | undefined
  /** When the oldest keystroke that is not in the file was typed; undefined when all are. */
  let waitingSince: number | undefined
  let standing = deps.standing

  const inLine = makeLine()

  const schedule = (delay: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), delay)
  }

  const flush = async () => {
    clearTimeout(timer)
    await inLine(async () => {
      if (waitingSince === undefined) return
      waitingSince = undefined
      const last = standing.at(-1) ?? 0
      const now = deps.current()
      // Each bears a time of its own, also when the clock stands or is put back.
      const draft = { ...now, savedAt: Math.max(now.savedAt, last + 1) }
      standing = [...standing, draft.savedAt].slice(-MOST_STANDING)
      const result = await answered(deps.bridge.call('draft:put', draft))
      if (result.ok) {
        standing = [draft.savedAt]
        deps.onSaved(draft.savedAt)
        return
      }
      waitingSince ??= deps.now()
      schedule(RETRY_MS)
      deps.onFailure('write', result.error)
    })
  }

  return {
    touch: () => {
      const now = deps.now()
      waitingSince ??= now
      schedule(Math.max(0, Math.min(DRAFT_QUIET_MS, waitingSince + DRAFT_LATEST_MS - now)))
    },
    flush,
    standing: () => standing,
    remove: () => {
      clearTimeout(timer)
      waitingSince = undefined
      return inLine(async () => {
        if (waitingSince !== undefined) return
        if (standing.length === 0) {
          deps.onRemoved()
          return
        }
        const result = await answered(deps.bridge.call('draft:remove', { id: deps.id }))
        if (result.ok || result.error.type === 'NotFound') {
          standing = []
          deps.onRemoved()
        } else deps.onFailure('remove', result.error)
      })
    },
  }
}

/** A call that the main process refuses outright is told like any other failure. */
const answered = (call: Promise<Result<null, FileFailure>>): Promise<Result<null, FileFailure>> =>
  call.catch((error: unknown) => err<FileFailure>({ type: 'Io', path: 'drafts', code: String(error) }))
