import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import type { FileFailure } from '../../../shared/ipc/contract'
import { failureOf } from '../../store'

/** Bytes that are gathered before they are written: pdfkit tells every line of the file by itself. */
const GATHERED = 256 * 1024

/** A file that is written from its beginning to its end. The first failure is remembered, and nothing is written after it. */
export class WorkFile {
  failure: FileFailure | null = null
  private readonly gathered = Buffer.allocUnsafe(GATHERED)
  private used = 0
  private file: number | null = null

  constructor(private readonly path: string) {
    this.trying(() => (this.file = openSync(path, 'wx')))
  }

  write(bytes: Uint8Array): void {
    if (this.used + bytes.length > GATHERED) this.flush()
    if (bytes.length > GATHERED) {
      this.put(bytes)
      return
    }
    this.gathered.set(bytes, this.used)
    this.used += bytes.length
  }

  /** All that was written is on the disk, or `failure` says why not. */
  end(): void {
    this.flush()
    this.trying((file) => {
      fsyncSync(file)
    })
    if (this.file !== null) closeSync(this.file)
    this.file = null
  }

  private flush(): void {
    this.put(this.gathered.subarray(0, this.used))
    this.used = 0
  }

  private put(bytes: Uint8Array): void {
    this.trying((file) => {
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
    })
  }

  private trying(task: (file: number) => void): void {
    if (this.failure) return
    try {
      task(this.file ?? -1)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) throw error
      this.failure = failureOf(this.path, error.code)
    }
  }
}
