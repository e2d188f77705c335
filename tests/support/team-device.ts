import { createHash } from 'node:crypto'
import { openDataFolder, type DataFolder, type FilePort } from '../../node/store'
import { newKeyPair, newWriter, keyPairOf, type KeyPair } from '../../node/team/format/identity'
import type { TeamKeys } from '../../node/team/session/key-ring'
import { makeMark } from '../../node/team/format/mark'
import { paths } from '../../node/team/format/names'
import { putStatement } from '../../node/team/sync/admit'
import { makeDesk } from '../../node/team/sync/make-desk'
import { passOnce, type Passed } from '../../node/team/sync/pass'
import type { TeamDesk } from '../../node/team/sync/team-desk'
import type { TeamFolder } from '../../node/team/carrier/team-folder'
import { toHex } from '../../shared/kernel/bytes'
import type { RandomBytes } from '../../shared/kernel/clock'
import type { NewChange, StoredChange } from '../../shared/store'
import { FaultyDisk } from './faulty-files'
import { MemoryCarrier } from './memory-team-folder'
import { FOLDER, handClock, must, readAll, type HandClock } from './store'

export const TEAM = '0123456789abcdef0123456789abcdef'

/** Bytes that look random and are the same in every run. */
export function seededBytes(seed: string): RandomBytes {
  let count = 0
  return (length) => {
    const bytes = new Uint8Array(length)
    for (let at = 0; at < length; at += 32) {
      const block = createHash('sha256').update(`${seed}/${count++}`).digest()
      bytes.set(block.subarray(0, length - at), at)
    }
    return bytes
  }
}

export interface DeviceParts {
  readonly name: string
  readonly seal: KeyPair
  /** Whether it has the seal's secret half. */
  readonly founder?: boolean
  readonly secret?: Uint8Array | null
  readonly clock?: HandClock
  readonly disk?: FaultyDisk
  readonly pair?: KeyPair
  readonly team?: string
  /** What its chance is made from; its name when nothing is said. Of two copies of one computer each has its own. */
  readonly seed?: string
  /** A data folder on a real disk, in the place of the one in memory. */
  readonly at?: { readonly files: FilePort; readonly path: string }
}

/** One computer of a team in a test: its disk, its keys, its data folder, and its view of the team folder. */
export class TeamDevice {
  readonly name: string
  readonly clock: HandClock
  readonly random: RandomBytes
  readonly disk: FaultyDisk
  readonly keys: TeamKeys
  readonly #at: { readonly files: FilePort; readonly path: string }
  folder!: DataFolder
  desk!: TeamDesk
  passed: Passed | null = null

  constructor(parts: DeviceParts) {
    const { name, seal, founder = false, secret = null, team = TEAM } = parts
    this.name = name
    this.clock = parts.clock ?? handClock()
    this.random = seededBytes(parts.seed ?? name)
    this.disk = parts.disk ?? new FaultyDisk()
    this.#at = parts.at ?? { files: this.disk.port(), path: FOLDER }
    const pair = parts.pair ?? newKeyPair(this.random)
    this.keys = {
      team,
      seal: seal.key,
      sealSecret: founder ? seal.secret : null,
      deviceSecret: pair.secret,
      teamSecret: secret === null ? null : toHex(secret),
      path: '/team',
      name,
      letter: '',
    }
  }

  get pair(): KeyPair {
    return keyPairOf(this.keys.deviceSecret)
  }

  /** Starts the program: opens the data folder, forgets what the last sitting knew. */
  async start(carrier: TeamFolder): Promise<this> {
    const { pair, random } = this
    this.folder = must(
      await openDataFolder({
        ...this.#at,
        clock: this.clock,
        random,
        appVersion: '0.1.0',
        computer: this.name,
        id: this.keys.team,
        newWriter: () => newWriter(pair.key, random),
      }),
    )
    this.desk = makeDesk({
      folder: this.folder,
      carrier,
      keys: this.keys,
      clock: this.clock,
      random,
      program: '0.1.0',
      person: () => '',
      nameOf: (device) => this.passed?.roster.of(device)?.name ?? '',
      onGrown: () => undefined,
    })
    return this
  }

  /** Meets the team folder once; null when it could not or must not be used. */
  async pass(publish = true): Promise<Passed | null> {
    const passed = await passOnce(this.desk, publish)
    this.passed = passed.ok && passed.value !== null ? passed.value : this.passed
    return passed.ok ? passed.value : null
  }

  async write(...changes: readonly NewChange[]): Promise<readonly StoredChange[]> {
    return must(await this.folder.append(changes))
  }

  /** Admits another device. */
  async admit(device: TeamDevice, letter: string, writers: readonly string[] = []): Promise<void> {
    const { pair } = device
    must(
      await putStatement(this.desk, keyPairOf(this.keys.sealSecret ?? ''), {
        v: 1,
        device: device.desk.device,
        key: pair.key,
        letter,
        name: device.name,
        at: this.clock.now(),
        writers,
      }),
    )
  }

  /** Every change that the data folder has, by dot, in order of dots. */
  async dots(): Promise<readonly string[]> {
    const dots = new Set<string>()
    for (const { writer } of this.folder.ends())
      for (const { change, hash } of await readAll(this.folder, writer, 1000))
        dots.add(`${change.writer}:${change.seq}:${hash.slice(0, 32)}`)
    return [...dots].sort()
  }
}

/** Puts the mark of a new team. */
export async function markTeam(
  carrier: TeamFolder,
  seal: KeyPair,
  passphrase: string | null = null,
): Promise<Uint8Array | null> {
  const made = await makeMark(
    { team: TEAM, seal, name: '示例公司', created: 1, random: seededBytes('mark') },
    { passphrase, log2N: 14 },
  )
  must(await carrier.putNew(paths.mark, made.bytes))
  return made.secret
}

/** The first two computers of a team, each with its letter, on a folder in memory that keeps everything. */
export async function twoComputers(
  seal: KeyPair,
): Promise<{ readonly carrier: MemoryCarrier; readonly a: TeamDevice; readonly b: TeamDevice }> {
  const carrier = new MemoryCarrier()
  await markTeam(carrier.folder('0'.repeat(16)), seal)
  const [a, b] = ['示例电脑甲', '示例电脑乙'].map(
    (name, i) => new TeamDevice({ name, seal, founder: i === 0, secret: null }),
  ) as [TeamDevice, TeamDevice]
  for (const device of [a, b]) {
    await device.start(carrier.folder('0'.repeat(16)))
    await device.start(carrier.folder(device.desk.device))
  }
  await a.admit(a, 'A')
  await a.admit(b, 'B')
  return { carrier, a, b }
}
