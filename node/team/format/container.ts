import { createCipheriv, createDecipheriv, createHash, hkdfSync } from 'node:crypto'
import { deflateRaw, deflateRawSync, type ZlibOptions } from 'node:zlib'
import { promisify } from 'node:util'
import { fromHex, toHex } from '../../../shared/kernel/bytes'
import { canonicalJson, type Json } from '../../../shared/kernel/canonical-json'
import type { RandomBytes } from '../../../shared/kernel/clock'
import { err, ok, type Result } from '../../../shared/kernel/result'
import { MAX_SEGMENT_FILE_BYTES } from '../../../shared/store/limits'
import { parsePayload } from '../../../shared/store/payload'
import { isObject, type JsonObject } from '../../../shared/store/read-edit'
import type { RefusedWhy } from '../../../shared/team'
import { isKey, isSignedBy, MINTS, sign, type KeyPair } from './identity'
import { inflateExactly } from './inflate'
import { teamNames } from './names'

export type ContainerKind = 'segment' | 'snapshot' | 'template' | 'attachment' | 'member' | 'request' | 'note'

/** What a container is, as its path says it and as its header repeats it. [TF7] */
export interface Place {
  readonly kind: ContainerKind
  readonly writer?: string
  readonly segment?: number
  readonly first?: number
  readonly last?: number
  readonly mint?: number | null
  /** The tag or name in the path; when it is given, the content has to be that. Not part of the header. */
  readonly tag?: string
}

export interface Sealing {
  readonly team: string
  readonly pair: KeyPair
  /** The team's secret; null in a team without a lock. */
  readonly secret: Uint8Array | null
  readonly random: RandomBytes
}

/** A container that holds: whole, signed, of this place, and within the limits. */
export interface Opened {
  /** As the header says it, the mint among it. */
  readonly place: Place
  /** Who signed it. */
  readonly key: string
  /** The plain body. */
  readonly body: Uint8Array
}

export type ContainerFailure =
  /** Not whole: it is still arriving, or was damaged on its way. Nobody is to blame. [TF6] */
  | { readonly type: 'arriving' }
  /** Signed by `key`, in a version or with a flag that this program does not know. */
  | { readonly type: 'newer'; readonly key: string }
  /** `key`: who signed it; '' when that is not known. */
  | { readonly type: RefusedWhy; readonly key: string }

/** Longest file of a team folder, in bytes; nothing longer is read. [TF8] */
export const MOST_FILE = 192 * 1024 * 1024

const KIB = 1024
const MIB = 1024 * KIB

const MOST_BODY: Readonly<Record<ContainerKind, number>> = {
  segment: MAX_SEGMENT_FILE_BYTES,
  snapshot: MAX_SEGMENT_FILE_BYTES,
  attachment: 50 * MIB,
  template: 16 * MIB,
  member: 256 * KIB,
  request: 256 * KIB,
  note: 256 * KIB,
}

/** Longest plain body of a kind, in bytes. [TF8] */
export const mostBody = (kind: ContainerKind): number => MOST_BODY[kind]

/** Longest file of a kind, in bytes. [TF8] */
export const mostFile = (kind: ContainerKind): number => MOST_BODY[kind] + MIB

const MAGIC = Buffer.from('ff5a4b54', 'hex')
const END_MAGIC = Buffer.from('ff5a4b4500000000', 'hex')
const VERSION = 1
const FLAG = { deflated: 0x01, encrypted: 0x02 } as const
const START_BYTES = 12
const MOST_HEADER = 65_536
const TRAILER_BYTES = 112
/** Of AES-256-GCM's tag, behind an encrypted body. */
const SEAL_BYTES = 16
const SIGNED = Buffer.from('zhike container 1\n', 'ascii')

/** What a container's signature is over: the SHA-256 of all before the trailer. [TF5] */
const signedText = (hash: Uint8Array): Uint8Array => Buffer.concat([SIGNED, hash])

const deflate = promisify<Uint8Array, Buffer>(deflateRaw)

/** A small body needs no large window and no thread of its own: both take longer than deflating. */
const SMALL: ZlibOptions = { windowBits: 12, memLevel: 4 }
const MOST_SMALL = 4096

