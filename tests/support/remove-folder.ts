import { rmSync } from 'node:fs'

const TRIES = 30
const PAUSE_MS = 100

/** Removes a folder that a program wrote into until just now: what its last helpers add meanwhile goes with the next try. */
export function removeFolder(path: string): void {
  for (let left = TRIES; ; left -= 1) {
    try {
      rmSync(path, { recursive: true, force: true })
      return
    } catch (error) {
      if (left === 0) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS)
    }
  }
}
