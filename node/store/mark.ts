import { canonicalJson } from '../../shared/kernel/canonical-json'
import type { Clock } from '../../shared/kernel/clock'
import { err, ok } from '../../shared/kernel/result'
import { FORMAT, isWriterId } from '../../shared/store'
import { parsePayload } from '../../shared/store/payload'
import { isObject } from '../../shared/store/read-edit'
import { decodeHeaderAt } from '../../shared/store/segment'
import type { FilePort, FileResult } from './file-port'
import { isSystemName, MARK, segmentNumber, TEMPORARY, under, WRITERS } from './layout'
import { sha256 } from './native-sha256'
import { makeLastingDir, readIfThere, writeWhole } from './write-file'

/** What `zhike.json` says: that this is a data folder, which one, and which program may write to it. [ST2] */
export interface Mark {
  readonly folder: string
  readonly format: number
  /** Milliseconds since 1970. */
  readonly created: number
}

/** What stands at a path that is to be a data folder. */
export type Place =
  | { readonly is: 'dataFolder'; readonly mark: Mark }
  /** Segments are there, but the mark is lost or damaged; the folder's id is known from them. */
  | { readonly is: 'unmarked'; readonly mark: Mark }
  | { readonly is: 'empty' }
  | { readonly is: 'absent' }
  | { readonly is: 'other' }

export async function lookAt(files: FilePort, folder: string): FileResult<Place> {
  const listed = await files.list(folder)
  if (!listed.ok) return listed.error.type === 'NotFound' ? ok({ is: 'absent' }) : listed
  const read = await readIfThere(files, under(folder, MARK))
  if (!read.ok) return read
  const mark = read.value === null ? null : parseMark(read.value)
  if (mark !== null) return ok({ is: 'dataFolder', mark })
  const stated = await statedInSegments(files, folder)
  if (stated !== null) return ok({ is: 'unmarked', mark: { ...stated, created: 0 } })
  if (read.value !== null) return err({ type: 'BadFile', path: under(folder, MARK), reason: '内容已损坏' })
  const foreign = listed.value.some(({ name }) => !isSystemName(name) && !name.endsWith(TEMPORARY))
  return ok({ is: foreign ? 'other' : 'empty' })
}

function parseMark(bytes: Uint8Array): Mark | null {
  const json = parsePayload(bytes)
  if (!isObject(json)) return null
  const { folder, format, created } = json
  if (typeof folder !== 'string' || !/^[0-9a-f]{32}$/.test(folder)) return null
  if (!Number.isSafeInteger(format) || Number(format) < 1) return null
  return { folder, format: Number(format), created: Number.isSafeInteger(created) ? Number(created) : 0 }
}

/** The folder's id as the first readable segment header states it, and the highest format that any of them has. */
async function statedInSegments(files: FilePort, folder: string): Promise<Omit<Mark, 'created'> | null> {
  let id: string | null = null
  let format = FORMAT
  const writers = await files.list(under(folder, WRITERS))
  for (const { name } of writers.ok ? writers.value : []) {
    if (!isWriterId(name)) continue
    const segments = await files.list(under(folder, `${WRITERS}/${name}`))
    for (const entry of segments.ok ? segments.value : []) {
      if (segmentNumber(entry.name) === null) continue
      const start = await files.readRange(under(folder, `${WRITERS}/${name}/${entry.name}`), 0, 64 * 1024)
      const header = start.ok ? decodeHeaderAt(start.value, sha256) : null
      if (header === null || !/^[0-9a-f]{32}$/.test(header.folder)) continue
      id ??= header.folder
      format = Math.max(format, header.format)
    }
  }
  return id === null ? null : { folder: id, format }
}

/** Makes a new data folder of that id (32 hex digits) where nothing stands yet. */
export async function createFolder(
  files: FilePort,
  folder: string,
  clock: Clock,
  id: string,
): FileResult<Mark> {
  const isThere = (await files.stat(folder)).ok
  const made = await makeLastingDir(files, folder)
  // A folder that was chosen may stand in one that may not be opened; its name lasts already.
  if (!made.ok && !isThere) return made
  const mark: Mark = { folder: id, format: FORMAT, created: clock.now() }
  const written = await writeMark(files, folder, mark)
  return written.ok ? ok(mark) : written
}

export function writeMark(
  files: FilePort,
  folder: string,
  { folder: id, format, created }: Mark,
): FileResult<null> {
  const text = canonicalJson({ created, folder: id, format })
  return writeWhole(files, under(folder, MARK), new TextEncoder().encode(text))
}
