import { fromHex, toHex } from '../kernel/bytes'
import type { Sha256 } from '../kernel/sha256'
import { crc32 } from './crc32'
import { MAX_PAYLOAD_BYTES } from './limits'

/** Length of a frame's header in bytes. The payload follows at once. [ST5] */
const FRAME_HEADER_BYTES = 88

/** The first byte never occurs in UTF-8, so that no payload can look like the start of a frame. [ST5] */
const MAGIC = [0xff, 0x5a, 0x4b, 0x46] as const

/** Types with bit 7 set take no sequence number and no place in the chain. [ST6] */
export const FRAME_TYPE = { change: 0x01, carried: 0x02, header: 0x81, closing: 0x82 } as const

export const FRAME_FLAG = {
  /** The payload was destroyed (销毁): its length stays, its bytes are zero, its hash stays in the chain. [ST7] */
  destroyed: 0x01,
  /** The next frame belongs to the same append: neither counts without the other at the end of a file. [ST8] */
  more: 0x02,
} as const

export interface Frame {
  readonly type: number
  readonly flags: number
  readonly seq: number
  /** SHA-256 of the payload, 64 hex digits. */
  readonly hash: string
  /** The chain up to and including this frame, 64 hex digits. */
  readonly chain: string
  readonly payload: Uint8Array
}

/** A frame as it was found in a file, with its place there in bytes. */
export interface FoundFrame extends Frame {
  readonly offset: number
  /** Offset of the byte after its payload. */
  readonly end: number
}

/** Whether a frame counts in its writer's sequence and chain. */
export const isNumbered = (frame: Frame): boolean => (frame.type & 0x80) === 0

export const isDestroyed = (frame: Frame): boolean => (frame.flags & FRAME_FLAG.destroyed) !== 0

/** Byte offsets within the header. [ST5] */
const AT = { type: 4, flags: 5, reserved: 6, length: 8, seq: 12, hash: 20, chain: 52, crc: 84 } as const

/** The frame's bytes: header, then payload. Throws for what the caller must have checked: sizes and hashes. */
export function encodeFrame(frame: Frame): Uint8Array {
  const hash = fromHex(frame.hash)
  const chain = fromHex(frame.chain)
  if (hash?.length !== 32 || chain?.length !== 32) throw new Error('a frame needs SHA-256 values in hex')
  if (frame.payload.length > MAX_PAYLOAD_BYTES) throw new Error(`a payload of ${frame.payload.length} bytes`)
  const bytes = new Uint8Array(FRAME_HEADER_BYTES + frame.payload.length)
  const view = new DataView(bytes.buffer)
  bytes.set(MAGIC)
  bytes[AT.type] = frame.type
  bytes[AT.flags] = frame.flags
  view.setUint32(AT.length, frame.payload.length, true)
  view.setBigUint64(AT.seq, BigInt(frame.seq), true)
  bytes.set(hash, AT.hash)
  bytes.set(chain, AT.chain)
  view.setUint32(AT.crc, crc32(bytes.subarray(0, AT.crc)), true)
  bytes.set(frame.payload, FRAME_HEADER_BYTES)
  return bytes
}

function isMagic(bytes: Uint8Array, at: number): boolean {
  for (let i = 0; i < MAGIC.length; i++) if (bytes[at + i] !== MAGIC[i]) return false
  return true
}

/** The whole frame at `offset`, or null when what stands there is not one. Never throws, whatever the bytes. */
export function decodeFrame(bytes: Uint8Array, offset: number, sha256: Sha256): FoundFrame | null {
  if (offset + FRAME_HEADER_BYTES > bytes.length || !isMagic(bytes, offset)) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, FRAME_HEADER_BYTES)
  if (view.getUint32(AT.crc, true) !== crc32(bytes.subarray(offset, offset + AT.crc))) return null
  const length = view.getUint32(AT.length, true)
  const seq = view.getBigUint64(AT.seq, true)
  const start = offset + FRAME_HEADER_BYTES
  if (length > MAX_PAYLOAD_BYTES || start + length > bytes.length || seq > BigInt(Number.MAX_SAFE_INTEGER))
    return null
  const frame: FoundFrame = {
    type: view.getUint8(AT.type),
    flags: view.getUint8(AT.flags),
    seq: Number(seq),
    hash: toHex(bytes.subarray(offset + AT.hash, offset + AT.hash + 32)),
    chain: toHex(bytes.subarray(offset + AT.chain, offset + AT.chain + 32)),
    payload: bytes.subarray(start, start + length),
    offset,
    end: start + length,
  }
  return isDestroyed(frame) || toHex(sha256(frame.payload)) === frame.hash ? frame : null
}

/** The next whole frame at or after `from`, for going on behind damage; null when there is none. */
export function findFrame(bytes: Uint8Array, from: number, sha256: Sha256): FoundFrame | null {
  for (let at = bytes.indexOf(MAGIC[0], from); at !== -1; at = bytes.indexOf(MAGIC[0], at + 1)) {
    const frame = decodeFrame(bytes, at, sha256)
    if (frame !== null) return frame
  }
  return null
}
