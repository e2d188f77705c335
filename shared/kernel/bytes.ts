const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Lower-case hexadecimal, two digits a byte. */
export function toHex(bytes: Uint8Array): string {
  let hex = ''
  for (const byte of bytes) hex += HEX[byte] ?? ''
  return hex
}

/** By character code: what a hex digit is worth; NONE for any other character. */
const NONE = 0xff
const DIGITS = Uint8Array.from({ length: 128 }, (_, code) => {
  const digit = Number.parseInt(String.fromCharCode(code), 16)
  return Number.isNaN(digit) ? NONE : digit
})

/** The bytes of an even number of lower- or upper-case hex digits; null for anything else. */
export function fromHex(hex: string): Uint8Array | null {
  if (hex.length % 2 !== 0) return null
  const bytes = new Uint8Array(hex.length / 2)
  for (let at = 0; at < bytes.length; at++) {
    const high = DIGITS[hex.charCodeAt(2 * at)] ?? NONE
    const low = DIGITS[hex.charCodeAt(2 * at + 1)] ?? NONE
    if (high === NONE || low === NONE) return null
    bytes[at] = 16 * high + low
  }
  return bytes
}
