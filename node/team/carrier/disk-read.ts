import { constants } from 'node:fs'
import type { DiskCalls, DiskHandle } from './disk-calls'

/** Thrown before any byte of the file is read. */
export class TooLargeError extends Error {
  constructor(readonly size: number) {
    super('too large')
  }
}

/** Bytes by which a file that grows while it is read is read on. */
const STEP = 1_048_576

/** A link is refused by O_NOFOLLOW, a pipe does not block; Windows has neither flag nor such pipes. */
const READ_FLAGS =
  process.platform === 'win32'
    ? constants.O_RDONLY
    : constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK

/** All bytes of a plain file of at most `most` bytes. */
export async function readWhole(calls: DiskCalls, path: string, most: number): Promise<Uint8Array> {
  if (process.platform === 'win32' && !(await calls.lstat(path)).isFile()) throw notAFile()
  const file = await calls.open(path, READ_FLAGS)
  try {
    const found = await file.stat()
    if (!found.isFile()) throw notAFile()
    if (found.size > most) throw new TooLargeError(found.size)
    return await readToEnd(file, found.size, most)
  } finally {
    await file.close().catch(() => undefined)
  }
}

async function readToEnd(file: DiskHandle, size: number, most: number): Promise<Uint8Array> {
  let bytes = new Uint8Array(size)
  let filled = 0
  for (;;) {
    if (filled === bytes.length) {
      // One byte more than allowed is asked for, so that a file that grew is told from one that just fits.
      const grown = new Uint8Array(Math.min(filled + STEP, most + 1))
      grown.set(bytes)
      bytes = grown
    }
    const { bytesRead } = await file.read(bytes, filled, Math.min(bytes.length - filled, 4 * STEP), filled)
    if (bytesRead === 0) return bytes.subarray(0, filled)
    filled += bytesRead
    if (filled > most) throw new TooLargeError(filled)
  }
}

const notAFile = (): Error => Object.assign(new Error('not a file'), { code: 'NOTAFILE', errno: 0 })
