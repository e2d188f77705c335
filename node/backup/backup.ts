import { dirname, relative, sep } from 'node:path'
import type { ReadBackupFailure } from '../../shared/ipc/restore'
import type { RandomBytes } from '../../shared/kernel/clock'
import { err, ok, type Result } from '../../shared/kernel/result'
import { canonicalJson } from '../../shared/kernel/canonical-json'
import { archiveSink, openArchive, type ArchiveSink } from './archive'
import {
  BACKUP_LIST,
  BACKUP_SETTINGS,
  differences,
  isBackupsOwn,
  isSafeName,
  listed,
  listJson,
  MAX_BACKUP_FILE,
  parseBackupList,
  type ListedFile,
} from './backup-list'
import type { AppendHandle, FilePort, FileResult } from '../store/file-port'
import { DRAFTS, MARK, isSystemName, TEMPORARY, under, WRITERS } from '../store/layout'
import { lookAt } from '../store/mark'
import type { BackupKey } from './sealed'
import { readZip } from './unzip'
import { ZipWriter } from './zip'

export interface MakeBackupOptions<F = never> {
  readonly files: FilePort
  readonly folder: string
  /**
   * `quietly` of the folder when it is open: its journals are measured while nothing is being appended. Saving goes on
   * while they are packed, since segments only grow: what is behind the measured length is left for the next backup.
   */
  readonly quietly?: <T>(work: () => Promise<T>) => Promise<T>
  /** The archive; one that stands there is replaced, once the new one has been read back. */
  readonly target: string
  /** Milliseconds since 1970. */
  readonly now: number
  /** Who makes it, for people. */
  readonly maker?: { readonly computer: string; readonly program: string }
  /** This computer's settings, to be brought along. */
  readonly settings?: Uint8Array
  /** Encrypts it. [ST46] */
  readonly seal?: { readonly key: BackupKey; readonly random: RandomBytes }
  /**
   * Asked before anything is written, with the bytes of all files that are to be packed: the archive is hardly larger. An error ends
   * it there.
   */
  readonly room?: (bytes: number) => Promise<Result<null, F>>
  /** Bytes done, of how many: each file is read once, the archive once more. */
  readonly progress?: (done: number, total: number) => void
  readonly signal?: AbortSignal
}

/** What came of it. */
export interface MadeBackup {
  /** Of the archive. */
  readonly bytes: number
  readonly files: number
}

/** Behind the name of an archive while it is being written. */
export const PART = '.part'

/**
 * Packs a whole data folder (journals, templates, drafts, quarantine) into one zip archive, reads it back and compares
 * every file's hash. Only then does it get its name.
 */
export async function makeBackup<F = never>(
  options: MakeBackupOptions<F>,
): Promise<Result<MadeBackup, ReadBackupFailure | F>> {
  const { files, folder, target } = options
  const inside = relative(folder, target)
  if (inside !== '' && inside.split(sep)[0] !== '..' && !/^[A-Za-z]:/.test(inside)) {
    return err({ type: 'BadFile', path: target, reason: '备份不能放在数据目录里面，请另选一个位置' })
  }
  const part = target + PART
  const made = await packAndCompare(options, part)
  const named = made.ok ? await files.rename(part, target) : made
  if (!named.ok) {
    await files.remove(part)
    return named
  }
  const lasting = await files.flushDir(dirname(target))
  return lasting.ok ? made : lasting
}

const atOnce = <T>(work: () => Promise<T>): Promise<T> => work()

async function packAndCompare<F>(
  options: MakeBackupOptions<F>,
  part: string,
): Promise<Result<MadeBackup, ReadBackupFailure | F>> {
  const { files, folder, quietly = atOnce, room, progress } = options
  const place = await lookAt(files, folder)
  if (!place.ok) return place
  if (place.value.is !== 'dataFolder') return err({ type: 'NotFound', path: under(folder, MARK) })
  const names = await measured(files, folder, quietly)
  if (!names.ok) return names
  const total = names.value.reduce((sum, { size }) => sum + size, 0)
  const fits = await room?.(total)
  if (fits?.ok === false) return fits
  const out = await openPart(files, part)
  if (!out.ok) return out
  const packed = await packInto(out.value, options, {
    id: place.value.mark.folder,
    names: names.value,
    progress: (done) => progress?.(done, 2 * total),
  })
  const flushed = packed.ok ? await out.value.flush() : packed
  const size = flushed.ok ? await out.value.size() : flushed
  const closed = await out.value.close()
  if (!packed.ok) return packed
  if (!size.ok) return size
  if (!closed.ok) return closed
  const compared = await compare(options, part, packed.value, (done, of) =>
    progress?.(total + Math.round((total * done) / of), 2 * total),
  )
  return compared.ok ? ok({ bytes: size.value, files: packed.value.length }) : compared
}

async function openPart(files: FilePort, part: string): FileResult<AppendHandle> {
  const created = await files.createNew(part)
  if (created.ok || created.error.type !== 'Exists') return created
  const removed = await files.remove(part)
  return removed.ok ? files.createNew(part) : removed
}

interface FoundFile {
  readonly name: string
  readonly size: number
}

/** What changes by itself while a folder is open: segments grow, and a draft goes when its change was appended. */
const MOVING = [DRAFTS, WRITERS]

/**
 * All files. Nothing can be saved while the moving ones are measured, so no other is looked at then: attachments are many. Those and
 * templates never change, and what a measured change names was there before it.
 */
