import { createCipheriv, createDecipheriv, createHash, hkdfSync } from 'node:crypto'
import type { FileFailure } from '../../shared/ipc/contract'
import { fromHex, toHex } from '../../shared/kernel/bytes'
import { canonicalJson, type Json } from '../../shared/kernel/canonical-json'
import type { RandomBytes } from '../../shared/kernel/clock'
import { err, ok, type Result } from '../../shared/kernel/result'
import { parsePayload } from '../../shared/store/payload'
import { isObject } from '../../shared/store/read-edit'
import { makeLock, readLock, unlock, type Lock } from '../secrets/lock'
import type { AppendHandle, FilePort, FileResult } from '../store/file-port'
import type { ArchiveSink } from './archive'

/** What seals backups: the lock, which the passphrase opens, stands in each of them. */
export interface BackupKey {
  readonly lock: Lock
  readonly secret: Uint8Array
}

/** What an encrypted backup begins with. [ST46] */
export interface SealedHead {
  readonly lock: Lock
  readonly salt: Uint8Array
  /** Start, header and their hash, to which every piece is bound; the pieces stand behind. */
  readonly bound: Uint8Array
}

const MAGIC = Buffer.from('ff5a4b42', 'hex')
const VERSION = 1
const START_BYTES = 12
const MOST_HEADER = 65_536
const HASH_BYTES = 32
const TAG_BYTES = 16
/** Plain bytes of every piece but the last. [ST47] */
export const PIECE_BYTES = 1024 * 1024
const SALT_BYTES = 32
/** What the lock and the keys of backups belong to. */
const BOUND = 'zhike backup 1'

/** A new key for backups; the passphrase opens its lock. `log2N`: the lock's cost, less in tests. */
export const makeBackupKey = (passphrase: string, random: RandomBytes, log2N?: number): Promise<BackupKey> =>
  makeLock(BOUND, passphrase, random, log2N)

/** The secret, or null when the passphrase does not fit. */
export const openBackupLock = (lock: Lock, passphrase: string): Promise<Uint8Array | null> =>
  unlock(BOUND, lock, passphrase)

/** Writes the head of an encrypted backup; what is appended then is sealed in pieces, in flat memory. [ST47] */
export async function sealed(
  out: AppendHandle,
  key: BackupKey,
  random: RandomBytes,
): FileResult<ArchiveSink> {
  const salt = random(SALT_BYTES)
  const bound = headBytes(key.lock, salt)
  const begun = await out.append(bound)
  if (!begun.ok) return begun
  const pieceKey = keyOf(key.secret, salt)
  const piece = Buffer.alloc(PIECE_BYTES)
  let filled = 0
  let index = 0
  const writePiece = (isLast: boolean): FileResult<null> => {
    const cipher = createCipheriv('aes-256-gcm', pieceKey, nonceOf(index++, isLast)).setAAD(bound)
    const inside = cipher.update(piece.subarray(0, filled))
    filled = 0
    return out.append(Buffer.concat([inside, cipher.final(), cipher.getAuthTag()]))
  }
  return ok({
    append: async (bytes) => {
      for (let at = 0; at < bytes.length;) {
        // Only when more follows is it known that a piece is not the last.
        const written = filled === PIECE_BYTES ? await writePiece(false) : ok(null)
        if (!written.ok) return written
        const part = bytes.subarray(at, at + PIECE_BYTES - filled)
        piece.set(part, filled)
        filled += part.length
        at += part.length
      }
      return ok(null)
    },
    end: () => writePiece(true),
  })
}

function headBytes(lock: Lock, salt: Uint8Array): Buffer {
  const json: Json = { lock: lock as unknown as Json, salt: toHex(salt) }
  const header = Buffer.from(canonicalJson(json), 'utf8')
  const start = Buffer.alloc(START_BYTES)
  start.set(MAGIC)
  start[4] = VERSION
  start.writeUInt32LE(header.length, 8)
  const before = Buffer.concat([start, header])
  return Buffer.concat([before, hashOf(before)])
}

/** The head of an encrypted backup; null: the file is none. */
export async function readHead(files: FilePort, path: string): FileResult<SealedHead | null> {
  const read = await files.readRange(path, 0, START_BYTES + MOST_HEADER + HASH_BYTES)
  if (!read.ok) return read
  const bytes = Buffer.from(read.value)
  if (!bytes.subarray(0, 4).equals(MAGIC)) return ok(null)
  const bad = (reason: string) => err<FileFailure>({ type: 'BadFile', path, reason })
  const end = bytes.length < START_BYTES ? Infinity : START_BYTES + bytes.readUInt32LE(8)
  const bound = bytes.subarray(0, end + HASH_BYTES)
  const isWhole =
    end + HASH_BYTES <= bytes.length && hashOf(bytes.subarray(0, end)).equals(bound.subarray(end))
  if (!isWhole) return bad('加密备份的开头已损坏或不完整')
  if (bytes.readUInt8(4) > VERSION) return bad('这份加密备份由较新版本的知客做成')
  const json = parsePayload(bytes.subarray(START_BYTES, end))
  const lock = isObject(json) ? readLock(json['lock']) : null
  const salt = isObject(json) && typeof json['salt'] === 'string' ? fromHex(json['salt']) : null
  if (lock === null || salt?.length !== SALT_BYTES) return bad('加密备份的开头已损坏或不完整')
  return ok({ lock, salt, bound })
}

export interface OpenedBody {
  /** Bytes of the file that are one piece; the last one may have fewer. */
  readonly piece: number
  /** The plain bytes of the next piece, or why it is not believed. */
  readonly next: (piece: Uint8Array, isLast: boolean) => Result<Uint8Array, string>
}

/** Opens the pieces behind a head, in their order. */
export function openedBody({ salt, bound }: SealedHead, secret: Uint8Array): OpenedBody {
  const key = keyOf(secret, salt)
  let index = 0
  return {
    piece: PIECE_BYTES + TAG_BYTES,
    next: (piece, isLast) => {
      const at = index++
      const plain = openPiece(piece, key, nonceOf(at, isLast), bound)
      if (plain !== null) return ok(plain)
      // A whole piece that is not the last ends the file: the rest was cut off.
      const isCut = isLast && openPiece(piece, key, nonceOf(at, false), bound) !== null
      return err(isCut ? '文件不完整，后面的部分不见了' : '加密内容已损坏或不完整')
    },
  }
}

function openPiece(piece: Uint8Array, key: Buffer, nonce: Buffer, bound: Uint8Array): Uint8Array | null {
  const end = piece.length - TAG_BYTES
  if (end < 0) return null
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(bound).setAuthTag(piece.subarray(end))
  try {
    return Buffer.concat([decipher.update(piece.subarray(0, end)), decipher.final()])
  } catch {
    return null
  }
}

const keyOf = (secret: Uint8Array, salt: Uint8Array): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, BOUND, 32))

/** The key is one file's alone, so that the number of the piece may be its nonce. */
function nonceOf(index: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(index, 7)
  nonce[11] = isLast ? 1 : 0
  return nonce
}

const hashOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()
