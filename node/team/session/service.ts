import type { Clock, RandomBytes } from '../../../shared/kernel/clock'
import type { Cursor } from '../../../shared/store'
import { err, ok, type Result } from '../../../shared/kernel/result'
import type { TeamFailure, TeamStatus } from '../../../shared/team'
import type { DataFolder } from '../../store'
import type { GuardedTeamFolder } from '../carrier/guarded-team-folder'
import { deviceOf, keyPairOf } from '../format/identity'
import { inTime } from './in-time'
import type { TeamKeys } from './key-ring'
import { createPulse, type PassEnd } from './pulse'
import { makeDesk } from '../sync/make-desk'
import { recall } from '../sync/kept'
import { passOnce, publishLast, sayLeaving, type Passed } from '../sync/pass'
import type { TeamDesk } from '../sync/team-desk'
import { unsentChanges } from '../sync/unsent'
import { markFailure, tellFailure } from './pass-failure'
import { putFailure } from './key-failure'
import { statusOf } from './status'

export interface Grown {
  readonly ends: readonly Cursor[]
  readonly templates: boolean
  readonly attachments: boolean
}

export interface ServiceParts {
  readonly folder: DataFolder
  readonly keys: TeamKeys
  readonly openCarrier: (path: string, device: string, onHint: () => void) => GuardedTeamFolder
  readonly clock: Clock
  readonly random: RandomBytes
  readonly program: string
  readonly person: () => string
  readonly tell: (status: TeamStatus) => void
  readonly grown: (grown: Grown) => void
  /** Keeps which letter this computer bears or asks for, when that is not what its keys say. */
  readonly lettered: (letter: string) => Promise<void>
  /** Looks at what a pass found, as a part of it. */
  readonly afterPass?: (desk: TeamDesk, passed: Passed) => Promise<void>
}

/** Closing a segment for every save would make very many small ones: changes are put together for so long. */
const PUBLISH_GAP_MS = 60_000

/** Longest time that an event loop's timer can wait, and more than any pause between passes. */
const MOST_WAIT_MS = 15 * 60_000

/** All that is still done with the folder when the program ends takes so long at most; the next start does the rest. */
const ENDING_MS = 3_000

/** The sync of an open data folder with its team folder, pass after pass, until it is closed. */
export class TeamService {
  readonly #parts: ServiceParts
  readonly #carrier: GuardedTeamFolder
  readonly #pulse
  readonly desk: TeamDesk
  /** Why the last pass did not meet this team's folder; null: it did. */
  #failure: TeamFailure | null = null
  #state: 'idle' | 'syncing' | 'offline' = 'idle'
  #lastSync: number | null = null
  #lastPublish = -Infinity
  #publishNow = true
  #timer: NodeJS.Timeout | null = null
  #running: Promise<void> = Promise.resolve()
  #hasGrown = false
  #letter: string
  #isClosed = false

