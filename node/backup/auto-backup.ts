import { join } from 'node:path'
import { createHash } from 'node:crypto'
import type { ListedBackup } from '../../shared/ipc/restore'
import type { AutoBackupFailure, SafetyStatus } from '../../shared/ipc/safety'
import type { Clock } from '../../shared/kernel/clock'
import { ok, type Result } from '../../shared/kernel/result'
import type { DataFolder, FilePort } from '../store'
import { writeWhole } from '../store/write-file'
import { makeBackup } from './backup'
import { backupName, localMinute, type BackupReason } from './backup-name'
import type { Fitting } from './fitting'
import { readLastMade, writeLastMade } from './last-made'
import { listBackups } from './list-backups'
import { LITTLE_ROOM, makeRoom } from './make-room'
import { ownBackups, type OwnBackups } from './own-backups'
import { newestFirst, outlived } from './rotation'

/** Milliseconds between two looks whether something is due. */
const LOOK = 30 * 60_000
/** Milliseconds after a start until the first: the day's work comes first. */
const FIRST = 2 * 60_000
/** Milliseconds after a failure until it is tried again unasked: a full disk does not become empty by trying. */
const AGAIN = 2 * 60 * 60_000
const DAY = 86_400_000

/** `usual`: the program's own folder, made where it is missing. A chosen one that is missing is a stick that is not plugged in. */
export interface BackupPlace {
  readonly folder: string
  readonly usual: boolean
}

export interface AutoBackupParts {
  readonly files: FilePort
  readonly clock: Clock
  /** Where backups are to be put; null: none are to be made. Asked whenever something is due. */
  readonly place: () => BackupPlace | null
  /** This computer, told apart from others that put theirs into the same folder. */
  readonly computer: string
  readonly program: string
  /** What every backup of this computer is made with. */
  readonly fitting: () => Promise<Result<Fitting, AutoBackupFailure>>
  /** What is to be said beside backups and disk. */
  readonly beside: () => Promise<Omit<SafetyStatus, 'backup' | 'littleRoom'>>
  /** A file in the profile of this data folder that remembers which version of the program opened it last. */
  readonly memory: string
  /** A file beside it that remembers the day of the last backup that succeeded. */
  readonly lastMade: string
  /** Bytes that are free at a place; null: not known. */
  readonly freeAt: (path: string) => Promise<number | null>
  /** Names the disk of a place; null: not known. */
  readonly diskOf: (path: string) => Promise<string | null>
  readonly tell: (status: SafetyStatus) => void
  /** Calls back after so many milliseconds; answers the way to stop. */
  readonly after: (ms: number, work: () => void) => () => void
  readonly log: (what: string, why: string) => void
}

/**
 * Backups that nobody has to think of: one a day and one before a newer program begins to write, each read back after it was
 * written; old ones go when a new one has proved whole. And a look at how full the disk is.
 */
export class AutoBackups {
  readonly #parts: AutoBackupParts
  #folder: DataFolder | null = null
  #running: Promise<void> | null = null
  #failure: AutoBackupFailure | null = null
  /** When it failed, in milliseconds since 1970; null: it may be tried at the next look. */
  #failedAt: number | null = null
  #stop: () => void = () => undefined
  #closed = false
  /** Where backups were put when somebody last looked. */
  #place: string | null

  constructor(parts: AutoBackupParts) {
    this.#parts = parts
    this.#place = parts.place()?.folder ?? null
  }

  /**
   * The data folder is open. Where another program opened it last a backup is made at once: its files are measured before anything is
   * written. Answers when that is done.
   */
  async begin(folder: DataFolder): Promise<void> {
    this.#folder = folder
    this.#lookAfter(FIRST)
    const isUpgrade = await this.#isUpgrade(folder)
    if (isUpgrade) await this.#make('upgrade')
    // Tried again at every start until there is one.
    if (!isUpgrade || this.#failure === null) await this.#remember(folder)
  }

  /** Settings were changed: where backups are put may be another place now. */
  changed(): void {
    const place = this.#parts.place()?.folder ?? null
    if (place === this.#place) return
    this.#place = place
    this.#failure = null
    this.#failedAt = null
    this.#lookAfter(0)
  }

  async now(): Promise<SafetyStatus> {
    await this.#make('daily')
    return this.status()
  }

  async status(): Promise<SafetyStatus> {
    const { files, clock, lastMade, freeAt, diskOf } = this.#parts
    const place = this.#parts.place()?.folder ?? null
    const made = place === null ? [] : (await this.#there(place)).made
    const today = localMinute(clock.now()).day
    const [last] = newestFirst(made, today)
    const remembered = this.#folder && (await readLastMade(files, lastMade, this.#folder.id))
    const [lastDay] = [remembered ?? '', last?.day ?? '']
      .filter((day) => day <= today)
      .sort()
      .reverse()
    const data = this.#folder?.path ?? null
    const [ownDisk, otherDisk] = await Promise.all([
      data === null ? null : diskOf(data),
      place === null ? null : nearestDisk(files, place, diskOf),
    ])
    const free = data === null ? null : await freeAt(data)
    return {
      backup: {
        folder: place,
        running: this.#running !== null,
        last: last ? { file: last.file, day: last.day, minute: last.minute } : null,
        count: made.length,
        age: lastDay ? daysBetween(lastDay, today) : null,
        sameDisk: ownDisk === null || otherDisk === null ? null : ownDisk === otherDisk,
        failure: this.#failure,
      },
      littleRoom: free !== null && free < LITTLE_ROOM ? free : null,
      ...(await this.#parts.beside()),
    }
  }

  /** Says anew how things stand: something beside was changed. */
  async tellAgain(): Promise<SafetyStatus> {
    const status = await this.status()
    this.#parts.tell(status)
    return status
  }

  /** What stands in the folder of the backups now, this computer's, of whichever data folder: the open one may be new because another was lost. */
  async listed(): Promise<readonly ListedBackup[]> {
    const place = this.#parts.place()?.folder ?? null
    const own = { computer: this.#computer(), folder: this.#folder?.id.slice(0, 8) ?? null }
    return place === null ? [] : listBackups(this.#parts.files, place, own)
  }

  /** Lets a backup that is being made come to its end, at most so many milliseconds. */
  async close(patience: number): Promise<void> {
    this.#closed = true
    this.#stop()
    await Promise.race([
      this.#running,
      new Promise((resolve) =>
        this.#parts.after(patience, () => {
          resolve(null)
        }),
      ),
    ])
  }

  #lookAfter(ms: number): void {
    this.#stop()
    if (this.#closed) return
    this.#stop = this.#parts.after(
      ms,
      () =>
        void this.#look().finally(() => {
          this.#lookAfter(LOOK)
        }),
    )
  }

  async #look(): Promise<void> {
    const place = this.#parts.place()
    if (place !== null && !this.#isTooSoon() && !(await this.#isMadeToday(place.folder))) {
      await this.#make('daily')
    } else await this.tellAgain()
  }

