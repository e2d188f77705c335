import { describe, expect, it } from 'vitest'
import { teamsBelow } from '../../../../../node/team/session/look'
import { ok } from '../../../../../shared/kernel/result'
import { MemoryCarrier } from '../../../../support/memory-team-folder'
import { newKeyPair } from '../../../../../node/team/format/identity'
import { markTeam, seededBytes } from '../../../../support/team-device'

const seal = newKeyPair(seededBytes('seal'))

/** Folders below a place, each with a team; which were let go, and which of them is a bug to read. */
async function around() {
  const carrier = new MemoryCarrier()
  await markTeam(carrier.folder('0'.repeat(16)), seal)
  const closed: string[] = []
  const open = (path: string) => {
    const folder = carrier.folder('0'.repeat(16))
    return ok({
      ...folder,
      list: (dir: string) => (path.endsWith('坏') ? Promise.reject(new Error('a bug')) : folder.list(dir)),
      close: () => {
        closed.push(path)
        return Promise.resolve()
      },
    })
  }
  return { open, closed }
}

describe('team folders below a place that was chosen', () => {
  it('are told in order of names, whatever order the disk has, up to a bound', async () => {
    const { open, closed } = await around()
    const names = Array.from({ length: 25 }, (_, i) => `目录 ${String(i + 10)}`)
    const found = await teamsBelow(open, '/around', [...names].reverse())
    expect(found.map(({ path }) => path)).toEqual(names.slice(0, 20).map((name) => `/around/${name}`))
    expect(closed).toHaveLength(20)
  })

  it('are let go also where looking at one fails', async () => {
    const { open, closed } = await around()
    await expect(teamsBelow(open, '/around', ['一', '坏'])).rejects.toThrow('a bug')
    expect(closed).toEqual(['/around/一', '/around/坏'])
  })
})
