import { basename, dirname, join } from 'node:path'
import { localMinute } from '../../node/backup/backup-name'
import type { BackupKeys } from '../../node/backup/backup-keys'
import { listBackups } from '../../node/backup/list-backups'
import { compareWith, lookAtBackup } from '../../node/backup/look-at-backup'
import { isEmptyTree, restoreBackup } from '../../node/backup/restore-backup'
import { openBackupLock, readHead } from '../../node/backup/sealed'
import type { DataFolder, FilePort } from '../../node/store'
import { trueName } from '../../node/store/true-name'
import { areNested } from '../../node/team/session/look'
import type { FileFailure } from '../../shared/ipc/contract'
import type { BackupPreview, ListedBackup, PlaceInTheWay, ReadBackupFailure } from '../../shared/ipc/restore'
import type { Clock } from '../../shared/kernel/clock'
import { err, ok, type Result } from '../../shared/kernel/result'

export interface RestoreDeskParts {
  readonly files: FilePort
  readonly clock: Clock
  readonly keys: Pick<BackupKeys, 'read'>
  /** Where the data folder of this run is, or was to be. */
  readonly path: string
  /** What the name of a restored data folder says of it. */
  readonly word: () => string
  /** The open data folder; null while there is none. */
  readonly folder: () => DataFolder | null
  /** Places that a new data folder may neither lie in nor around; null: there is none of the kind. */
  readonly taken: () => readonly { readonly of: PlaceInTheWay['of']; readonly path: string | null }[]
  /** The backups that the program made here by itself. */
  readonly listed: () => Promise<readonly ListedBackup[]>
  /** Settings and what is remembered of the restore go to where the new data folder looks for them; then the program starts again there. */
  readonly moveIn: (moving: MovingIn) => Promise<Result<null, FileFailure>>
}

export interface MovingIn {
  readonly target: string
  /** Settings that came along, for a computer on which nothing was done yet; null: those of here go on. */
  readonly settings: Uint8Array | null
  /** The data folder of before, also one that could not be opened; null: it held nothing. */
  readonly before: string | null
  /** Of the backup, `2026-01-05`. */
  readonly day: string
}

type Watch = {
  readonly progress: (done: number, total: number) => void
  readonly signal: AbortSignal
}

/**
 * The way of a backup back into a data folder: known (listed here or chosen by a person), looked at, restored. Whatever the window asks for, only
 * archives that are known are read, and only places that were offered or chosen are written.
 */
export class RestoreDesk {
  readonly #parts: RestoreDeskParts
  readonly #known = new Set<string>()
  readonly #places = new Set<string>()
  readonly #looked = new Map<
    string,
    { readonly preview: BackupPreview; readonly secret: Uint8Array | null }
  >()

  constructor(parts: RestoreDeskParts) {
    this.#parts = parts
  }

  async list(): Promise<readonly ListedBackup[]> {
    return this.#know(await this.#parts.listed())
  }

  /** A person chose this archive: it may be read, and so may those that the program made beside it. */
  async chosen(archive: string): Promise<readonly ListedBackup[]> {
    this.#known.add(archive)
    const own = { computer: null, folder: this.#parts.folder()?.id.slice(0, 8) ?? null }
    return this.#know(await listBackups(this.#parts.files, dirname(archive), own))
  }

  async look(
    archive: string,
    passphrase: string | null,
    watch: Watch,
  ): Promise<Result<BackupPreview, ReadBackupFailure>> {
    if (!this.#known.has(archive)) return err({ type: 'NotFound', path: archive })
    const secret = await this.#secretOf(archive, passphrase)
    if (!secret.ok) return secret
    const { files, folder, path } = this.#parts
    const looked = await lookAtBackup({ files, archive, secret: secret.value, ...watch })
    if (!looked.ok) return looked
    const target = await freeName(files, dirname(path), this.#newName())
    this.#places.add(target)
    const preview = {
      archive,
      contents: looked.value,
      compared: compareWith(looked.value, folder(), path),
      target,
    }
    this.#looked.set(archive, { preview, secret: secret.value })
    return ok(preview)
  }

  /** The new data folder in a folder that a person chose: itself when it is empty, else one of its own in it. */
  async place(chosen: string): Promise<Result<string, PlaceInTheWay>> {
    const { files, taken } = this.#parts
    const isEmpty = await isEmptyTree(files, chosen)
    const target = isEmpty.ok && isEmpty.value ? chosen : await freeName(files, chosen, this.#newName())
    const name = await trueName(target)
    for (const { of, path } of taken())
      if (path !== null && areNested(name, await trueName(path)))
        return err({ type: 'PlaceInTheWay', of, path })
    this.#places.add(target)
    return ok(target)
  }

  async go(
    archive: string,
    target: string,
    watch: Watch,
  ): Promise<Result<{ path: string }, ReadBackupFailure>> {
    const looked = this.#looked.get(archive)
    if (looked === undefined || !this.#places.has(target)) return err({ type: 'NotFound', path: archive })
    const { files, path, moveIn } = this.#parts
    const { preview, secret } = looked
    const restored = await restoreBackup({ files, archive, target, secret, ...watch })
    if (!restored.ok) return restored
    const isNew = preview.compared.with === 'empty'
    const moved = await moveIn({
      target,
      settings: isNew ? restored.value.settings : null,
      before: isNew ? null : path,
      day: localMinute(preview.contents.created).day,
    })
    return moved.ok ? ok({ path: target }) : moved
  }

  /** What a restored data folder is called: as the one of before, with word and day. */
  #newName(): string {
    const { path, word, clock } = this.#parts
    const [before = ''] = basename(path).split(`-${word()}-`)
    return `${before}-${word()}-${localMinute(clock.now()).day}`
  }

  #know(backups: readonly ListedBackup[]): readonly ListedBackup[] {
    for (const { path } of backups) this.#known.add(path)
    return backups
  }

  /** Null: it is not encrypted. What this computer encrypted itself opens without asking. */
  async #secretOf(
    archive: string,
    passphrase: string | null,
  ): Promise<Result<Uint8Array | null, ReadBackupFailure>> {
    const head = await readHead(this.#parts.files, archive)
    if (!head.ok || head.value === null) return head.ok ? ok(null) : head
    const { lock } = head.value
    const own = await this.#parts.keys.read()
    if (passphrase === null && own.ok && own.value?.lock.wrapped === lock.wrapped) return ok(own.value.secret)
    if (passphrase === null) return err({ type: 'BackupLocked', path: archive })
    const secret = await openBackupLock(lock, passphrase)
    return secret === null ? err({ type: 'WrongBackupPassphrase', path: archive }) : ok(secret)
  }
}

async function freeName(files: FilePort, dir: string, name: string): Promise<string> {
  for (let n = 1; ; n++) {
    const path = join(dir, n === 1 ? name : `${name}-${n}`)
    if (!(await files.stat(path)).ok) return path
  }
}
