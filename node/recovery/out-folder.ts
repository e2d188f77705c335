import { dirname } from 'node:path'
import { safeFileName } from '../../shared/kernel/file-name'
import { ok } from '../../shared/kernel/result'
import type { FilePort, FileResult } from '../store/file-port'
import { TEMPORARY, under } from '../store/layout'
import { makeLastingDir, writeWhole } from '../store/write-file'

/** UTF-16 units of a folder's and of a file's name: a path of them still fits into Windows' 260. */
const MOST_IN_FOLDER = 45
const MOST_IN_NAME = 90

/** The folder that an export fills: every file whole and flushed, no name twice. */
export class OutFolder {
  readonly path: string
  readonly #files: FilePort
  readonly #taken = new Set<string>()
  readonly #made = new Set<string>()
  readonly #temporary = new Set<string>()

  constructor(files: FilePort, path: string) {
    this.#files = files
    this.path = path
  }

  /** Files that were put, without temporary ones. */
  get count(): number {
    return this.#taken.size
  }

  /** Puts a file under a name that nothing else has; answers its path in the folder. `parts`: the folders that it stands in. */
  async put(parts: readonly string[], name: string, ending: string, bytes: Uint8Array): FileResult<string> {
    const relative = this.#free(
      parts.map((part) => plainName(part, MOST_IN_FOLDER)),
      name,
      ending,
    )
    const made = await this.#makeDirOf(relative)
    if (!made.ok) return made
    const written = await writeWhole(this.#files, under(this.path, relative), bytes)
    return written.ok ? ok(relative) : written
  }

  /** Adds bytes to a file of this export's own, which `clear` takes away again. */
  async append(name: string, bytes: Uint8Array): FileResult<null> {
    const path = under(this.path, name + TEMPORARY)
    const isNew = !this.#temporary.has(name)
    this.#temporary.add(name)
    const opened = isNew ? await this.#files.createNew(path) : await this.#files.openAppend(path)
    if (!opened.ok) return opened
    const written = await opened.value.append(bytes)
    const closed = await opened.value.close()
    return written.ok ? closed : written
  }

  /** What was added to a file so far, or a part of it. */
  async readBack(name: string, offset = 0, length = Infinity): FileResult<Uint8Array> {
    if (!this.#temporary.has(name)) return ok(new Uint8Array())
    const path = under(this.path, name + TEMPORARY)
    return length === Infinity ? this.#files.read(path) : this.#files.readRange(path, offset, length)
  }

  async drop(name: string): Promise<void> {
    if (!this.#temporary.delete(name)) return
    await this.#files.remove(under(this.path, name + TEMPORARY))
  }

  /** Takes every temporary file away, whatever else failed. */
  async clear(): Promise<void> {
    for (const name of [...this.#temporary]) await this.drop(name)
  }

  #free(parts: readonly string[], name: string, ending: string): string {
    for (let others = 1; ; others++) {
      const short = shortened(name, MOST_IN_NAME) + (others === 1 ? '' : `（${others}）`)
      const relative = [
        ...parts,
        ending === '' ? plainName(short, MOST_IN_NAME + 6) : safeFileName(short, ending),
      ].join('/')
      const key = relative.toLowerCase()
      if (this.#taken.has(key)) continue
      this.#taken.add(key)
      return relative
    }
  }

  async #makeDirOf(relative: string): FileResult<null> {
    const dir = dirname(under(this.path, relative))
    if (this.#made.has(dir)) return ok(null)
    const made = await makeLastingDir(this.#files, dir)
    if (made.ok) this.#made.add(dir)
    return made
  }
}

/** A name that every system takes, for a folder or a file without an ending. */
const plainName = (name: string, most: number): string =>
  safeFileName(shortened(name, most), 'x').slice(0, -2)

const shortened = (name: string, most: number): string =>
  Array.from(name).reduce((kept, char) => (kept.length + char.length > most ? kept : kept + char), '')
