import type { Sha256 } from '../kernel/sha256'
import type { StoredChange } from './change'
import type { Frame } from './frame'
import { readPlainText } from './payload'

/**
 * A change on its way from the journal to the working copy is a line of text. A plain frame's payload is handed on as it stands in the
 * file and read once, where it is needed; everything else (carried, newer, destroyed, damaged) is read before and comes as the
 * JSON of its `StoredChange`.
 */
export interface LineChange {
  readonly stored: StoredChange
  /** The JSON of `stored`. */
  readonly text: string
}

/** The line of a frame for which `isPlain` holds; `payload`: its text. */
export const unreadLine = ({ seq, hash, chain }: Frame, writer: string, payload: string): string =>
  `{"at":["${writer}",${seq}],"hash":"${hash}","chain":"${chain}","change":${payload}}`

export const readLineOf = (stored: StoredChange): string => JSON.stringify(stored)

/** What stands before the payload of an unread line. */
const UNREAD =
  /^\{"at":\["([0-9a-f]{16})",([0-9]+)\],("hash":"([0-9a-f]{64})","chain":"([0-9a-f]{64})","change":)/

/** The change of a line: of an unread one just what `readFrameChange` makes of its frame. Throws when it is no such line. */
export function readLine(line: string, sha256: Sha256): LineChange {
  const head = UNREAD.exec(line)
  if (head === null) return { stored: JSON.parse(line) as StoredChange, text: line }
  const [before, writer = '', seq = '', names = '', hash = '', chain = ''] = head
  const payload = line.slice(before.length, -1)
  const stored = readPlainText(payload, { hash, at: { writer, seq: Number(seq), chain }, sha256 })
  return stored.opaque === undefined
    ? { stored, text: `{${names}${payload}}` }
    : { stored, text: readLineOf(stored) }
}
