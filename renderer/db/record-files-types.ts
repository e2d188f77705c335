import type { PersonRef } from '../../shared/forms/values'
import type { JournalFailure } from '../../shared/ipc/contract'
import type { Result } from '../../shared/kernel/result'
import type { NamedFile } from '../../shared/store/record-files'
import type { Written } from './records-types'

/** An attachment as its record shows it. */
export interface RecordAttachment extends NamedFile {
  readonly row: string
  /** Milliseconds since 1970, by the writer's clock. */
  readonly added?: number
  /** Name of who added it. */
  readonly by?: string
}

type Done = Promise<Result<Written, JournalFailure>>

export interface FilesRepository {
  /** In the order in which they were added; none for a record that is not saved yet. */
  readonly of: (record: string) => Promise<readonly RecordAttachment[]>
  /** Their bytes are in the data folder already (`attachment:keep`). A void or closed record takes none. */
  readonly add: (record: string, files: readonly NamedFile[], person?: PersonRef) => Done
  /** One that was removed comes back in its own place. */
  readonly putBack: (record: string, file: RecordAttachment, person?: PersonRef) => Done
  readonly rename: (record: string, row: string, name: string, person?: PersonRef) => Done
  /** The bytes stay in the data folder. */
  readonly remove: (record: string, row: string, person?: PersonRef) => Done
}
