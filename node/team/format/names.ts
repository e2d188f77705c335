import { createHash, createHmac, hkdfSync } from 'node:crypto'
import { isWriterId } from '../../../shared/store/dot'

/** Names that a team's content has in its folder: they tell nothing about it to whoever lacks the secret. [TF3] */
export interface TeamNames {
  /** Of a plain body: 16 hex digits. */
  readonly tag: (body: Uint8Array) => string
  /** Of a template or an attachment, from its SHA-256 in hex: 64 hex digits. */
  readonly contentName: (sha256Hex: string) => string
}

const INFO = 'zhike names 1'

/** `secret`: of a locked team. */
export function teamNames(team: string, secret: Uint8Array | null): TeamNames {
  const key =
    secret === null
      ? createHash('sha256').update(`${INFO}\n${team}`, 'ascii').digest()
      : Buffer.from(hkdfSync('sha256', secret, new Uint8Array(), INFO, 32))
  const contentName = (sha256Hex: string): string =>
    createHmac('sha256', key).update(sha256Hex, 'ascii').digest('hex')
  return {
    tag: (body) => contentName(createHash('sha256').update(body).digest('hex')).slice(0, 16),
    contentName,
  }
}

/** Folders and fixed names of a team folder. */
export const paths = {
  mark: 'zhike-team.json',
  members: 'members',
  requests: 'requests',
  segments: 'segments',
  snapshots: 'snapshots',
  templates: 'templates',
  attachments: 'attachments',
  notes: 'notes',
} as const

/** How many segments stand in one folder, so that none grows too large for a carrier. */
const SHARD = 1000

/** Highest number in a name of eight digits. */
export const MOST_NUMBER = 99_999_999

const eight = (number: number): string => String(number).padStart(8, '0')

export const segmentShard = (segment: number): string =>
  String(Math.floor((segment - 1) / SHARD)).padStart(5, '0')

export const segmentPath = (writer: string, segment: number, tag: string): string =>
  `${paths.segments}/${writer}/${segmentShard(segment)}/${eight(segment)}-${tag}`

export const snapshotPath = (writer: string, first: number, last: number, tag: string): string =>
  `${paths.snapshots}/${writer}/${eight(first)}-${eight(last)}-${tag}`

export const templatePath = (name: string): string => `${paths.templates}/${name}`

export const attachmentPath = (name: string): string => `${paths.attachments}/${name.slice(0, 2)}/${name}`

export const memberPath = (tag: string): string => `${paths.members}/${tag}`

export const requestPath = (device: string, tag: string): string => `${paths.requests}/${device}-${tag}`

export const notePath = (device: string, n: number, tag: string): string =>
  `${paths.notes}/${device}/${eight(n)}-${tag}`

const NUMBERED = /^([0-9]{8})-([0-9a-f]{16})$/
const SNAPSHOT = /^([0-9]{8})-([0-9]{8})-([0-9a-f]{16})$/
const TAG = /^[0-9a-f]{16}$/
const REQUEST = /^([0-9a-f]{16})-([0-9a-f]{16})$/
const SHARD_NAME = /^[0-9]{5}$/

/** A segment's number and tag, or null for another name. Whether it stands in the right shard is for `segmentShard`. */
export function readSegmentName(name: string): { readonly segment: number; readonly tag: string } | null {
  const numbered = readNumbered(name)
  return numbered === null ? null : { segment: numbered.n, tag: numbered.tag }
}

export function readSnapshotName(
  name: string,
): { readonly first: number; readonly last: number; readonly tag: string } | null {
  const [, first = '', last = '', tag = ''] = SNAPSHOT.exec(name) ?? []
  const isRun = Number(first) >= 1 && Number(first) <= Number(last)
  return isRun ? { first: Number(first), last: Number(last), tag } : null
}

export const readMemberName = (name: string): string | null => (TAG.test(name) ? name : null)

export function readRequestName(name: string): { readonly device: string; readonly tag: string } | null {
  const [, device, tag] = REQUEST.exec(name) ?? []
  return device === undefined || tag === undefined ? null : { device, tag }
}

export const readNoteName = (name: string): { readonly n: number; readonly tag: string } | null =>
  readNumbered(name)

function readNumbered(name: string): { readonly n: number; readonly tag: string } | null {
  const [, digits = '', tag = ''] = NUMBERED.exec(name) ?? []
  return Number(digits) >= 1 ? { n: Number(digits), tag } : null
}

/** The name of a folder of segments, notes or snapshots: a writer's or a device's id. */
export const isIdName = isWriterId

export const isShardName = (name: string): boolean => SHARD_NAME.test(name)

/** The name of a template or an attachment. */
export const isContentName = (name: string): boolean => /^[0-9a-f]{64}$/.test(name)

/** A file that somebody is writing. [TF4] */
export const isTemporary = (name: string): boolean => /\.[0-9a-f]{8}\.tmp$/.test(name)
