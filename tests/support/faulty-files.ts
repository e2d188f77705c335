import type { FileFailure } from '../../shared/ipc/contract'
import { err, ok, type Result } from '../../shared/kernel/result'
import type { AppendHandle, DirEntry, FilePort } from '../../node/store'

/** A file: what can be read now, and what a power cut would leave of it. */
interface FileNode {
  readonly kind: 'file'
  live: Uint8Array
  safe: Uint8Array
}

interface DirNode {
  readonly kind: 'dir'
  live: Map<string, Node>
  safe: Map<string, Node>
}

type Node = FileNode | DirNode

/**
 * What is left after a power cut. lost: nothing that was not flushed; kept: everything; half: every name, but of bytes
 * that were not flushed the first half; zeros: every name, and zeros in the place of such bytes.
 */
export type Leftover = 'lost' | 'kept' | 'half' | 'zeros'
export const LEFTOVERS: readonly Leftover[] = ['lost', 'kept', 'half', 'zeros']

/** What happens at the chosen step: the power goes (before or after its effect), or it fails. */
export type Fault =
  | { readonly at: number; readonly what: 'crashBefore' | 'crashAfter' }
  | { readonly at: number; readonly what: 'fail'; readonly code: 'DiskFull' | 'Io' | 'NotWritable' }

/** The names of which paths consist: the same few paths are asked for again and again. */
const split = new Map<string, readonly string[]>()

function namesIn(path: string): readonly string[] {
  let names = split.get(path)
  if (names === undefined) {
    if (split.size >= MOST_SPLIT) split.clear()
    split.set(path, (names = path.split('/').filter((part) => part !== '')))
  }
  return names
}

const MOST_SPLIT = 10_000

const dir = (): DirNode => ({ kind: 'dir', live: new Map(), safe: new Map() })

/**
 * A disk in memory that forgets what was not flushed, fails at a chosen step and fills up. Paths begin with `/`. `isLending`: whoever
 * reads gets the very bytes that were written, not a copy, and leaves them as they are.
 */
export class FaultyDisk {
  #root = dir()
  /** Changing operations so far. */
  steps = 0
  fault: Fault | null = null
  /** Bytes of all files that fit; more is cut off with `DiskFull`. */
  capacity = Infinity
  isReadOnly = false
  #isDown = false

  constructor(private readonly isLending = false) {}

  /** Power back after a crash: what is left depends on the file system and on luck. */
  restart(leftover: Leftover): void {
    this.#root = restored(this.#root, leftover, this.#given) as DirNode
    this.#isDown = false
    this.fault = null
  }

  /** The power goes now. */
  crash(): void {
    this.#isDown = true
  }

  get isDown(): boolean {
    return this.#isDown
  }

