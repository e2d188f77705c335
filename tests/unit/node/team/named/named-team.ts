import { deviceOf, newKeyPair, type KeyPair } from '../../../../../node/team/format/identity'
import type { CarrierFailure, TeamFolder } from '../../../../../node/team/carrier/team-folder'
import { err, type Result } from '../../../../../shared/kernel/result'
import type { FaultyDisk } from '../../../../support/faulty-files'
import { MemoryCarrier } from '../../../../support/memory-team-folder'
import { handClock, readAll } from '../../../../support/store'
import { markTeam, seededBytes, TeamDevice } from '../../../../support/team-device'

export const seal = newKeyPair(seededBytes('seal'))

export interface NamedTeam {
  readonly carrier: MemoryCarrier
  readonly secret: Uint8Array | null
  readonly devices: readonly TeamDevice[]
}

/** Computers of these names, all admitted, on one folder in memory; each with a clock of its own. */
export async function teamOf(
  names: readonly string[],
  passphrase: string | null = null,
  carrier = new MemoryCarrier(),
): Promise<NamedTeam> {
  const secret = await markTeam(carrier.folder('0'.repeat(16)), seal, passphrase)
  const devices: TeamDevice[] = []
  for (const [i, name] of names.entries()) {
    const device = new TeamDevice({ name, seal, founder: i === 0, secret })
    devices.push(await device.start(portOf(carrier, device.pair)))
  }
  for (const [i, device] of devices.entries()) await devices[0]?.admit(device, 'ABCDEF'.charAt(i))
  return { carrier, secret, devices }
}

export const portOf = (carrier: MemoryCarrier, { key }: KeyPair): TeamFolder => carrier.folder(deviceOf(key))

/** The same computer on another disk, and perhaps another folder: what a trial does to it, the next one does not see. */
export function again(of: TeamDevice, disk: FaultyDisk, seed = of.name): TeamDevice {
  const { sealSecret, teamSecret } = of.keys
  return new TeamDevice({
    name: of.name,
    seal,
    founder: sealSecret !== null,
    secret: teamSecret === null ? null : Buffer.from(teamSecret, 'hex'),
    pair: of.pair,
    clock: handClock(of.clock.ms),
    disk,
    seed,
  })
}

export function copyOf(carrier: MemoryCarrier): MemoryCarrier {
  const copy = new MemoryCarrier()
  for (const [path, bytes] of carrier.files()) copy.tamper(path, bytes)
  return copy
}

/** Everybody passes, until all have the same and nobody gets anything more. Throws when that never comes. */
export async function meet(...devices: readonly TeamDevice[]): Promise<readonly string[]> {
  let before = ''
  for (let round = 0; round < 80; round++) {
    for (const device of devices) {
      device.clock.ms += 20_000
      await device.pass()
    }
    const dots = await Promise.all(devices.map(async (device) => (await device.dots()).join(' ')))
    const now = dots.join('|')
    if (now === before && new Set(dots).size === 1) return devices[0]?.dots() ?? []
    before = now
  }
  throw new Error(`not the same: ${devices.map(({ desk }) => JSON.stringify(desk.told.problems)).join('; ')}`)
}

/** How many changes a data folder holds, each counted as often as it would be read. */
export async function countRead({ folder }: TeamDevice): Promise<number> {
  let count = 0
  for (const { writer } of folder.ends()) count += (await readAll(folder, writer, 500)).length
  return count
}

export const segmentsIn = (carrier: MemoryCarrier): readonly string[] =>
  [...carrier.files().keys()].filter((path) => path.startsWith('segments/')).sort()

type Call = 'list' | 'read' | 'putNew' | 'putAgain' | 'removeOwn'

/** A folder before whose every call something is asked: what it answers is given instead of the folder's own answer. */
export function watched(
  folder: TeamFolder,
  before: (call: Call, path: string) => CarrierFailure | null,
): TeamFolder {
  const asked = <T>(call: Call, path: string, work: () => Promise<Result<T, CarrierFailure>>) => {
    const failure = before(call, path)
    return failure === null ? work() : Promise.resolve(err(failure))
  }
  return {
    list: (dir) => asked('list', dir, () => folder.list(dir)),
    read: (path, most) => asked('read', path, () => folder.read(path, most)),
    putNew: (path, bytes) => asked('putNew', path, () => folder.putNew(path, bytes)),
    putAgain: (path, bytes) => asked('putAgain', path, () => folder.putAgain(path, bytes)),
    removeOwn: (path) => asked('removeOwn', path, () => folder.removeOwn(path)),
    close: () => folder.close(),
  }
}
