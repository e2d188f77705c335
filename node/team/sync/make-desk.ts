import { fromHex } from '../../../shared/kernel/bytes'
import type { Clock, RandomBytes } from '../../../shared/kernel/clock'
import type { DataFolder } from '../../store'
import { deviceOf, keyPairOf } from '../format/identity'
import type { TeamKeys } from '../session/key-ring'
import { teamNames } from '../format/names'
import { SNAPSHOT, type SnapshotSizes } from '../format/snapshot-body'
import type { TeamFolder } from '../carrier/team-folder'
import { LOST, type LostPatience } from './lost-segments'
import { SittingMemory } from './sitting-memory'
import type { TeamDesk } from './team-desk'
import { Told } from './told'

export interface DeskParts {
  readonly folder: DataFolder
  readonly carrier: TeamFolder
  readonly keys: TeamKeys
  readonly clock: Clock
  readonly random: RandomBytes
  readonly program: string
  readonly person: () => string
  /** What the computer with that device id is called; '' when it is not known. */
  readonly nameOf: (device: string) => string
  readonly onGrown: () => void
  readonly snapshots?: SnapshotSizes
  readonly patience?: LostPatience
}

/** Everything that a pass needs, made from what the computer keeps. */
export function makeDesk(parts: DeskParts): TeamDesk {
  const { folder, carrier, keys, clock, random, program, person, onGrown } = parts
  const pair = keyPairOf(keys.deviceSecret)
  const secret = keys.teamSecret === null ? null : fromHex(keys.teamSecret)
  return {
    folder,
    carrier,
    keys,
    pair,
    device: deviceOf(pair.key),
    names: teamNames(keys.team, secret),
    sealing: { team: keys.team, pair, secret, random },
    clock,
    random,
    snapshots: parts.snapshots ?? SNAPSHOT,
    patience: parts.patience ?? LOST,
    program,
    person,
    memory: new SittingMemory(),
    told: new Told(),
    nameOf: (key) => (key === '' ? '' : parts.nameOf(deviceOf(key))),
    deviceOf,
    onGrown,
  }
}

/** A desk beside the running service, for one piece of work: it knows nobody's name, and nobody hears of it. */
export const quietDesk = (parts: Omit<DeskParts, 'nameOf' | 'onGrown'>): TeamDesk =>
  makeDesk({ ...parts, nameOf: () => '', onGrown: () => undefined })
