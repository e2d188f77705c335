import { Unzip, UnzipInflate, UnzipPassThrough } from 'fflate'
import { err, ok } from '../../shared/kernel/result'
import type { FileFailure } from '../../shared/ipc/contract'
import type { ReadBackupFailure } from '../../shared/ipc/restore'
import type { Result } from '../../shared/kernel/result'
import { joined } from '../store/open-segment'
import type { ArchiveSource } from './archive'

export interface ZipFile {
  readonly name: string
  readonly content: Uint8Array
}

export interface ReadZipOptions<E> {
  readonly source: ArchiveSource
  /** Bytes: what a file really holds is counted, whatever its header says; a larger one ends the reading. */
  readonly maxFile: number
  /** Told file by file; answers a reason to stop. */
  readonly take: (file: ZipFile) => Promise<Result<null, E>>
  /** Bytes of the archive done, of how many. */
  readonly progress?: ((done: number, total: number) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

const EMPTY = new Uint8Array()

/** Bytes that are unpacked at once: they become at most a thousand times as many. */
const BITE = 64 * 1024

/** Never an end before the last call, which may have nothing. */
function push(unzip: Unzip, piece: Uint8Array | null): void {
  if (piece === null) unzip.push(EMPTY, true)
  else for (let at = 0; at < piece.length; at += BITE) unzip.push(piece.subarray(at, at + BITE), false)
}

/** Reads an archive from front to back and hands over file by file. */
export async function readZip<E>({
  source,
  maxFile,
  take,
  progress,
  signal,
}: ReadZipOptions<E>): Promise<Result<null, E | ReadBackupFailure>> {
  const ready: ZipFile[] = []
  const state: { broken: string | null; isOpen: boolean } = { broken: null, isOpen: false }
  const unzip = new Unzip((file) => {
    const parts: Uint8Array[] = []
    let size = 0
    state.isOpen = true
    file.ondata = (error, data, final) => {
      size += data.length
      if (error !== null || size > maxFile)
        state.broken ??= error === null ? '里面有一个过大的文件' : '压缩内容已损坏'
      else parts.push(data)
      if (!final) return
      state.isOpen = false
      ready.push({ name: file.name, content: joined(parts) })
    }
    file.start()
  })
  unzip.register(UnzipPassThrough)
  unzip.register(UnzipInflate)
  for (let isEnd = false; !isEnd;) {
    if (signal?.aborted === true) return err({ type: 'Cancelled' })
    const piece = await source.next()
    if (!piece.ok) return piece
    isEnd = piece.value === null
    try {
      push(unzip, piece.value)
    } catch {
      state.broken ??= '压缩内容已损坏'
    }
    if (state.broken !== null) return bad(source.path, state.broken)
    for (const file of ready.splice(0)) {
      const taken = await take(file)
      if (!taken.ok) return taken
    }
    progress?.(source.done(), source.size)
  }
  return state.isOpen ? bad(source.path, '文件不完整') : ok(null)
}

const bad = (path: string, reason: string) => err<FileFailure>({ type: 'BadFile', path, reason })
