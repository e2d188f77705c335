import { attachmentsNamedBy, openDataFolder, type DataFolder } from '../../../node/store'
import type { KeyPair } from '../../../node/team/format/identity'
import type { SnapshotSizes } from '../../../node/team/format/snapshot-body'
import type { TeamKeys } from '../../../node/team/session/key-ring'
import { makeDesk } from '../../../node/team/sync/make-desk'
import { passOnce, type Passed } from '../../../node/team/sync/pass'
import type { TeamDesk } from '../../../node/team/sync/team-desk'
import { toHex } from '../../../shared/kernel/bytes'
import type { Finding } from '../../../shared/ipc/contract'
import type { RandomBytes } from '../../../shared/kernel/clock'
import { applyChange, type NewChange, type StoredChange } from '../../../shared/store'
import type { FaultyDisk } from '../faulty-files'
import { type Leftover } from '../faulty-files'
import type { FaultyFolder } from '../faulty-team-view'
import type { Dice } from '../../../node/demo/random'
import { FOLDER } from '../store'
import { TEAM } from '../team-device'
import type { Plant } from './plant'
import { SEAL, writerNamed } from './sim-keys'
import { dotText, WorkingCopy } from './working-copy'

export interface SimParts {
  readonly name: string
  readonly computer: string
  readonly pair: KeyPair
  readonly secret: Uint8Array | null
  readonly view: FaultyFolder
  readonly disk: FaultyDisk
  readonly dice: Dice
  readonly plant: Plant
  /** Counts the writers made with this key, so that no name is made twice by chance of the dice. */
  readonly minted: { n: number }
  /** The time that is right, in milliseconds. */
  readonly time: { ms: number }
  readonly snapshots: SnapshotSizes
  readonly trace: (line: string) => void
  /** Whether the team folder has an attachment, or the carrier did away with such things in this history. */
  readonly isCarried: (hash: string) => boolean
}

/** One computer in a history: its disk, its clock, its program. */
export class SimDevice {
  readonly name: string
  readonly parts: SimParts
  disk: FaultyDisk
  /** How wrong its clock is, in milliseconds. */
  skew = 0
  folder!: DataFolder
  desk!: TeamDesk
  copy!: WorkingCopy
  passed: Passed | null = null
  /** Dots that were answered as saved and must outlive everything that happens to this disk. */
  readonly acknowledged = new Map<string, StoredChange>()
  isRunning = false
  /** Only a mistake that is built in changes this: the clock shows at least so much. */
  pulledTo = 0
  /** What a mistake that is built in remembers. */
  readonly marked = new Set<string>()
  /** The latest time that its clock showed since the program was started. */
  #latestWall = 0
  readonly #checked = new Set<string>()
  /** The disk that the working copy was read from. */
  #diskOfCopy: FaultyDisk | null = null
  readonly random: RandomBytes
  readonly keys: TeamKeys

  constructor(parts: SimParts) {
    this.parts = parts
    this.name = parts.name
    this.disk = parts.disk
    this.random = parts.dice.apart(`bytes ${parts.name}`).bytes
    this.keys = {
      team: TEAM,
      seal: SEAL.key,
      sealSecret: parts.name === HOLDER ? SEAL.secret : null,
      deviceSecret: parts.pair.secret,
      teamSecret: parts.secret === null ? null : toHex(parts.secret),
      path: '/team',
      name: parts.name,
      letter: '',
    }
  }

  wall(): number {
    const wall = Math.max(1, this.parts.time.ms + this.skew)
    this.#latestWall = Math.max(this.#latestWall, wall)
    return wall
  }

