// A reader of data folders' segments and of team folders, written from shared/store/SPEC.md alone: it shares no code
// with the product.
import {
  createDecipheriv,
  createHash,
  createHmac,
  createPublicKey,
  hkdfSync,
  scryptSync,
  verify,
} from 'node:crypto'
import { inflateRawSync, crc32 as zlibCrc32 } from 'node:zlib'

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

/** [ST11]: canonical JSON. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const names = Object.keys(value).sort()
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`
}

/** Ed25519 under a key of 64 hex digits. */
function isSigned(key, text, signature) {
  const spki = Buffer.from(`302a300506032b6570032100${key}`, 'hex')
  return verify(null, text, createPublicKey({ key: spki, format: 'der', type: 'spki' }), signature)
}

const hkdf = (secret, salt, info, length) => Buffer.from(hkdfSync('sha256', secret, salt, info, length))

/** [TF11]: the mark's JSON; throws when the seal did not sign it. */
function readTeamMark(bytes) {
  const { signature, ...said } = JSON.parse(bytes.toString('utf8'))
  const text = Buffer.from(`zhike team 1\n${canonical(said)}`)
  if (said.format !== 1 || !isSigned(said.seal, text, Buffer.from(signature, 'hex'))) throw new Error('mark')
  return said
}

/** [TF9]: the team's secret; throws for a wrong passphrase. */
function openTeamLock({ team, lock }, passphrase) {
  const N = 2 ** lock.n
  const options = { N, r: lock.r, p: lock.p, maxmem: 256 * N * lock.r }
  const key = scryptSync(passphrase.normalize('NFKC'), Buffer.from(lock.salt, 'hex'), 32, options)
  return opened(
    key,
    Buffer.from(lock.nonce, 'hex'),
    Buffer.from(team, 'ascii'),
    Buffer.from(lock.wrapped, 'hex'),
  )
}

/** AES-256-GCM, the tag of 16 bytes behind. */
function opened(key, nonce, bound, sealed) {
  const cipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(bound).setAuthTag(sealed.subarray(-16))
  return Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()])
}

/** [TF5]–[TF8], [TF10]: header and plain body, or null for what is not whole, forged, newer or of another place. */
function openTeamFile(file, place, team, secret) {
  const n = file.length - 112
  if (n < 12 || file.subarray(n + 104).toString('hex') !== 'ff5a4b4500000000') return null
  const hash = sha256(file.subarray(0, n))
  if (file.readBigUInt64LE(n) !== BigInt(n) || !hash.equals(file.subarray(n + 8, n + 40))) return null
  const start = 12 + file.readUInt32LE(8)
  if (file.readUInt32BE(0) !== 0xff5a4b54 || file[4] !== 1 || file[5] > 3 || start > n) return null
  const header = JSON.parse(file.subarray(12, start).toString('utf8'))
  const signed = Buffer.concat([Buffer.from('zhike container 1\n'), hash])
  if (!isSigned(header.key, signed, file.subarray(n + 40, n + 104))) return null
  if (header.team !== team || Object.entries(place).some(([name, value]) => header[name] !== value))
    return null
  let body = file.subarray(start, n)
  if ((file[5] & 2) / 2 !== Number(secret !== null)) return null
  if (secret !== null) {
    const bytes = hkdf(secret, Buffer.from(header.salt, 'hex'), 'zhike body 1', 44)
    body = opened(bytes.subarray(0, 32), bytes.subarray(32), file.subarray(0, start), body)
  }
  if (file[5] & 1) body = inflateRawSync(body, { maxOutputLength: header.size + 1 })
  return body.length === header.size ? { header, body } : null
}

/** [TF12]: what the seal says of devices, by key. */
function membersOf(statements) {
  const members = new Map()
  for (const said of statements.filter(({ removed }) => !removed)) {
    const known = members.get(said.key) ?? { ...said, at: -1, tag: '', writers: [], ends: null }
    const isLater = said.at > known.at || (said.at === known.at && said.tag < known.tag)
    const writers = [...known.writers, ...said.writers]
    members.set(said.key, { ...known, ...(isLater ? said : {}), writers })
  }
  for (const { device, ends } of statements.filter(({ removed }) => removed)) {
    for (const member of members.values()) {
      if (member.device !== device) continue
      member.ends ??= {}
      for (const [writer, end] of Object.entries(ends))
        member.ends[writer] = Math.max(end, member.ends[writer] ?? 0)
    }
  }
  return members
}

/** [TF2], [TF12]: whether a segment of this writer and number that this member signed is taken. */
function isTaken(member, { writer, mint, key }, segment) {
  if (!member) return false
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(mint ?? 0)
  const name = sha256('zhike writer 1\n', Buffer.from(key, 'hex'), bytes).toString('hex').slice(0, 16)
  const isOwn = (mint !== null && mint <= 4095 && name === writer) || member.writers.includes(writer)
  return isOwn && (member.ends === null || segment <= (member.ends[writer] ?? 0))
}

