import type { JournalFailure, FileFailure } from '../../shared/ipc/contract'
import type { Result } from '../../shared/kernel/result'
import type { RecordSession, SessionDeps, SessionFailure, SessionSource } from './record-session-types'

/** Opens a form for filling: a new one, a record, or a draft that was left unfinished. */
export function openRecordSession(
  deps: SessionDeps,
  source: SessionSource,
): Promise<Result<RecordSession, SessionFailure | JournalFailure | FileFailure>> {
  throw new Error(`not yet: ${String([deps, source].length)}`)
}
