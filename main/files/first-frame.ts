import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { isFrameMemory, type FrameMemory } from '../../shared/ipc/frame'

/** What the window's rail and bar showed last; null where the next start is not to begin with them, or nothing can be read. */
export function readFrame(file: string): FrameMemory | null {
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return isFrameMemory(read) ? read : null
  } catch {
    return null
  }
}

/** At once: the program may be about to end. What could not be kept is no harm, but for one that may not stay. */
export function keepFrame(file: string, frame: FrameMemory | null): void {
  try {
    if (frame === null) {
      rmSync(file, { force: true })
      return
    }
    writeFileSync(`${file}.tmp`, JSON.stringify(frame))
    renameSync(`${file}.tmp`, file)
  } catch {
    // The next change tries again.
  }
}
