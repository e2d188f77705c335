import { execFileSync, spawnSync } from 'node:child_process'
import { appendFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** A small disk of its own, in memory. Only root on Linux can mount one. */
export class SmallDisk {
  private constructor(readonly path: string) {}

  /** Null where no disk can be mounted. */
  static mount(path: string, megabytes: number): SmallDisk | null {
    if (process.platform !== 'linux' || process.getuid?.() !== 0) return null
    mkdirSync(path, { recursive: true })
    const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${String(megabytes)}m`, 'tmpfs', path])
    return status === 0 ? new SmallDisk(path) : null
  }

  /** Leaves not a single byte. */
  fill(): void {
    for (const size of [65_536, 4096, 1]) {
      try {
        for (;;) appendFileSync(this.filler, Buffer.alloc(size))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
      }
    }
  }

  free(): void {
    rmSync(this.filler, { force: true })
  }

  remount(mode: 'ro' | 'rw'): void {
    execFileSync('mount', ['-o', `remount,${mode}`, this.path])
  }

  unmount(): void {
    spawnSync('umount', ['-l', this.path])
  }

  private get filler(): string {
    return join(this.path, 'filler.tmp')
  }
}
