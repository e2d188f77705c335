import type { Result } from '../kernel/result'
import type { NamedFile } from '../store/record-files'
import type { FileFailure } from './contract'

/** Calls about attachments: their bytes lie in the data folder under their hashes; what names them are records. */
export interface AttachmentCalls {
  /**
   * Asks for files and keeps each of them. `room`: bytes that the record may still take. Those that were kept are
   * answered even when others were not. Empty: the person cancelled.
   */
  'attachment:choose': { in: { room: number }; out: KeptFiles }
  /** Keeps bytes that were pasted or dropped. Answered only when they would outlive a loss of power. */
  'attachment:keep': { in: { name: string; bytes: Uint8Array }; out: Result<NamedFile, AttachmentFailure> }
  'attachment:read': { in: { hash: string }; out: Result<Uint8Array, AttachmentFailure> }
  /** Which of these are not in the data folder (yet). Nothing follows from that but a placeholder. */
  'attachment:missing': { in: { hashes: readonly string[] }; out: Result<readonly string[], FileFailure> }
  /** Opens a read-only copy under its real name with the system's program. Known kinds of documents only. */
  'attachment:open': { in: { hash: string; name: string }; out: Result<null, AttachmentFailure> }
  /** Asks for a place, then writes. `path` null: the person cancelled. */
  'attachment:save': {
    in: { hash: string; name: string }
    out: Result<{ path: string | null }, AttachmentFailure>
  }
  /** All attachments in the data folder. */
  'attachment:total': { in: null; out: Result<{ files: number; bytes: number }, FileFailure> }
}

export interface KeptFiles {
  readonly kept: readonly NamedFile[]
  readonly refused: readonly { readonly name: string; readonly failure: AttachmentFailure }[]
}

export type AttachmentFailure =
  | FileFailure
  /** `of` record: with this one the record's attachments would be larger than `most` bytes. */
  | {
      readonly type: 'TooLarge'
      readonly name: string
      readonly size: number
      readonly most: number
      readonly of: 'file' | 'record'
    }
  | { readonly type: 'EmptyFile'; readonly name: string }
  /** Not in the data folder of this computer (yet). */
  | { readonly type: 'AttachmentMissing'; readonly hash: string }
  /** What lies there is not what was kept; it stays as it is. */
  | { readonly type: 'AttachmentDamaged'; readonly hash: string }
  /** It may be a program or a script: it is not opened. */
  | { readonly type: 'NotOpened'; readonly name: string }
  | { readonly type: 'OpenFailed'; readonly name: string; readonly reason: string }
