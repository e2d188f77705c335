import type { StartFailure } from '../../../shared/ipc/contract'
import { err, type Result } from '../../../shared/kernel/result'
import type { TeamFailure } from '../../../shared/team'
import { openDataFolder, type DataFolder } from '../../store'
import type { OpenFolderOptions } from '../../store/data-folder'
import { lookAt } from '../../store/mark'
import { keyPairOf, newWriter } from '../format/identity'

export type OpenTeamData = (
  path: string,
  team: string,
  deviceSecret: string,
) => Promise<Result<DataFolder, TeamFailure | StartFailure>>

/**
 * Opens, or makes, a data folder of a team for a computer with that key. One of another firm or of nobody's team is looked
 * at only: opening would already write into it.
 */
export function teamDataOpener(
  options: Omit<OpenFolderOptions, 'path' | 'id' | 'newWriter' | 'prepare'>,
): OpenTeamData {
  return async (path, team, deviceSecret) => {
    const place = await lookAt(options.files, path)
    if (!place.ok) return place
    const isOther = place.value.is === 'other'
    const isStrange = 'mark' in place.value && place.value.mark.folder !== team
    if (isOther || isStrange) return err({ type: 'FolderNotEmpty', path })
    const { key } = keyPairOf(deviceSecret)
    return openDataFolder({ ...options, path, id: team, newWriter: () => newWriter(key, options.random) })
  }
}
