import { join } from 'node:path'

/** Names within a data folder. Lower-case hex, digits and `-` only, so that every file system keeps them. [ST1] */
export const MARK = 'zhike.json'
export const WRITERS = 'writers'
export const TEMPLATES = 'templates'
export const DRAFTS = 'drafts'
export const QUARANTINE = 'quarantine'
export const COMPUTERS = 'computers'
export const ATTACHMENTS = 'attachments'
export const TEAM = 'team'

/** A file that is being written; it counts for nothing and may be removed. */
export const TEMPORARY = '.tmp'

const SEGMENT_NAME = /^([0-9]{8})\.seg$/
const HASHED_NAME = /^([0-9a-f]{64})\.json$/
const DRAFT_ID = /^[0-9a-z-]{1,64}$/

/** Relative path of a writer's segment, with `/`, as it is named in findings. */
export const segmentFile = (writer: string, segment: number): string =>
  `${WRITERS}/${writer}/${String(segment).padStart(8, '0')}.seg`

export const MAX_SEGMENT_NUMBER = 99_999_999

/** The number in a segment's file name, or null for another name. */
export function segmentNumber(name: string): number | null {
  const digits = SEGMENT_NAME.exec(name)?.[1]
  return digits === undefined || Number(digits) === 0 ? null : Number(digits)
}

export const hashOfName = (name: string): string | null => HASHED_NAME.exec(name)?.[1] ?? null

/** Relative path of an attachment: by its content, in 256 folders so that none of them grows too large. [ST34] */
export const attachmentFile = (hash: string): string => `${ATTACHMENTS}/${hash.slice(0, 2)}/${hash}`

export const isDraftId = (id: string): boolean => DRAFT_ID.test(id)

/** Ends the name of the note that a save holds a draft. */
export const HELD = `.held${TEMPORARY}`
export const heldFile = (id: string): string => `${DRAFTS}/${id}${HELD}`

/** An absolute path from the folder's and a relative one with `/`. */
export const under = (folder: string, relative: string): string => join(folder, ...relative.split('/'))

/** What operating systems and cloud drives put into any folder: it neither fills it nor is worth a word. */
const SYSTEM_NAMES = new Set([
  '.ds_store',
  'desktop.ini',
  'thumbs.db',
  'lost+found',
  'system volume information',
  '$recycle.bin',
  '.trashes',
  '.spotlight-v100',
  '.fseventsd',
  '.stfolder',
])

export const isSystemName = (name: string): boolean => SYSTEM_NAMES.has(name.toLowerCase())
