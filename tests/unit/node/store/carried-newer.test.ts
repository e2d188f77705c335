import { describe, expect, it } from 'vitest'
import { sha256 } from '../../../../node/store/native-sha256'
import { toHex } from '../../../../shared/kernel/bytes'
import { canonicalJson, type Json } from '../../../../shared/kernel/canonical-json'
import { chainNext, chainStart, cursorOf, follows, FORMAT, type StoredChange } from '../../../../shared/store'
import { encodeFrame, FRAME_TYPE } from '../../../../shared/store/frame'
import { readLine } from '../../../../shared/store/page-line'
import { encodeHeader } from '../../../../shared/store/segment'
import { FaultyDisk } from '../../../support/faulty-files'
import { FOLDER, must, noted, opened, readAll } from '../../../support/store'

const WRITER = 'e'.repeat(16)

const changeJson = (seq: number, more: { readonly [name: string]: Json }): Json => ({
  v: 1,
  writer: WRITER,
  seq,
  hlc: { ms: 5, n: 0 },
  entity: { kind: 'record', id: 'r1' },
  edits: [],
  ...more,
})

let deepest: Json = 'inmost'
for (let i = 0; i < 60; i++) deepest = [deepest]

/** What a newer program may write: payloads in order, from sequence 1, with their types. */
const WRITTEN: readonly (readonly [type: number, content: Json])[] = [
  [FRAME_TYPE.change, changeJson(1, { v: 2, mood: { 二: [1, null], __proto: '示例' } })],
  [FRAME_TYPE.change, changeJson(2, { edits: [{ op: 'set', path: ['note'], value: '看得懂', over: [] }] })],
  [0x33, { woven: ['一', '二'] }],
  [FRAME_TYPE.change, changeJson(4, { v: 3, deepest })],
  [FRAME_TYPE.change, changeJson(5, { hlc: 'later' })],
]

/** A folder on a disk of its own, with a segment that a newer program wrote; `more`: further payloads, of any bytes. */
async function newerFolder(...more: readonly Buffer[]) {
  const disk = new FaultyDisk()
  await (await opened({ files: disk.port(), seed: 'newer' })).close()
  const { folder } = JSON.parse(
    Buffer.from(disk.files().get(`${FOLDER}/zhike.json`) ?? []).toString('utf8'),
  ) as { folder: string }
  const start = chainStart(WRITER, sha256)
  const head = { format: FORMAT, folder, writer: WRITER, segment: 1, previous: { seq: 0, chain: start } }
  const frames = [encodeHeader({ ...head, reason: 'first', torn: [], created: 5, program: '9.9.9' }, sha256)]
  let chain = start
  const written = WRITTEN.map(
    ([type, content]) => [type, Buffer.from(canonicalJson(content), 'utf8')] as const,
  )
  const others = more.map((payload) => [FRAME_TYPE.change, payload] as const)
  for (const [i, [type, payload]] of [...written, ...others].entries()) {
    const hash = toHex(sha256(payload))
    chain = chainNext(chain, i + 1, hash, sha256)
    frames.push(encodeFrame({ type, flags: 0, seq: i + 1, hash, chain, payload }))
  }
  disk.tamper(`${FOLDER}/writers/${WRITER}/00000001.seg`, Buffer.concat(frames))
  return disk
}

const hashes = (changes: readonly StoredChange[]) => changes.map(({ hash }) => hash)

describe('changes that this program cannot read', () => {
  it('[ST14] [ST15] are carried byte for byte, once, and stand in the line of their own writer', async () => {
    const from = await opened({ files: (await newerFolder()).port() })
    const all = must(await from.exchange.changesOf(WRITER, 1))
    expect(all.map(({ opaque }) => opaque)).toEqual(['newer', undefined, 'newer', 'newer', 'unreadable'])
    const disk = new FaultyDisk()
    const into = await opened({ files: disk.port(), seed: 'other' })
    must(await into.append([noted('here')]))
    expect(must(await into.exchange.lacking(all))).toHaveLength(5)
    expect(must(await into.exchange.carry(all))).toBe(5)
    expect(must(await into.exchange.lacking(all))).toEqual([])
    expect(must(await into.exchange.carry(all))).toBe(0)
    const again = await opened({ files: disk.port(), seed: 'again' })
    const read = await readAll(again, WRITER)
    expect(hashes(read)).toEqual(hashes(await readAll(from, WRITER)))
    expect(read.map(({ raw }) => raw && canonicalJson(raw.content))).toEqual(
      WRITTEN.map(([, content], i) => (i === 1 ? undefined : canonicalJson(content))),
    )
    expect(read.map(({ raw }) => raw?.type)).toEqual([1, undefined, 0x33, 1, 1])
    expect(again.ends()).toContainEqual(from.ends().find(({ writer }) => writer === WRITER))
    const carrier = await readAll(again, into.writer)
    for (const [i, stored] of carrier.entries()) {
      const before = carrier[i - 1]
      if (before) expect(follows(cursorOf(before), stored)).toBe(true)
    }
  })

  it('[ST13] [ST14] come back from a working copy, and not with other bytes', async () => {
    const from = await opened({ files: (await newerFolder()).port() })
    const all = await readAll(from, WRITER)
    const into = await opened({ files: new FaultyDisk().port(), seed: 'other' })
    const other: StoredChange = { ...all[0]!, raw: { type: 1, content: { v: 2 } } }
    expect(await into.restore([other])).toMatchObject({ ok: false, error: { type: 'BadChange' } })
    expect(must(await into.restore(all)).restored).toBe(5)
    expect(must(await into.restore(all)).restored).toBe(0)
    expect(hashes(await readAll(into, WRITER))).toEqual(hashes(all))
  })

  it('[ST14] are carried again out of a carried frame', async () => {
    const from = await opened({ files: (await newerFolder()).port() })
    const second = await opened({ files: new FaultyDisk().port(), seed: 'second' })
    must(await second.restore(await readAll(from, WRITER)))
    const third = await opened({ files: new FaultyDisk().port(), seed: 'third' })
    must(await third.restore(await readAll(second, second.writer)))
    const carried = await readAll(third, third.writer)
    expect(carried.map(({ carriedBy }) => carriedBy?.length)).toEqual([2, 2, 2, 2, 2])
    expect(hashes(await readAll(third, WRITER))).toEqual(hashes(await readAll(from, WRITER)))
  })

  it('[ST15] come as lines with the same content, also of bytes that are no text', async () => {
    const note = canonicalJson(changeJson(6, { note: 'é' }))
    const from = await opened({ files: (await newerFolder(Buffer.from(note, 'latin1'))).port() })
    const all = await readAll(from, WRITER)
    expect(all.at(-1)?.opaque).toBe('unreadable')
    const into = await opened({ files: new FaultyDisk().port(), seed: 'other' })
    must(await into.restore(all))
    must(await into.append([noted('一行\n又一行')]))
    for (const [folder, writer, count] of [
      [from, WRITER, 6],
      [into, WRITER, 5],
      [into, into.writer, 6],
    ] as const) {
      const lines = must(await folder.readText(writer, 0, 100)).split('\n')
      expect(lines).toHaveLength(count)
      expect(lines.map((line) => readLine(line, sha256).stored)).toEqual(await readAll(folder, writer))
    }
    const text = must(await from.readText(WRITER, 0, 100))
    expect(must(await from.readText(WRITER, 2, 1))).toBe(text.split('\n')[2])
    expect(must(await from.readText(WRITER, 6, 100))).toBe('')
  })
})
