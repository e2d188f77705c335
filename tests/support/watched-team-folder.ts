import type { CarrierFailure, TeamFolder } from '../../node/team/carrier/team-folder'
import { err } from '../../shared/kernel/result'

export type WatchedCall = 'list' | 'read' | 'putNew' | 'putAgain' | 'removeOwn'

/** A team folder that remembers what it was asked for, and in which single files can hang or nothing can be put. */
export class WatchedFolder implements TeamFolder {
  /** Calls since they were last taken, as `call path`. */
  calls: string[] = []
  /** Files that do not answer in time when they are read. */
  readonly hangsOnRead = new Set<string>()
  /** Files that do not answer in time when they are put. */
  readonly hangsOnPut = new Set<string>()
  /** What every put answers; null: it is done. */
  refusal: CarrierFailure | null = null

  constructor(private readonly inner: TeamFolder) {}

  /** The calls since the last time, optionally of one kind only, as paths. */
  taken(of?: WatchedCall): readonly string[] {
    const { calls } = this
    this.calls = []
    if (of === undefined) return calls
    return calls.filter((call) => call.startsWith(`${of} `)).map((call) => call.slice(of.length + 1))
  }

  readonly list: TeamFolder['list'] = (dir) => {
    this.calls.push(`list ${dir}`)
    return this.inner.list(dir)
  }

  readonly read: TeamFolder['read'] = (path, most) => {
    this.calls.push(`read ${path}`)
    return this.hangsOnRead.has(path) ? hung() : this.inner.read(path, most)
  }

  readonly putNew: TeamFolder['putNew'] = (path, bytes) => {
    this.calls.push(`putNew ${path}`)
    if (this.refusal !== null) return Promise.resolve(err(this.refusal))
    return this.hangsOnPut.has(path) ? hung() : this.inner.putNew(path, bytes)
  }

  readonly putAgain: TeamFolder['putAgain'] = (path, bytes) => {
    this.calls.push(`putAgain ${path}`)
    if (this.refusal !== null) return Promise.resolve(err(this.refusal))
    return this.hangsOnPut.has(path) ? hung() : this.inner.putAgain(path, bytes)
  }

  readonly removeOwn: TeamFolder['removeOwn'] = (path) => {
    this.calls.push(`removeOwn ${path}`)
    return this.inner.removeOwn(path)
  }

  readonly close: TeamFolder['close'] = () => this.inner.close()
}

const hung = () => Promise.resolve(err<CarrierFailure>({ type: 'Unreachable', reason: 'TIMEOUT' }))
