import { keyPairOf, type KeyPair } from '../../../node/team/format/identity'
import { deviceOf } from '../../../node/team/format/identity'
import { encodeContainer } from '../../../node/team/format/container'
import { attachmentPath, memberPath, segmentPath, teamNames } from '../../../node/team/format/names'
import { encodeMember } from '../../../node/team/format/statements'
import { segmentTag } from '../../../node/team/sync/listing'
import { FaultyCarrier } from '../faulty-team-folder'
import { FaultyDisk } from '../faulty-files'
import { MemoryCarrier } from '../memory-team-folder'
import { seededDice, type Dice } from '../seed/random'
import { markTeam, seededBytes, TEAM } from '../team-device'
import { NewerWriter } from './newer-writer'
import type { Plant } from './plant'
import { SimDevice } from './sim-device'
import { pairNamed, SEAL } from './sim-keys'
import { weatherOf, type Weather } from './weather'

const NAMES = ['甲', '乙', '丙', '丁'] as const
const START = Date.UTC(2026, 0, 5, 1, 0, 0)

/** What is the same in every history is made once: the mark and the admissions, open and locked. */
interface Founded {
  readonly secret: Uint8Array | null
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly admissions: ReadonlyMap<string, { readonly path: string; readonly bytes: Uint8Array }>
}
const founded = new Map<boolean, Promise<Founded>>()

async function found(isLocked: boolean): Promise<Founded> {
  const carrier = new MemoryCarrier()
  const secret = await markTeam(carrier.folder('0'.repeat(16)), SEAL, isLocked ? '示例口令' : null)
  const names = teamNames(TEAM, secret)
  const admissions = new Map<string, { readonly path: string; readonly bytes: Uint8Array }>()
  for (const [i, name] of [...NAMES, '新', '高'].entries()) {
    const { key } = pairNamed(name)
    const body = encodeMember({
      v: 1,
      device: deviceOf(key),
      key,
      letter: 'ABCDEF'.charAt(i),
      name,
      at: START + i,
      writers: [],
    })
    const sealing = { team: TEAM, pair: SEAL, secret, random: seededBytes(`admission ${name}`) }
    const bytes = await encodeContainer({ kind: 'member' }, body, sealing)
    admissions.set(name, { path: memberPath(names.tag(body)), bytes })
  }
  return { secret, files: carrier.files(), admissions }
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

  private constructor(
    readonly seed: string,
    readonly plant: Plant,
    ready: Founded,
  ) {
    this.dice = seededDice(seed)
    this.weather = weatherOf(this.dice)
    this.carrier = new FaultyCarrier(this.dice.apart('carrier'), this.weather.carrier)
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
    team.admit('高')
    for (const [i, name] of NAMES.slice(0, count).entries()) {
      if (i === 0 || team.dice.chance(0.9)) team.admit(name)
      await team.add(name, name, pairNamed(name), new FaultyDisk())
    }
    team.trace(`faults: ${team.weather.said}; ${count} computers${isLocked ? ', locked' : ''}`)
    return team
  }

  trace(line: string): void {
    this.lines.push(line)
  }

  admit(name: string): void {
    const admission = this.#founded.admissions.get(name)
    if (admission === undefined || this.carrier.truth.peek(admission.path) !== undefined) return
    this.carrier.truth.tamper(admission.path, admission.bytes)
    this.trace(`${name} is admitted`)
  }

  admitAll(): void {
    for (const { name } of this.devices) this.admit(name)
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
      trace: (line) => this.trace(line),
      isCarried: (hash) => this.isCarried(hash),
    })
    this.devices.push(device)
    if (!(await device.start())) throw new Error(`${name} does not start`)
    return device
  }

  /** Which of a device's acknowledged changes nobody but its disk has: an older disk in its place takes them away. */
  onlyHere(device: SimDevice): ReadonlySet<string> {
    const elsewhere = new Set(
      this.devices.filter((other) => other !== device).flatMap(({ copy }) => [...copy.changes.keys()]),
    )
    const published = new Set<string>()
    for (const writer of new Set(device.folder.exchange.segments().map((segment) => segment.writer))) {
      let seq = 0
      for (const { segment, chain, changes } of device.folder.exchange.segments(writer)) {
        const path = segmentPath(writer, segment, segmentTag(device.desk, chain))
        const isThere = this.carrier.truth.peek(path) !== undefined && !this.carrier.damaged.has(path)
        for (let at = seq + 1; at <= seq + changes; at++) if (isThere) published.add(`${writer}:${at}`)
        seq += changes
      }
    }
    const isOut = (dot: string) => elsewhere.has(dot) || published.has(dot.split(':').slice(0, 2).join(':'))
    return new Set([...device.acknowledged.keys()].filter((dot) => !isOut(dot)))
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
