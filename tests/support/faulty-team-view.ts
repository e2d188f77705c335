import { dirParts, fileParts, ownParts, TEAM_MARK } from '../../node/team/carrier/carried-path'
import type { CarrierEntry, CarrierFailure, TeamFolder } from '../../node/team/carrier/team-folder'
import { err, ok, type Result } from '../../shared/kernel/result'
import type { FaultyCarrier } from './faulty-team-folder'
import { MemoryCarrier } from './memory-team-folder'
import type { Dice } from '../../node/demo/random'

/** When, in passes of this device, it sees a file, and as what. */
interface Fate {
  readonly seenFrom: number
  readonly wholeFrom: number
  /** The share of its bytes that is seen before. */
  readonly cut: number
  readonly goneFrom: number
  readonly goneUntil: number
  readonly renamedUntil: number
  readonly foldedUntil: number
  readonly copy: string | null
  readonly otherName: string
}

/** What holds for the whole folder, each until a pass. */
type Spell = 'gone' | 'emptied' | 'markMissing' | 'readOnly' | 'full'
const SPELLS: readonly Spell[] = ['gone', 'emptied', 'markMissing', 'readOnly', 'full']

const PLAIN: Fate = {
  seenFrom: 0,
  wholeFrom: 0,
  cut: 0,
  goneFrom: Infinity,
  goneUntil: Infinity,
  renamedUntil: 0,
  foldedUntil: 0,
  copy: null,
  otherName: '',
}

/** Names that carriers give to conflicting copies: 坚果云, WPS, OneDrive, Syncthing, Explorer. */
const COPY_NAMES: readonly ((name: string) => string)[] = [
  (name) => `${name}-conflict`,
  (name) => `${name}-NSConflict-示例用户-20260105`,
  (name) => `${name}1-副本`,
  (name) => `${name}-DESKTOP-7A2B9CD`,
  (name) => `${name}.sync-conflict-20260105-091011-ABCDEF2`,
  (name) => `${name} - 副本`,
  (name) => `${name} (1)`,
]
const copyName = (name: string, dice: Dice): string => dice.pick(COPY_NAMES)(name)

const failed = (error: CarrierFailure) => err(error)
const notFound = failed({ type: 'NotFound' })
const POWER = failed({ type: 'Failed', reason: 'POWER' })

/** One device's view of a faulty carrier. */
export class FaultyFolder implements TeamFolder {
  /** The device has no power: every call fails. Set by whoever lets it crash; `restart` ends it. */
  isDown = false
  /** So many calls from now the power goes, before, in the middle of, or after that call. */
  crashIn: number | null = null
  /** Calls so far. */
  steps = 0
  /** Snapshots that this device got whole or in part. */
  snapshotsRead = 0
  #pass = 0
  /** The pass whose listing is shown; equals #pass unless an old one came back. */
  #shown = 0
  readonly #fates = new Map<string, Fate>()
  readonly #spells = new Map<Spell, number>()
  #shadow: MemoryCarrier | null = null

  constructor(
    private readonly carrier: FaultyCarrier,
    private readonly device: string,
    private readonly dice: Dice,
  ) {}

