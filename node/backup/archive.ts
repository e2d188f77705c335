import type { ReadBackupFailure } from '../../shared/ipc/restore'
import { err, ok, type Result } from '../../shared/kernel/result'
import type { AppendHandle, FilePort, FileResult } from '../store/file-port'
import { openedBody, readHead, sealed, type BackupKey, type SealedHead } from './sealed'
import type { RandomBytes } from '../../shared/kernel/clock'

/** Where the bytes of an archive go. */
export interface ArchiveSink {
  readonly append: (bytes: Uint8Array) => FileResult<null>
  /** The last bytes have been given. */
  readonly end: () => FileResult<null>
}

/** Where the bytes of an archive come from, one after the other. */
export interface ArchiveSource {
  readonly path: string
  /** Bytes of the file. */
  readonly size: number
  /** Bytes of the file that have been read. */
  readonly done: () => number
  /** The next bytes of the zip archive; null at its end. */
  readonly next: () => FileResult<Uint8Array | null>
}

/** Bytes that are read of a plain archive at once. */
const PIECE = 256 * 1024

/** Writes an archive as it is, or sealed. [ST46] */
export const archiveSink = async (
  out: AppendHandle,
  seal: { readonly key: BackupKey; readonly random: RandomBytes } | null,
): FileResult<ArchiveSink> =>
  seal === null
    ? ok({ append: out.append, end: () => Promise.resolve(ok(null)) })
    : sealed(out, seal.key, seal.random)

/** Opens an archive for reading. `secret`: of the lock of one that is sealed. */
export async function openArchive(
  files: FilePort,
  path: string,
  secret: Uint8Array | null,
): Promise<Result<ArchiveSource, ReadBackupFailure>> {
  const stat = await files.stat(path)
  if (!stat.ok) return stat
  const head = await readHead(files, path)
  if (!head.ok) return head
  if (head.value === null) return ok(plain(files, path, stat.value.size))
  if (secret === null) return err({ type: 'BackupLocked', path })
  return ok(openSealed(files, path, { size: stat.value.size, head: head.value, secret }))
}

function plain(files: FilePort, path: string, size: number): ArchiveSource {
  let at = 0
  return {
    path,
    size,
    done: () => at,
    next: async () => {
      if (at >= size) return ok(null)
      const piece = await files.readRange(path, at, PIECE)
      if (!piece.ok) return piece
      at += piece.value.length
      return piece.value.length === 0 ? err({ type: 'BadFile', path, reason: '文件不完整' }) : piece
    },
  }
}

function openSealed(
  files: FilePort,
  path: string,
  { size, head, secret }: { readonly size: number; readonly head: SealedHead; readonly secret: Uint8Array },
): ArchiveSource {
  const body = openedBody(head, secret)
  let at = head.bound.length
  let isLast = false
  return {
    path,
    size,
    done: () => at,
    next: async () => {
      if (isLast) return ok(null)
      const piece = await files.readRange(path, at, body.piece)
      if (!piece.ok) return piece
      at += piece.value.length
      isLast = at >= size
      const bytes = body.next(piece.value, isLast)
      return bytes.ok ? bytes : err({ type: 'BadFile', path, reason: bytes.error })
    },
  }
}
