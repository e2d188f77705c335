import { MAX_SEGMENT_FILE_BYTES } from '../../../shared/store/limits'
import { mostBody } from './container'

/** Segments of one run in one file, and from how many missing ones on snapshots are looked for. */
export interface SnapshotSizes {
  readonly least: number
  readonly most: number
  readonly bytes: number
  readonly farBehind: number
}

/** [TF20]; others are for tests. */
export const SNAPSHOT: SnapshotSizes = { least: 16, most: 256, bytes: 32 * 1024 * 1024, farBehind: 16 }

const LENGTH_BYTES = 4

/** A snapshot's plain body. Throws when it would be longer than others take. */
export function packSegments(segments: readonly Uint8Array[]): Uint8Array {
  const size = segments.reduce((sum, { length }) => sum + LENGTH_BYTES + length, 0)
  if (segments.length > SNAPSHOT.most || size > mostBody('snapshot')) throw new Error('a snapshot too large')
  const body = Buffer.allocUnsafe(size)
  let at = 0
  for (const segment of segments) {
    at = body.writeUInt32LE(segment.length, at)
    body.set(segment, at)
    at += segment.length
  }
  return body
}

/** The segments in a snapshot's plain body, as views of it; null unless it is exactly that many. */
export function unpackSegments(body: Uint8Array, expected: number): readonly Uint8Array[] | null {
  if (expected < 1 || expected > SNAPSHOT.most || body.length > mostBody('snapshot')) return null
  const view = new DataView(body.buffer, body.byteOffset, body.length)
  const segments: Uint8Array[] = []
  let at = 0
  while (segments.length < expected) {
    if (body.length - at < LENGTH_BYTES) return null
    const length = view.getUint32(at, true)
    at += LENGTH_BYTES
    if (length === 0 || length > MAX_SEGMENT_FILE_BYTES || length > body.length - at) return null
    segments.push(body.subarray(at, at + length))
    at += length
  }
  return at === body.length ? segments : null
}
