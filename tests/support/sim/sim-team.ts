import { keyPairOf, type KeyPair } from '../../../node/team/format/identity'
import { deviceOf } from '../../../node/team/format/identity'
import { encodeContainer } from '../../../node/team/format/container'
import { firstFreeLetter } from '../../../node/team/format/roster'
import { SNAPSHOT, type SnapshotSizes } from '../../../node/team/format/snapshot-body'
import { attachmentPath, memberPath, teamNames } from '../../../node/team/format/names'
import { encodeMember } from '../../../node/team/format/statements'
import { FaultyCarrier } from '../faulty-team-folder'
import { FaultyDisk } from '../faulty-files'
import { MemoryCarrier } from '../memory-team-folder'
import { seededDice, type Dice } from '../../../node/demo/random'
import { markTeam, seededBytes, TEAM } from '../team-device'
import { AtRisk } from './at-risk'
import { NewerWriter } from './newer-writer'
import { Numbers } from './numbering'
import type { Plant } from './plant'
import { SimDevice } from './sim-device'
import { pairNamed, SEAL } from './sim-keys'
import { weatherOf, type Weather } from './weather'

const NAMES = ['甲', '乙', '丙', '丁'] as const
/** Segments of a history are few: two or three of them make a snapshot, and who lacks more than one takes it. */
const SMALL: SnapshotSizes = { least: 2, most: 3, bytes: SNAPSHOT.bytes, farBehind: 1 }

const START = Date.UTC(2026, 0, 5, 1, 0, 0)

/** What is the same in every history is made once: the mark and the admissions, by name and letter, open and locked. */
interface Founded {
  readonly secret: Uint8Array | null
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly admissions: Map<string, { readonly path: string; readonly bytes: Uint8Array }>
}
const founded = new Map<boolean, Promise<Founded>>()

async function found(isLocked: boolean): Promise<Founded> {
  const carrier = new MemoryCarrier()
  const secret = await markTeam(carrier.folder('0'.repeat(16)), SEAL, isLocked ? '示例口令' : null)
  return { secret, files: carrier.files(), admissions: new Map() }
}

/** The seal's word for a computer of this name. [TF12] */
async function admission({ secret, admissions }: Founded, name: string, letter: string) {
  const key = `${name} ${letter}`
  let made = admissions.get(key)
  if (made !== undefined) return made
  const pair = pairNamed(name)
  const at = START + [...NAMES, '新', '高'].indexOf(name)
  const said = { v: 1, device: deviceOf(pair.key), key: pair.key, letter, name, at, writers: [] } as const
  const body = encodeMember(said)
  const sealing = { team: TEAM, pair: SEAL, secret, random: seededBytes(`admission ${key}`) }
  const bytes = await encodeContainer({ kind: 'member' }, body, sealing)
  admissions.set(key, (made = { path: memberPath(teamNames(TEAM, secret).tag(body)), bytes }))
  return made
}

/** How often something rare happened in a history. */
export interface Happened {
  readonly snapshotsRead: number
  readonly removals: number
  readonly restores: number
  readonly numbers: number
  /** Changes that no disk had any more, and that came back or were lost with their files. */
  readonly atRisk: number
}

/** A team in a history: the carrier, the computers, and what everybody has been promised. */
export class SimTeam {
  readonly carrier: FaultyCarrier
  readonly dice: Dice
  readonly time = { ms: START }
  readonly weather: Weather
  readonly devices: SimDevice[] = []
  readonly lines: string[] = []
  readonly #minted = new Map<string, { n: number }>()
  readonly #founded: Founded
  readonly #newer: NewerWriter
  readonly numbers = new Numbers()
  /** How many older disks were put back, and how many computers cloned. */
  restores = 0
  clones = 0
  readonly atRisk: AtRisk
  readonly snapshots: SnapshotSizes
  /** Letters by name, of everybody who was admitted. */
  readonly #letters = new Map<string, string>()
  /** Secret halves of keys that were removed. */
  readonly #removed = new Set<string>()

  private constructor(
    readonly seed: string,
    readonly plant: Plant,
    ready: Founded,
  ) {
    this.dice = seededDice(seed)
    this.weather = weatherOf(this.dice)
    this.carrier = new FaultyCarrier(this.dice.apart('carrier'), this.weather.carrier, true)
    this.atRisk = new AtRisk(this.carrier)
    // Small enough to be made in a history; in others not at all.
    this.snapshots = this.dice.apart('snapshots').chance(0.5) ? SMALL : SNAPSHOT
    this.#founded = ready
    this.#newer = new NewerWriter(ready.secret, this.time)
    for (const [path, bytes] of ready.files) this.carrier.truth.tamper(path, bytes)
  }

