import { beforeEach, describe, expect, it } from 'vitest'
import type { CarrierFailure, TeamFolder } from '../../../../../node/team/carrier/team-folder'
import { newKeyPair } from '../../../../../node/team/format/identity'
import { makeMark } from '../../../../../node/team/format/mark'
import { paths } from '../../../../../node/team/format/names'
import { ok } from '../../../../../shared/kernel/result'
import type { MemoryCarrier } from '../../../../support/memory-team-folder'
import { noted } from '../../../../support/store'
import { seededBytes, type TeamDevice } from '../../../../support/team-device'
import { again, copyOf, meet, portOf, segmentsIn, teamOf, watched } from './named-team'

/** A folder that is another one from the n-th call on: gone, or an empty one in its place. */
function turning(folder: TeamFolder, calls: number, into: 'gone' | 'emptied'): TeamFolder {
  let left = calls
  const isGone = () => left-- <= 0
  if (into === 'gone')
    return watched(folder, () => (isGone() ? { type: 'Unreachable', reason: 'ENOENT' } : null))
  const notFound: CarrierFailure = { type: 'NotFound' }
  const seen = watched(folder, (call) =>
    left <= 0 && (call === 'list' || call === 'read') ? notFound : null,
  )
  return {
    ...seen,
    list: (dir) => (isGone() && dir === '' ? Promise.resolve(ok([])) : seen.list(dir)),
    read: (path, most) => {
      left--
      return seen.read(path, most)
    },
    // What is put into the empty folder is gone with it.
    putNew: (path, bytes) => (isGone() ? Promise.resolve(ok(null)) : folder.putNew(path, bytes)),
    putAgain: (path, bytes) => (isGone() ? Promise.resolve(ok(null)) : folder.putAgain(path, bytes)),
    removeOwn: (path) => (isGone() ? Promise.resolve(ok(null)) : folder.removeOwn(path)),
  }
}

describe('a folder that fails', () => {
  let carrier: MemoryCarrier
  let a: TeamDevice
  let b: TeamDevice
  beforeEach(async () => {
    const team = await teamOf(['示例电脑甲', '示例电脑乙'])
    carrier = team.carrier
    ;[a, b] = team.devices as [TeamDevice, TeamDevice]
    await a.write(noted('甲一'))
    await a.pass()
    await a.write(noted('甲二'))
    await a.pass()
    await b.write(noted('乙一', 'r2'))
  })

  it.each(['gone', 'emptied'] as const)(
    '[TF11] [TF16] %s at any call of a pass: nothing is lost here or there, and the next pass goes on',
    async (into) => {
      const disk = b.disk.clone()
      const calls = 40
      for (let at = 0; at < calls; at++) {
        const folder = copyOf(carrier)
        const there = [...folder.files().keys()]
        const one = again(b, disk.clone(), 'trial of b')
        const port = portOf(folder, one.pair)
        // The program goes on running: what it remembers of the folder must not deceive it later.
        let isAway = true
        const away = turning(port, at, into)
        const now = (): TeamFolder => (isAway ? away : port)
        await one.start({
          list: (dir) => now().list(dir),
          read: (path, most) => now().read(path, most),
          putNew: (path, bytes) => now().putNew(path, bytes),
          putAgain: (path, bytes) => now().putAgain(path, bytes),
          removeOwn: (path) => now().removeOwn(path),
          close: () => Promise.resolve(),
        })
        const before = await one.dots()
        for (let passes = 0; passes < 2; passes++) await one.pass()
        expect(await one.dots()).toEqual(expect.arrayContaining([...before]))
        expect([...folder.files().keys()]).toEqual(expect.arrayContaining(there))
        isAway = false
        const other = again(a, a.disk.clone(), 'trial of a')
        await other.start(portOf(folder, other.pair))
        expect([at, (await meet(other, one)).length]).toEqual([at, 3])
      }
    },
    60_000,
  )

  it('[TF11] with the mark of another team is told, and nothing is read there or put', async () => {
    const other = newKeyPair(seededBytes('another seal'))
    for (const team of ['f'.repeat(32), a.keys.team]) {
      const { bytes } = await makeMark(
        { team, seal: other, name: '示例别家', created: 1, random: seededBytes('x') },
        { passphrase: null },
      )
      carrier.tamper(paths.mark, bytes)
      const before = [...carrier.files().keys()]
      const mine = await b.dots()
      expect(await b.pass()).toBeNull()
      expect(b.desk.told.problems).toEqual([{ problem: 'otherTeam', path: '/team', name: '示例别家' }])
      expect(await b.dots()).toEqual(mine)
      expect([...carrier.files().keys()]).toEqual(before)
    }
  })

  it('[TF17] with one file that hangs is read otherwise, and that file later', async () => {
    await b.pass()
    await a.pass()
    const team = await teamOf(['示例电脑丙', '示例电脑丁', '示例电脑戊'])
    const [c, d, e] = team.devices as [TeamDevice, TeamDevice, TeamDevice]
    await c.write(noted('丙'))
    await d.write(noted('丁'))
    await c.pass()
    await d.pass()
    const [hung = ''] = segmentsIn(team.carrier)
    let hangs = true
    await e.start(
      watched(portOf(team.carrier, e.pair), (call, path) =>
        hangs && call === 'read' && path === hung ? { type: 'Unreachable', reason: 'TIMEOUT' } : null,
      ),
    )
    expect(await e.pass()).not.toBeNull()
    expect(await e.dots()).toHaveLength(1)
    hangs = false
    await e.pass()
    expect(await e.dots()).toHaveLength(2)
  })

  it.each(['DiskFull', 'Io', 'NotWritable'] as const)(
    '[TF17] on this computer’s disk: %s at any step costs nothing, and goes on when it is over',
    async (code) => {
      const disk = b.disk.clone()
      for (let step = 0; step < 45; step++) {
        const folder = copyOf(carrier)
        const one = again(b, disk.clone(), 'trial of b')
        await one.start(portOf(folder, one.pair))
        one.disk.fault = { at: one.disk.steps + step, what: 'fail', code }
        await one.pass()
        one.disk.fault = null
        const other = again(a, a.disk.clone(), 'trial of a')
        await other.start(portOf(folder, other.pair))
        expect([step, (await meet(other, one)).length]).toEqual([step, 3])
      }
    },
    60_000,
  )

  it('[TF17] on a disk that stays full takes nothing and loses nothing, and goes on in the same sitting', async () => {
    const used = [...b.disk.files().values()].reduce((sum, { length }) => sum + length, 0)
    for (const room of [0, 100, 1500]) {
      b.disk.capacity = used + room
      expect(await b.pass()).toBeNull()
    }
    b.disk.capacity = Infinity
    expect(await meet(a, b)).toHaveLength(3)
  })
})
