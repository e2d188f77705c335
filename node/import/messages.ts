import type { SourceRefusal } from '../../shared/import/refusal'
import type { Result } from '../../shared/kernel/result'
import type { ReadLimits } from './limits'
import type { ReadEvent } from './read-source'

/** What the reading process is told, once. */
export interface ReaderJob {
  /** Path of a file, or its bytes. */
  readonly source: string | Uint8Array
  readonly limits: ReadLimits
}

/** What it says: pieces of the file, that it is alive, and at last how it ended. */
export type ReaderMessage =
  | Exclude<ReadEvent, { readonly event: 'rows' }>
  /** See `packRows`. */
  | { readonly event: 'packed'; readonly rows: string }
  | { readonly event: 'alive' }
  | { readonly event: 'done'; readonly result: Result<null, SourceRefusal> }
