import { dirParts, fileParts, ownParts, temporaryName } from '../../node/team/carrier/carried-path'
import type { Carried, CarrierEntry, CarrierFailure, TeamFolder } from '../../node/team/carrier/team-folder'
import { err, ok, type Result } from '../../shared/kernel/result'

/** A folder, a file's bytes, or something that is neither (a link, a device). */
type Node = Map<string, Node> | Uint8Array | 'other'

/**
 * A team folder in memory, which any number of devices share; every one sees at once what another put. `isLending`: whoever reads
 * gets the very bytes that were put, not a copy, and leaves them as they are.
 */
export class MemoryCarrier {
  readonly #root = new Map<string, Node>()
  /** The share is not there now. */
  isGone = false

  constructor(private readonly isLending = false) {}

  /** The port of one device (16 hex digits), which says whose notes and temporary files may be removed. */
  folder(device: string): TeamFolder {
    return {
      list: (dir) =>
        this.#answered(
          () => dirParts(dir),
          (parts) => this.list(parts),
        ),
      read: (path, most) =>
        this.#answered(
          () => fileParts(path),
          (parts) => this.read(parts, most),
        ),
      putNew: (path, bytes) =>
        this.#answered(
          () => fileParts(path),
          (parts) => this.put(parts, bytes),
        ),
      putAgain: (path, bytes) =>
        this.#answered(
          () => fileParts(path),
          (parts) => this.replace(parts, bytes),
        ),
      removeOwn: (path) =>
        this.#answered(
          () => ownParts(path, device),
          (parts) => this.remove(parts),
        ),
      close: () => Promise.resolve(),
    }
  }

  list(parts: readonly string[]): Result<readonly CarrierEntry[], CarrierFailure> {
    const node = this.#find(parts)
    if (!(node instanceof Map)) return notFound
    return ok([...node].map(([name, child]) => entryOf(name, child)))
  }

  read(parts: readonly string[], most: number): Result<Uint8Array, CarrierFailure> {
    const node = this.#find(parts)
    if (node === undefined) return notFound
    if (!(node instanceof Uint8Array)) return err({ type: 'Failed', reason: 'NOTAFILE' })
    return node.length > most ? err({ type: 'TooLarge', size: node.length }) : ok(this.#given(node))
  }

  put(parts: readonly string[], bytes: Uint8Array): Result<null, CarrierFailure> {
    const folder = this.#make(parts.slice(0, -1))
    const name = parts.at(-1) ?? ''
    if (folder === null) return err({ type: 'Failed', reason: 'ENOTDIR' })
    if (folder.has(name)) return err({ type: 'Taken' })
    folder.set(name, this.#given(bytes))
    return ok(null)
  }

  replace(parts: readonly string[], bytes: Uint8Array): Result<null, CarrierFailure> {
    const folder = this.#make(parts.slice(0, -1))
    const name = parts.at(-1) ?? ''
    const before = folder?.get(name)
    if (folder === null || before === 'other' || before instanceof Map)
      return err({ type: 'Failed', reason: 'NOTAFILE' })
    folder.set(name, this.#given(bytes))
    return ok(null)
  }

  remove(parts: readonly string[]): Result<null, CarrierFailure> {
    const folder = this.#find(parts.slice(0, -1))
    if (folder instanceof Map) folder.delete(parts.at(-1) ?? '')
    return ok(null)
  }

  /** Bytes that stand under a path now, as the carrier has them; undefined: no file. */
  peek(path: string): Uint8Array | undefined {
    const node = this.#find(path.split('/'))
    return node instanceof Uint8Array ? node : undefined
  }

  /** Puts anything under any name from outside, as another program or a carrier's fault would; null takes it away. */
  tamper(path: string, bytes: Uint8Array | 'other' | null): void {
    const parts = path.split('/')
    const folder = this.#make(parts.slice(0, -1))
    const name = parts.at(-1) ?? ''
    if (folder === null) throw new Error(`a file stands in the way of ${path}`)
    if (bytes === null) folder.delete(name)
    else folder.set(name, bytes === 'other' ? bytes : bytes.slice())
  }

  /** What a device leaves behind when it dies while it puts a file. */
  abandon(path: string, bytes: Uint8Array, device: string): void {
    const parts = path.split('/')
    const name = temporaryName(parts.at(-1) ?? '', device, 0)
    this.tamper([...parts.slice(0, -1), name].join('/'), bytes)
  }

  /** Everything away, as when somebody emptied the folder. */
  empty(): void {
    this.#root.clear()
  }

  /** All files by path, in the order in which they came into their folders. */
  files(): ReadonlyMap<string, Uint8Array> {
    const found = new Map<string, Uint8Array>()
    const walk = (folder: Map<string, Node>, path: string) => {
      for (const [name, child] of folder) {
        if (child instanceof Map) walk(child, `${path}${name}/`)
        else if (child !== 'other') found.set(path + name, child)
      }
    }
    walk(this.#root, '')
    return found
  }

  /** A path that is a bug rejects, as on a disk; it does not throw before there is a promise. */
  #answered<T>(
    checked: () => readonly string[],
    work: (parts: readonly string[]) => Result<T, CarrierFailure>,
  ): Carried<T> {
    return new Promise((resolve) => {
      const parts = checked()
      resolve(this.isGone ? err({ type: 'Unreachable', reason: 'ENOENT' }) : work(parts))
    })
  }

  #given(bytes: Uint8Array): Uint8Array {
    return this.isLending ? bytes : bytes.slice()
  }

  #find(parts: readonly string[]): Node | undefined {
    let node: Node | undefined = this.#root
    for (const part of parts) node = node instanceof Map ? node.get(part) : undefined
    return node
  }

  /** A folder, made with those above it; null when a file stands in the way. */
  #make(parts: readonly string[]): Map<string, Node> | null {
    let folder = this.#root
    for (const part of parts) {
      let next = folder.get(part)
      if (next === undefined) folder.set(part, (next = new Map()))
      if (!(next instanceof Map)) return null
      folder = next
    }
    return folder
  }
}

const notFound = err<CarrierFailure>({ type: 'NotFound' })

function entryOf(name: string, node: Node): CarrierEntry {
  if (node instanceof Map) return { name, kind: 'dir', size: 0 }
  return node === 'other' ? { name, kind: 'other', size: 0 } : { name, kind: 'file', size: node.length }
}
