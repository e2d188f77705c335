import { beforeEach, describe, expect, it } from 'vitest'
import { deviceOf, newKeyPair } from '../../../../../node/team/format/identity'
import { encodeContainer } from '../../../../../node/team/format/container'
import { notePath, paths, requestPath } from '../../../../../node/team/format/names'
import { encodeNote, encodeRequest } from '../../../../../node/team/format/statements'
import { MOST_OF_STRANGERS } from '../../../../../node/team/sync/gather'
import { MemoryCarrier } from '../../../../support/memory-team-folder'
import { markTeam, seededBytes, TeamDevice } from '../../../../support/team-device'
import { WatchedFolder } from '../../../../support/watched-team-folder'

const seal = newKeyPair(seededBytes('seal'))
const MORE = 5

describe('what strangers put into a team folder', () => {
  let carrier: MemoryCarrier
  let a: TeamDevice
  let watched: WatchedFolder

  const readBelow = (dir: string) => watched.taken('read').filter((path) => path.startsWith(`${dir}/`)).length

  /** Requests and notes of so many computers; whole ones, or such as nobody can use. */
  const put = async (count: number, isWhole: boolean, seed: string) => {
    for (let n = 0; n < count; n++) {
      const pair = newKeyPair(seededBytes(`${seed} ${n}`))
      const device = deviceOf(pair.key)
      const common = { v: 1, device, name: '示例', person: '', program: '1', at: 1000 + n } as const
      const request = encodeRequest({ ...common, key: pair.key, letter: 'Z' })
      const note = encodeNote({ ...common, read: {}, sent: {} })
      const sealing = { ...a.desk.sealing, pair }
      const tag = a.desk.names.tag(request)
      const noteTag = a.desk.names.tag(note)
      const body = isWhole ? request : Buffer.from('{}')
      carrier.tamper(requestPath(device, tag), await encodeContainer({ kind: 'request' }, body, sealing))
      if (isWhole)
        carrier.tamper(notePath(device, 1, noteTag), await encodeContainer({ kind: 'note' }, note, sealing))
    }
  }

  beforeEach(async () => {
    carrier = new MemoryCarrier()
    await markTeam(carrier.folder('0'.repeat(16)), seal)
    a = new TeamDevice({ name: '示例电脑甲', seal, founder: true })
    watched = new WatchedFolder(carrier.folder(deviceOf(a.pair.key)))
    await a.start(watched)
    await a.admit(a, 'A')
    await a.pass()
  })

  it('[TF13] [TF15] is looked at up to a bound, and how many requests there are besides is told', async () => {
    await put(MOST_OF_STRANGERS + MORE, true, 'x')
    watched.taken()
    const passed = await a.pass()
    expect(passed?.requests).toHaveLength(MOST_OF_STRANGERS)
    expect(passed?.notes.size).toBe(MOST_OF_STRANGERS + 1)
    expect(a.desk.told.problems).toContainEqual({ problem: 'moreRequests', count: MORE })
    watched.taken()
    expect((await a.pass())?.requests).toHaveLength(MOST_OF_STRANGERS)
    const reads = watched.taken('read')
    expect(
      reads.filter((path) => !path.startsWith(`${paths.segments}/`) && path !== paths.mark),
    ).toHaveLength(1)
  })

  it('[TF13] and is no good keeps those who really ask from being seen for some passes only', async () => {
    await put(MOST_OF_STRANGERS, false, 'bad')
    await put(MORE, true, 'good')
    watched.taken()
    await a.pass()
    expect(readBelow(paths.requests)).toBe(MOST_OF_STRANGERS)
    expect((await a.pass())?.requests).toHaveLength(MORE)
  })
})