  /** All files by path, for looking at from outside. */
  files(): ReadonlyMap<string, Uint8Array> {
    const found = new Map<string, Uint8Array>()
    const walk = (node: DirNode, path: string) => {
      for (const [name, child] of node.live) {
        if (child.kind === 'dir') walk(child, `${path}/${name}`)
        else found.set(`${path}/${name}`, child.live)
      }
    }
    walk(this.#root, '')
    return found
  }

  /** Puts a file there from outside, as a disk error or a person with a file manager would; null takes it away. */
  tamper(path: string, bytes: Uint8Array | null): void {
    const { parent, name } = this.#parentOf(path, true) ?? { parent: this.#root, name: path }
    if (bytes === null) {
      parent.live.delete(name)
      parent.safe.delete(name)
      return
    }
    const node: FileNode = { kind: 'file', live: bytes.slice(), safe: bytes.slice() }
    parent.live.set(name, node)
    parent.safe.set(name, node)
  }

  /** Everything as it is now, on another disk. */
  clone(): FaultyDisk {
    const copy = new FaultyDisk(this.isLending)
    copy.#root = restored(this.#root, 'kept', this.#given) as DirNode
    return copy
  }

  port(): FilePort {
    return {
      list: (path) => this.#look(path, () => this.#list(path)),
      stat: (path) =>
        this.#look(path, () => {
          const node = this.#find(path)
          return node === null
            ? missing(path)
            : ok({ kind: node.kind, size: node.kind === 'file' ? node.live.length : 0 })
        }),
      read: (path) => this.#look(path, () => this.#readFile(path, this.#given)),
      readRange: (path, offset, length) =>
        this.#look(path, () =>
          this.#readFile(path, (bytes) => this.#given(bytes.subarray(offset, offset + length))),
        ),
      createNew: (path) => this.#change(path, () => this.#createNew(path)),
      openAppend: (path) =>
        this.#look(path, () => {
          const node = this.#find(path)
          return node?.kind === 'file' ? ok(this.#handle(path, node)) : missing(path)
        }),
      rename: (from, to) => this.#change(to, () => this.#rename(from, to)),
      remove: (path) =>
        this.#change(path, () => {
          const place = this.#parentOf(path)
          if (place?.parent.live.get(place.name)?.kind !== 'file') return missing(path)
          place.parent.live.delete(place.name)
          return ok(null)
        }),
      makeDir: (path) =>
        this.#change(path, () => {
          this.#parentOf(`${path}/x`, true)
          return ok(null)
        }),
      flushDir: (path) =>
        this.#change(path, () => {
          const node = this.#find(path)
          if (node?.kind !== 'dir') return missing(path)
          node.safe = new Map(node.live)
          return ok(null)
        }),
    }
  }

  readonly #given = (bytes: Uint8Array): Uint8Array => (this.isLending ? bytes : bytes.slice())

  #used(): number {
    if (this.capacity === Infinity) return 0
    return [...this.files().values()].reduce((sum, { length }) => sum + length, 0)
  }

  #look<T>(path: string, work: () => Result<T, FileFailure>): Promise<Result<T, FileFailure>> {
    return Promise.resolve(this.#isDown ? down(path) : work())
  }

  /** One step: `half` is what an append that fails has done. */
  #change<T>(
    path: string,
    work: () => Result<T, FileFailure>,
    half?: () => void,
  ): Promise<Result<T, FileFailure>> {
    if (this.#isDown) return Promise.resolve(down(path))
    if (this.isReadOnly) return Promise.resolve(err({ type: 'ReadOnly', path }))
    const fault = this.fault?.at === this.steps ? this.fault : null
    this.steps++
    if (fault === null) return Promise.resolve(work())
    if (fault.what === 'fail') {
      half?.()
      return Promise.resolve(
        err(fault.code === 'Io' ? { type: 'Io', path, code: 'EIO' } : { type: fault.code, path }),
      )
    }
    if (fault.what === 'crashAfter') work()
    this.#isDown = true
    return Promise.resolve(down(path))
  }

  #find(path: string): Node | null {
    let node: Node = this.#root
    for (const name of namesIn(path)) {
      const next: Node | undefined = node.kind === 'dir' ? node.live.get(name) : undefined
      if (next === undefined) return null
      node = next
    }
    return node
  }

  #parentOf(path: string, make = false): { readonly parent: DirNode; readonly name: string } | null {
    const names = namesIn(path)
    const name = names.at(-1) ?? ''
    let parent = this.#root
    for (const part of names.slice(0, -1)) {
      const next = parent.live.get(part)
      if (next?.kind === 'dir') parent = next
      else if (!make || next !== undefined) return null
      else {
        const made = dir()
        parent.live.set(part, made)
        parent = made
      }
    }
    return { parent, name }
  }

  #list(path: string): Result<readonly DirEntry[], FileFailure> {
    const node = this.#find(path)
    if (node?.kind !== 'dir') return missing(path)
    return ok([...node.live].map(([name, { kind }]) => ({ name, kind })))
  }

  #readFile(path: string, part: (bytes: Uint8Array) => Uint8Array): Result<Uint8Array, FileFailure> {
    const node = this.#find(path)
    return node?.kind === 'file' ? ok(part(node.live)) : missing(path)
  }

  #createNew(path: string): Result<AppendHandle, FileFailure> {
    const place = this.#parentOf(path)
    if (place === null) return missing(path)
    if (place.parent.live.has(place.name)) return err({ type: 'Exists', path })
    const node: FileNode = { kind: 'file', live: new Uint8Array(), safe: new Uint8Array() }
    place.parent.live.set(place.name, node)
    return ok(this.#handle(path, node))
  }

  #rename(from: string, to: string): Result<null, FileFailure> {
    const source = this.#parentOf(from)
    const target = this.#parentOf(to)
    const node = source?.parent.live.get(source.name)
    if (source === null || target === null || node === undefined) return missing(from)
    source.parent.live.delete(source.name)
    target.parent.live.set(target.name, node)
    return ok(null)
  }

  #handle(path: string, node: FileNode): AppendHandle {
    const add = (bytes: Uint8Array): Result<null, FileFailure> => {
      const fitting = bytes.subarray(0, Math.max(0, this.capacity - this.#used()))
      node.live = this.isLending && node.live.length === 0 ? fitting : joined(node.live, fitting)
      return fitting.length < bytes.length ? err({ type: 'DiskFull', path }) : ok(null)
    }
    return {
      size: () => this.#look(path, () => ok(node.live.length)),
      append: (bytes) =>
        this.#change(
          path,
          () => add(bytes),
          () => add(bytes.subarray(0, bytes.length >> 1)),
        ),
      flush: () =>
        this.#change(path, () => {
          node.safe = node.live
          return ok(null)
        }),
      close: () => this.#look(path, () => ok(null)),
    }
  }
}

function joined(before: Uint8Array, behind: Uint8Array): Uint8Array {
  const both = new Uint8Array(before.length + behind.length)
  both.set(before)
  both.set(behind, before.length)
  return both
}

function restored(node: Node, leftover: Leftover, given: (bytes: Uint8Array) => Uint8Array): Node {
  if (node.kind === 'file') {
    const bytes = given(bytesLeft(node, leftover))
    return { kind: 'file', live: bytes, safe: bytes }
  }
  const entries = [...(leftover === 'lost' ? node.safe : node.live)].map(([name, child]): [string, Node] => [
    name,
    restored(child, leftover, given),
  ])
  return { kind: 'dir', live: new Map(entries), safe: new Map(entries) }
}

function bytesLeft({ live, safe }: FileNode, leftover: Leftover): Uint8Array {
  switch (leftover) {
    case 'lost':
      return safe
    case 'kept':
      return live
    case 'half':
      return live.slice(0, safe.length + ((live.length - safe.length) >> 1))
    case 'zeros':
      return live.map((byte, at) => (at < safe.length ? byte : 0))
  }
}

const missing = (path: string) => err<FileFailure>({ type: 'NotFound', path })

const down = (path: string) => err<FileFailure>({ type: 'Io', path, code: 'POWER' })
