import { promisify } from 'node:util'
import { deflateRaw } from 'node:zlib'
import { crc32 } from '../../shared/store/crc32'

const deflate = promisify(deflateRaw)

/** One file of an archive, as its central directory names it (APPNOTE.TXT 6.3.10, PKWARE). */
interface Entry {
  readonly name: Uint8Array
  readonly method: 0 | 8
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

/** Bit 11: names are UTF-8. */
const FLAGS = 0x0800
const VERSION = 20
const VERSION_64 = 45
/** 1980-01-01, the earliest date that zip knows: file times are never used. */
const DATE = 0x0021
const LIMIT_32 = 0xffffffff
const LIMIT_16 = 0xffff

/**
 * Makes a zip archive piece by piece, for an output that only grows. Each file is given whole, so its sizes stand before
 * it and any reader can stream; positions beyond 4 GiB and more than 65,535 files use the zip64 records.
 */
export class ZipWriter {
  readonly #entries: Entry[] = []
  #offset = 0

  /** The bytes of the next file, to be written behind what was there. */
  async file(name: string, content: Uint8Array): Promise<readonly Uint8Array[]> {
    const small = await deflate(content, { level: 6 })
    const isSmaller = small.length < content.length
    const data = isSmaller ? new Uint8Array(small) : content
    const entry: Entry = {
      name: new TextEncoder().encode(name),
      method: isSmaller ? 8 : 0,
      crc: crc32(content),
      packed: data.length,
      size: content.length,
      offset: this.#offset,
    }
    const header = record(0x04034b50, [2, VERSION], ...common(entry), [2, 0])
    this.#entries.push(entry)
    this.#offset += header.length + entry.name.length + data.length
    return [header, entry.name, data]
  }

  /** The bytes that end the archive. */
  end(): readonly Uint8Array[] {
    const directory = this.#entries.flatMap(centralRecord)
    const size = directory.reduce((sum, { length }) => sum + length, 0)
    const count = this.#entries.length
    const parts = [...directory]
    if (count >= LIMIT_16 || this.#offset >= LIMIT_32 || size >= LIMIT_32) {
      const versions: Field[] = [
        [2, VERSION_64],
        [2, VERSION_64],
      ]
      const totals: Field[] = [
        [4, 0],
        [4, 0],
        [8, count],
        [8, count],
        [8, size],
        [8, this.#offset],
      ]
      parts.push(record(0x06064b50, [8, 44], ...versions, ...totals))
      parts.push(record(0x07064b50, [4, 0], [8, this.#offset + size], [4, 1]))
    }
    const counted = Math.min(count, LIMIT_16)
    parts.push(
      record(
        0x06054b50,
        [2, 0],
        [2, 0],
        [2, counted],
        [2, counted],
        [4, Math.min(size, LIMIT_32)],
        [4, Math.min(this.#offset, LIMIT_32)],
        [2, 0],
      ),
    )
    return parts
  }
}

/** A little-endian number and its width in bytes. */
type Field = readonly [width: 2 | 4 | 8, value: number]

/** What local header and central directory say alike, from the flags to the length of the name. */
const common = ({ method, crc, packed, size, name }: Entry): readonly Field[] => [
  [2, FLAGS],
  [2, method],
  [2, 0],
  [2, DATE],
  [4, crc],
  [4, packed],
  [4, size],
  [2, name.length],
]

function centralRecord(entry: Entry): readonly Uint8Array[] {
  const isFar = entry.offset >= LIMIT_32
  const extra = isFar ? record(null, [2, 1], [2, 8], [8, entry.offset]) : new Uint8Array()
  const versions: Field[] = [
    [2, VERSION_64],
    [2, isFar ? VERSION_64 : VERSION],
  ]
  const rest: Field[] = [
    [2, extra.length],
    [2, 0],
    [2, 0],
    [2, 0],
    [4, 0],
    [4, Math.min(entry.offset, LIMIT_32)],
  ]
  return [record(0x02014b50, ...versions, ...common(entry), ...rest), entry.name, extra]
}

function record(signature: number | null, ...numbers: readonly Field[]): Uint8Array {
  const all: readonly Field[] = signature === null ? numbers : [[4, signature], ...numbers]
  const bytes = new Uint8Array(all.reduce((sum, [width]) => sum + width, 0))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const [width, value] of all) {
    if (width === 2) view.setUint16(at, value, true)
    else if (width === 4) view.setUint32(at, value, true)
    else view.setBigUint64(at, BigInt(value), true)
    at += width
  }
  return bytes
}
