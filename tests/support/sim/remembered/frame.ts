import { decodeFrame as decode, type FoundFrame } from '../../../../shared/store/frame'
import type { Sha256 } from '../../../../shared/kernel/sha256'

export * from '../../../../shared/store/frame'

/** Frames that were found, by where they stand in their buffer. */
const known = new WeakMap<ArrayBufferLike, Map<number, FoundFrame>>()

/**
 * Headers, ends and closing frames are looked at again at every start. A frame that was whole once is, wherever the bytes that are asked
 * about begin and end around it; what was none is looked at again.
 */
export function decodeFrame(bytes: Uint8Array, offset: number, sha256: Sha256): FoundFrame | null {
  const { buffer, byteOffset, length } = bytes
  let frames = known.get(buffer)
  if (frames === undefined) known.set(buffer, (frames = new Map<number, FoundFrame>()))
  const before = frames.get(byteOffset + offset)
  if (before !== undefined && offset + before.end - before.offset <= length)
    return before.offset === offset ? before : { ...before, offset, end: offset + before.end - before.offset }
  const found = decode(bytes, offset, sha256)
  if (found !== null) frames.set(byteOffset + offset, found)
  return found
}