/** [TF3]: what a segment's tag is made of: the chain behind its last change, in hex. */
function lastChain(segment) {
  const { header, changes } = readSegment(segment)
  return changes.at(-1)?.chain.toString('hex') ?? header.previous.chain
}

/** [TF20]: the segments of a snapshot. */
function readRun(body) {
  const run = []
  for (let at = 0; at < body.length;) {
    const end = at + 4 + body.readUInt32LE(at)
    if (end > body.length) throw new Error('snapshot')
    run.push(body.subarray(at + 4, end))
    at = end
  }
  return run
}

/**
 * A team folder as a map from path to bytes: its mark, its members by key, the last note of each device, the segments of each writer in order, templates
 * and attachments by the SHA-256 of their bytes. What is not the team's is left out.
 *
 * @param {ReadonlyMap<string, Buffer>} files
 * @param {string | null} passphrase null: the team has no lock
 */
export function readTeamFolder(files, passphrase = null) {
  const mark = readTeamMark(files.get('zhike-team.json'))
  const secret = mark.lock === null ? null : openTeamLock(mark, passphrase)
  const nameKey =
    secret === null ? sha256(`zhike names 1\n${mark.team}`) : hkdf(secret, '', 'zhike names 1', 32)
  const nameOf = (content) =>
    createHmac('sha256', nameKey).update(sha256(content).toString('hex')).digest('hex')
  const found = (pattern, kind, placeOf = () => ({}), contentOf = (body) => body) =>
    [...files].flatMap(([path, bytes]) => {
      const parts = pattern.exec(path)
      const read = parts && openTeamFile(bytes, { kind, ...placeOf(parts) }, mark.team, secret)
      const tag = parts?.at(-1)
      return read && nameOf(contentOf(read.body)).startsWith(tag)
        ? [{ ...read, tag, n: Number(parts[2]) }]
        : []
    })

  const statements = found(/^members\/([0-9a-f]{16})$/, 'member')
    .filter(({ header }) => header.key === mark.seal)
    .map(({ body, tag }) => ({ ...JSON.parse(body.toString('utf8')), tag }))
  const members = membersOf(statements)
  const writers = new Map()
  const take = (header, segment, body) => {
    if (!isTaken(members.get(header.key), header, segment)) return
    if (!writers.has(header.writer)) writers.set(header.writer, new Map())
    writers.get(header.writer).set(segment, body)
  }
  const inSnapshots = /^snapshots\/([0-9a-f]{16})\/([0-9]{8})-([0-9]{8})-([0-9a-f]{16})$/
  const runOf = ([, writer, first, last]) => ({ writer, first: Number(first), last: Number(last) })
  const lastOfRun = (body) => lastChain(readRun(body).at(-1))
  for (const { header, body } of found(inSnapshots, 'snapshot', runOf, lastOfRun)) {
    const run = readRun(body)
    if (run.length !== header.last - header.first + 1) throw new Error('snapshot')
    for (const [at, segment] of run.entries()) take(header, header.first + at, segment)
  }
  const inSegments = /^segments\/([0-9a-f]{16})\/[0-9]{5}\/([0-9]{8})-([0-9a-f]{16})$/
  const segmentOf = ([, writer, segment]) => ({ writer, segment: Number(segment) })
  for (const { header, body } of found(inSegments, 'segment', segmentOf, lastChain))
    take(header, header.segment, body)

  // [TF15]: the highest whole one counts, when its device signed it.
  const notes = new Map()
  const inNotes = /^notes\/([0-9a-f]{16})\/([0-9]{8})-([0-9a-f]{16})$/
  for (const { header, body } of found(inNotes, 'note').sort((a, b) => a.n - b.n)) {
    const note = JSON.parse(body.toString('utf8'))
    const device = sha256('zhike device 1\n', Buffer.from(header.key, 'hex')).toString('hex').slice(0, 16)
    if (note.device === device && note.v === 1) notes.set(device, note)
  }

  const byHash = (list) => new Map(list.map(({ body }) => [sha256(body).toString('hex'), body]))
  return {
    mark,
    members,
    notes,
    segments: new Map(
      [...writers].map(([writer, own]) => [
        writer,
        [...own].sort(([a], [b]) => a - b).map(([, body]) => body),
      ]),
    ),
    templates: byHash(found(/^templates\/([0-9a-f]{64})$/, 'template')),
    attachments: byHash(found(/^attachments\/[0-9a-f]{2}\/([0-9a-f]{64})$/, 'attachment')),
  }
}
