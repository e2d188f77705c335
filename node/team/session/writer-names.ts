import { toHex } from '../../../shared/kernel/bytes'
import type { RandomBytes } from '../../../shared/kernel/clock'
import { newWriter } from '../format/identity'

/** Names new writers: with the computer's key while it belongs to a team, otherwise at random. [TF2] */
export interface WriterNames {
  /** Public key; null: no team. */
  readonly use: (key: string | null) => void
  readonly next: () => string
}

export function writerNames(random: RandomBytes): WriterNames {
  let key: string | null = null
  return {
    use: (present) => {
      key = present
    },
    next: () => (key === null ? toHex(random(8)) : newWriter(key, random)),
  }
}
