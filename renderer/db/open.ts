import type { Template } from '../../shared/forms/template'
import type { Bridge, StartInfo } from '../../shared/ipc/contract'
import type { Clock, RandomBytes } from '../../shared/kernel/clock'
import type { Result } from '../../shared/kernel/result'
import type { StartProgress, StartReport, WorkingCopy, WorkingCopyFailure } from './types'

export interface OpenOptions {
  readonly clock: Clock
  readonly random: RandomBytes
  /** The program's own templates: kept in the data folder before use. */
  readonly catalogue: readonly { readonly template: Template; readonly hash: string }[]
  readonly onProgress?: (progress: StartProgress) => void
  /** The person agreed to put a newer program's working copy aside. */
  readonly replaceNewer?: boolean
}

export interface OpenedWorkingCopy {
  readonly workingCopy: WorkingCopy
  readonly report: StartReport
}

/** Opens the working copy of the data folder and brings it to where the journal is. */
export function openWorkingCopy(
  bridge: Bridge,
  start: StartInfo,
  options: OpenOptions,
): Promise<Result<OpenedWorkingCopy, WorkingCopyFailure>> {
  throw new Error(`not yet: ${String([bridge, start, options].length)}`)
}
