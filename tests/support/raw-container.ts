import { createCipheriv, createHash, createPrivateKey, hkdfSync, sign } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'

/** A container put together by hand from SPEC [TF5], signed whatever is in it: nothing is checked here. */
export interface RawContainer {
  readonly secretKey: string
  readonly header: unknown
  /** The header's bytes, when they are not to be the sorted JSON of `header`. */
  readonly headerBytes?: Uint8Array
  readonly body: Uint8Array
  readonly version?: number
  /** Flags as they are written; without `packed` the body is put down as it is. */
  readonly flags?: number
  readonly reserved?: number
  readonly deflate?: boolean
  readonly secret?: Uint8Array
  readonly salt?: Uint8Array
  /** What the 12 bytes say of the header's length, when it is not the truth. */
  readonly headerLength?: number
}

export function rawContainer(raw: RawContainer): Buffer {
  const header = Buffer.from(raw.headerBytes ?? Buffer.from(sortedJson(raw.header), 'utf8'))
  const start = Buffer.from('ff5a4b540000000000000000', 'hex')
  start[4] = raw.version ?? 1
  start[5] = raw.flags ?? (raw.deflate === true ? 1 : 0) | (raw.secret === undefined ? 0 : 2)
  start.writeUInt16LE(raw.reserved ?? 0, 6)
  start.writeUInt32LE(raw.headerLength ?? header.length, 8)
  const packed = raw.deflate === true ? deflateRawSync(raw.body) : raw.body
  const body = raw.secret === undefined ? packed : encrypted(packed, raw, Buffer.concat([start, header]))
  return sealed(Buffer.concat([start, header, body]), raw.secretKey)
}

/** Puts length, hash, signature and end behind whatever bytes. */
export function sealed(before: Uint8Array, secretKey: string): Buffer {
  const length = Buffer.alloc(8)
  length.writeUInt32LE(before.length)
  const hash = createHash('sha256').update(before).digest()
  const der = Buffer.from(`302e020100300506032b657004220420${secretKey}`, 'hex')
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  const signature = sign(null, Buffer.concat([Buffer.from('zhike container 1\n'), hash]), key)
  return Buffer.concat([before, length, hash, signature, Buffer.from('ff5a4b4500000000', 'hex')])
}

function encrypted(plain: Uint8Array, { secret, salt }: RawContainer, bound: Buffer): Buffer {
  const bytes = Buffer.from(
    hkdfSync('sha256', secret ?? Buffer.alloc(0), salt ?? Buffer.alloc(32), 'zhike body 1', 44),
  )
  const cipher = createCipheriv('aes-256-gcm', bytes.subarray(0, 32), bytes.subarray(32)).setAAD(bound)
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** JSON with sorted members, whatever the value is. */
function sortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([name, child]) => `${JSON.stringify(name)}:${sortedJson(child)}`).join(',')}}`
}