async function measured(
  files: FilePort,
  folder: string,
  quietly: <T>(work: () => Promise<T>) => Promise<T>,
): FileResult<readonly FoundFile[]> {
  const moving = await quietly(async () => {
    const found: FoundFile[] = []
    for (const dir of MOVING) {
      const below = await filesIn(files, folder, dir)
      if (below.ok) found.push(...below.value)
      else if (below.error.type !== 'NotFound') return below
    }
    return ok(found)
  })
  if (!moving.ok) return moving
  const still = await filesIn(files, folder, '', MOVING)
  return still.ok ? ok([...moving.value, ...still.value]) : still
}

/** All files of a folder by relative name, but for some folders. Temporary files and links are left out. */
async function filesIn(
  files: FilePort,
  folder: string,
  dir: string,
  without: readonly string[] = [],
): FileResult<readonly FoundFile[]> {
  const entries = await files.list(dir === '' ? folder : under(folder, dir))
  if (!entries.ok) return entries
  const found: FoundFile[] = []
  for (const { name, kind } of [...entries.value].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const relativeName = dir === '' ? name : `${dir}/${name}`
    if (name.endsWith(TEMPORARY) || isSystemName(name) || isBackupsOwn(relativeName)) continue
    if (without.includes(relativeName)) continue
    if (kind === 'dir') {
      const below = await filesIn(files, folder, relativeName)
      if (!below.ok) return below
      found.push(...below.value)
    } else if (kind === 'file' && isSafeName(relativeName)) {
      const stat = await files.stat(under(folder, relativeName))
      if (stat.ok) found.push({ name: relativeName, size: stat.value.size })
      else if (stat.error.type !== 'NotFound') return stat
    }
  }
  return ok(found)
}

interface Packing {
  /** Of the data folder. */
  readonly id: string
  readonly names: readonly FoundFile[]
  readonly progress: (done: number) => void
}

async function packInto<F>(
  out: AppendHandle,
  options: MakeBackupOptions<F>,
  packing: Packing,
): Promise<Result<readonly ListedFile[], ReadBackupFailure>> {
  const { seal } = options
  const sink = await archiveSink(out, seal ?? null)
  if (!sink.ok) return sink
  const packed = await pack(sink.value, options, packing)
  const ended = packed.ok ? await sink.value.end() : packed
  return ended.ok ? packed : ended
}

async function pack<F>(
  out: ArchiveSink,
  { files, folder, now, maker, settings, signal }: MakeBackupOptions<F>,
  { id, names, progress }: Packing,
): Promise<Result<readonly ListedFile[], ReadBackupFailure>> {
  const zip = new ZipWriter()
  const packed: ListedFile[] = []
  const add = async (name: string, content: Uint8Array): FileResult<null> => {
    packed.push(listed(name, content))
    return writeParts(out, await zip.file(name, content))
  }
  let done = 0
  for (const { name, size } of names) {
    if (signal?.aborted === true) return err({ type: 'Cancelled' })
    const path = under(folder, name)
    if (size > MAX_BACKUP_FILE)
      return err({ type: 'BadFile', path, reason: '文件过大，不像是数据目录里的文件，请移走后再备份' })
    const content = await (name.endsWith('.seg') ? files.readRange(path, 0, size) : files.read(path))
    if (!content.ok) {
      // A draft may be saved and so vanish meanwhile.
      if (content.error.type === 'NotFound' && name.startsWith(`${DRAFTS}/`)) continue
      return content
    }
    const written = await add(name, content.value)
    if (!written.ok) return written
    progress((done += size))
  }
  const brought = settings === undefined ? ok(null) : await add(BACKUP_SETTINGS, settings)
  if (!brought.ok) return brought
  const list = canonicalJson(listJson({ format: 1, folder: id, created: now, ...maker, files: packed }))
  const written = await writeParts(out, [
    ...(await zip.file(BACKUP_LIST, new TextEncoder().encode(list))),
    ...zip.end(),
  ])
  return written.ok ? ok(packed) : written
}

async function writeParts(out: ArchiveSink, parts: readonly Uint8Array[]): FileResult<null> {
  for (const part of parts) {
    const written = await out.append(part)
    if (!written.ok) return written
  }
  return ok(null)
}

/** Reads the archive back, by another implementation than the one that wrote it. */
async function compare<F>(
  { files, seal, signal }: MakeBackupOptions<F>,
  part: string,
  packed: readonly ListedFile[],
  progress: (done: number, total: number) => void,
): Promise<Result<null, ReadBackupFailure>> {
  const found: ListedFile[] = []
  const seen = { list: false }
  const source = await openArchive(files, part, seal?.key.secret ?? null)
  const read = source.ok
    ? await readZip<never>({
        source: source.value,
        maxFile: MAX_BACKUP_FILE,
        take: ({ name, content }) => {
          if (name === BACKUP_LIST) seen.list = parseBackupList(content) !== null
          else found.push(listed(name, content))
          return Promise.resolve(ok(null))
        },
        progress,
        signal,
      })
    : source
  if (!read.ok) {
    if (read.error.type !== 'BadFile') return read
    return err({ type: 'VerifyFailed', path: part, reason: `读回核对时发现${read.error.reason}` })
  }
  const wrong = differences(packed, found)
  if (wrong.length === 0 && seen.list) return ok(null)
  return err({ type: 'VerifyFailed', path: part, reason: `读回核对时有 ${wrong.length} 个文件不一致` })
}