  /** Time goes on: what was delayed comes nearer, and new faults of the whole folder may begin. */
  beginPass(): void {
    const { dice } = this
    const { faults } = this.carrier
    this.carrier.weather()
    this.#pass++
    const isOld = faults.old > 0 && dice.chance(faults.old)
    this.#shown = isOld ? Math.max(0, this.#pass - dice.int(1, 6)) : this.#pass
    for (const spell of SPELLS) {
      if (faults[spell] > 0 && !this.#has(spell) && dice.chance(faults[spell])) {
        this.#spells.set(spell, this.#pass + dice.int(1, 4))
      }
    }
    if (!this.#has('emptied')) this.#shadow = null
  }

  /** What it did not see yet it sees now; what it saw otherwise it sees as it is. */
  heal(): void {
    this.#spells.clear()
    this.#shadow = null
    this.#shown = this.#pass
    this.#fates.clear()
  }

  restart(): void {
    this.isDown = false
    this.crashIn = null
  }

  list(dir: string): Promise<Result<readonly CarrierEntry[], CarrierFailure>> {
    return this.#called(() => {
      const parts = dirParts(dir)
      return () => this.#list(dir, parts)
    })
  }

  read(path: string, most: number): Promise<Result<Uint8Array, CarrierFailure>> {
    return this.#called(() => {
      const parts = fileParts(path)
      return () => this.#read(path, parts, most)
    })
  }

  putNew(path: string, bytes: Uint8Array): Promise<Result<null, CarrierFailure>> {
    return this.#called(() => {
      const parts = fileParts(path)
      return () => this.#putting(path, bytes, () => this.carrier.truth.put(parts, bytes))
    })
  }

  putAgain(path: string, bytes: Uint8Array): Promise<Result<null, CarrierFailure>> {
    return this.#called(() => {
      const parts = fileParts(path)
      return () => this.#putting(path, bytes, () => this.carrier.truth.replace(parts, bytes))
    })
  }

  removeOwn(path: string): Promise<Result<null, CarrierFailure>> {
    return this.#called(() => {
      const parts = ownParts(path, this.device)
      return () => {
        if (this.#has('emptied')) return ok(null)
        if (this.#has('readOnly')) return failed({ type: 'ReadOnly' })
        return this.carrier.truth.remove(parts)
      }
    })
  }

  close(): Promise<void> {
    return Promise.resolve()
  }

  #has(spell: Spell): boolean {
    return (this.#spells.get(spell) ?? 0) > this.#pass
  }

  /** Checks the path, which rejects as on a disk; then the faults that any call may meet; then does it. */
  #called<T>(prepared: () => () => Result<T, CarrierFailure>): Promise<Result<T, CarrierFailure>> {
    return new Promise((resolve) => {
      const work = prepared()
      if (this.isDown) {
        resolve(POWER)
        return
      }
      this.steps++
      if (this.crashIn !== null && --this.crashIn < 0) {
        this.isDown = true
        if (this.dice.chance(0.5)) work()
        resolve(POWER)
        return
      }
      resolve(this.#meeting(work))
    })
  }

  #meeting<T>(work: () => Result<T, CarrierFailure>): Result<T, CarrierFailure> {
    const { dice } = this
    const { faults } = this.carrier
    if (this.carrier.truth.isGone || this.#has('gone'))
      return failed({ type: 'Unreachable', reason: 'ENOENT' })
    const isHung = faults.hang > 0 && dice.chance(faults.hang)
    const isRefused = !isHung && faults.refuse > 0 && dice.chance(faults.refuse)
    if (!isHung && !isRefused) return work()
    // The answer is lost, not always the deed.
    if (dice.chance(0.5)) work()
    return failed(isHung ? { type: 'Unreachable', reason: 'TIMEOUT' } : dice.pick(REFUSALS))
  }

  #list(dir: string, parts: readonly string[]): Result<readonly CarrierEntry[], CarrierFailure> {
    if (this.#has('emptied')) return dir === '' ? ok([]) : notFound
    const listed = this.carrier.truth.list(parts)
    if (!listed.ok) return listed
    const shown: CarrierEntry[] = []
    for (const entry of listed.value) {
      if (entry.kind !== 'file') shown.push(entry)
      else this.#show(dir === '' ? entry.name : `${dir}/${entry.name}`, entry, shown)
    }
    return ok(this.carrier.faults.delay > 0 ? shuffled(shown, this.dice) : shown)
  }

  #show(path: string, entry: CarrierEntry, shown: CarrierEntry[]): void {
    const fate = this.#fateOf(path)
    if (!this.#isSeen(path, fate)) return
    const at = this.#shown
    const size = at < fate.wholeFrom ? Math.floor(entry.size * fate.cut) : entry.size
    if (at < fate.renamedUntil) shown.push({ ...entry, name: fate.otherName, size })
    else if (at < fate.foldedUntil) shown.push({ ...entry, name: entry.name.toUpperCase(), size })
    else shown.push({ ...entry, size })
    if (fate.copy !== null) shown.push({ ...entry, name: fate.copy, size })
  }

  #read(path: string, parts: readonly string[], most: number): Result<Uint8Array, CarrierFailure> {
    if (this.#has('emptied')) return this.#shadow?.read(parts, most) ?? notFound
    const fate = this.#fateOf(path)
    if (!this.#isSeen(path, fate) || this.#shown < fate.renamedUntil) return notFound
    const read = this.carrier.truth.read(parts, most)
    if (read.ok && path.startsWith('snapshots/')) this.snapshotsRead++
    if (!read.ok || this.#shown >= fate.wholeFrom) return read
    return ok(read.value.slice(0, Math.floor(read.value.length * fate.cut)))
  }

  #isSeen(path: string, fate: Fate): boolean {
    const at = this.#shown
    if (path === TEAM_MARK && this.#has('markMissing')) return false
    return at >= fate.seenFrom && !(at >= fate.goneFrom && at < fate.goneUntil)
  }

  #putting(
    path: string,
    bytes: Uint8Array,
    put: () => Result<null, CarrierFailure>,
  ): Result<null, CarrierFailure> {
    if (this.#has('emptied')) {
      // It lands in the folder that only looks like the team's, and is gone with it.
      this.carrier.stray.push(path)
      this.#shadow ??= new MemoryCarrier()
      return this.#shadow.put(path.split('/'), bytes)
    }
    if (this.#has('readOnly')) return failed({ type: 'ReadOnly' })
    if (this.#has('full')) {
      if (this.dice.chance(0.3))
        this.carrier.truth.abandon(path, bytes.slice(0, bytes.length >> 1), this.device)
      return failed({ type: 'Full' })
    }
    const done = put()
    if (!done.ok) return done
    // Its own file it sees at once, and may lose sight of later like any other.
    this.#fates.set(path, {
      ...this.#thrown(path),
      seenFrom: 0,
      wholeFrom: 0,
      renamedUntil: 0,
      foldedUntil: 0,
    })
    this.carrier.received(path)
    return done
  }

  #fateOf(path: string): Fate {
    let fate = this.#fates.get(path)
    if (fate === undefined) this.#fates.set(path, (fate = this.#thrown(path)))
    return fate
  }

  #thrown(path: string): Fate {
    const { dice } = this
    const { faults } = this.carrier
    const does = (share: number) => share > 0 && dice.chance(share)
    const now = this.#pass
    // A file that stood there when this device looked for the first time is delayed like one that comes later.
    const seenFrom = does(faults.delay) ? now + dice.int(1, 6) : Math.min(now, this.#shown)
    const after = (share: number) => (does(share) ? seenFrom + dice.int(1, 5) : 0)
    const wholeFrom = after(faults.partial)
    const goneFrom = does(faults.vanish) ? seenFrom + dice.int(1, 6) : Infinity
    const name = path.slice(path.lastIndexOf('/') + 1)
    const copy = does(faults.duplicate) ? copyName(name, dice) : null
    const renamedUntil = after(faults.renamed)
    return {
      ...PLAIN,
      seenFrom,
      wholeFrom,
      cut: wholeFrom > 0 ? dice.next() : 0,
      goneFrom,
      goneUntil: goneFrom === Infinity ? Infinity : goneFrom + dice.int(1, 6),
      copy,
      renamedUntil,
      otherName: renamedUntil > 0 ? copyName(name, dice) : '',
      foldedUntil: after(faults.folded),
    }
  }
}

const REFUSALS: readonly CarrierFailure[] = [
  { type: 'Unreachable', reason: 'EIO' },
  { type: 'Failed', reason: 'EBUSY' },
  { type: 'Failed', reason: 'EACCES' },
  { type: 'ReadOnly' },
  { type: 'Full' },
]

/** Fisher and Yates. */
function shuffled<T>(list: readonly T[], dice: Dice): readonly T[] {
  const mixed = [...list]
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = dice.int(0, at)
    const held = mixed[at] as T
    mixed[at] = mixed[other] as T
    mixed[other] = held
  }
  return mixed
}
