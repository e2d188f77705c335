import { isAbsolute } from 'node:path'
import type { FileFailure } from '../../../shared/ipc/contract'
import type { TeamCalls } from '../../../shared/ipc/team'
import { err, ok, type Result } from '../../../shared/kernel/result'
import type { TeamFailure, TeamProblem, TeamStatus } from '../../../shared/team'
import type { DataFolder } from '../../store'
import type { GuardedTeamFolder } from '../carrier/guarded-team-folder'
import type { TeamFolder } from '../carrier/team-folder'
import { keyPairOf } from '../format/identity'
import { quietDesk } from '../sync/make-desk'
import type { Passed } from '../sync/pass'
import type { TeamDesk } from '../sync/team-desk'
import { keyFailure } from './key-failure'
import type { KeyRing, TeamKeys } from './key-ring'
import type { OpenTeamData } from './open-team-data'
import { TeamService, type ServiceParts } from './service'
import type { WriterNames } from './writer-names'

export type ActInput<N extends keyof TeamCalls> = TeamCalls[N]['in']
export type Done<T = null> = Promise<Result<T, TeamFailure>>

export interface SessionParts extends Omit<
  ServiceParts,
  'folder' | 'keys' | 'person' | 'lettered' | 'afterPass'
> {
  readonly ring: KeyRing
  /** The open data folder; null while there is none. */
  readonly folder: () => DataFolder | null
  /** Opens, or makes, a data folder of a team for a computer with that key. */
  readonly openData: OpenTeamData
  /** Starts the program again on another data folder. */
  readonly startAgainOn: (path: string) => Promise<Result<null, FileFailure>>
  /** Names new writers of the open data folder. */
  readonly writerNames: WriterNames
  /** log2 of scrypt's N for a new lock; less in tests. */
  readonly log2N?: number
}

/** What all acts of a team session share: the running service, who works here, what is being told. */
export class SessionContext {
  readonly parts: SessionParts
  service: TeamService | null = null
  person = ''
  /** How a joining that runs stands; null: none does. */
  joining: TeamStatus | null = null
  keysLost = false
  /** The program ends: what an act is still doing changes nothing any more. */
  isClosed = false
  /** The letter that this computer bore, or asked for, last: it outlives leaving and lost keys. [TF14] */
  keptLetter = ''
  /** Keys of an attempt to join that did not come to its end: the next one asks as the same computer. */
  attempt: TeamKeys | null = null
  /** What happened in this sitting and is to be told beside what the service finds. */
  readonly events: TeamProblem[] = []
  readonly #afterPass: (context: SessionContext, desk: TeamDesk, passed: Passed) => Promise<void>

  constructor(
    parts: SessionParts,
    afterPass: (context: SessionContext, desk: TeamDesk, passed: Passed) => Promise<void>,
  ) {
    this.parts = parts
    this.#afterPass = afterPass
  }

  tell(): void {
    this.parts.tell(this.status())
  }

  status(): TeamStatus {
    const keys = this.parts.ring.isProtected() ? {} : ({ keysReadable: true } as const)
    if (this.joining) return { ...this.joining, ...keys }
    if (this.service) {
      const status = this.service.status()
      return { ...status, ...keys, problems: [...this.events, ...status.problems] }
    }
    return {
      standing: 'none',
      members: [],
      requests: [],
      activity: { state: 'idle', lastSync: null, unsent: 0, fetching: null, arrived: 0 },
      problems: [...(this.keysLost ? [{ problem: 'keysLost' } as const] : []), ...this.events],
      ...(this.keptLetter === '' ? {} : { kept: this.keptLetter }),
    }
  }

  /** Begins to sync the open data folder with the team that these keys are of. */
  serve(folder: DataFolder, keys: TeamKeys): void {
    const { parts } = this
    if (this.isClosed) return
    this.keysLost = false
    parts.writerNames.use(keyPairOf(keys.deviceSecret).key)
    this.service = new TeamService({
      ...parts,
      folder,
      keys,
      person: () => this.person,
      tell: () => {
        this.tell()
      },
      afterPass: (desk, passed) => this.#afterPass(this, desk, passed),
      // Where it cannot be kept now, the next sitting learns it again from the folder.
      lettered: async (letter) => {
        await parts.ring.write({ ...keys, letter })
        await this.keepLetter(folder, letter)
      },
    })
    void this.service.begin()
    this.tell()
  }

  /** Remembers, in the data folder, which letter this computer bears. */
  async keepLetter(folder: DataFolder, letter: string): Promise<void> {
    if (letter === '' || letter === this.keptLetter) return
    this.keptLetter = letter
    await folder.keepLetter(letter)
  }

  /** Keeps other keys of a team; what was kept, readable or not, is put beside them, never overwritten. */
  async keep(keys: TeamKeys): Done {
    const written = await this.parts.ring.replace(keys)
    return written.ok ? ok(null) : err(keyFailure(written.error))
  }

  /** Goes on with other keys: another place, another name, or the seal. */
  async goOn(keys: TeamKeys): Done {
    const folder = this.parts.folder()
    const before = this.service?.keys
    // First, so that a pass that is ending does not write what it knew over what is kept now.
    await this.service?.close()
    this.service = null
    const written = await this.parts.ring.write(keys)
    const next = written.ok ? keys : before
    if (folder && next) this.serve(folder, next)
    return written.ok ? ok(null) : err(keyFailure(written.error))
  }

  openCarrier(path: string): Result<GuardedTeamFolder, TeamFailure> {
    if (!isAbsolute(path)) return err({ type: 'FolderUnreachable', path })
    return ok(this.parts.openCarrier(path, '0'.repeat(16), () => undefined))
  }

  deskOn(folder: DataFolder, keys: TeamKeys, carrier: TeamFolder): TeamDesk {
    return quietDesk({ ...this.parts, folder, keys, carrier, person: () => this.person })
  }
}
