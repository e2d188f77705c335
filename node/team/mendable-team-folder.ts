import type { Carried, TeamFolder } from './team-folder'

/** A team folder in which a file that the carrier damaged can be made whole again. */
export interface MendableTeamFolder extends TeamFolder {
  /**
   * Puts one's own file again over what the carrier made of it [TF16]: the same content, whole under a temporary name and
   * renamed. Only for a file that was read and found not to be what was put; never half done.
   */
  readonly putAgain: (path: string, bytes: Uint8Array) => Carried<null>
}
