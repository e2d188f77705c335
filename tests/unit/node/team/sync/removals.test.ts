import { beforeEach, describe, expect, it } from 'vitest'
import { keyPairOf, newKeyPair } from '../../../../../node/team/format/identity'
import { putStatement } from '../../../../../node/team/sync/admit'
import { carryBehindRemovals } from '../../../../../node/team/sync/untaken'
import type { Roster } from '../../../../../node/team/format/roster'
import { must, noted } from '../../../../support/store'
import type { TeamDevice } from '../../../../support/team-device'
import { seededBytes } from '../../../../support/team-device'
import { portOf, seal, teamOf, watched } from '../named/named-team'

/** What the first computer took from two others that were removed since, and that the carrier lost. */
describe('what is left of removed computers', () => {
  let a: TeamDevice
  let roster: Roster
  /** The writer of the one that comes last in the roster. */
  let last: string
  /** The folder whose listing does not answer. */
  let silent: string | null

  const carried = async () => {
    const done = await carryBehindRemovals(a.desk, roster)
    return done.ok ? done.value : done.error.of
  }

  beforeEach(async () => {
    const { carrier, devices } = await teamOf(['示例电脑甲', '示例电脑乙', '示例电脑丙'])
    const [first, ...others] = devices as [TeamDevice, TeamDevice, TeamDevice]
    a = first
    silent = null
    await a.start(
      watched(portOf(carrier, a.pair), (call, path) =>
        call === 'list' && path === silent ? { type: 'Unreachable', reason: 'TIMEOUT' } : null,
      ),
    )
    for (const device of others) {
      await device.write(noted(device.name))
      await device.pass()
    }
    await a.pass()
    for (const path of carrier.files().keys()) if (path.startsWith('segments/')) carrier.tamper(path, null)
    for (const { desk } of others) {
      const removal = { v: 1, device: desk.device, at: 1, removed: true, ends: {} } as const
      must(await putStatement(a.desk, keyPairOf(seal.secret), removal))
    }
    roster = (await a.pass(false))!.roster
    const of = roster.members.filter(({ removed }) => removed !== null).at(-1)!.device
    last = others.find(({ desk }) => desk.device === of)!.folder.writer
  })

  it('[TF24] is carried though the rest of another cannot be looked at, and that comes later', async () => {
    expect(await carried()).toBe(0)
    silent = `segments/${last}`
    expect(await carried()).toBe('carrier')
    expect(a.folder.exchange.segments(a.folder.writer)).toMatchObject([{ changes: 1 }])
    silent = null
    expect(await carried()).toBe(1)
    expect(a.folder.exchange.segments(a.folder.writer)).toMatchObject([{ changes: 2 }])
  })

  it('[TF24] is carried in the next pass when the disk took nothing in this one', async () => {
    expect(await carried()).toBe(0)
    a.disk.isReadOnly = true
    expect(await carried()).toBe('disk')
    a.disk.isReadOnly = false
    expect(await carried()).toBe(2)
    expect(await carried()).toBe(0)
  })

  it('[TF24] is carried also when the computers before this one went while it waited', async () => {
    const { device } = a.desk
    const key = newKeyPair(seededBytes('before')).key
    const before = { ...roster.of(device)!, device: '0'.repeat(16), key }
    const later = { ...roster, members: [before, ...roster.members] }
    expect(must(await carryBehindRemovals(a.desk, later))).toBe(0)
    expect(must(await carryBehindRemovals(a.desk, later))).toBe(0)
    expect(await carried()).toBe(2)
  })
})
