import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Clock } from '../../shared/kernel/clock'

export interface Log {
  readonly file: string
  readonly write: (kind: string, detail: string) => void
}

/** Bytes after which the log begins anew; the one before is kept. */
const MAX_BYTES = 1_000_000

/** A plain text log on this computer. Writing to it never fails: it is where failures go. */
export function openLog(file: string, clock: Clock): Log {
  return {
    file,
    write: (kind, detail) => {
      try {
        mkdirSync(dirname(file), { recursive: true })
        if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MAX_BYTES) renameSync(file, `${file}.1`)
        appendFileSync(
          file,
          `${new Date(clock.now()).toISOString()} ${kind} ${detail.replaceAll('\n', '\n  ')}\n`,
        )
      } catch {
        // Nowhere left to say it.
      }
    },
  }
}
