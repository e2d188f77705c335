import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { isFrameMemory, type FrameMemory } from '../../shared/ipc/frame'

/** What the window's rail and bar showed last; null where the next start is not to begin with them, or nothing can be read. */
export function readFrame(file: string): FrameMemory | null {
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (!isFrameMemory(read)) return null
    const { forms, quick, isMember, person, others } = read
    return { forms, quick, isMember, person, others }
  } catch {
    return null
  }
}

/** At once: the program may be about to end. What could not be kept is no harm; one that may not stay is written over where it cannot be removed. */
export function keepFrame(file: string, frame: FrameMemory | null): void {
  try {
    if (frame === null) {
      forget(file)
      return
    }
    writeFileSync(`${file}.tmp`, JSON.stringify(frame))
    renameSync(`${file}.tmp`, file)
  } catch {
    // The next start begins as the one before, or without a frame.
  }
}

function forget(file: string): void {
  rmSync(`${file}.tmp`, { force: true })
  try {
    rmSync(file, { force: true })
  } catch {
    // Held by another program, a virus scanner say.
    writeFileSync(file, 'null')
  }
}
