import { beforeEach, describe, expect, it } from 'vitest'
import { keyPairOf } from '../../../../../node/team/format/identity'
import { attachmentPath } from '../../../../../node/team/format/names'
import { putStatement } from '../../../../../node/team/sync/admit'
import { attachment } from '../../../../support/sim/work'
import type { MemoryCarrier } from '../../../../support/memory-team-folder'
import { FOLDER, must, noted, recordChange, setEdit } from '../../../../support/store'
import { TeamDevice } from '../../../../support/team-device'
import { again, copyOf, countRead, meet, portOf, seal, segmentsIn, teamOf } from './named-team'

const DAY = 24 * 60 * 60 * 1000

describe('a file that the carrier spoilt', () => {
  let carrier: MemoryCarrier
  let a: TeamDevice
  let b: TeamDevice
  let path: string
  let whole: Uint8Array
  let all: readonly string[]
  beforeEach(async () => {
    const team = await teamOf(['示例电脑甲', '示例电脑乙'])
    carrier = team.carrier
    ;[a, b] = team.devices as [TeamDevice, TeamDevice]
    await a.write(noted('甲一'), noted('甲二'))
    await a.pass()
    all = await a.dots()
    path = segmentsIn(carrier)[0] ?? ''
    whole = carrier.peek(path) ?? new Uint8Array()
  })

  it('[TF6] cut at any length is waited for, told after a day, and put again by its writer', async () => {
    for (let length = 0; length < whole.length; length += 37) {
      carrier.tamper(path, whole.slice(0, length))
      await b.pass()
      expect([length, await b.dots(), b.desk.told.problems]).toEqual([length, [], []])
    }
    b.clock.ms += DAY
    await b.pass()
    expect(b.desk.told.problems).toContainEqual({ problem: 'stuck', file: path })
    await meet(a, b)
    expect(await b.dots()).toEqual(all)
    expect(carrier.peek(path)).toHaveLength(whole.length)
  })

  it('[TF6] [TF16] with any bit flipped is not taken, and is put again by its writer', async () => {
    const disk = b.disk.clone()
    for (let bit = 3; bit < whole.length * 8; bit += 211) {
      const folder = copyOf(carrier)
      folder.tamper(
        path,
        whole.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte)),
      )
      const one = again(b, disk.clone())
      await one.start(portOf(folder, one.pair))
      await one.pass()
      expect([bit, await one.dots()]).toEqual([bit, []])
    }
    carrier.tamper(
      path,
      whole.map((byte, at) => (at === whole.length - 150 ? byte ^ 4 : byte)),
    )
    expect(await meet(a, b)).toEqual(all)
  })

  it('[TF6] that arrives part by part is taken once, when it is whole', async () => {
    await a.write(noted('甲三'))
    await a.pass()
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      carrier.tamper(path, whole.slice(0, Math.floor(whole.length * share)))
      await b.pass()
      // Nothing behind it is passed over to, either.
      expect([share, await b.dots()]).toEqual([share, []])
    }
    carrier.tamper(path, whole)
    await b.pass()
    expect(await b.dots()).toEqual(await a.dots())
    expect(await countRead(b)).toBe(3)
  })

  it('[TF16] that it lost is put again by its writer, and nobody takes that for a deletion', async () => {
    await b.pass()
    carrier.tamper(path, null)
    await b.pass()
    expect(await b.dots()).toEqual(all)
    // Found lost when it is read again, put in the pass after that.
    await a.pass()
    await a.pass()
    expect(carrier.peek(path)).toBeDefined()
  })

  it('[TF12] [TF16] a statement of the seal that the carrier lost or cut is put again, also by who does not hold the seal', async () => {
    await meet(a, b)
    const paths = [...carrier.files().keys()].filter((one) => one.startsWith('members/'))
    const files = paths.map((one) => carrier.peek(one) ?? new Uint8Array())
    const there = () => paths.map((one) => Buffer.from(carrier.peek(one) ?? []).toString('hex'))
    const hex = there()
    expect(paths).toHaveLength(2)
    for (const one of paths) carrier.tamper(one, null)
    await b.start(portOf(carrier, b.pair))
    await b.pass()
    expect(there()).toEqual(hex)
    for (const [i, one] of paths.entries()) carrier.tamper(one, (files[i] ?? new Uint8Array()).slice(0, 60))
    for (let passes = 0; passes < 8; passes++) await a.pass()
    expect(there()).toEqual(hex)
  })

  it.each([2, 3, 4])(
    '[TF16] an attachment among others of one segment is put again, whichever it is, with %d attachments and segments',
    async (count) => {
      const several = Array.from({ length: count }, (_, number) => attachment(number))
      for (const { hash, bytes } of several) must(await a.folder.exchange.keepAttachment(hash, bytes))
      await a.write(
        ...several.map(({ hash }, i) => recordChange('r1', setEdit(['@files', `f${i}`, 'hash'], hash))),
      )
      // Besides the one that all of these tests begin with.
      for (let segment = 2; segment < count; segment++) {
        await a.pass()
        await a.write(noted(`甲 ${segment}`))
      }
      await a.pass()
      expect(segmentsIn(carrier)).toHaveLength(count)
      const paths = several.map(({ hash }) => attachmentPath(a.desk.names.contentName(hash)))
      const sizes = paths.map((one) => carrier.peek(one)?.length)
      for (const one of paths) carrier.tamper(one, (carrier.peek(one) ?? new Uint8Array()).slice(0, 50))
      for (let passes = 0; passes < 60; passes++) await a.pass()
      expect(paths.map((one) => carrier.peek(one)?.length)).toEqual(sizes)
    },
  )

  it.each([
    ['lost', () => null],
    ['cut', (file: Uint8Array) => file.slice(0, 50)],
  ])(
    '[TF24] an attachment of a removed computer that was %s is put again by one that has it, and comes to a new one',
    async (_, spoil) => {
      const { hash, bytes } = attachment(1)
      must(await b.folder.exchange.keepAttachment(hash, bytes))
      await b.write(recordChange('r1', setEdit(['@files', 'f1', 'hash'], hash)))
      await meet(a, b)
      expect(must(await a.folder.exchange.attachment(hash))).toEqual(new Uint8Array(bytes))
      const removal = { v: 1, device: b.desk.device, at: 1, removed: true } as const
      must(await putStatement(a.desk, keyPairOf(seal.secret), { ...removal, ends: { [b.folder.writer]: 9 } }))
      await a.pass()
      const file = attachmentPath(a.desk.names.contentName(hash))
      carrier.tamper(file, spoil(carrier.peek(file) ?? new Uint8Array()))
      for (let passes = 0; passes < 16; passes++) await a.pass()
      const c = new TeamDevice({ name: '示例电脑丙', seal })
      await c.start(portOf(carrier, c.pair))
      await a.admit(c, 'C')
      await meet(a, c)
      expect(must(await c.folder.exchange.attachment(hash))).toEqual(new Uint8Array(bytes))
    },
  )

  it('[TF18] of which only the beginning is left on this computer becomes whole again from the folder', async () => {
    await b.pass()
    const [file = '', bytes = new Uint8Array()] =
      [...b.disk.files()].find(([name]) => name.startsWith(`${FOLDER}/writers/${a.folder.writer}/`)) ?? []
    for (const length of [bytes.length - 1, bytes.length - 300, 200, 1]) {
      b.disk.tamper(file, bytes.slice(0, length))
      await b.start(portOf(carrier, b.pair))
      await b.pass()
      expect([length, await b.dots()]).toEqual([length, all])
    }
  })
})