  /** After a failure. A clock that was set back meanwhile does not lengthen it. */
  #isTooSoon(): boolean {
    return this.#failedAt !== null && Math.abs(this.#parts.clock.now() - this.#failedAt) < AGAIN
  }

  async #isMadeToday(place: string): Promise<boolean> {
    const { day } = localMinute(this.#parts.clock.now())
    return (await this.#there(place)).made.some((backup) => backup.day === day)
  }

  /** One at a time; what is asked for meanwhile is that one. */
  #make(reason: BackupReason): Promise<void> {
    const place = this.#parts.place()
    const folder = this.#folder
    if (place === null || folder === null || this.#closed) return Promise.resolve()
    this.#running ??= this.#makeAt(reason, place, folder)
      .then((made) => {
        if (!made.ok) this.#parts.log('no backup', JSON.stringify(made.error))
        // What failed at a place that is not wanted any more does not hold up the next.
        this.#failure = made.ok || place.folder !== this.#place ? null : made.error
        const isTooSoon = this.#failure !== null && !isAway(this.#failure, place.folder)
        this.#failedAt = isTooSoon ? this.#parts.clock.now() : null
      })
      .finally(() => {
        this.#running = null
        return this.tellAgain()
      })
    return this.#running
  }

  async #makeAt(
    reason: BackupReason,
    { folder: place, usual }: BackupPlace,
    folder: DataFolder,
  ): Promise<Result<null, AutoBackupFailure>> {
    const { files, clock, freeAt, lastMade, fitting, log } = this.#parts
    const now = clock.now()
    const today = localMinute(now).day
    const listed = usual ? await files.makeDir(place) : await files.list(place)
    if (!listed.ok) return listed
    // Of those before: only one is written at a time, and the name says that it was here.
    const there = await this.#there(place)
    for (const file of there.half) await files.remove(join(place, file))
    void this.tellAgain()
    const fitted = await fitting()
    if (!fitted.ok) return fitted
    const encrypted = fitted.value.seal !== undefined
    const packed = await makeBackup<AutoBackupFailure>({
      ...fitted.value,
      files,
      folder: folder.path,
      quietly: folder.quietly,
      target: join(place, backupName(reason, now, { tag: this.#tag(folder), encrypted })),
      now,
      room: (wanted) => makeRoom({ files, place, wanted, freeAt, made: there.made, today }),
    })
    if (!packed.ok) return packed
    const remembered = await writeLastMade(files, lastMade, folder.id, today)
    if (!remembered.ok) log('backup not remembered', JSON.stringify(remembered.error))
    // Only now that a new one has proved whole.
    for (const old of outlived((await this.#there(place)).made, today)) {
      await files.remove(join(place, old.file))
    }
    return ok(null)
  }

  /** This computer's backups of this data folder. */
  #there(place: string): Promise<OwnBackups> {
    const folder = this.#folder
    if (folder === null) return Promise.resolve({ made: [], half: [] })
    return ownBackups(this.#parts.files, place, this.#tag(folder))
  }

  #tag({ id }: DataFolder): string {
    return `${id.slice(0, 8)}-${this.#computer()}`
  }

  #computer(): string {
    return createHash('sha256').update(this.#parts.computer).digest('hex').slice(0, 8)
  }

  /** Whether another program opened this data folder last. */
  async #isUpgrade({ created }: DataFolder): Promise<boolean> {
    const { files, memory, program } = this.#parts
    const read = created ? null : await files.read(memory)
    return read?.ok === true && new TextDecoder().decode(read.value) !== program
  }

  async #remember({ readOnly }: DataFolder): Promise<void> {
    const { files, memory, program, log } = this.#parts
    if (readOnly) return
    const written = await writeWhole(files, memory, new TextEncoder().encode(program))
    if (!written.ok) log('version not remembered', JSON.stringify(written.error))
  }
}

/** Looked for at every look, which costs nothing: a stick may be plugged in for a short time only. */
const isAway = (failure: AutoBackupFailure, place: string): boolean =>
  failure.type === 'NotFound' && failure.path === place

/** The disk of a folder that may not be there yet. */
async function nearestDisk(
  files: FilePort,
  place: string,
  diskOf: AutoBackupParts['diskOf'],
): Promise<string | null> {
  for (let at = place, above = join(at, '..'); ; at = above, above = join(at, '..')) {
    if ((await files.stat(at)).ok || above === at) return diskOf(at)
  }
}

const daysBetween = (from: string, to: string): number =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / DAY))
