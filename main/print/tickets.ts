import type { RandomBytes } from '../../shared/kernel/clock'
import { toHex } from '../../shared/kernel/bytes'

/** PDFs in memory that the print page may fetch once, each under an address that nobody can guess. */
export interface Tickets {
  /** The path under which the bytes wait. */
  readonly put: (bytes: Uint8Array) => string
  /** The bytes behind a path, and no second time; null for any other path. */
  readonly take: (path: string) => Uint8Array | null
  readonly drop: (path: string) => void
}

export function tickets(random: RandomBytes): Tickets {
  const waiting = new Map<string, Uint8Array>()
  return {
    put: (bytes) => {
      const path = `/print/${toHex(random(16))}.pdf`
      waiting.set(path, bytes)
      return path
    },
    take: (path) => {
      const bytes = waiting.get(path) ?? null
      waiting.delete(path)
      return bytes
    },
    drop: (path) => waiting.delete(path),
  }
}
