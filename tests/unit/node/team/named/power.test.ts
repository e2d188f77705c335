import { beforeEach, describe, expect, it } from 'vitest'
import { attachment } from '../../../../support/sim/work'
import { LEFTOVERS, type FaultyDisk, type Leftover } from '../../../../support/faulty-files'
import type { MemoryCarrier } from '../../../../support/memory-team-folder'
import { must, noted, recordChange, setEdit } from '../../../../support/store'
import type { TeamDevice } from '../../../../support/team-device'
import { again, copyOf, meet, portOf, teamOf, watched } from './named-team'

/** What one computer has to take (changes, a template, an attachment) and to give, before the pass in which its power goes. */
describe('a pass in which the power goes', () => {
  let carrier: MemoryCarrier
  let a: TeamDevice
  let b: TeamDevice
  let disk: FaultyDisk
  let all: readonly string[]
  beforeEach(async () => {
    const team = await teamOf(['示例电脑甲', '示例电脑乙'])
    ;[a, b] = team.devices as [TeamDevice, TeamDevice]
    const { hash, bytes } = attachment(1)
    must(await a.folder.exchange.keepAttachment(hash, bytes))
    must(await a.folder.exchange.keepTemplate(Buffer.from('{"code":"示例"}')))
    await a.write(noted('甲一'), recordChange('r1', setEdit(['@files', 'f1', 'hash'], hash)))
    await a.pass()
    await a.write(noted('甲二'))
    await a.pass()
    const mine = await b.write(noted('乙一', 'r2'), noted('乙二', 'r2'))
    carrier = team.carrier
    disk = b.disk.clone()
    all = [
      ...(await a.dots()),
      ...mine.map(({ change, hash }) => `${change.writer}:${change.seq}:${hash.slice(0, 32)}`),
    ].sort()
  })

  /** Both computers as they stood, on copies of their disks and of the folder. */
  async function trial(): Promise<{
    readonly a: TeamDevice
    readonly b: TeamDevice
    readonly carrier: MemoryCarrier
  }> {
    const folder = copyOf(carrier)
    const other = again(a, a.disk.clone(), 'trial of a')
    const one = again(b, disk.clone(), 'trial of b')
    await other.start(portOf(folder, other.pair))
    await one.start(portOf(folder, one.pair))
    return { a: other, b: one, carrier: folder }
  }

  it.each<[string, (step: number) => Leftover]>([
    ['lost', () => 'lost'],
    ['kept, halved, or zeros, in turn', (step) => LEFTOVERS[1 + (step % (LEFTOVERS.length - 1))] ?? 'kept'],
  ])(
    '[TF16] [TF17] at any step on the disk, with what was not flushed %s, loses nothing and does nothing twice',
    async (_, leftover) => {
      const counted = await trial()
      const from = counted.b.disk.steps
      await counted.b.pass()
      const steps = counted.b.disk.steps - from
      expect(steps).toBeGreaterThan(20)
      for (let step = 0; step <= steps; step++) {
        const tried = await trial()
        tried.b.disk.fault = { at: tried.b.disk.steps + step, what: 'crashBefore' }
        await tried.b.pass()
        tried.b.disk.restart(leftover(step))
        await tried.b.start(portOf(tried.carrier, tried.b.pair))
        // Nothing that its note says is read is gone.
        const said = await tried.a.pass()
        const here = new Set((await tried.b.dots()).map((dot) => dot.split(':')[0]))
        for (const writer of Object.keys(said?.notes.get(tried.b.desk.device)?.note.read ?? {}))
          expect([step, here.has(writer)]).toEqual([step, true])
        expect([step, await meet(tried.a, tried.b)]).toEqual([step, all])
        expect([step, await tried.b.folder.exchange.hasAttachment(attachment(1).hash)]).toEqual([step, true])
      }
    },
    60_000,
  )

  it('[TF16] at any call to the folder, done or not, or in the midst of a file, loses nothing', async () => {
    const counted = await trial()
    let calls = 0
    await counted.b.start(
      watched(portOf(counted.carrier, counted.b.pair), () => {
        calls++
        return null
      }),
    )
    await counted.b.pass()
    expect(calls).toBeGreaterThan(15)
    for (let at = 0; at < calls; at++) {
      for (const isDone of [false, true]) {
        const tried = await trial()
        const port = portOf(tried.carrier, tried.b.pair)
        let left = at
        const dying = watched(port, (call, path) => {
          if (left-- > 0) return null
          if (left === -1 && call === 'putNew' && !isDone)
            tried.carrier.abandon(path, new Uint8Array(40), tried.b.desk.device)
          tried.b.disk.crash()
          return left === -1 && isDone ? null : { type: 'Failed', reason: 'POWER' }
        })
        await tried.b.start(dying)
        await tried.b.pass()
        tried.b.disk.restart('lost')
        await tried.b.start(port)
        expect([at, isDone, await meet(tried.a, tried.b)]).toEqual([at, isDone, all])
      }
    }
  }, 60_000)
})
