import { ok, type Result } from '../../../shared/kernel/result'
import { isConflictCopy } from '../carrier/conflict-copies'
import type { CarrierEntry, CarrierFailure, TeamFolder } from '../carrier/team-folder'
import { MOST_FILE } from '../format/container'
import { isTemporary, paths } from '../format/names'

type Carried<T> = Promise<Result<T, CarrierFailure>>

const { mark: MARK, ...DIRS } = paths

/**
 * Copies everything but temporary files and conflict copies, the mark last: until then the new place is no team folder. What stands there
 * from an attempt before is compared, and put again where it was cut.
 */
export async function copyTeamFolder(from: TeamFolder, to: TeamFolder): Carried<null> {
  for (const dir of Object.values(DIRS)) {
    const copied = await copyDir(from, to, dir)
    if (!copied.ok) return copied
  }
  return copyFile(from, to, MARK, false)
}

/**
 * Whether a folder without a mark holds nothing but what the other one holds: a copy of it that was cut short. Names are made with the
 * team's own key, so that those of another team are others. [TF3]
 */
export async function isBegunCopy(from: TeamFolder, to: TeamFolder): Carried<boolean> {
  for (const dir of Object.values(DIRS)) {
    // Those come last, and of them the computers take older ones away.
    if (dir === DIRS.notes) continue
    const inside = await isWithin(from, to, dir)
    if (!inside.ok || !inside.value) return inside
  }
  return ok(true)
}

async function isWithin(from: TeamFolder, to: TeamFolder, dir: string): Carried<boolean> {
  const copied = await filesIn(to, dir)
  if (!copied.ok) return copied
  if (copied.value.length === 0) return ok(true)
  const listed = await filesIn(from, dir)
  if (!listed.ok) return listed
  const there = new Map(listed.value.map(({ name, kind }) => [name, kind]))
  for (const { name, kind } of copied.value) {
    if (there.get(name) !== kind) return ok(false)
    if (kind !== 'dir') continue
    const inside = await isWithin(from, to, `${dir}/${name}`)
    if (!inside.ok || !inside.value) return inside
  }
  return ok(true)
}

/** What counts in a folder of a team folder; nothing when it is not there. */
async function filesIn(folder: TeamFolder, dir: string): Carried<readonly CarrierEntry[]> {
  const listed = await folder.list(dir)
  if (!listed.ok) return listed.error.type === 'NotFound' ? ok([]) : listed
  const counts = (name: string) => !isTemporary(name) && !isConflictCopy(name) && /^[0-9a-f-]+$/.test(name)
  return ok(listed.value.filter(({ name }) => counts(name)))
}

async function copyDir(from: TeamFolder, to: TeamFolder, dir: string): Carried<null> {
  const listed = await filesIn(from, dir)
  if (!listed.ok || listed.value.length === 0) return listed.ok ? ok(null) : listed
  const copied = await filesIn(to, dir)
  if (!copied.ok) return copied
  const there = new Set(copied.value.map(({ name }) => name))
  for (const { name, kind } of listed.value) {
    const path = `${dir}/${name}`
    const done =
      kind === 'dir' ? await copyDir(from, to, path) : await copyFile(from, to, path, there.has(name))
    if (!done.ok) return done
  }
  return ok(null)
}

async function copyFile(from: TeamFolder, to: TeamFolder, path: string, isThere: boolean): Carried<null> {
  const bytes = await from.read(path, MOST_FILE)
  if (!bytes.ok) return bytes.error.type === 'NotFound' ? ok(null) : bytes
  if (isThere) {
    const copied = await to.read(path, MOST_FILE)
    if (copied.ok && Buffer.compare(copied.value, bytes.value) === 0) return ok(null)
    // A place without renaming keeps what was being written when it was cut.
    return to.putAgain(path, bytes.value)
  }
  const put = await to.putNew(path, bytes.value)
  return put.ok || put.error.type === 'Taken' ? ok(null) : put
}