  static async begin(seed: string, plant: Plant): Promise<SimTeam> {
    const isLocked = seededDice(`${seed}/lock`).chance(0.1)
    let ready = founded.get(isLocked)
    if (ready === undefined) founded.set(isLocked, (ready = found(isLocked)))
    const team = new SimTeam(seed, plant, await ready)
    const count = team.dice.chance(0.15) ? 4 : 3
    await team.admit('甲')
    await team.admit('高')
    for (const [i, name] of NAMES.slice(0, count).entries()) {
      if (i === 0 || team.dice.chance(0.9)) await team.admit(name)
      await team.add(name, name, pairNamed(name), new FaultyDisk(true))
    }
    team.trace(`faults: ${team.weather.said}; ${count} computers${isLocked ? ', locked' : ''}`)
    return team
  }

  trace(line: string): void {
    this.lines.push(line)
  }

  /** Gives the letter that was asked for, where the request is known, or the first that is free. [TF14] */
  async admit(name: string): Promise<void> {
    if (this.#letters.has(name) || ![...NAMES, '新', '高'].includes(name)) return
    const device = deviceOf(pairNamed(name).key)
    const asked = this.devices[0]?.passed?.requests.find((request) => request.device === device)?.letter
    const taken = new Set(this.#letters.values())
    const free = asked === undefined || taken.has(asked) ? firstFreeLetter(taken) : asked
    const letter = this.plant.given?.(free) ?? free
    this.#letters.set(name, letter)
    const { path, bytes } = await admission(this.#founded, name, letter)
    this.carrier.truth.tamper(path, bytes)
    this.trace(`${name} is admitted as ${letter}`)
  }

  async admitAll(): Promise<void> {
    for (const { name } of this.devices) await this.admit(name)
  }

  removes(pair: KeyPair): void {
    this.#removed.add(pair.secret)
  }

  readonly isRemoved = ({ secret }: Pick<KeyPair, 'secret'>): boolean => this.#removed.has(secret)

  /** Those that belong to the team. */
  get present(): readonly SimDevice[] {
    return this.devices.filter(({ parts }) => !this.isRemoved(parts.pair))
  }

  async add(name: string, computer: string, pair: KeyPair, disk: FaultyDisk): Promise<SimDevice> {
    const minted = this.#minted.get(pair.secret) ?? { n: 0 }
    this.#minted.set(pair.secret, minted)
    const device = new SimDevice({
      name,
      computer,
      pair: keyPairOf(pair.secret),
      secret: this.#founded.secret,
      view: this.carrier.folder(deviceOf(pair.key)),
      disk,
      dice: this.dice.apart(`device ${name}`),
      plant: this.plant,
      minted,
      time: this.time,
      snapshots: this.snapshots,
      trace: (line) => this.trace(line),
      isCarried: (hash) => this.isCarried(hash),
    })
    this.devices.push(device)
    if (!(await device.start())) throw new Error(`${name} does not start`)
    return device
  }

  get happened(): Happened {
    return {
      snapshotsRead: this.devices.reduce((sum, { parts }) => sum + parts.view.snapshotsRead, 0),
      removals: this.#removed.size,
      restores: this.restores,
      numbers: this.numbers.count,
      atRisk: this.atRisk.count,
    }
  }

  /** Whether something may be in the folder alone, and the carrier loses or spoils files. */
  get mayLose(): boolean {
    const { lost, truncated, flipped } = this.weather.carrier
    return this.restores + this.#removed.size > 0 && lost + truncated + flipped > 0
  }

  /** Whether the team folder has an attachment as it was put. */
  isWhole(hash: string): boolean {
    const path = attachmentPath(teamNames(TEAM, this.#founded.secret).contentName(hash))
    return this.carrier.truth.peek(path) !== undefined && !this.carrier.damaged.has(path)
  }

  isCarried(hash: string): boolean {
    const { lost, emptied, old } = this.weather.carrier
    const name = teamNames(TEAM, this.#founded.secret).contentName(hash)
    return lost + emptied + old > 0 || this.carrier.truth.peek(attachmentPath(name)) !== undefined
  }

  get newerEnd(): NewerWriter['end'] {
    return this.#newer.end
  }

  /** A computer with a newer program writes: a change that can be read, one that cannot yet, and one more. [TF22] */
  async newerWrites(): Promise<void> {
    const made = await this.#newer.next()
    this.carrier.truth.tamper(made.path, made.bytes)
    this.trace(`a newer program publishes segment ${made.segment}`)
  }
}
