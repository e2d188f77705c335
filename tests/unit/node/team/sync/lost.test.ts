import { beforeEach, describe, expect, it } from 'vitest'
import { keyPairOf } from '../../../../../node/team/format/identity'
import { segmentPath } from '../../../../../node/team/format/names'
import { putStatement } from '../../../../../node/team/sync/admit'
import { segmentTag } from '../../../../../node/team/sync/listing'
import { LOST, LostSegments } from '../../../../../node/team/sync/lost-segments'
import type { MemoryCarrier } from '../../../../support/memory-team-folder'
import { must, noted } from '../../../../support/store'
import { TeamDevice } from '../../../../support/team-device'
import { WatchedFolder } from '../../../../support/watched-team-folder'
import { portOf, seal, teamOf } from '../named/named-team'

/** The second computer wrote, the first and the third took it, and then the carrier lost it or spoilt it. */
describe('what others wrote and the team folder has not any more', () => {
  let carrier: MemoryCarrier
  let a: TeamDevice
  let b: TeamDevice
  let c: TeamDevice
  /** The second computer's segment in the team folder. */
  let path: string

  const passes = async (device: TeamDevice, count: number) => {
    for (let n = 0; n < count; n++) expect(await device.pass()).not.toBeNull()
  }
  const ownChanges = ({ folder }: TeamDevice) =>
    folder.exchange.segments(folder.writer).reduce((sum, { changes }) => sum + changes, 0)
  const newcomer = async () => {
    const added = new TeamDevice({ name: '示例电脑丁', seal })
    await added.start(portOf(carrier, added.pair))
    await a.admit(added, 'D')
    await added.pass()
    return added
  }
  const flip = () => {
    const bytes = carrier.peek(path)!.slice()
    bytes[bytes.length >> 1]! ^= 1
    carrier.tamper(path, bytes)
  }

  beforeEach(async () => {
    const team = await teamOf(['示例电脑甲', '示例电脑乙', '示例电脑丙'])
    carrier = team.carrier
    const [first, second, third] = team.devices as [TeamDevice, TeamDevice, TeamDevice]
    a = first
    b = second
    c = third
    await b.write(noted('只有一份'))
    await b.pass()
    await a.pass()
    await c.pass()
    const [segment] = b.folder.exchange.segments(b.folder.writer)
    path = segmentPath(b.folder.writer, 1, segmentTag(b.desk, segment!.chain))
    expect(carrier.peek(path)).toBeDefined()
  })

  it('[TF24] is carried by one who has it when its computer does not put it again', async () => {
    carrier.tamper(path, null)
    await passes(a, LOST.passes - 1)
    expect(ownChanges(a)).toBe(0)
    expect(await (await newcomer()).dots()).toEqual([])
    await passes(a, 1)
    expect(ownChanges(a)).toBe(1)
    await passes(c, 2 * LOST.passes)
    expect(ownChanges(c)).toBe(0)
    await passes(a, 2 * LOST.passes)
    expect(ownChanges(a)).toBe(1)
    const added = await newcomer()
    expect(await added.dots()).toEqual(await a.dots())
    expect(await added.dots()).toHaveLength(1)
  })

  it('[TF24] is carried by the next when the computer with the first letter is away', async () => {
    carrier.tamper(path, null)
    await passes(c, LOST.passes + 2 * LOST.each - 1)
    expect(ownChanges(c)).toBe(0)
    await passes(c, 1)
    expect(ownChanges(c)).toBe(1)
  })

  it('[TF16] is not carried when its computer puts it again', async () => {
    carrier.tamper(path, null)
    await passes(a, LOST.passes - 1)
    await passes(b, 1)
    await passes(a, 2 * LOST.passes)
    expect(ownChanges(a)).toBe(0)
    // And the count begins anew.
    carrier.tamper(path, null)
    await passes(a, LOST.passes - 1)
    expect(ownChanges(a)).toBe(0)
    await passes(a, 1)
    expect(ownChanges(a)).toBe(1)
  })

  it('[TF24] is carried in the next pass when the disk took nothing in this one', async () => {
    carrier.tamper(path, null)
    await passes(a, LOST.passes - 1)
    a.disk.isReadOnly = true
    await a.pass()
    a.disk.isReadOnly = false
    await passes(a, 1)
    expect(ownChanges(a)).toBe(1)
  })

  it('[TF24] is carried when it is spoilt there and its computer was removed', async () => {
    const ends = { [b.folder.writer]: 1 }
    const removal = { v: 1, device: b.desk.device, at: 1, removed: true, ends } as const
    must(await putStatement(a.desk, keyPairOf(seal.secret), removal))
    await passes(a, 8)
    expect(ownChanges(a)).toBe(0)
    flip()
    expect(await (await newcomer()).dots()).toEqual([])
    await passes(a, 8)
    expect(ownChanges(a)).toBe(1)
    expect(await (await newcomer()).dots()).toEqual(await a.dots())
  })

  it('[TF24] is carried when it is spoilt there and its computer has been away for weeks', async () => {
    const dayLater = async (device: TeamDevice, days: number) => {
      device.clock.ms += days * 24 * 60 * 60 * 1000
      await passes(device, 16)
    }
    flip()
    await dayLater(a, 14)
    expect(ownChanges(a)).toBe(0)
    await dayLater(a, 14)
    expect(ownChanges(a)).toBe(1)
    expect(await (await newcomer()).dots()).toEqual(await a.dots())
  })

  it('[TF24] is read again only of those who may not have it any more', async () => {
    const folder = new WatchedFolder(portOf(carrier, a.pair))
    await a.start(folder)
    await passes(a, 12)
    expect(folder.taken('read')).not.toContain(path)
    // It got an older disk back and writes under another name since.
    must(await b.folder.fork())
    await b.write(noted('换了名字'))
    await passes(b, 1)
    await passes(a, 12)
    expect(folder.taken('read')).toContain(path)
    flip()
    await passes(a, 16)
    expect(ownChanges(a)).toBe(1)
  })
})

