import { toHex } from '../kernel/bytes'
import { canonicalJson, type Json } from '../kernel/canonical-json'
import type { Sha256 } from '../kernel/sha256'
import type { Change, Cursor, Hlc, StoredChange } from './change'
import { isWriterId } from './dot'
import { FRAME_TYPE, isDestroyed, type Frame } from './frame'
import { CHANGE_VERSION, MAX_CARRIED, MAX_CLOCK_MS, MAX_DEPTH } from './limits'
import { isObject, type JsonObject } from './read-edit'

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Canonical JSON in UTF-8, and its SHA-256 in hex. [ST11] */
export interface Payload {
  readonly bytes: Uint8Array
  readonly hash: string
}

/** The payload of any JSON value. */
export function jsonPayload(json: Json, sha256: Sha256): Payload {
  const bytes = encoder.encode(canonicalJson(json))
  return { bytes, hash: toHex(sha256(bytes)) }
}

export const changePayload = (change: Change, sha256: Sha256): Payload =>
  jsonPayload(change as unknown as Json, sha256)

/** The JSON value of a payload, or undefined when it is none or nested deeper than `most`. Never throws. */
export function parsePayload(bytes: Uint8Array, most = MAX_DEPTH): Json | undefined {
  if (!isShallow(bytes, most)) return undefined
  try {
    return JSON.parse(decoder.decode(bytes)) as Json
  } catch {
    return undefined
  }
}

function parseText(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

/** Whether JSON text nests at most so deep: code that walks the value is recursive. */
function isShallow(text: Uint8Array, most: number): boolean {
  let depth = 0
  let isString = false
  for (let at = 0; at < text.length; at++) {
    const byte = text[at]
    if (byte === QUOTE) isString = !isString
    else if (isString) {
      if (byte === BACKSLASH) at++
    } else if (byte === BRACKET || byte === BRACE) {
      if (++depth > most) return false
    } else if (byte === BRACKET + 2 || byte === BRACE + 2) depth--
  }
  return true
}

const LINE_FEED = 0x0a
const QUOTE = 0x22
const BACKSLASH = 0x5c
const BRACKET = 0x5b
const BRACE = 0x7b

/** The frame inside a carried frame: whose it was, where it stood, and what it held. [ST14] */
interface Carried {
  readonly at: Cursor
  readonly type: number
  readonly content: Json
}

/** What a carried frame holds for a frame of another journal. [ST14] */
export const carriedJson = (at: Cursor, type: number, content: Json): Json => ({
  chain: at.chain,
  content,
  seq: at.seq,
  type,
  writer: at.writer,
})

function readCarried(json: Json | undefined): Carried | null {
  if (!isObject(json)) return null
  const { chain, content, seq, type, writer } = json
  if (!isWriterId(writer) || !isSeq(seq) || typeof type !== 'number' || content === undefined) return null
  if (typeof chain !== 'string' || !/^[0-9a-f]{64}$/.test(chain)) return null
  return { at: { writer, seq, chain }, type, content }
}

/**
 * The change that a numbered frame of `writer` holds, out of however many carried frames around it. What cannot be
 * read keeps its place in the chain and is marked `opaque`.
 */
export function readFrameChange(frame: Frame, writer: string, sha256: Sha256): StoredChange {
  const outermost: Cursor = { writer, seq: frame.seq, chain: frame.chain }
  if (isDestroyed(frame)) return opaque(outermost, frame.hash, 'destroyed')
  let at = outermost
  let { type, hash } = frame
  // Every carrying wraps the content once more.
  let json = parsePayload(frame.payload, type === FRAME_TYPE.carried ? MAX_DEPTH + MAX_CARRIED : MAX_DEPTH)
  const around: Cursor[] = []
  while (type === FRAME_TYPE.carried) {
    const carried = readCarried(json)
    if (around.length === MAX_CARRIED) return opaque(outermost, frame.hash, 'unreadable')
    if (carried === null) return opaqueWith(json, type, { at, hash, around, sha256 }, 'unreadable')
    around.push(at)
    ;({ at, type, content: json } = carried)
    hash = jsonPayload(carried.content, sha256).hash
  }
  const change = type === FRAME_TYPE.change ? readChange(json, at) : 'newer'
  if (typeof change === 'string') return opaqueWith(json, type, { at, hash, around, sha256 }, change)
  return { change, hash, chain: at.chain, ...(around.length === 0 ? {} : { carriedBy: around }) }
}

/** Whether a frame's payload can be handed on as one line of text, to be read elsewhere; that it is UTF-8 is looked at besides. */
export const isPlain = (frame: Frame): boolean =>
  frame.type === FRAME_TYPE.change &&
  !isDestroyed(frame) &&
  !frame.payload.includes(LINE_FEED) &&
  isShallow(frame.payload, MAX_DEPTH)

/** The same as `readFrameChange` of a plain frame, from its payload's text. */
export function readPlainText(text: string, { at, hash, sha256 }: Omit<OpaquePlace, 'around'>): StoredChange {
  const json = parseText(text)
  const change = readChange(json, at)
  return typeof change === 'string'
    ? opaqueWith(json, FRAME_TYPE.change, { at, hash, around: [], sha256 }, change)
    : { change, hash, chain: at.chain }
}

interface OpaquePlace {
  readonly at: Cursor
  readonly hash: string
  readonly around: readonly Cursor[]
  readonly sha256: Sha256
}

/** A change that cannot be read, with what its frame holds where carrying that keeps every byte of it. [ST14] */
function opaqueWith(
  json: Json | undefined,
  type: number,
  { at, hash, around, sha256 }: OpaquePlace,
  why: NonNullable<StoredChange['opaque']>,
): StoredChange {
  const stored = { ...opaque(at, hash, why), ...(around.length === 0 ? {} : { carriedBy: around }) }
  return json !== undefined && jsonPayload(json, sha256).hash === hash
    ? { ...stored, raw: { type, content: json } }
    : stored
}

function opaque(at: Cursor, hash: string, why: NonNullable<StoredChange['opaque']>): StoredChange {
  const change: Change = {
    v: 1,
    writer: at.writer,
    seq: at.seq,
    hlc: { ms: 0, n: 0 },
    entity: { kind: 'record', id: '' },
    edits: [],
  }
  return { change, hash, chain: at.chain, opaque: why }
}

/** The change in a payload; its edits are checked one by one when they are folded. [ST15] [ST16] */
function readChange(json: Json | undefined, at: Cursor): Change | 'newer' | 'unreadable' {
  if (!isObject(json)) return 'unreadable'
  if (typeof json['v'] === 'number' && json['v'] > CHANGE_VERSION) return 'newer'
  const { v, writer, seq, hlc, entity, edits } = json
  if (v !== 1 || writer !== at.writer || seq !== at.seq || !isHlc(hlc) || !Array.isArray(edits))
    return 'unreadable'
  if (!isObject(entity) || typeof entity['kind'] !== 'string' || typeof entity['id'] !== 'string')
    return 'unreadable'
  return optionalMembersHold(json) ? (json as unknown as Change) : 'unreadable'
}

function optionalMembersHold({ person, batch, template }: JsonObject): boolean {
  const texts = [batch, template].every((text) => text === undefined || typeof text === 'string')
  return texts && (person === undefined || (isObject(person) && typeof person['name'] === 'string'))
}

const isSeq = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) > 0

function isHlc(value: unknown): value is Hlc {
  if (!isObject(value)) return false
  const { ms, n } = value
  const areCounts = [ms, n].every((part) => Number.isSafeInteger(part) && (part as number) >= 0)
  return areCounts && (ms as number) <= MAX_CLOCK_MS
}
