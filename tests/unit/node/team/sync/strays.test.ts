import { beforeEach, describe, expect, it } from 'vitest'
import { newKeyPair } from '../../../../../node/team/format/identity'
import { MemoryCarrier } from '../../../../support/memory-team-folder'
import { noted } from '../../../../support/store'
import { markTeam, seededBytes, TeamDevice } from '../../../../support/team-device'

const seal = newKeyPair(seededBytes('seal'))
const MINUTE = 60_000

describe('files of a team folder that a crash left half written', () => {
  let carrier: MemoryCarrier
  let a: TeamDevice
  const temporaries = () => [...carrier.files().keys()].filter((path) => path.endsWith('.tmp'))

  beforeEach(async () => {
    carrier = new MemoryCarrier()
    await markTeam(carrier.folder('0'.repeat(16)), seal)
    a = new TeamDevice({ name: '示例电脑甲', seal, founder: true })
    await a.start(carrier.folder('0'.repeat(16)))
    await a.admit(a, 'A')
    await a.start(carrier.folder(a.desk.device))
    await a.write(noted('甲一'))
    await a.pass()
  })

  const pass = async (times: number, minutes: number) => {
    for (let n = 0; n < times; n++) {
      a.clock.ms += minutes * MINUTE
      await a.pass()
    }
  }

  it('[TF4] are removed by their own computer when they have long stood there unchanged', async () => {
    carrier.abandon('members/0123456789abcdef', Buffer.from('x'), a.desk.device)
    carrier.abandon('zhike-team.json', Buffer.from('x'), a.desk.device)
    const path = [...carrier.files().keys()].find((name) => name.startsWith('segments/')) ?? ''
    carrier.abandon(path, Buffer.from('x'), a.desk.device)
    const before = carrier.files().size
    expect(temporaries()).toHaveLength(3)
    await pass(2, 4)
    expect(temporaries()).toHaveLength(3)
    await pass(3, 4)
    expect(temporaries()).toEqual([])
    expect(carrier.files().size).toBeGreaterThanOrEqual(before - 3)
  })

  it('[TF4] stay as long as they grow: a copy of this computer may be writing them', async () => {
    for (let n = 1; n <= 8; n++) {
      carrier.abandon('members/0123456789abcdef', new Uint8Array(n), a.desk.device)
      await pass(1, 5)
    }
    expect(temporaries()).toHaveLength(1)
  })

  it('[TF4] stay however a clock is set: time alone says nothing', async () => {
    carrier.abandon('members/0123456789abcdef', Buffer.from('x'), a.desk.device)
    await pass(1, 0)
    await pass(1, 365 * 24 * 60)
    expect(temporaries()).toHaveLength(1)
  })

  it('[TF4] of another computer are never removed', async () => {
    carrier.abandon('members/0123456789abcdef', Buffer.from('x'), 'f'.repeat(16))
    await pass(20, 60)
    expect(temporaries()).toHaveLength(1)
  })
})
