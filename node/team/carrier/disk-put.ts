import { join } from 'node:path'
import type { RandomBytes } from '../../../shared/kernel/clock'
import { err, ok, type Result } from '../../../shared/kernel/result'
import { TEAM_MARK, temporaryName } from './carried-path'
import { codeOf, isRefused, isUnflushable } from './carrier-errors'
import type { DiskCalls, DiskHandle } from './disk-calls'
import type { CarrierFailure } from './team-folder'

export interface PutParts {
  /** Calls that try again what passes by itself. */
  readonly calls: DiskCalls
  /** Calls that do not: a link that is refused is refused for good. */
  readonly plain: DiskCalls
  readonly folder: string
  readonly name: string
  readonly bytes: Uint8Array
  readonly device: string
  readonly random: RandomBytes
  /** Whether hard links were not refused in this folder so far. */
  readonly links: { work: boolean }
}

type Put = Promise<Result<null, CarrierFailure>>
/** Whether the file stands now under its name; refused: the file system does not do this. */
type Placed = 'placed' | 'taken' | 'refused'

/**
 * Puts a file that is whole from its first moment where the file system lets it. A link never replaces what stands there;
 * rename does, so it is only used where there are no links, after a look. Two computers that look in the same moment
 * then put the same content, since all names but the mark's say it [TF3]; the mark is made in its place instead,
 * which one alone can do.
 */
export async function putFile(parts: PutParts): Put {
  const { calls, folder, name, bytes } = parts
  const final = join(folder, name)
  if (await isThere(calls, final)) return taken
  const temporary = await writeTemporary(parts)
  try {
    let placed = await linked(parts, temporary, final)
    if (placed === 'refused' && name !== TEAM_MARK) placed = await renamed(calls, temporary, final)
    if (placed === 'refused') placed = await writtenInPlace(calls, final, bytes)
    if (placed !== 'placed') return taken
  } finally {
    // When this does not work it stays and is known by its name as this computer's own.
    await calls.unlink(temporary).catch(() => undefined)
  }
  await flushFolder(calls, folder)
  return ok(null)
}

/** Puts a file over what a carrier made of it; before and after it stands there whole or as it was. */
export async function replaceFile(parts: PutParts): Put {
  const { calls, folder, name } = parts
  const final = join(folder, name)
  const found = await calls.lstat(final).catch(() => null)
  if (found !== null && !found.isFile()) return err({ type: 'Failed', reason: 'NOTAFILE' })
  const temporary = await writeTemporary(parts)
  try {
    await calls.rename(temporary, final)
  } catch (error) {
    await calls.unlink(temporary).catch(() => undefined)
    throw error
  }
  await flushFolder(calls, folder)
  return ok(null)
}

const taken = err<CarrierFailure>({ type: 'Taken' })

async function isThere(calls: DiskCalls, path: string): Promise<boolean> {
  try {
    await calls.lstat(path)
    return true
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
}

/** A temporary file with all bytes, flushed; one that a crash left under the same name is passed by. */
async function writeTemporary({ calls, folder, name, bytes, device, random }: PutParts): Promise<string> {
  const start = random(1)[0] ?? 0
  for (let tried = 0; ; tried++) {
    const path = join(folder, temporaryName(name, device, start + tried))
    try {
      await writeNew(calls, path, bytes)
      return path
    } catch (error) {
      if (codeOf(error) !== 'EEXIST' || tried === 255) throw error
    }
  }
}

/** Makes a file that was not there; when writing fails, what this very call began is taken away again. */
async function writeNew(calls: DiskCalls, path: string, bytes: Uint8Array): Promise<void> {
  const file = await calls.open(path, 'wx')
  try {
    try {
      await writeAll(file, bytes)
      await file.sync().catch(ignoreUnflushable)
    } finally {
      await file.close()
    }
  } catch (error) {
    await calls.unlink(path).catch(() => undefined)
    throw error
  }
}

async function writeAll(file: DiskHandle, bytes: Uint8Array): Promise<void> {
  let written = 0
  while (written < bytes.length) {
    const { bytesWritten } = await file.write(bytes, written, bytes.length - written)
    if (bytesWritten === 0) throw Object.assign(new Error('nothing was written'), { code: 'ENOSPC' })
    written += bytesWritten
  }
}

async function linked({ calls, plain, links }: PutParts, temporary: string, final: string): Promise<Placed> {
  if (!links.work) return 'refused'
  try {
    await plain.link(temporary, final)
    return 'placed'
  } catch (error) {
    const code = codeOf(error)
    if (code === 'EEXIST') return (await isSame(calls, temporary, final)) ? 'placed' : 'taken'
    if (!isRefused(code) && code !== 'EBUSY') throw error
    if (code !== 'EBUSY') links.work = false
    return 'refused'
  }
}

/** Over a network the answer to a link may be lost and the link made: then both names mean one file. */
async function isSame(calls: DiskCalls, one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([calls.lstat(one), calls.lstat(other)])
  return a.ino !== 0 && a.ino === b.ino && a.dev === b.dev
}

async function renamed(calls: DiskCalls, temporary: string, final: string): Promise<Placed> {
  if (await isThere(calls, final)) return 'taken'
  try {
    await calls.rename(temporary, final)
    return 'placed'
  } catch (error) {
    const code = codeOf(error)
    if (code === 'EEXIST' || code === 'ENOTEMPTY') return 'taken'
    if (!isRefused(code) && code !== 'EBUSY') throw error
    return 'refused'
  }
}

async function writtenInPlace(calls: DiskCalls, final: string, bytes: Uint8Array): Promise<Placed> {
  try {
    await writeNew(calls, final, bytes)
    return 'placed'
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return 'taken'
    throw error
  }
}

/** Windows keeps no separate entries to flush; where flushing is refused, the carrier has to be trusted anyway. */
async function flushFolder(calls: DiskCalls, folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const opened = await calls.open(folder, 'r').catch(() => null)
  if (opened === null) return
  await opened.sync().catch(() => undefined)
  await opened.close().catch(() => undefined)
}

function ignoreUnflushable(error: unknown): void {
  if (!isUnflushable(codeOf(error))) throw error
}
