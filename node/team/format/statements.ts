import { canonicalJson, type Json } from '../../../shared/kernel/canonical-json'
import { isWriterId } from '../../../shared/store/dot'
import { parsePayload } from '../../../shared/store/payload'
import { isObject, type JsonObject } from '../../../shared/store/read-edit'
import { deviceOf, isKey } from './identity'
import { MOST_NUMBER } from './names'
import { isText, isTime } from './texts'

/** The last segment that is meant of each writer. */
export type WriterSegments = Readonly<Record<string, number>>

/** The seal admits a device. [TF12] */
export interface MemberStatement {
  readonly v: 1
  readonly device: string
  readonly key: string
  readonly letter: string
  readonly name: string
  readonly at: number
  /** Writers of the time before the team that the device answers for. */
  readonly writers: readonly string[]
}

/** The seal ends an admission: segments behind `ends` are not taken, of writers that are not named none. [TF12] */
export interface RemovalStatement {
  readonly v: 1
  readonly device: string
  readonly at: number
  readonly removed: true
  readonly ends: WriterSegments
}

/** A device asks to be admitted. [TF13] */
export interface TeamRequestBody {
  readonly v: 1
  readonly device: string
  readonly key: string
  readonly name: string
  readonly person: string
  readonly letter: string
  readonly program: string
  readonly at: number
}

/** Where a computer is. [TF15] */
export interface TeamNote {
  readonly v: 1
  readonly device: string
  readonly name: string
  readonly person: string
  readonly program: string
  readonly at: number
  readonly read: WriterSegments
  readonly sent: WriterSegments
  /** A random name of the program's run that put it: 16 hex digits. */
  readonly sitting?: string
  /** Tags of this device's notes that stood there when it was put. [TF19] */
  readonly seen?: readonly string[]
  /** This computer left the team by itself; a later note without it says that it came back. */
  readonly left?: true
}

/** Most tags that a note names as seen; a device keeps its last two. */
export const MOST_SEEN = 16

/** Most writers that one statement names: a body of 256 KiB holds fewer. */
const MOST_WRITERS = 10_000

/** What the seal signed, or null when it breaks the format. `body`: a container's body, or its JSON. */
export function parseMember(body: unknown): MemberStatement | RemovalStatement | null {
  const json = objectOf(body)
  if (json?.['v'] !== 1) return null
  const { device, key, letter, name, at, writers, removed, ends } = json
  if (!isWriterId(device) || !isTime(at)) return null
  if (removed !== undefined) {
    const read = readEnds(ends)
    return removed === true && read !== null ? { v: 1, device, at, removed, ends: read } : null
  }
  if (!isKey(key) || deviceOf(key) !== device || !isLetter(letter) || !isText(name)) return null
  return isWriters(writers) ? { v: 1, device, key, letter, name, at, writers: [...writers] } : null
}

/** What a device asks, or null. Whether that device signed it is for the caller: `deviceOf` of the container's key. */
export function parseRequest(body: unknown): TeamRequestBody | null {
  const json = objectOf(body)
  if (json?.['v'] !== 1) return null
  const { device, key, name, person, letter, program, at } = json
  if (!isKey(key) || deviceOf(key) !== device || !isLetter(letter) || !isTime(at)) return null
  if (!isText(name) || !isText(person) || !isText(program)) return null
  return { v: 1, device: deviceOf(key), key, name, person, letter, program, at }
}

/** What a device says of itself, or null. Whether that device signed it is for the caller. */
export function parseNote(body: unknown): TeamNote | null {
  const json = objectOf(body)
  if (json?.['v'] !== 1) return null
  const { device, name, person, program, at, read, sent, sitting, seen, left } = json
  if (!isWriterId(device) || !isTime(at) || !isText(name) || !isText(person) || !isText(program)) return null
  const has = readEnds(read)
  const gave = readEnds(sent)
  if (has === null || gave === null) return null
  if (sitting !== undefined && !isTag(sitting)) return null
  if (seen !== undefined && !isTags(seen)) return null
  if (left !== undefined && left !== true) return null
  const known = {
    ...(sitting === undefined ? {} : { sitting }),
    ...(seen === undefined ? {} : { seen: [...seen] }),
    ...(left === undefined ? {} : { left }),
  }
  return { v: 1, device, name, person, program, at, read: has, sent: gave, ...known }
}

const isTag = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{16}$/.test(value)

const isTags = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length <= MOST_SEEN && value.every(isTag)

/** Throw for what the others would refuse: a wrong local statement fails loudly. */
export const encodeMember = (statement: MemberStatement | RemovalStatement): Uint8Array =>
  encode(statement, parseMember)
export const encodeRequest = (request: TeamRequestBody): Uint8Array => encode(request, parseRequest)
export const encodeNote = (note: TeamNote): Uint8Array => encode(note, parseNote)

function encode<T>(value: T, parse: (json: unknown) => T | null): Uint8Array {
  const read = parse(value)
  if (read === null) throw new Error('a statement that others would refuse')
  return Buffer.from(canonicalJson(read as unknown as Json), 'utf8')
}

function objectOf(body: unknown): JsonObject | null {
  const json = body instanceof Uint8Array ? parsePayload(body) : body
  return isObject(json) ? json : null
}

/** Letters of numbers: one to three of A–Z. [TF12] */
export const isLetter = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Z]{1,3}$/.test(value)

const isWriters = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length <= MOST_WRITERS && value.every(isWriterId)

/** A copy, so that nothing but writers and numbers is in it. */
function readEnds(value: unknown): WriterSegments | null {
  if (!isObject(value)) return null
  const entries = Object.entries(value)
  const isRead = entries.every(([writer, segment]) => isWriterId(writer) && isSegment(segment))
  return isRead && entries.length <= MOST_WRITERS ? (Object.fromEntries(entries) as WriterSegments) : null
}

const isSegment = (value: unknown): boolean =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MOST_NUMBER
