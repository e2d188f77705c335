import type { Finding } from '../../../shared/ipc/contract'
import { cloudPlaceOf, foldersAbove } from './cloud-places'
import type { NamesAround } from './names-around'

/**
 * A warning when a data folder lies where a cloud drive copies it or several computers can write to it; otherwise nothing. What
 * cannot be looked at in time speaks for nothing.
 */
export async function cloudFinding(
  { of }: Pick<NamesAround, 'of'>,
  path: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<readonly Finding[]> {
  const place = cloudPlaceOf({ path, names: await of(foldersAbove(path)), env })
  return place === null ? [] : [{ finding: 'cloudFolder', path, place }]
}
