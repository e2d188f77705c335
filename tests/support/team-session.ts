import { join } from 'node:path'
import { openDataFolder, type DataFolder } from '../../node/store'
import type { GuardedTeamFolder } from '../../node/team/carrier/guarded-team-folder'
import { keyRing } from '../../node/team/session/key-ring'
import { teamDataOpener } from '../../node/team/session/open-team-data'
import { TeamSession } from '../../node/team/session/team-session'
import { writerNames, type WriterNames } from '../../node/team/session/writer-names'
import { ok } from '../../shared/kernel/result'
import type { TeamStatus } from '../../shared/team'
import { FaultyDisk } from './faulty-files'
import { MemoryCarrier } from './memory-team-folder'
import { FOLDER, handClock, must, seededRandom } from './store'

/** Folders that several computers reach under the same paths. */
export class SharedPlaces {
  readonly #at = new Map<string, MemoryCarrier>()

  at(path: string): MemoryCarrier {
    let carrier = this.#at.get(path)
    if (!carrier) this.#at.set(path, (carrier = new MemoryCarrier()))
    return carrier
  }

  open(path: string, device: string): GuardedTeamFolder {
    return { ...this.at(path).folder(device), stuck: () => 0, hurry: () => undefined }
  }
}

/** The program of one computer without its window: its disk, its data folder and its team session. */
export class SessionComputer {
  readonly clock = handClock()
  /** Statuses that the window was told, the last one last. */
  readonly told: TeamStatus[] = []
  /** Where the program was started again. */
  startedOn: string | null = null
  /** A system whose key store is locked. */
  isKeyStoreLocked = false
  /** false: a system without any key store. */
  hasKeyStore = true
  folder: DataFolder | null = null
  session!: TeamSession
  #names!: WriterNames
  #starts = 0

  constructor(
    readonly name: string,
    readonly places: SharedPlaces,
    readonly disk = new FaultyDisk(),
  ) {}

  /** Starts the program on a data folder, as main does. */
  async start(path = FOLDER): Promise<this> {
    const { name, clock, disk } = this
    const random = seededRandom(`${name} ${String(this.#starts++)}`)
    const files = disk.port()
    this.folder = null
    this.#names = writerNames(random)
    const usual = { files, clock, random, computer: name, appVersion: '0.1.0' }
    this.session = new TeamSession({
      ring: keyRing(files, '/home/teams', {
        isProtecting: () => this.hasKeyStore,
        protect: (text) => {
          if (this.isKeyStoreLocked) throw new Error('locked')
          return Buffer.from(text, 'utf8')
        },
        unprotect: (bytes) => Buffer.from(bytes).toString('utf8'),
      }),
      clock,
      random,
      program: '0.1.0',
      folder: () => this.folder,
      writerNames: this.#names,
      startAgainOn: (path) => {
        this.startedOn = path
        return Promise.resolve(ok(null))
      },
      openCarrier: (path, device) => this.places.open(path, device),
      openData: teamDataOpener(usual),
      tell: (status) => this.told.push(status),
      grown: () => undefined,
      log2N: 14,
    })
    this.folder = must(
      await openDataFolder({
        ...usual,
        path,
        newWriter: this.#names.next,
        prepare: (id) => this.session.prepare(id),
      }),
    )
    await this.session.begin(this.folder)
    return this
  }

  async stop(): Promise<void> {
    await this.session.close()
    await this.folder?.close()
  }

  /** Ended and started again, on the data folder that a joining chose if there was one. */
  async restart(): Promise<this> {
    const path = this.startedOn ?? this.folder?.path ?? FOLDER
    await this.stop()
    this.startedOn = null
    return this.start(path)
  }

  get open(): DataFolder {
    if (!this.folder) throw new Error('no data folder is open')
    return this.folder
  }

  /** Meets the team folder now, two minutes later, publishing what there is. */
  async sync(): Promise<TeamStatus> {
    this.clock.ms += 120_000
    must(await this.session.syncNow())
    return this.session.status()
  }

  /** What stands on the disk below a folder, to be compared. */
  filesBelow(path: string): ReadonlyMap<string, string> {
    return new Map(
      [...this.disk.files()]
        .filter(([name]) => name.startsWith(join(path, '/')))
        .map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')]),
    )
  }
}

/** What stands in a shared folder, to be compared. */
export const filesOf = (carrier: MemoryCarrier): ReadonlyMap<string, string> =>
  new Map([...carrier.files()].map(([path, bytes]) => [path, Buffer.from(bytes).toString('base64')]))
