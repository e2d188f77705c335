import { beforeEach, describe, expect, it } from 'vitest'
import { newKeyPair } from '../../../../../node/team/format/identity'
import { MemoryCarrier } from '../../../../support/memory-team-folder'
import { noted } from '../../../../support/store'
import { markTeam, seededBytes, TeamDevice } from '../../../../support/team-device'

const seal = newKeyPair(seededBytes('seal'))

async function team(names: readonly string[], passphrase: string | null = null) {
  const carrier = new MemoryCarrier()
  const secret = await markTeam(carrier.folder('0'.repeat(16)), seal, passphrase)
  const devices: TeamDevice[] = []
  for (const [i, name] of names.entries()) {
    const device = new TeamDevice({ name, seal, founder: i === 0, secret })
    await device.start(carrier.folder('0'.repeat(16)))
    await device.start(carrier.folder(device.desk.device))
    devices.push(device)
  }
  for (const [i, device] of devices.entries()) await devices[0]?.admit(device, 'ABC'.charAt(i))
  return { carrier, devices }
}

describe('two computers on one team folder', () => {
  let a: TeamDevice
  let b: TeamDevice
  beforeEach(async () => {
    const made = await team(['示例电脑甲', '示例电脑乙'])
    ;[a, b] = made.devices as [TeamDevice, TeamDevice]
  })

  it('[TF16] [TF17] have the same changes after a pass each', async () => {
    await a.write(noted('甲一'), noted('甲二'))
    await b.write(noted('乙一', 'r2'))
    await a.pass()
    await b.pass()
    await a.pass()
    expect(await a.dots()).toEqual(await b.dots())
    expect(await a.dots()).toHaveLength(3)
    expect(a.desk.told.problems).toEqual([])
    expect(b.desk.told.problems).toEqual([])
  })

  it('[TF17] take nothing twice, and go on after a restart', async () => {
    await a.write(noted('甲一'))
    await a.pass()
    await b.pass()
    await b.pass()
    const before = await b.dots()
    await a.write(noted('甲二'))
    await a.pass()
    await b.pass()
    expect(await b.dots()).toHaveLength(before.length + 1)
  })
})