  constructor(parts: ServiceParts) {
    this.#parts = parts
    const { folder, keys, clock, random, program, person } = parts
    this.#carrier = parts.openCarrier(keys.path, deviceOf(keyPairOf(keys.deviceSecret).key), () => {
      this.#pulse.hint(clock.now())
      this.#schedule()
    })
    this.desk = makeDesk({
      folder,
      keys,
      clock,
      random,
      program,
      person,
      carrier: this.#carrier,
      nameOf: (device) => this.desk.memory.seen.roster?.of(device)?.name ?? '',
      onGrown: () => {
        this.#hasGrown = true
      },
    })
    const [byte = 0] = random(1)
    let chance = byte / 256
    this.#pulse = createPulse({ chance: () => (chance = (chance * 16807 + 0.137) % 1) }, clock.now())
    this.#letter = keys.letter
    this.#schedule()
  }

  /** Knows what the data folder keeps of the team, and tells it: before the folder was reached. */
  async begin(): Promise<void> {
    await recall(this.desk)
    if (!this.#isClosed) this.#parts.tell(this.status())
  }

  /** What is known of the team; null: neither a pass nor the data folder has told yet. */
  get passed(): Passed | null {
    const { mark, roster, requests, notes } = this.desk.memory.seen
    if (mark === null || roster === null) return null
    return { mark, roster, requests, notes, templates: false, attachments: false }
  }

  /** What this computer keeps of the team, with the letter as it is known now. */
  get keys(): TeamKeys {
    return { ...this.desk.keys, letter: this.#letter }
  }

  status(): TeamStatus {
    const { desk } = this
    return statusOf({ desk, state: this.#state, lastSync: this.#lastSync })
  }

  /** Something was appended to the journal. */
  saved(): void {
    this.#pulse.saved(this.#parts.clock.now())
    this.#schedule()
  }

  /** Somebody works in the window. */
  used(): void {
    this.#pulse.used(this.#parts.clock.now())
    this.#schedule()
  }

  /** Attachments that a record names and that are not here. */
  want(hashes: readonly string[]): void {
    for (const hash of hashes) this.desk.memory.wanted.add(hash)
  }

  /** A whole pass, at once, publishing what there is. Answers whether this team's folder was met. */
  async syncNow(): Promise<boolean> {
    return (await this.meetNow()).ok
  }

  /** The same; says why it did not. */
  async meetNow(): Promise<Result<null, TeamFailure>> {
    this.#publishNow = true
    this.#carrier.hurry()
    this.desk.memory.hurry()
    await this.#running
    await this.#run()
    return this.#failure === null ? ok(null) : err(this.#failure)
  }

  /**
   * Ends after the pass that runs, or in the midst of a long one. `publish`: what was saved since is put first, in the same short time;
   * `leaving`: and the others are told that this computer left. Answers whether a thread hangs, so that the process has to be ended hard.
   */
  async close({ publish = false, leaving = false } = {}): Promise<{ readonly stuck: boolean }> {
    this.#isClosed = true
    if (this.#timer) clearTimeout(this.#timer)
    const ending = this.#end(publish, leaving)
    await inTime(ending, ENDING_MS)
    await this.#carrier.close()
    await ending
    return { stuck: this.#carrier.stuck() > 0 }
  }

  /** Nothing is tried with a folder that is away or hangs: the program is to end. */
  async #end(publish: boolean, leaving: boolean): Promise<void> {
    await this.#running
    const { roster } = this.desk.memory.seen
    if (!publish || this.#failure !== null || this.#carrier.stuck() > 0 || roster === null) return
    if (unsentChanges(this.desk, roster) > 0) await publishLast(this.desk).catch(() => undefined)
    if (leaving) await sayLeaving(this.desk).catch(() => undefined)
  }

  #schedule(): void {
    if (this.#timer) clearTimeout(this.#timer)
    const due = this.#pulse.due()
    if (this.#isClosed || due === null) return
    const wait = Math.min(MOST_WAIT_MS, Math.max(0, due - this.#parts.clock.now()))
    this.#timer = setTimeout(() => void this.#run(), wait)
    this.#timer.unref()
  }

  #run(): Promise<void> {
    const { clock } = this.#parts
    if (this.#isClosed || !this.#pulse.begin(clock.now())) return this.#running
    this.#running = this.#pass()
      .then((end) => {
        this.#pulse.end(clock.now(), end)
      })
      .finally(() => {
        this.#schedule()
      })
    return this.#running
  }

  async #pass(): Promise<PassEnd> {
    const { clock, tell } = this.#parts
    this.#state = 'syncing'
    tell(this.status())
    const shows = setInterval(() => {
      this.#tellGrown(false, false)
      tell(this.status())
    }, 1000)
    const publish = this.#publishNow || Math.abs(clock.now() - this.#lastPublish) >= PUBLISH_GAP_MS
    try {
      const passed = await passOnce(this.desk, publish)
      if (!passed.ok) {
        this.#state = tellFailure(this.desk, passed.error)
        this.#failure = putFailure(passed.error, this.desk.keys.path)
        return 'offline'
      }
      this.#state = 'idle'
      this.#failure = passed.value === null ? markFailure(this.desk) : null
      if (passed.value === null) return 'offline'
      if (publish) {
        this.#lastPublish = clock.now()
        this.#publishNow = false
      }
      this.#lastSync = clock.now()
      const letter = passed.value.roster.of(this.desk.device)?.letter ?? this.desk.memory.proposed
      if (letter !== this.#letter && letter !== '') await this.#parts.lettered((this.#letter = letter))
      this.#tellGrown(passed.value.templates, passed.value.attachments)
      await this.#parts.afterPass?.(this.desk, passed.value)
      return 'reached'
    } catch (error) {
      this.#state = 'idle'
      const reason = error instanceof Error ? error.message : String(error)
      this.desk.told.say({ problem: 'failed', reason })
      this.#failure = { type: 'TeamFileFailed', path: this.desk.keys.path, reason }
      return 'offline'
    } finally {
      clearInterval(shows)
      this.#tellGrown(false, false)
      tell(this.status())
    }
  }

  #tellGrown(templates: boolean, attachments: boolean): void {
    if (!this.#hasGrown && !templates && !attachments) return
    this.#hasGrown = false
    this.#parts.grown({ ends: this.#parts.folder.ends(), templates, attachments })
  }
}
