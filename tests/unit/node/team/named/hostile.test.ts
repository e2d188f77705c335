import { beforeEach, describe, expect, it } from 'vitest'
import { encodeContainer, type Place } from '../../../../../node/team/format/container'
import { mintOf, newKeyPair } from '../../../../../node/team/format/identity'
import { openLock, readMark } from '../../../../../node/team/format/mark'
import { memberPath, paths, segmentPath } from '../../../../../node/team/format/names'
import { removalEnds } from '../../../../../node/team/session/removal-ends'
import { segmentTag } from '../../../../../node/team/sync/listing'
import { encodeMember } from '../../../../../node/team/format/statements'
import type { MemoryCarrier } from '../../../../support/memory-team-folder'
import { must, noted } from '../../../../support/store'
import { seededBytes, type TeamDevice } from '../../../../support/team-device'
import { again, copyOf, meet, portOf, seal, segmentsIn, teamOf } from './named-team'

describe('files that somebody put into the folder', () => {
  let carrier: MemoryCarrier
  let a: TeamDevice
  let b: TeamDevice
  let c: TeamDevice
  beforeEach(async () => {
    const team = await teamOf(['示例电脑甲', '示例电脑乙', '示例电脑丙'])
    carrier = team.carrier
    ;[a, b, c] = team.devices as [TeamDevice, TeamDevice, TeamDevice]
    await a.write(noted('甲一'))
    await meet(a, b, c)
  })

  /** A container that a member signs, whatever is in it, at the place of a segment. */
  async function put(by: TeamDevice, writer: string, segment: number, body: Uint8Array): Promise<string> {
    const place: Place = { kind: 'segment', writer, segment, mint: mintOf(by.pair.key, writer) }
    const chain = by.folder.exchange.chainOf(body)
    const path = segmentPath(writer, segment, chain === null ? 'ab'.repeat(8) : segmentTag(by.desk, chain))
    carrier.tamper(path, await encodeContainer(place, body, by.desk.sealing))
    return path
  }

  const ownBytes = async (of: TeamDevice, segment: number): Promise<Uint8Array> =>
    must(await of.folder.exchange.bytesOf(of.folder.writer, segment))

  it('[TF17] [TF23] a member’s own files that are no segments are refused and named, and stop nothing', async () => {
    const { writer } = c.folder
    const good = await ownBytes(a, 1)
    const bodies: readonly Uint8Array[] = [
      new Uint8Array(),
      Buffer.from('../../etc/passwd'),
      Buffer.from('{"__proto__":{"polluted":true}}'),
      good,
      good.map((byte, at) => (at === 120 ? byte ^ 1 : byte)),
      Buffer.concat([good, good]),
      Buffer.alloc(100_000, 0xff),
    ]
    const made: string[] = []
    for (const [i, body] of bodies.entries()) made.push(await put(c, writer, i + 1, body))
    await a.write(noted('甲二'))
    await a.pass()
    const before = [...b.disk.files().keys()]
    await b.pass()
    expect(await b.dots()).toEqual(await a.dots())
    const refused = b.desk.told.problems.filter(({ problem }) => problem === 'refused')
    expect(refused.map((problem) => ('file' in problem ? problem.file : '')).sort()).toEqual([...made].sort())
    expect(refused.every((problem) => 'by' in problem && problem.by === c.name)).toBe(true)
    const came = [...b.disk.files().keys()].filter((path) => !before.includes(path))
    expect(came.filter((path) => !path.includes(a.folder.writer))).toEqual([])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('[TF2] [TF17] a segment that one member signs in the name of another is refused, and the right one is taken', async () => {
    await a.write(noted('甲二'))
    must(await a.folder.exchange.seal())
    const forged = await put(b, a.folder.writer, 2, await ownBytes(a, 2))
    const stranger = again(b, b.disk.clone(), 'stranger')
    await stranger.start(portOf(carrier, stranger.pair))
    const { key } = newKeyPair(seededBytes('stranger'))
    const sealing = { ...b.desk.sealing, pair: newKeyPair(seededBytes('stranger')) }
    const place: Place = { kind: 'segment', writer: a.folder.writer, segment: 2, mint: null }
    const unknown = segmentPath(a.folder.writer, 2, 'cd'.repeat(8))
    carrier.tamper(unknown, await encodeContainer(place, await ownBytes(a, 2), sealing))
    await c.pass()
    expect(await c.dots()).toHaveLength(1)
    expect(c.desk.told.problems).toContainEqual({
      problem: 'refused',
      file: forged,
      by: b.name,
      why: 'foreign',
    })
    expect(c.desk.nameOf(key)).toBe('')
    // It bears the very name of the right one, which its writer puts again over it.
    expect(await meet(a, c)).toHaveLength(2)
  })

  it('[TF7] an old segment put again under another number, or another writer’s, is refused as replayed', async () => {
    const [first = ''] = segmentsIn(carrier)
    const bytes = carrier.peek(first) ?? new Uint8Array()
    const tag = first.slice(-16)
    const replayed = [segmentPath(a.folder.writer, 2, tag), segmentPath(b.folder.writer, 1, tag)]
    for (const path of replayed) carrier.tamper(path, bytes)
    await c.pass()
    expect(await c.dots()).toHaveLength(1)
    const refused = c.desk.told.problems.filter(({ problem }) => problem === 'refused')
    expect(refused).toHaveLength(2)
    for (const problem of refused) expect(problem).toMatchObject({ why: 'misplaced' })
  })

  it('[TF16] a folder put back to what it was weeks ago takes nothing from anybody, and is filled up again', async () => {
    const old = copyOf(carrier)
    for (const [i, device] of [a, b, c].entries()) await device.write(noted(`后 ${i}`, 'r2'))
    const all = await meet(a, b, c)
    const full = segmentsIn(carrier).length
    for (const path of carrier.files().keys()) carrier.tamper(path, old.peek(path) ?? null)
    for (const device of [a, b, c]) {
      await device.pass()
      expect(await device.dots()).toEqual(all)
    }
    expect(await meet(a, b, c)).toEqual(all)
    expect(segmentsIn(carrier)).toHaveLength(full)
  })

  it('[TF12] an admission or a removal that is put back out of the folder still holds in this sitting', async () => {
    await meet(a, b, c)
    const { device } = c.desk
    const ends = must(await removalEnds(a.desk, a.passed!, a.passed!.roster.of(device)!))
    const body = encodeMember({ v: 1, device, at: a.clock.now(), removed: true, ends })
    const path = memberPath(a.desk.names.tag(body))
    carrier.tamper(path, await encodeContainer({ kind: 'member' }, body, { ...a.desk.sealing, pair: seal }))
    await b.pass()
    carrier.tamper(path, null)
    await c.write(noted('丙后', 'r3'))
    await c.pass()
    await b.pass()
    expect(await b.dots()).toEqual(await a.dots())
    expect(b.desk.told.problems).toContainEqual(
      expect.objectContaining({ problem: 'refused', why: 'removed' }),
    )
  })
})

describe('a locked team', () => {
  it('[TF9] a wrong passphrase is told from damage, and opens nothing', async () => {
    const { carrier, devices, secret } = await teamOf(['示例电脑甲', '示例电脑乙'], '示例口令 春江')
    const bytes = carrier.peek(paths.mark) ?? new Uint8Array()
    const mark = must(readMark(bytes))
    expect(await openLock(mark, '示例口令 秋江')).toEqual({ ok: false, error: { type: 'WrongPassphrase' } })
    expect(must(await openLock(mark, '示例口令 春江'))).toEqual(secret)
    const flipped = bytes.map((byte, at) => (at === bytes.length - 20 ? byte ^ 1 : byte))
    expect(readMark(flipped).ok).toBe(false)
    expect(readMark(flipped)).not.toMatchObject({ error: { type: 'WrongPassphrase' } })
    // Who has another secret takes nothing, and what it takes for refused is no damage of its own folder.
    const [a, b] = devices as [TeamDevice, TeamDevice]
    await a.write(noted('甲一'))
    await a.pass()
    const wrong = again(b, b.disk.clone())
    const keys = { ...wrong.keys, teamSecret: 'ab'.repeat(32) }
    Object.assign(wrong, { keys })
    await wrong.start(portOf(carrier, wrong.pair))
    await wrong.pass()
    expect(await wrong.dots()).toEqual([])
    await meet(a, b)
    expect(await b.dots()).toHaveLength(1)
  })
})
