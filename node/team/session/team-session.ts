import { basename, dirname, isAbsolute, join } from 'node:path'
import type { FileFailure, StartFailure } from '../../../shared/ipc/contract'
import type { TeamCalls } from '../../../shared/ipc/team'
import { toHex } from '../../../shared/kernel/bytes'
import { err, ok, type Result } from '../../../shared/kernel/result'
import { noTeam, type TeamFailure, type TeamStatus } from '../../../shared/team'
import type { DataFolder } from '../../store'
import { keyPairOf, newKeyPair } from '../format/identity'
import type { KeyRing, TeamKeys } from './key-ring'
import { makeMark, openLock, type TeamMark } from '../format/mark'
import { paths } from '../format/names'
import { recoveryCodeOf, secretOfRecoveryCode } from '../format/recovery-code'
import { putStatement } from '../sync/admit'
import { quietDesk } from '../sync/make-desk'
import { cleanText } from '../format/texts'
import type { WriterNames } from './writer-names'
import { copyTeamFolder } from './copy-team-folder'
import { joinInto } from './join'
import { keyFailure, putFailure } from './key-failure'
import { areNested, carrierFailure, lookAtPlace, markOf } from './look'
import { admitMember, removeMember } from './members'
import type { OpenTeamData } from './open-team-data'
import { TeamService, type ServiceParts } from './service'

type In<N extends keyof TeamCalls> = TeamCalls[N]['in']
type Done<T = null> = Promise<Result<T, TeamFailure>>

export interface SessionParts extends Omit<ServiceParts, 'folder' | 'keys' | 'person' | 'lettered'> {
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

/** A passphrase that is shorter could be guessed by trying. */
const LEAST_PASSPHRASE = 8

/** The team of this run's data folder, or none yet. */
export class TeamSession {
  readonly #parts: SessionParts
  #service: TeamService | null = null
  #person = ''
  #joining: TeamStatus | null = null
  #keysLost = false
  /** Keys of an attempt to join that did not come to its end: the next one asks as the same computer. */
  #attempt: TeamKeys | null = null

  constructor(parts: SessionParts) {
    this.#parts = parts
  }

  /** Called before a writer of the data folder is chosen: new ones are named with this computer's key of that team. */
  async prepare(folderId: string): Promise<void> {
    const keys = await this.#parts.ring.read(folderId)
    const secret = keys.ok ? keys.value?.deviceSecret : undefined
    this.#parts.writerNames.use(secret === undefined ? null : keyPairOf(secret).key)
  }

  /** Called when the data folder is open: goes on with the team that this computer belongs to. */
  async begin(folder: DataFolder): Promise<void> {
    const keys = await this.#parts.ring.read(folder.id)
    if (keys.ok && keys.value !== null) this.#serve(folder, keys.value)
    else if (!keys.ok) this.#keysLost = true
    this.#parts.tell(this.status())
  }

