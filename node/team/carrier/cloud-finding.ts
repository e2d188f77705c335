import type { Finding } from '../../../shared/ipc/contract'
import type { FilePort } from '../../store'
import { cloudPlaceOf, foldersAbove } from './cloud-places'

/** A warning when a data folder lies where a cloud drive copies it or several computers can write to it; otherwise nothing. */
export async function cloudFinding(
  files: FilePort,
  path: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<readonly Finding[]> {
  const names = new Map<string, readonly string[]>()
  for (const folder of foldersAbove(path)) {
    const listed = await files.list(folder)
    if (listed.ok)
      names.set(
        folder,
        listed.value.map(({ name }) => name),
      )
  }
  const place = cloudPlaceOf({ path, names, env })
  return place === null ? [] : [{ finding: 'cloudFolder', path, place }]
}
