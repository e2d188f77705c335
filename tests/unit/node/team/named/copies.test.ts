import { beforeEach, describe, expect, it } from 'vitest'
import { keyPairOf } from '../../../../../node/team/format/identity'
import { putStatement } from '../../../../../node/team/sync/admit'
import type { MemoryCarrier } from '../../../../support/memory-team-folder'
import { allNotes, must, noted } from '../../../../support/store'
import type { TeamDevice } from '../../../../support/team-device'
import { again, meet, portOf, seal, teamOf } from './named-team'

describe('a computer that is there twice', () => {
  let carrier: MemoryCarrier
  let a: TeamDevice
  let b: TeamDevice
  beforeEach(async () => {
    const team = await teamOf(['示例电脑甲', '示例电脑乙'])
    carrier = team.carrier
    ;[a, b] = team.devices as [TeamDevice, TeamDevice]
    await b.write(noted('共有'))
    await meet(a, b)
  })

  it.each([
    ['both publish before they meet', true],
    ['one publishes after the other', false],
  ])(
    '[TF18] [TF19] a cloned disk: both branches are kept under names of their own, when %s',
    async (_, both) => {
      const twin = again(b, b.disk.clone(), 'the twin')
      await twin.start(portOf(carrier, twin.pair))
      const writer = b.folder.writer
      expect(twin.folder.writer).toBe(writer)
      await b.write(noted('乙'), noted('乙又'))
      await twin.write(noted('孪生'))
      if (both) {
        must(await b.folder.exchange.seal())
        must(await twin.folder.exchange.seal())
      }
      await b.pass()
      await twin.write(noted('孪生又'))
      await twin.pass()
      expect(twin.folder.writer).not.toBe(writer)
      expect(twin.desk.told.problems).toContainEqual({
        problem: 'copiedComputer',
        writer: twin.folder.writer,
      })
      await meet(a, b, twin)
      for (const device of [a, b, twin])
        expect(await allNotes(device.folder)).toEqual(['共有', '乙', '乙又', '孪生', '孪生又'].sort())
      // From now on each writes in its own name, and nothing clashes any more.
      await b.write(noted('乙三'))
      await twin.write(noted('孪生三'))
      await meet(a, b, twin)
      expect(await allNotes(a.folder)).toHaveLength(7)
      expect(twin.folder.writer).not.toBe(b.folder.writer)
    },
  )

  it('[TF19] an older disk put back: what was published comes back, a new writer goes on, no number of a change is given twice', async () => {
    const image = b.disk.clone()
    await b.write(noted('之后一'))
    await b.pass()
    await b.write(noted('之后二'))
    await b.pass()
    const old = again(b, image, 'from the image')
    await old.start(portOf(carrier, old.pair))
    const before = old.folder.writer
    await old.write(noted('镜像后'))
    await old.pass()
    expect(old.folder.writer).not.toBe(before)
    expect(old.desk.told.problems).toContainEqual({ problem: 'copiedComputer', writer: old.folder.writer })
    await meet(a, old)
    expect(await allNotes(a.folder)).toEqual(['之后一', '之后二', '共有', '镜像后'].sort())
  })

  it('[TF19] an older disk of a computer that writes nothing gets back all that it had published', async () => {
    const image = b.disk.clone()
    await b.write(noted('之后一'))
    await b.pass()
    const old = again(b, image, 'from the image')
    await old.start(portOf(carrier, old.pair))
    await meet(a, old)
    expect(await allNotes(old.folder)).toEqual(['之后一', '共有'].sort())
  })

  /** The founder removes a device; of its writers so many segments hold. */
  const remove = async (device: string, ends: Readonly<Record<string, number>>) => {
    const removal = { v: 1, device, at: 1, removed: true, ends } as const
    must(await putStatement(a.desk, keyPairOf(seal.secret), removal))
  }

  it('[TF12] an older disk of a computer that was removed meanwhile gets back all that it had published', async () => {
    const image = b.disk.clone()
    await b.write(noted('之后一'))
    await b.pass()
    await remove(b.desk.device, { [b.folder.writer]: 1 })
    const old = again(b, image, 'from the image')
    await old.start(portOf(carrier, old.pair))
    for (const device of [a, old, a, old]) await device.pass()
    expect(await allNotes(old.folder)).toEqual(['之后一', '共有'].sort())
    expect(await allNotes(a.folder)).toEqual(['共有'])
  })

  it('[TF12] [TF18] an older disk that saved again under a number it had published, then was removed, gets the published change back within three passes of a sitting, and keeps the other', async () => {
    const image = b.disk.clone()
    const { writer } = b.folder
    await b.write(noted('之后一'))
    await b.pass()
    await b.write(noted('之后二'))
    await b.pass()
    const old = again(b, image, 'from the image')
    await old.start(portOf(carrier, old.pair))
    await old.write(noted('镜像后'))
    await old.pass()
    await remove(old.desk.device, { [writer]: 3, [old.folder.writer]: 1 })
    // What was met before is forgotten with the sitting.
    await old.start(portOf(carrier, old.pair))
    for (let passes = 0; passes < 3; passes++) await old.pass()
    const all = ['之后一', '之后二', '共有', '镜像后'].sort()
    expect(await allNotes(old.folder)).toEqual(all)
    await a.pass()
    expect(await allNotes(a.folder)).toEqual(all)
    await old.start(portOf(carrier, old.pair))
    expect(await allNotes(old.folder)).toEqual(all)
    expect(old.folder.findings).toEqual([])
  })

  it('[ST4] [TF19] two programs on one data folder, each passing and saving in turn: all saves reach the others', async () => {
    await b.write(noted('开着'))
    const second = again(b, b.disk, 'the second program')
    await second.start(portOf(carrier, second.pair))
    // Both have the same segment open, and neither has closed it.
    await b.write(noted('一 先'))
    await second.write(noted('二 先'))
    await b.write(noted('一 后'))
    for (let round = 0; round < 4; round++) {
      await b.write(noted(`一 ${round}`))
      await second.write(noted(`二 ${round}`))
      await b.pass()
      await second.pass()
    }
    await meet(a, b)
    // Started again, one program sees what both wrote.
    await b.start(portOf(carrier, b.pair))
    await meet(a, b)
    const wanted = [
      '共有',
      '开着',
      '一 先',
      '二 先',
      '一 后',
      ...[0, 1, 2, 3].flatMap((round) => [`一 ${round}`, `二 ${round}`]),
    ].sort()
    expect(await allNotes(b.folder)).toEqual(wanted)
    expect(await allNotes(a.folder)).toEqual(wanted)
  })
})
