import type { Result } from '../../../shared/kernel/result'
import type { CarrierEntry, CarrierFailure } from './team-folder'

/** What the thread is started with. */
export interface ThreadTask {
  readonly root: string
  readonly device: string
  /** Whether this thread watches the folder, once it has seen it. */
  readonly watch: boolean
}

/** One call of the port; a thread has one at a time. */
export type ThreadCall =
  | { readonly call: 'list'; readonly path: string }
  | { readonly call: 'read'; readonly path: string; readonly most: number }
  | { readonly call: 'putNew'; readonly path: string; readonly bytes: Uint8Array }
  | { readonly call: 'putAgain'; readonly path: string; readonly bytes: Uint8Array }
  | { readonly call: 'removeOwn'; readonly path: string }
  /** Hidden names in any folder of this computer, by its absolute path: not of the port, but it may hang like the rest. */
  | { readonly call: 'hiddenNames'; readonly path: string }

export type ThreadValue = readonly CarrierEntry[] | readonly string[] | Uint8Array | null

export type ThreadAnswer =
  /** A call of the file system came back: it does not hang. `size`: bytes about to be read, or 0. */
  | { readonly answer: 'alive'; readonly size: number }
  | { readonly answer: 'result'; readonly result: Result<ThreadValue, CarrierFailure> }
  /** Something may have changed in the folder; an answer to no call. */
  | { readonly answer: 'hint' }
  | { readonly answer: 'bug'; readonly message: string }
