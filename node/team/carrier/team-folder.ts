import type { Result } from '../../../shared/kernel/result'

/** Why the carrier did not do something. None of them says anything about the files that are there. */
export type CarrierFailure =
  /** The folder cannot be reached now: unplugged, no network, the share is gone, or it did not answer in time. */
  | { readonly type: 'Unreachable'; readonly reason: string }
  | { readonly type: 'NotFound' }
  /** A file of that name is there, with whatever bytes. */
  | { readonly type: 'Taken' }
  | { readonly type: 'Full' }
  | { readonly type: 'ReadOnly' }
  | { readonly type: 'TooLarge'; readonly size: number }
  | { readonly type: 'Failed'; readonly reason: string }

export type Carried<T> = Promise<Result<T, CarrierFailure>>

export interface CarrierEntry {
  readonly name: string
  readonly kind: 'file' | 'dir' | 'other'
  /** Length in bytes as the carrier says it; of folders 0. A hint only. */
  readonly size: number
}

/**
 * What carries a team's files: a shared folder today. Three operations and a tidying one; paths are relative, with `/`, and made of names as SPEC [TF3]
 * has them (anything else is a bug and throws). No operation throws for a failing carrier, none takes longer than its time. What was
 * put may be seen by others later, cut, twice, or never; every reader checks what it reads.
 */
export interface TeamFolder {
  /** Names in a folder, in no order; `NotFound` when there is no such folder. Links and devices are `other`. '' is the folder itself. */
  readonly list: (dir: string) => Carried<readonly CarrierEntry[]>
  /** All bytes of a file; `TooLarge` beyond `most` bytes, without reading them. A link is never followed. */
  readonly read: (path: string, most: number) => Carried<Uint8Array>
  /**
   * Puts a new file, making the folders above it; `Taken` when there is one of that name, whose bytes stay. Written under a temporary name, flushed and renamed where that is
   * possible; where it is not, in place.
   */
  readonly putNew: (path: string, bytes: Uint8Array) => Carried<null>
  /**
   * Puts one's own file again over what the carrier made of it [TF16]: the same content, whole under a temporary name and
   * renamed. Only for a file that was read and found not to be what was put; never half done.
   */
  readonly putAgain: (path: string, bytes: Uint8Array) => Carried<null>
  /** Removes one's own temporary files and notes; fine when there is none. */
  readonly removeOwn: (path: string) => Carried<null>
  readonly close: () => Promise<void>
}