/** The bytes of a container. Throws for what the caller must have checked: a body that is too long. */
export async function encodeContainer(place: Place, body: Uint8Array, sealing: Sealing): Promise<Uint8Array> {
  const { team, pair, secret, random } = sealing
  if (body.length > mostBody(place.kind)) throw new Error(`a ${place.kind} of ${body.length} bytes`)
  const deflated = body.length <= MOST_SMALL ? deflateRawSync(body, SMALL) : await deflate(body)
  const packed = deflated.length < body.length ? deflated : body
  const salt = secret === null ? null : random(32)
  const header = Buffer.from(canonicalJson(headerJson(place, body.length, team, pair.key, salt)), 'utf8')
  const start = Buffer.alloc(START_BYTES)
  start.set(MAGIC)
  start[4] = VERSION
  start[5] = (packed === deflated ? FLAG.deflated : 0) | (secret === null ? 0 : FLAG.encrypted)
  start.writeUInt32LE(header.length, 8)
  const inside = secret === null || salt === null ? packed : encrypt(packed, secret, salt, [start, header])
  return withTrailer([start, header, inside], pair)
}

function headerJson(
  { kind, writer, segment, first, last, mint }: Place,
  size: number,
  team: string,
  key: string,
  salt: Uint8Array | null,
): Json {
  const numbers = { writer, segment, first, last, mint }
  const said = Object.entries(numbers).filter(([, value]) => value !== undefined)
  return {
    kind,
    team,
    key,
    size,
    ...Object.fromEntries(said),
    ...(salt ? { salt: toHex(salt) } : {}),
  }
}

function withTrailer(parts: readonly Uint8Array[], pair: KeyPair): Uint8Array {
  const before = Buffer.concat(parts)
  const length = Buffer.alloc(8)
  length.writeBigUInt64LE(BigInt(before.length))
  const hash = createHash('sha256').update(before).digest()
  return Buffer.concat([before, length, hash, sign(signedText(hash), pair), END_MAGIC])
}

/** Key and nonce of one container. [TF10] */
function bodyKey(secret: Uint8Array, salt: Uint8Array): { readonly key: Buffer; readonly nonce: Buffer } {
  const bytes = Buffer.from(hkdfSync('sha256', secret, salt, 'zhike body 1', 44))
  return { key: bytes.subarray(0, 32), nonce: bytes.subarray(32) }
}

function encrypt(
  plain: Uint8Array,
  secret: Uint8Array,
  salt: Uint8Array,
  bound: readonly Uint8Array[],
): Uint8Array {
  const { key, nonce } = bodyKey(secret, salt)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.concat(bound))
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** The plain bytes, or null when they do not open. */
function decrypt(
  sealed: Uint8Array,
  secret: Uint8Array,
  salt: Uint8Array,
  bound: Uint8Array,
): Uint8Array | null {
  if (sealed.length < SEAL_BYTES) return null
  const { key, nonce } = bodyKey(secret, salt)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: SEAL_BYTES }).setAAD(bound)
  decipher.setAuthTag(sealed.subarray(sealed.length - SEAL_BYTES))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - SEAL_BYTES)), decipher.final()])
  } catch {
    return null
  }
}

/** The parts of a whole file, before anything in it is believed. */
interface WholeFile {
  readonly flags: number
  readonly newer: boolean
  readonly header: JsonObject
  readonly key: string
  /** The 12 bytes and the header. */
  readonly bound: Uint8Array
  readonly body: Uint8Array
}

/**
 * Opens a container. `place`: what the path says; anything else in the header is `misplaced`. Judged in this order:
 * whole, signed, known version, right place, size, lock, content. Never throws, whatever the bytes.
 */