  status(): TeamStatus {
    if (this.#joining) return this.#joining
    if (this.#service) return this.#service.status()
    return this.#keysLost ? { ...noTeam, problems: [{ problem: 'keysLost' }] } : noTeam
  }

  async look(path: string): Promise<TeamCalls['team:look']['out']> {
    const carrier = this.#open(path)
    if (!carrier.ok) return carrier
    const looked = await lookAtPlace(carrier.value, path)
    await carrier.value.close()
    return looked.ok ? ok(looked.value.place) : looked
  }

  async found({ path, name, computer, passphrase }: In<'team:found'>): Done<{ recoveryCode: string }> {
    const { ring, random, clock, log2N } = this.#parts
    const folder = this.#parts.folder()
    if (this.#service || folder === null) return err({ type: 'AlreadyInTeam' })
    if (passphrase !== null && passphrase.length < LEAST_PASSPHRASE)
      return err({ type: 'WeakPassphrase', least: LEAST_PASSPHRASE })
    if (areNested(path, folder.path)) return err({ type: 'InsideDataFolder', path })
    const carrier = this.#open(path)
    if (!carrier.ok) return carrier
    try {
      const looked = await lookAtPlace(carrier.value, path)
      if (!looked.ok) return looked
      const { place } = looked.value
      if (place.is === 'team') return err({ type: 'OtherTeam', path, name: place.name })
      if (place.is !== 'empty') return err({ type: 'FolderNotEmpty', path })
      const seal = newKeyPair(random)
      const device = newKeyPair(random)
      const cost = log2N === undefined ? {} : { log2N }
      const title = cleanText(name)
      const mark = await makeMark(
        { team: folder.id, seal, name: title, created: clock.now(), random },
        { passphrase, ...cost },
      )
      const keys: TeamKeys = {
        team: folder.id,
        seal: seal.key,
        sealSecret: seal.secret,
        deviceSecret: device.secret,
        teamSecret: mark.secret === null ? null : toHex(mark.secret),
        path,
        name: cleanText(computer),
        title,
        letter: 'A',
      }
      const written = await this.#keep(keys)
      if (!written.ok) return written
      const desk = quietDesk({
        ...this.#parts,
        folder,
        keys,
        carrier: carrier.value,
        person: () => this.#person,
      })
      const writers = [...new Set([...folder.ends().map(({ writer }) => writer), folder.writer])]
      const statement = {
        v: 1,
        device: desk.device,
        key: device.key,
        letter: 'A',
        name: keys.name,
        at: clock.now(),
        writers,
      } as const
      const admitted = await putStatement(desk, seal, statement)
      // The mark comes last: until then the place is no team folder.
      const put = admitted.ok ? await carrier.value.putNew(paths.mark, mark.bytes) : admitted
      if (!put.ok) {
        await ring.putAway(keys.team)
        const { error } = put
        return err('of' in error ? putFailure(error, path) : carrierFailure(error, path))
      }
      this.#serve(folder, keys)
      return ok({ recoveryCode: recoveryCodeOf(seal.secret) })
    } finally {
      await carrier.value.close()
    }
  }

  suggestData(name: string): { readonly path: string } {
    const present = this.#parts.folder()?.path ?? ''
    const title = name
      .replace(/[\\/:*?"<>|\s]+/g, ' ')
      .trim()
      .slice(0, 40)
    return { path: join(dirname(present), `${basename(present)} ${title || '团队'}`) }
  }

  async join(input: In<'team:join'>): Promise<Result<null, TeamFailure | StartFailure>> {
    const { path, passphrase, computer, person, data, bring } = input
    const folder = this.#parts.folder()
    if (this.#service || this.#joining) return err({ type: 'AlreadyInTeam' })
    if (!isAbsolute(data)) return err({ type: 'NotATeamFolder', path: data })
    if (areNested(path, data)) return err({ type: 'InsideDataFolder', path })
    const carrier = this.#open(path)
    if (!carrier.ok) return carrier
    try {
      const looked = await lookAtPlace(carrier.value, path)
      if (!looked.ok) return looked
      const mark = markOf(looked.value, path)
      if (!mark.ok) return mark
      const keys = await this.#newKeys(mark.value, passphrase, path, cleanText(computer))
      if (!keys.ok) return keys
      this.#person = person
      const joined = await joinInto(
        {
          ...this.#parts,
          keep: (kept) => this.#keep(kept),
          carrier: carrier.value,
          present: folder,
          person: () => person,
          show: (status) => {
            this.#joining = status
            this.#parts.tell(this.status())
          },
        },
        { keys: keys.value, data, bring },
      )
      if (!joined.ok) {
        this.#joining = null
        this.#parts.tell(this.status())
        return joined
      }
      if (folder && joined.value.is === 'here') {
        this.#serve(folder, joined.value.keys)
        return ok(null)
      }
      return await this.#parts.startAgainOn(data)
    } finally {
      this.#joining = null
      await carrier.value.close()
    }
  }

  admit(input: In<'team:admit'>): Done {
    return admitMember(this.#service, input)
  }

  remove(device: string): Done {
    return removeMember(this.#service, device)
  }

  async leave(): Done {
    const service = this.#service
    if (!service) return err({ type: 'NotInTeam' })
    const { keys } = service
    const folder = this.#parts.folder()
    await service.close()
    const away = await this.#parts.ring.putAway(keys.team)
    if (!away.ok) {
      if (folder) this.#serve(folder, keys)
      return err(keyFailure(away.error))
    }
    this.#service = null
    this.#parts.writerNames.use(null)
    this.#parts.tell(this.status())
    return ok(null)
  }

  async move(path: string): Done {
    const service = this.#service
    const folder = this.#parts.folder()
    if (!service || folder === null) return err({ type: 'NotInTeam' })
    if (areNested(path, folder.path)) return err({ type: 'InsideDataFolder', path })
    const carrier = this.#open(path)
    if (!carrier.ok) return carrier
    try {
      const { keys } = service
      const looked = await lookAtPlace(carrier.value, path)
      if (!looked.ok) return looked
      if (looked.value.place.is === 'empty') {
        // Nothing is made of an emptied folder: without its mark the new place would be none, either.
        const present = await lookAtPlace(service.desk.carrier, keys.path)
        const source = present.ok ? markOf(present.value, keys.path) : present
        if (!source.ok) return source
        const copied = await copyTeamFolder(service.desk.carrier, carrier.value)
        if (!copied.ok) return err(carrierFailure(copied.error, path))
      } else {
        const mark = markOf(looked.value, path)
        if (!mark.ok) return mark
        if (mark.value.team !== keys.team || mark.value.seal !== keys.seal)
          return err({ type: 'OtherTeam', path, name: mark.value.name })
      }
      return await this.#goOn({ ...keys, path })
    } finally {
      await carrier.value.close()
    }
  }

  async syncNow(): Done {
    const service = this.#service
    if (!service) return err({ type: 'NotInTeam' })
    const { path } = service.keys
    return (await service.syncNow()) ? ok(null) : err({ type: 'FolderUnreachable', path })
  }

  recoveryCode(): Done<{ recoveryCode: string }> {
    const secret = this.#service?.desk.keys.sealSecret
    if (secret === undefined) return Promise.resolve(err({ type: 'NotInTeam' }))
    return Promise.resolve(
      secret === null ? err({ type: 'NotSealHolder' }) : ok({ recoveryCode: recoveryCodeOf(secret) }),
    )
  }

  async takeOver(recoveryCode: string): Done {
    const keys = this.#service?.keys
    if (!keys) return err({ type: 'NotInTeam' })
    const secret = secretOfRecoveryCode(recoveryCode)
    if (!secret.ok || keyPairOf(secret.value).key !== keys.seal) return err({ type: 'WrongRecoveryCode' })
    return this.#goOn({ ...keys, sealSecret: secret.value })
  }

  async rename(computer: string): Done {
    const keys = this.#service?.keys
    return keys ? this.#goOn({ ...keys, name: cleanText(computer) }) : err({ type: 'NotInTeam' })
  }

  person(name: string): void {
    this.#person = name
    this.#service?.used()
  }

  saved(): void {
    this.#service?.saved()
  }

  used(): void {
    this.#service?.used()
  }

  want(hashes: readonly string[]): void {
    this.#service?.want(hashes)
  }

  async close(): Promise<{ readonly stuck: boolean }> {
    return (await this.#service?.close()) ?? { stuck: false }
  }

  #serve(folder: DataFolder, keys: TeamKeys): void {
    this.#keysLost = false
    this.#parts.writerNames.use(keyPairOf(keys.deviceSecret).key)
    this.#service = new TeamService({
      ...this.#parts,
      folder,
      keys,
      person: () => this.#person,
      // Where it cannot be kept now, the next sitting learns it again from the folder.
      lettered: async (letter) => {
        await this.#parts.ring.write({ ...keys, letter })
      },
    })
    this.#parts.tell(this.status())
  }

  /** Keeps keys of a team that nothing, or something unreadable, is kept of: that is put away, never overwritten. */
  async #keep(keys: TeamKeys): Done {
    const { ring } = this.#parts
    const away = await ring.putAway(keys.team)
    const written = away.ok ? await ring.write(keys) : away
    return written.ok ? ok(null) : err(keyFailure(written.error))
  }

  /** Goes on with other keys: another place, another name, or the seal. */
  async #goOn(keys: TeamKeys): Done {
    const folder = this.#parts.folder()
    const before = this.#service?.keys
    // First, so that a pass that is ending does not write what it knew over what is kept now.
    await this.#service?.close()
    this.#service = null
    const written = await this.#parts.ring.write(keys)
    const next = written.ok ? keys : before
    if (folder && next) this.#serve(folder, next)
    return written.ok ? ok(null) : err(keyFailure(written.error))
  }

  #open(path: string): Result<ReturnType<SessionParts['openCarrier']>, TeamFailure> {
    if (!isAbsolute(path)) return err({ type: 'FolderUnreachable', path })
    return ok(this.#parts.openCarrier(path, '0'.repeat(16), () => undefined))
  }

  async #newKeys(mark: TeamMark, passphrase: string | null, path: string, name: string): Done<TeamKeys> {
    let teamSecret: string | null = null
    if (mark.lock !== null) {
      const secret = await openLock(mark, passphrase ?? '')
      if (!secret.ok) return secret
      teamSecret = toHex(secret.value)
    }
    const { team, seal } = mark
    const before = this.#attempt
    const deviceSecret =
      before?.team === team && before.seal === seal
        ? before.deviceSecret
        : newKeyPair(this.#parts.random).secret
    const title = mark.name
    this.#attempt = { team, seal, sealSecret: null, deviceSecret, teamSecret, path, name, title, letter: '' }
    return ok(this.#attempt)
  }
}
