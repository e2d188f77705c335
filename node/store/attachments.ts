import type { AttachmentFailure } from '../../shared/ipc/attachments'
import type { FileFailure, Finding } from '../../shared/ipc/contract'
import { toHex } from '../../shared/kernel/bytes'
import { err, ok, type Result } from '../../shared/kernel/result'
import { MOST_FILE_BYTES, plainFileName, typeOfName } from '../../shared/store/file-types'
import { isContentHash, type NamedFile } from '../../shared/store/record-files'
import type { FilePort, FileResult } from './file-port'
import { ATTACHMENTS, attachmentFile, isSystemName, TEMPORARY, under } from './layout'
import { sha256 } from './native-sha256'
import { quarantine } from './quarantine'
import { makeLastingDir, writeWhole } from './write-file'

type AttachmentResult<T> = Promise<Result<T, AttachmentFailure>>

/** Attachments of records: bytes by their content, never rewritten, never deleted. [ST34] */
export interface Attachments {
  /** Answers once the bytes would outlive a loss of power. */
  readonly keep: (name: string, bytes: Uint8Array) => AttachmentResult<NamedFile>
  readonly read: (hash: string) => AttachmentResult<Uint8Array>
  /** Those of the hashes that have no file here. */
  readonly missing: (hashes: readonly string[]) => FileResult<readonly string[]>
  readonly total: () => FileResult<{ readonly files: number; readonly bytes: number }>
}

const hashOf = (bytes: Uint8Array): string => toHex(sha256(bytes))

/** Reads a file of any folder that is to become an attachment, unless it is too large or there is nothing in it. */
export async function readSource(
  files: FilePort,
  path: string,
  name: string,
  room: number,
): AttachmentResult<Uint8Array> {
  const stat = await files.stat(path)
  if (!stat.ok) return stat
  if (stat.value.kind !== 'file') return err({ type: 'NotFound', path })
  const { size } = stat.value
  if (size > MOST_FILE_BYTES) return err({ type: 'TooLarge', name, size, most: MOST_FILE_BYTES, of: 'file' })
  if (size > room) return err({ type: 'TooLarge', name, size, most: room, of: 'record' })
  // One that grows while it is read is not read beyond what was measured.
  return files.readRange(path, 0, size)
}

export function attachmentsIn(files: FilePort, folder: string): Attachments {
  /** Folders whose names last: made and flushed by this program. */
  const lasting = new Set<string>()
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }
  return {
    keep: (name, bytes) => inTurn(() => keep(files, folder, lasting, name, bytes)),
    read: async (hash) => {
      const bytes = await files.read(under(folder, attachmentFile(hash)))
      if (!bytes.ok) return bytes.error.type === 'NotFound' ? err({ type: 'AttachmentMissing', hash }) : bytes
      return hashOf(bytes.value) === hash ? bytes : err({ type: 'AttachmentDamaged', hash })
    },
    missing: async (hashes) => {
      const missing: string[] = []
      for (const hash of new Set(hashes)) {
        const stat = await files.stat(under(folder, attachmentFile(hash)))
        if (!stat.ok && stat.error.type !== 'NotFound') return stat
        if (!stat.ok) missing.push(hash)
      }
      return ok(missing)
    },
    total: async () => {
      const found = await listAttachments(files, folder)
      if (!found.ok) return found
      const { kept } = found.value
      return ok({ files: kept.length, bytes: kept.reduce((sum, { size }) => sum + size, 0) })
    },
  }
}

/**
 * The same content is written once. Where damage has put other bytes under its name, those go into quarantine first and
 * the right ones take their place; when they cannot be copied there, nothing is touched.
 */