  /** Starts the program. false: the disk does not let it. */
  async start(): Promise<boolean> {
    const { plant, view, pair, minted, computer } = this.parts
    this.#latestWall = 0
    const clock = { now: () => Math.max(this.wall(), this.pulledTo) }
    const files = plant.files?.(this.disk.port(), this) ?? this.disk.port()
    const opened = await openDataFolder({
      path: FOLDER,
      files,
      clock,
      random: this.random,
      appVersion: '0.1.0',
      computer,
      id: TEAM,
      newWriter: () => writerNamed(pair.secret, minted.n++),
    })
    this.isRunning = opened.ok && !this.isDown
    if (!opened.ok || this.isDown) return false
    const gaps = opened.value.findings.filter((finding) => this.#hadOnDisk(finding))
    if (gaps.length > 0) throw new Error(`${this.name} has gaps: ${JSON.stringify(gaps)}`)
    this.folder = plant.folder?.(opened.value, this) ?? opened.value
    this.desk = makeDesk({
      folder: this.folder,
      carrier: plant.carrier?.(view, this) ?? view,
      keys: this.keys,
      clock,
      random: this.random,
      program: '0.1.0',
      person: () => '',
      nameOf: () => '',
      onGrown: () => undefined,
      snapshots: this.parts.snapshots,
      patience: PATIENCE,
    })
    this.#diskOfCopy = this.disk
    this.copy = new WorkingCopy(plant.fold?.(applyChange) ?? applyChange)
    await this.copy.catchUp(this.folder)
    for (const hash of attachmentsNamedBy([...this.copy.changes.values()]))
      if (!(await this.folder.exchange.hasAttachment(hash))) this.desk.memory.wanted.add(hash)
    return this.isRunning
  }

  /**
   * Whether something of what is said to be missing stood on this disk before. What was never here may be told as missing: changes that
   * somebody carried come before the segments that they stand behind.
   */
  #hadOnDisk(finding: Finding): boolean {
    if (finding.finding !== 'missingChanges' || this.#diskOfCopy !== this.disk) return false
    const { writer, from, to } = finding
    return [...this.copy.changes.values()].some(
      ({ change }) => change.writer === writer && change.seq >= from && change.seq <= to,
    )
  }

  get isDown(): boolean {
    return this.disk.isDown || this.parts.view.isDown
  }

  /** Power back. */
  async restart(leftover: Leftover): Promise<void> {
    this.disk.restart(leftover)
    this.parts.view.restart()
    for (let tries = 0; tries < 3; tries++) if (await this.start()) return
    throw new Error(`${this.name} does not start any more`)
  }

  async pass(): Promise<void> {
    const { view, plant, dice } = this.parts
    view.beginPass()
    await plant.beforePass?.(this.desk, this)
    const passed = await passOnce(this.desk, true)
    await plant.afterPass?.(this.desk, this)
    if (this.isDown) return
    if (passed.ok && passed.value !== null) this.passed = passed.value
    await this.checkAttachments()
    const how = passed.ok ? (passed.value === null ? 'no mark' : 'ok') : JSON.stringify(passed.error)
    await this.copy.catchUp(this.folder, dice.chance(0.2))
    this.parts.trace(`${this.name} passes: ${how}, has ${this.copy.changes.size}`)
  }

  /** Saves; null when it was not answered as saved. */
  async save(changes: readonly NewChange[]): Promise<readonly StoredChange[] | null> {
    const written = await this.folder.append(changes)
    if (!written.ok) return null
    for (const stored of written.value) {
      this.acknowledged.set(dotText(stored), stored)
      this.copy.apply(stored)
      this.checkClock(stored)
    }
    if (!this.isDown) await this.copy.catchUp(this.folder)
    return written.value
  }

  /** What a published segment names is there before it, if it was here. [TF16] */
  private async checkAttachments(): Promise<void> {
    const { exchange } = this.folder
    for (const path of this.desk.memory.published) {
      if (this.#checked.has(path)) continue
      this.#checked.add(path)
      // segments/<writer>/<shard>/<number>-<tag>
      const [, writer = '', , name = ''] = path.split('/')
      const [segment = ''] = name.split('-')
      const changes = await exchange.changesOf(writer, Number(segment))
      for (const hash of attachmentsNamedBy(changes.ok ? changes.value : []))
        if ((await exchange.hasAttachment(hash)) && !this.parts.isCarried(hash))
          throw new Error(`${this.name} published ${path} before its attachment`)
    }
  }

  /**
   * Nothing pulls a clock further than ten minutes ahead of what this computer took for the time, or has written itself under whatever
   * name: its changes never go back behind one another. [TF21]
   */
  private checkClock({ change }: StoredChange): void {
    const isEarlierOwn = (other: StoredChange) =>
      other.change.writer === change.writer
        ? other.change.seq < change.seq
        : this.acknowledged.has(dotText(other))
    const own = [...this.copy.changes.values()]
      .filter(isEarlierOwn)
      .reduce((most, other) => Math.max(most, other.change.hlc.ms), this.#latestWall + 10 * MINUTE)
    if (change.hlc.ms > own + 1)
      throw new Error(
        `${this.name}: a clock was pulled to ${change.hlc.ms}, ${change.hlc.ms - own} ms too far`,
      )
  }
}

const MINUTE = 60_000
/** The rounds of a history after its faults are few. */
const PATIENCE = { passes: 24, each: 4 }
/** The computer that admits and removes. */
const HOLDER = '甲'
