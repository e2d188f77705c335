import { createHash } from 'node:crypto'
import { crc32 } from '../../../shared/store/crc32'

/** A segment put together by hand from SPEC [ST5]–[ST19]: hashes, chain and checksums are right, whatever is in it. */
export interface RawFrame {
  readonly type: number
  readonly flags?: number
  readonly payload: Uint8Array
  /** Another sequence than the one that follows. */
  readonly seq?: bigint
  /** Another length than the payload's. */
  readonly length?: number
}

const sha256 = (...parts: readonly (string | Uint8Array)[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

export const chainStart = (writer: string): Buffer => sha256('zhike chain 1\n', writer)

const eight = (number: bigint): Buffer => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt.asUintN(64, number))
  return bytes
}

/** Frames one behind the other, and a closing frame that fits them. */
export function rawSegment(writer: string, frames: readonly RawFrame[], isClosed: boolean): Buffer {
  let seq = 0n
  let chain = chainStart(writer)
  const parts: Buffer[] = []
  for (const frame of frames) {
    const hash = sha256(frame.payload)
    if (frame.type < 0x80) {
      seq = frame.seq ?? seq + 1n
      chain = sha256('zhike link 1\n', chain, eight(seq), hash)
    }
    parts.push(frameBytes(frame, seq, hash, chain))
  }
  const before = Buffer.concat(parts)
  if (!isClosed) return before
  const closing = { bytes: before.length, frames: frames.length, sha256: sha256(before).toString('hex') }
  const payload = Buffer.from(JSON.stringify(closing))
  return Buffer.concat([before, frameBytes({ type: 0x82, payload }, seq, sha256(payload), chain)])
}

function frameBytes(frame: RawFrame, seq: bigint, hash: Buffer, chain: Buffer): Buffer {
  const head = Buffer.alloc(88)
  head.writeUInt32BE(0xff5a4b46, 0)
  head[4] = frame.type
  head[5] = frame.flags ?? 0
  head.writeUInt32LE(frame.length ?? frame.payload.length, 8)
  eight(seq).copy(head, 12)
  hash.copy(head, 20)
  chain.copy(head, 52)
  head.writeUInt32LE(crc32(head.subarray(0, 84)) >>> 0, 84)
  return Buffer.concat([head, frame.payload])
}