async function keep(
  files: FilePort,
  folder: string,
  lasting: Set<string>,
  name: string,
  bytes: Uint8Array,
): AttachmentResult<NamedFile> {
  const size = bytes.length
  if (size === 0) return err({ type: 'EmptyFile', name })
  if (size > MOST_FILE_BYTES) return err({ type: 'TooLarge', name, size, most: MOST_FILE_BYTES, of: 'file' })
  const hash = hashOf(bytes)
  const relative = attachmentFile(hash)
  const path = under(folder, relative)
  const dir = relative.slice(0, relative.lastIndexOf('/'))
  if (!lasting.has(dir)) {
    for (const made of [ATTACHMENTS, dir]) {
      const result = await makeLastingDir(files, under(folder, made))
      if (!result.ok) return result
    }
  }
  const there = await files.read(path)
  if (!there.ok && there.error.type !== 'NotFound') return there
  const isWhole = there.ok && hashOf(there.value) === hash
  if (there.ok && !isWhole) {
    const aside = await quarantine(files, folder)(relative, 0, there.value)
    if (aside === '') return err({ type: 'AttachmentDamaged', hash })
  }
  // One that is there already may be of an attempt that stopped before its name was flushed.
  const written = isWhole ? await files.flushDir(under(folder, dir)) : await writeWhole(files, path, bytes)
  if (!written.ok) return written
  lasting.add(dir)
  return ok({ name: plainFileName(name), hash, size, type: typeOfName(name) })
}

interface FoundAttachment {
  readonly hash: string
  readonly size: number
}

/** Content hashes of all attachments that are there, whole or not; nothing is read. */
export async function namesOfAttachments(files: FilePort, folder: string): FileResult<ReadonlySet<string>> {
  const names = new Set<string>()
  const listed = await files.list(under(folder, ATTACHMENTS))
  if (!listed.ok) return listed.error.type === 'NotFound' ? ok(names) : listed
  for (const { name: dir, kind } of listed.value) {
    if (kind !== 'dir') continue
    const inside = await files.list(under(folder, `${ATTACHMENTS}/${dir}`))
    if (!inside.ok) return inside
    for (const { name } of inside.value) if (isContentHash(name) && name.startsWith(dir)) names.add(name)
  }
  return ok(names)
}

/** All attachments by name and length, and files there that are none. */
async function listAttachments(
  files: FilePort,
  folder: string,
): FileResult<{ readonly kept: readonly FoundAttachment[]; readonly strange: readonly string[] }> {
  const kept: FoundAttachment[] = []
  const strange: string[] = []
  const listed = await files.list(under(folder, ATTACHMENTS))
  if (!listed.ok) return listed.error.type === 'NotFound' ? ok({ kept, strange }) : listed
  for (const { name: dir, kind } of listed.value) {
    const place = `${ATTACHMENTS}/${dir}`
    if (isSystemName(dir) || dir.endsWith(TEMPORARY)) continue
    if (kind !== 'dir' || !/^[0-9a-f]{2}$/.test(dir)) {
      strange.push(place)
      continue
    }
    const inside = await files.list(under(folder, place))
    if (!inside.ok) return inside
    for (const entry of inside.value) {
      if (entry.name.endsWith(TEMPORARY) || isSystemName(entry.name)) continue
      const isOne = entry.kind === 'file' && isContentHash(entry.name) && entry.name.startsWith(dir)
      if (!isOne) {
        strange.push(`${place}/${entry.name}`)
        continue
      }
      const stat = await files.stat(under(folder, `${place}/${entry.name}`))
      // Its length is for telling how far a check has come: one that cannot be measured is checked all the same.
      kept.push({ hash: entry.name, size: stat.ok ? stat.value.size : 0 })
    }
  }
  return ok({ kept, strange })
}

/** Reads every attachment and compares it with its name. One that a record names and that is not here is no damage. */
export async function checkAttachments(
  files: FilePort,
  folder: string,
  progress?: (done: number, total: number) => void,
): Promise<
  Result<
    { readonly files: number; readonly bytes: number; readonly findings: readonly Finding[] },
    FileFailure
  >
> {
  const found = await listAttachments(files, folder)
  if (!found.ok) return found
  const { kept, strange } = found.value
  const total = kept.reduce((sum, { size }) => sum + size, 0)
  const findings: Finding[] = strange.map((file) => ({ finding: 'strangeFile', file }))
  let bytes = 0
  for (const { hash, size } of kept) {
    const file = attachmentFile(hash)
    const read = await files.read(under(folder, file))
    if (!read.ok || hashOf(read.value) !== hash) findings.push({ finding: 'damagedFile', file, kept: '' })
    progress?.((bytes += size), total)
  }
  return ok({ files: kept.length, bytes, findings })
}
