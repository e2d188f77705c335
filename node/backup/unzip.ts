import { Unzip, UnzipInflate, UnzipPassThrough } from 'fflate'
import { err, ok } from '../../shared/kernel/result'
import type { FileFailure } from '../../shared/ipc/contract'
import type { Result } from '../../shared/kernel/result'
import type { FilePort } from '../store/file-port'
import { joined } from '../store/open-segment'

export interface ZipFile {
  readonly name: string
  readonly content: Uint8Array
}

/** Bytes of the archive that are read and unpacked at once. */
const CHUNK = 256 * 1024

/**
 * Reads an archive from front to back and hands over file by file. Counts what really comes out: a file larger than
 * `maxFile` bytes ends the reading, whatever its header says. `take` answers a reason to stop.
 */
export async function readZip<E>(
  files: FilePort,
  path: string,
  maxFile: number,
  take: (file: ZipFile) => Promise<Result<null, E>>,
  progress?: (done: number, total: number) => void,
): Promise<Result<null, E | FileFailure>> {
  const stat = await files.stat(path)
  if (!stat.ok) return stat
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
  const total = stat.value.size
  for (let at = 0; at < total; at += CHUNK) {
    const chunk = await files.readRange(path, at, CHUNK)
    if (!chunk.ok) return chunk
    try {
      unzip.push(chunk.value, at + CHUNK >= total)
    } catch {
      state.broken ??= '压缩内容已损坏'
    }
    if (state.broken !== null) return bad(path, state.broken)
    for (const file of ready.splice(0)) {
      const taken = await take(file)
      if (!taken.ok) return taken
    }
    progress?.(Math.min(at + CHUNK, total), total)
  }
  return state.isOpen ? bad(path, '文件不完整') : ok(null)
}

const bad = (path: string, reason: string) => err<FileFailure>({ type: 'BadFile', path, reason })
