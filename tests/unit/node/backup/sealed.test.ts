import { beforeAll, describe, expect, it } from 'vitest'
import { archiveSink, openArchive } from '../../../../node/backup/archive'
import { makeBackupKey, openBackupLock, PIECE_BYTES, readHead } from '../../../../node/backup/sealed'
import type { BackupKey } from '../../../../node/backup/sealed'
import { FaultyDisk } from '../../../support/faulty-files'
import { openEncryptedBackup } from '../../../support/independent-backup-reader.mjs'
import { must, seededRandom } from '../../../support/store'

const PASSPHRASE = '示例口令 Ａbc'
const FILE = '/usb/a.zkb'
const TAG = 16
const random = seededRandom('sealed')

let key: BackupKey
beforeAll(async () => {
  key = await makeBackupKey(PASSPHRASE, random, 14)
})

/** A disk with an encrypted file that holds these bytes, given in uneven parts. */
async function withSealed(plain: Uint8Array) {
  const disk = new FaultyDisk()
  const files = disk.port()
  await files.makeDir('/usb')
  const out = must(await files.createNew(FILE))
  const sink = must(await archiveSink(out, { key, random }))
  for (let at = 0; at < plain.length; at += 300_007) must(await sink.append(plain.subarray(at, at + 300_007)))
  must(await sink.end())
  must(await out.flush())
  const body = must(await readHead(files, FILE))?.bound.length ?? 0
  return { disk, files, body, bytes: disk.files().get(FILE) ?? new Uint8Array() }
}

/** The plain bytes, or why not. */
async function read(disk: FaultyDisk, bytes: Uint8Array, secret = key.secret): Promise<Buffer | string> {
  disk.tamper(FILE, bytes)
  const source = await openArchive(disk.port(), FILE, secret)
  if (!source.ok) return 'reason' in source.error ? source.error.reason : source.error.type
  const parts: Uint8Array[] = []
  for (;;) {
    const next = await source.value.next()
    if (!next.ok) return 'reason' in next.error ? next.error.reason : next.error.type
    if (next.value === null) return Buffer.concat(parts)
    parts.push(next.value)
  }
}

const SIZES = [
  0,
  1,
  PIECE_BYTES - 1,
  PIECE_BYTES,
  PIECE_BYTES + 1,
  2 * PIECE_BYTES,
  2 * PIECE_BYTES + 500_000,
]

describe('an encrypted backup', () => {
  it.each(SIZES)('[ST47] comes back byte for byte, also by the rules alone: %i bytes', async (size) => {
    const plain = random(size)
    const { disk, bytes, body } = await withSealed(plain)
    const pieces = Math.max(1, Math.ceil(size / PIECE_BYTES))
    expect(bytes.length).toBe(body + size + pieces * TAG)
    expect(Buffer.compare((await read(disk, bytes)) as Buffer, Buffer.from(plain))).toBe(0)
    expect(Buffer.compare(openEncryptedBackup(Buffer.from(bytes), PASSPHRASE), Buffer.from(plain))).toBe(0)
  })

  it('[ST46] opens for its passphrase in any writing of the same characters, and for no other', async () => {
    const head = must(await readHead((await withSealed(random(10))).files, FILE))
    expect(await openBackupLock(head!.lock, '示例口令 Abc')).toEqual(key.secret)
    expect(await openBackupLock(head!.lock, '示例口令 abc')).toBeNull()
  })

  it('[ST46] tells a damaged beginning from a wrong passphrase', async () => {
    const { disk, bytes, body } = await withSealed(random(10))
    for (let at = 4; at < body; at += 7) {
      const flipped = bytes.slice()
      flipped[at]! ^= 1
      expect(await read(disk, flipped), `byte ${at}`).toBe('加密备份的开头已损坏或不完整')
    }
    for (const length of [5, 12, 100, body - 1])
      expect(await read(disk, bytes.slice(0, length))).toBe('加密备份的开头已损坏或不完整')
    expect(await read(disk, bytes, random(32))).toBe('加密内容已损坏或不完整')
  })

  it('[ST47] is refused when it was cut, wherever', async () => {
    const { disk, bytes, body } = await withSealed(random(2 * PIECE_BYTES + 500_000))
    const whole = PIECE_BYTES + TAG
    for (const length of [body + whole, body + 2 * whole])
      expect(await read(disk, bytes.slice(0, length)), String(length)).toBe('文件不完整，后面的部分不见了')
    for (const length of [body, body + 5, body + whole - 1, body + whole + 1, bytes.length - 1])
      expect(await read(disk, bytes.slice(0, length)), String(length)).toBe('加密内容已损坏或不完整')
  })

  it('[ST47] is refused when pieces change places, come twice, or something stands behind', async () => {
    const { disk, bytes, body } = await withSealed(random(2 * PIECE_BYTES + 500_000))
    const whole = PIECE_BYTES + TAG
    const head = bytes.slice(0, body)
    const [first, second, last] = [0, 1, 2].map((i) =>
      bytes.slice(body + i * whole, body + (i + 1) * whole),
    ) as [Uint8Array, Uint8Array, Uint8Array]
    for (const order of [
      [second, first, last],
      [first, first, last],
      [first, last],
      [first, second, last, new Uint8Array(20)],
    ]) {
      expect(await read(disk, Buffer.concat([head, ...order]))).toMatch(/损坏|不完整/)
    }
  })

  it('[ST47] is refused when any bit of it is another', async () => {
    const { disk, bytes, body } = await withSealed(random(1000))
    for (let at = body; at < bytes.length; at += 13) {
      const flipped = bytes.slice()
      flipped[at]! ^= 0x10
      expect(await read(disk, flipped), `byte ${at}`).toBe('加密内容已损坏或不完整')
    }
  })

  it('[ST46] never has the same beginning twice: salt and so key are its own', async () => {
    const [one, other] = [await withSealed(random(10)), await withSealed(random(10))]
    expect(one.bytes.slice(0, one.body)).not.toEqual(other.bytes.slice(0, other.body))
    const mixed = Buffer.concat([one.bytes.slice(0, one.body), other.bytes.slice(other.body)])
    expect(await read(one.disk, mixed)).toBe('加密内容已损坏或不完整')
  })
})