describe('segments that are counted as lost', () => {
  const WRITER = '0123456789abcdef'
  const lost = new LostSegments()
  const segments = [1, 2, 3].map((segment) => ({ segment, chain: `${segment}` }))
  const desk = {
    folder: { exchange: { segments: () => segments } },
    names: { tag: (bytes: Uint8Array) => Buffer.from(bytes).toString('ascii') },
  } as unknown as TeamDevice['desk']
  /** true: there; false: not there; null: its shard was not looked into. */
  const look = (...there: readonly (boolean | null)[]) =>
    lost.look(desk, WRITER, { listed: [], has: (segment) => there[segment - 1] ?? null })

  beforeEach(() => lost.clear())

  it('begin with the first, and count the passes one after another', () => {
    look(true, false, false)
    look(true, false, true)
    expect(lost.since(2)).toEqual([[WRITER, 2]])
    expect(lost.since(3)).toEqual([])
    lost.wasCarried(WRITER, 2)
    expect(lost.since(1)).toEqual([])
  })

  it('stay what they are while their shard is not looked into', () => {
    look(true, false, true)
    look(null, null, false)
    expect(lost.since(1)).toEqual([[WRITER, 2]])
    look(true, false, true)
    expect(lost.since(2)).toEqual([[WRITER, 2]])
  })

  it('begin anew when the first is back, or one before it is gone', () => {
    look(true, false, false)
    look(true, true, false)
    expect(lost.since(1)).toEqual([[WRITER, 3]])
    expect(lost.since(2)).toEqual([])
    look(false, true, false)
    expect(lost.since(1)).toEqual([[WRITER, 1]])
    look(true, true, true)
    expect(lost.since(1)).toEqual([])
  })

  it('are all when the writer has no folder there', () => {
    lost.look(desk, WRITER)
    expect(lost.since(1)).toEqual([[WRITER, 1]])
  })
})
