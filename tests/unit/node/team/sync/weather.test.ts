import { beforeEach, describe, expect, it } from 'vitest'
import { newKeyPair } from '../../../../../node/team/format/identity'
import { paths } from '../../../../../node/team/format/names'
import { runHistory } from '../../../../support/sim/history'
import { MemoryCarrier } from '../../../../support/memory-team-folder'
import { noted } from '../../../../support/store'
import { markTeam, seededBytes, TeamDevice } from '../../../../support/team-device'
import type { CarrierFailure, TeamFolder } from '../../../../../node/team/carrier/team-folder'
import { err } from '../../../../../shared/kernel/result'

const seal = newKeyPair(seededBytes('seal'))

/** The same folder, but nothing can be put into it. */
const taking = (folder: TeamFolder, failure: CarrierFailure): TeamFolder => ({
  ...folder,
  putNew: () => Promise.resolve(err(failure)),
  putAgain: () => Promise.resolve(err(failure)),
})

describe('a team folder in bad weather', () => {
  let carrier: MemoryCarrier
  let a: TeamDevice
  let b: TeamDevice
  beforeEach(async () => {
    carrier = new MemoryCarrier()
    await markTeam(carrier.folder('0'.repeat(16)), seal)
    const started: TeamDevice[] = []
    for (const [i, name] of ['示例电脑甲', '示例电脑乙'].entries()) {
      const device = new TeamDevice({ name, seal, founder: i === 0 })
      started.push(await device.start(carrier.folder('0'.repeat(16))))
    }
    ;[a, b] = started as [TeamDevice, TeamDevice]
    await a.admit(a, 'A')
    await a.admit(b, 'B')
  })

  it.each([
    ['ReadOnly', 'readOnlyFolder'],
    ['Full', 'folderFull'],
  ] as const)('[TF17] takes what is in a folder that is %s, and tells so', async (type, problem) => {
    await a.write(noted('甲一'))
    await a.pass()
    await b.start(taking(carrier.folder('0'.repeat(16)), { type }))
    await b.write(noted('乙一', 'r2'))
    expect(await b.pass()).not.toBeNull()
    expect(await b.dots()).toHaveLength(2)
    expect(b.desk.told.problems).toContainEqual({ problem, path: '/team' })
  })

  it('[TF16] publishes what a power cut left in a torn segment, without another save', async () => {
    await a.write(noted('甲一'))
    const [path, bytes] = [...a.disk.files()].find(([name]) => name.endsWith('.seg')) ?? [
      '',
      new Uint8Array(),
    ]
    a.disk.tamper(path, new Uint8Array([...bytes, 0xff, 0x5a, 0x4b]))
    await a.start(carrier.folder('0'.repeat(16)))
    await a.pass()
    await b.pass()
    expect(await b.dots()).toEqual(await a.dots())
    expect(await b.dots()).toHaveLength(1)
  })

  it('[TF11] changes nothing when the folder was emptied, and goes on when it is back', async () => {
    await a.write(noted('甲一'))
    await a.pass()
    await b.pass()
    const mark = carrier.peek(paths.mark) ?? new Uint8Array()
    carrier.tamper(paths.mark, null)
    expect(await b.pass()).toBeNull()
    expect(await b.dots()).toHaveLength(1)
    carrier.tamper(paths.mark, mark)
    await a.write(noted('甲二'))
    await a.pass()
    await b.pass()
    expect(await b.dots()).toHaveLength(2)
  })
})

/** Histories that once broke a promise. */
describe('what the simulator found', () => {
  it('[TF16] a torn segment keeps nothing back', async () => {
    await expect(runHistory('q/416')).resolves.toHaveProperty('removals')
  })

  it('[TF12] [TF18] a removed computer with an older disk gets back what it had published under a number that it used again', async () => {
    await expect(runHistory('long-2026-11-22b/1921')).resolves.toHaveProperty('removals', 1)
  })

  it('[TF12] who could not read a statement of the seal while files hung knows the same members in the end', async () => {
    await expect(runHistory('long-2026-11-22c/6599')).resolves.toHaveProperty('removals')
  })

  it('[ST14] what a colleague carried in the place of a branch that comes later hides nothing of that branch', async () => {
    await expect(runHistory('long-2026-11-22c/11704')).resolves.toHaveProperty('removals', 1)
  })

  it('[TF24] an attachment of a removed computer that the carrier lost comes to a new one', async () => {
    await expect(runHistory('long-2026-11-22c/8941')).resolves.toHaveProperty('removals')
  })

  it('[TF24] what the carrier lost of a removed computer after everybody had looked comes to a new one', async () => {
    await expect(runHistory('long-2026-11-23a/10682')).resolves.toHaveProperty('removals', 1)
  })

  it('[TF24] what the carrier lost of a computer that got an older disk back comes back to it', async () => {
    await expect(runHistory('long-2026-11-23a/8829')).resolves.toHaveProperty('restores', 2)
  })

  it('[TF24] an attachment of a computer that got an older disk back, and that the carrier spoilt, comes back to it', async () => {
    await expect(runHistory('long-2026-11-23b/16326')).resolves.toHaveProperty('restores', 1)
  })

  it('[TF16] an older disk reads again what it had published when that was not closed on it yet', async () => {
    await expect(runHistory('long-2026-11-23d/8889')).resolves.toHaveProperty('restores', 2)
  })

  it('[TF12] a removal that the carrier spoilt before its holder had read it is put again by another', async () => {
    await expect(runHistory('long-2026-11-23b/24786')).resolves.toHaveProperty('removals', 1)
  })

  it('[TF18] a branch that comes after what was carried in its place is in the views in the end', async () => {
    await expect(runHistory('long-2026-11-23b/6562')).resolves.toHaveProperty('restores', 1)
  })

  it('[TF12] what only a clone of a removed computer still has does not come to its older disk', async () => {
    await expect(runHistory('sp/7')).resolves.toHaveProperty('removals', 1)
    await expect(runHistory('sp/843')).resolves.toHaveProperty('removals', 1)
  })
})
