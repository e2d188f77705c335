import { checksumOf } from './checksum'
import type { ImageFile } from './image-file'

/**
 * Plain data (as structured clones take it) as one file: a head of JSON, in which long texts and runs of numbers are told by their length
 * alone, and behind it those themselves, each from a multiple of eight bytes on. They are read into the memory where they stay.
 */
export interface FlatImage {
  /** Bytes of the head. */
  readonly head: number
  readonly pieces: Iterable<Uint8Array>
  /** The checksum of all pieces, once they have been taken. */
  readonly sum: () => number
}

/** Where a piece stood; no plain data have a number under this name. */
interface Piece {
  readonly '#': number
  readonly as: keyof typeof KINDS | 'ascii' | 'wide'
}

const KINDS = { u8: Uint8Array, u32: Uint32Array, f64: Float64Array } as const

/** A mark at the beginning is a letter as well. */
const LETTERS = { ignoreBOM: true }

/** Letters from which a text is a piece of its own. */
const LONG = 1024
const ALIGNED = 8

export function flattened(value: unknown): FlatImage {
  const found: (Numbers | string)[] = []
  const head = padded(
    new TextEncoder().encode(
      JSON.stringify(value, (_, part: unknown) => {
        const piece = pieceOf(part)
        if (piece) found.push(part as Numbers | string)
        return piece ?? part
      }),
    ),
    BLANK,
  )
  let sum: number | undefined
  function* pieces() {
    for (const piece of chain(head, found)) {
      sum = checksumOf(wordsOf(piece), sum)
      yield piece
    }
  }
  return { head: head.length, pieces: pieces(), sum: () => sum ?? 0 }
}

/** The data again, and the checksum over all of the file. Throws when it ends too early or its head is none. */
export function readFlat(file: ImageFile, head: number): { readonly value: unknown; readonly sum: number } {
  let at = 0
  let sum: number | undefined
  const read = <B extends Uint8Array>(into: B): B => {
    file.read(into, at)
    sum = checksumOf(wordsOf(into), sum)
    at += into.length
    return into
  }
  let scratch = new Uint8Array(0)
  const text = (length: number) => {
    if (scratch.length < aligned(length)) scratch = new Uint8Array(aligned(length))
    return read(scratch.subarray(0, aligned(length))).subarray(0, length)
  }
  const [ascii, wide] = [new TextDecoder('utf-8', LETTERS), new TextDecoder('utf-16le', LETTERS)]
  const value: unknown = JSON.parse(ascii.decode(read(new Uint8Array(aligned(head)))), (_, part: unknown) => {
    if (!isPiece(part)) return part
    const { '#': length, as } = part
    if (as === 'ascii') return ascii.decode(text(length))
    if (as === 'wide') return wide.decode(text(length * 2))
    const Kind = KINDS[as]
    const { buffer } = read(new Uint8Array(aligned(length * Kind.BYTES_PER_ELEMENT)))
    return new Kind(buffer, 0, length)
  })
  return { value, sum: sum ?? 0 }
}

type Numbers = InstanceType<(typeof KINDS)[keyof typeof KINDS]>

function pieceOf(part: unknown): Piece | null {
  if (typeof part === 'string') {
    // Half a letter would not come back from UTF-16; the head says it in figures.
    if (part.length < LONG || HALVES.test(part)) return null
    return { '#': part.length, as: ASCII.test(part) ? 'ascii' : 'wide' }
  }
  for (const [as, Kind] of Object.entries(KINDS)) {
    if (part instanceof Kind) return { '#': part.length, as: as as keyof typeof KINDS }
  }
  return null
}

const isPiece = (part: unknown): part is Piece =>
  typeof part === 'object' && part !== null && '#' in part && typeof part['#'] === 'number'

/** Head and pieces in the order in which they are met again. */
function* chain(head: Uint8Array, found: readonly (Numbers | string)[]): Iterable<Uint8Array> {
  yield head
  for (const part of found) {
    if (typeof part !== 'string') yield padded(new Uint8Array(part.buffer, part.byteOffset, part.byteLength))
    else if (ASCII.test(part)) yield padded(new TextEncoder().encode(part))
    else yield padded(lettersOf(part))
  }
}

const HALVES = /\p{Surrogate}/u
const ASCII = /^[\u0000-\u007f]*$/

/** As UTF-16, the first byte of two the lower one. */
function lettersOf(text: string): Uint8Array {
  const letters = new Uint16Array(text.length)
  for (let at = 0; at < letters.length; at += 1) letters[at] = text.charCodeAt(at)
  return new Uint8Array(letters.buffer)
}

/** JSON may end with blanks. */
const BLANK = 0x20

const aligned = (bytes: number): number => (bytes + ALIGNED - 1) & -ALIGNED

function padded(bytes: Uint8Array, filler = 0): Uint8Array {
  const whole = new Uint8Array(aligned(bytes.length)).fill(filler, bytes.length)
  whole.set(bytes)
  return whole
}

const wordsOf = (bytes: Uint8Array): Uint32Array =>
  new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
