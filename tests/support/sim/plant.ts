import type { DataFolder } from '../../../node/store'
import type { TeamDesk } from '../../../node/team/sync/team-desk'
import type { WriterSegments } from '../../../node/team/format/statements'
import type { TeamFolder } from '../../../node/team/carrier/team-folder'
import type { Edit, EntityState, StoredChange } from '../../../shared/store'
import type { FilePort } from '../../../node/store'
import type { SimDevice } from './sim-device'

export type Fold = (state: EntityState, change: StoredChange) => EntityState

/** A mistake that is built in where the simulator puts its parts together. None: the product as it is. */
export interface Plant {
  readonly name: string
  readonly fold?: (fold: Fold) => Fold
  /** The edits that a save makes, and what the person saw when it began. */
  readonly edits?: (edits: readonly Edit[], state: EntityState) => readonly Edit[]
  readonly files?: (files: FilePort, device: SimDevice) => FilePort
  readonly folder?: (folder: DataFolder, device: SimDevice) => DataFolder
  readonly carrier?: (carrier: TeamFolder, device: SimDevice) => TeamFolder
  readonly beforePass?: (desk: TeamDesk, device: SimDevice) => void | Promise<void>
  readonly afterPass?: (desk: TeamDesk, device: SimDevice) => void | Promise<void>
  /** The letter that a computer puts before its numbers. */
  readonly letter?: (own: string) => string
  /** Up to where the segments of a removed computer are taken. */
  readonly ends?: (ends: WriterSegments) => WriterSegments
  /** The letter that is given to a computer which asks for one. */
  readonly given?: (letter: string) => string
}

export const NO_PLANT: Plant = { name: '' }
