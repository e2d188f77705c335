import { ok, type Result } from '../../../shared/kernel/result'
import { isConflictCopy } from '../carrier/conflict-copies'
import { MOST_FILE } from '../format/container'
import { isTemporary, paths } from '../format/names'
import type { CarrierFailure, TeamFolder } from '../carrier/team-folder'

/** Copies everything but temporary files and conflict copies, the mark last: until then the new place is no team folder. */
export async function copyTeamFolder(
  from: TeamFolder,
  to: TeamFolder,
): Promise<Result<null, CarrierFailure>> {
  const { mark, ...dirs } = paths
  for (const dir of Object.values(dirs)) {
    const copied = await copyDir(from, to, dir)
    if (!copied.ok) return copied
  }
  return copyFile(from, to, mark)
}

async function copyDir(from: TeamFolder, to: TeamFolder, dir: string): Promise<Result<null, CarrierFailure>> {
  const listed = await from.list(dir)
  if (!listed.ok) return listed.error.type === 'NotFound' ? ok(null) : listed
  for (const { name, kind } of listed.value) {
    if (isTemporary(name) || isConflictCopy(name) || !/^[0-9a-f-]+$/.test(name)) continue
    const path = `${dir}/${name}`
    const copied = kind === 'dir' ? await copyDir(from, to, path) : await copyFile(from, to, path)
    if (!copied.ok) return copied
  }
  return ok(null)
}

async function copyFile(
  from: TeamFolder,
  to: TeamFolder,
  path: string,
): Promise<Result<null, CarrierFailure>> {
  const bytes = await from.read(path, MOST_FILE)
  if (!bytes.ok) return bytes.error.type === 'NotFound' ? ok(null) : bytes
  const put = await to.putNew(path, bytes.value)
  return put.ok || put.error.type === 'Taken' ? ok(null) : put
}
