// A reader of journal segments written from shared/store/SPEC.md alone: it shares no code with the product.
import { createHash } from 'node:crypto'
import { crc32 as zlibCrc32 } from 'node:zlib'

const sha256 = (...parts) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

function crc32(buffer) {
  if (zlibCrc32) return zlibCrc32(buffer)
  let crc = ~0
  for (const byte of buffer) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1))
  }
  return ~crc >>> 0
}

/** [ST9] */
const startOfChain = (writer) => sha256('zhike chain 1\n', writer)

/** [ST10] */
function link(chain, seq, payloadHash) {
  const number = Buffer.alloc(8)
  number.writeBigUInt64LE(BigInt(seq))
  return sha256('zhike link 1\n', chain, number, payloadHash)
}

/** [ST5]: one frame at `at`, or null. */
function frameAt(file, at) {
  if (file.length - at < 88 || file.readUInt32BE(at) !== 0xff5a4b46) return null
  if (crc32(file.subarray(at, at + 84)) !== file.readUInt32LE(at + 84)) return null
  const length = file.readUInt32LE(at + 8)
  const payload = file.subarray(at + 88, at + 88 + length)
  if (payload.length < length) return null
  const frame = {
    at,
    end: at + 88 + length,
    type: file[at + 4],
    flags: file[at + 5],
    seq: Number(file.readBigUInt64LE(at + 12)),
    hash: file.subarray(at + 20, at + 52),
    chain: file.subarray(at + 52, at + 84),
    payload,
  }
  return frame.flags & 1 || sha256(payload).equals(frame.hash) ? frame : null
}

/** The frames of a whole segment; throws at the first thing that is not as the specification says. */
export function readSegment(bytes) {
  const file = Buffer.from(bytes)
  const frames = []
  for (let at = 0; at < file.length;) {
    const frame = frameAt(file, at)
    if (!frame) throw new Error(`no whole frame at byte ${at}`)
    frames.push(frame)
    at = frame.end
  }
  const [first] = frames
  if (first?.type !== 0x81) throw new Error('no header frame')
  const header = JSON.parse(first.payload.toString('utf8'))
  const last = frames.at(-1)
  const closed = last.type === 0x82
  if (closed) {
    const closing = JSON.parse(last.payload.toString('utf8'))
    const before = file.subarray(0, last.at)
    if (closing.bytes !== before.length || closing.frames !== frames.length - 1)
      throw new Error('closing counts')
    if (closing.sha256 !== sha256(before).toString('hex')) throw new Error('closing hash')
  }
  return { header, closed, changes: frames.filter(({ type }) => type < 0x80) }
}

/** All changes of one writer from its segments in order, the chain checked from its start. [ST17] */
export function readWriter(writer, segments) {
  let chain = startOfChain(writer)
  let seq = 0
  const changes = []
  for (const [at, bytes] of segments.entries()) {
    const { header, changes: frames } = readSegment(bytes)
    if (header.segment !== at + 1 || header.writer !== writer) throw new Error('header of another segment')
    if (header.previous.seq !== seq || header.previous.chain !== chain.toString('hex'))
      throw new Error('header chain')
    for (const frame of frames) {
      seq += 1
      chain = link(chain, seq, frame.hash)
      if (frame.seq !== seq || !frame.chain.equals(chain)) throw new Error(`chain at ${seq}`)
      let content = JSON.parse(frame.payload.toString('utf8'))
      let type = frame.type
      while (type === 2) ({ content, type } = content)
      changes.push({ seq, hash: frame.hash.toString('hex'), chain: chain.toString('hex'), change: content })
    }
  }
  return changes
}
