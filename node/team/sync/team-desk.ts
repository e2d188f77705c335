import type { Clock, RandomBytes } from '../../../shared/kernel/clock'
import type { DataFolder } from '../../store'
import type { Sealing } from '../format/container'
import type { KeyPair } from '../format/identity'
import type { TeamKeys } from '../session/key-ring'
import type { TeamNames } from '../format/names'
import type { SnapshotSizes } from '../format/snapshot-body'
import type { TeamFolder } from '../carrier/team-folder'
import type { LostPatience } from './lost-segments'
import type { SittingMemory } from './sitting-memory'
import type { Told } from './told'

/** What a computer needs to sync with its team. */
export interface TeamDesk {
  readonly folder: Pick<DataFolder, 'id' | 'writer' | 'readOnly' | 'exchange' | 'fork'>
  readonly carrier: TeamFolder
  readonly keys: TeamKeys
  /** Public key of the team's seal and the computer's own pair of keys. */
  readonly pair: KeyPair
  readonly device: string
  readonly names: TeamNames
  readonly sealing: Sealing
  readonly clock: Clock
  readonly random: RandomBytes
  readonly snapshots: SnapshotSizes
  readonly patience: LostPatience
  /** Version of this program. */
  readonly program: string
  /** Who is working here now; '' when nobody is known. */
  readonly person: () => string
  readonly memory: SittingMemory
  readonly told: Told
  /** What the computer with that key is called; '' when it is not known. */
  readonly nameOf: (key: string) => string
  readonly deviceOf: (key: string) => string
  /** Hears that changes of others are in the data folder. */
  readonly onGrown: () => void
}
