import { toHex } from './bytes'
import type { Clock, RandomBytes } from './clock'

/** A UUID version 7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, then randomness, so that ids sort by time of birth. */
export function uuidv7(clock: Clock, random: RandomBytes): string {
  const bytes = new Uint8Array(16)
  bytes.set(random(10), 6)
  let ms = clock.now()
  for (let i = 5; i >= 0; i--) {
    bytes[i] = ms % 256
    ms = Math.floor(ms / 256)
  }
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = toHex(bytes)
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