export async function openContainer(
  bytes: Uint8Array,
  place: Place,
  team: { readonly team: string; readonly secret: Uint8Array | null },
): Promise<Result<Opened, ContainerFailure>> {
  if (bytes.length > Math.min(MOST_FILE, mostFile(place.kind))) return err({ type: 'tooLarge', key: '' })
  const whole = takeApart(bytes)
  if (!whole.ok) return whole
  const { header, key, flags, bound } = whole.value
  const refused = (type: RefusedWhy) => err({ type, key })
  if (whole.value.newer) return err({ type: 'newer', key })
  const wrong = judgeHeader(header, place, team.team)
  if (wrong !== null) return refused(wrong)
  const size = header['size'] as number
  if (size > mostBody(place.kind)) return refused('tooLarge')
  const isEncrypted = (flags & FLAG.encrypted) !== 0
  if (isEncrypted !== (team.secret !== null)) return refused('unreadable')
  const salt = isEncrypted ? hex32(header['salt']) : null
  if (isEncrypted && salt === null) return refused('malformed')
  const packed =
    team.secret === null || salt === null
      ? whole.value.body
      : decrypt(whole.value.body, team.secret, salt, bound)
  if (packed === null) return refused('unreadable')
  const body = (flags & FLAG.deflated) === 0 ? packed : await inflateExactly(packed, size)
  if (body?.length !== size) return refused('malformed')
  if (place.tag !== undefined && !isTagOf(place.tag, body, team)) return refused('misplaced')
  return ok({ place: placeIn(header, place), key, body })
}

/** A whole file's parts, its signature checked. [TF5] [TF6] */
function takeApart(bytes: Uint8Array): Result<WholeFile, ContainerFailure> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const end = file.length - TRAILER_BYTES
  if (end < START_BYTES || !file.subarray(end + 104).equals(END_MAGIC)) return err({ type: 'arriving' })
  const hash = file.subarray(end + 8, end + 40)
  if (file.readBigUInt64LE(end) !== BigInt(end)) return err({ type: 'arriving' })
  if (!createHash('sha256').update(file.subarray(0, end)).digest().equals(hash))
    return err({ type: 'arriving' })
  const length = file.readUInt32LE(8)
  const start = START_BYTES + length
  if (!file.subarray(0, 4).equals(MAGIC) || length > MOST_HEADER || start > end) {
    return err({ type: 'malformed', key: '' })
  }
  const header = readHeader(file.subarray(START_BYTES, start))
  const key = header?.['key']
  if (header === null || !isKey(key)) return err({ type: 'malformed', key: '' })
  if (!isSignedBy(key, signedText(hash), file.subarray(end + 40, end + 104))) {
    return err({ type: 'forged', key: '' })
  }
  const version = file.readUInt8(4)
  const flags = file.readUInt8(5)
  if (version === 0) return err({ type: 'malformed', key })
  const newer = version > VERSION || (flags & ~(FLAG.deflated | FLAG.encrypted)) !== 0
  if (!newer && file.readUInt16LE(6) !== 0) return err({ type: 'malformed', key })
  return ok({ flags, newer, header, key, bound: file.subarray(0, start), body: file.subarray(start, end) })
}

/** The header, when it is canonical: two readers of one text must not read two things. */
function readHeader(bytes: Uint8Array): JsonObject | null {
  const json = parsePayload(bytes)
  return isObject(json) && Buffer.from(canonicalJson(json), 'utf8').equals(bytes) ? json : null
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

const hex32 = (value: unknown): Uint8Array | null => (isKey(value) ? fromHex(value) : null)

/** Members of the header that say which place a file has, beside kind and team. [TF7] */
const placeMembers = (kind: ContainerKind): readonly ('writer' | 'segment' | 'first' | 'last')[] =>
  kind === 'segment' ? ['writer', 'segment'] : kind === 'snapshot' ? ['writer', 'first', 'last'] : []

/** Whether the header says what the path says. [TF7] */
function judgeHeader(header: JsonObject, place: Place, team: string): RefusedWhy | null {
  if (!isCount(header['size']) || typeof header['kind'] !== 'string') return 'malformed'
  if (header['team'] !== team || header['kind'] !== place.kind) return 'misplaced'
  if (placeMembers(place.kind).some((name) => header[name] !== place[name])) return 'misplaced'
  if (place.kind !== 'segment' && place.kind !== 'snapshot') return null
  const mint = header['mint']
  return mint === null || (isCount(mint) && mint < MINTS) ? null : 'malformed'
}

function placeIn(header: JsonObject, { tag: _, ...place }: Place): Place {
  const mint = header['mint']
  return place.writer === undefined ? place : { ...place, mint: typeof mint === 'number' ? mint : null }
}

function isTagOf(
  tag: string,
  body: Uint8Array,
  { team, secret }: { readonly team: string; readonly secret: Uint8Array | null },
): boolean {
  const name = teamNames(team, secret).contentName(createHash('sha256').update(body).digest('hex'))
  return tag.length >= 16 && name.startsWith(tag)
}
