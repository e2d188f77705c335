import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nodeCalls, type DiskCalls } from '../../../../../node/team/carrier/disk-calls'
import { diskTeamFolder } from '../../../../../node/team/carrier/disk-team-folder'
import { deviceOf, newKeyPair } from '../../../../../node/team/format/identity'
import { removeFolder } from '../../../../support/remove-folder'
import { noted } from '../../../../support/store'
import { markTeam, seededBytes, TeamDevice } from '../../../../support/team-device'

const seal = newKeyPair(seededBytes('seal'))

describe('a share on a disk where nothing can be made', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'zhike-team-'))
  })
  afterEach(() => {
    removeFolder(root)
  })

  const shared = (device: string, calls: Partial<DiskCalls> = {}) =>
    diskTeamFolder({ root, device, random: seededBytes(device), calls: { ...nodeCalls, ...calls } })

  it.each(['EROFS', 'EACCES', 'EPERM'])(
    '[TF17] because of %s is read all the same, and that is said',
    async (code) => {
      const refused = () => Promise.reject(Object.assign(new Error(code), { code }))
      const a = new TeamDevice({ name: '示例电脑甲', seal, founder: true })
      const b = new TeamDevice({ name: '示例电脑乙', seal })
      await markTeam(shared('0'.repeat(16)), seal)
      await a.start(shared(deviceOf(a.pair.key)))
      await a.admit(a, 'A')
      await b.start(
        shared(deviceOf(b.pair.key), {
          open: (path, flags) => (flags === 'wx' ? refused() : nodeCalls.open(path, flags)),
          mkdir: refused,
          link: refused,
          rename: refused,
          unlink: refused,
          pause: () => Promise.resolve(),
        }),
      )
      await a.admit(b, 'B')
      await a.write(noted('甲一'))
      await a.pass()
      await b.write(noted('乙一', 'r2'))
      const before = readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()
      expect(await b.pass()).not.toBeNull()
      expect(await b.dots()).toHaveLength(2)
      expect(b.desk.told.problems).toEqual([{ problem: 'readOnlyFolder', path: '/team' }])
      expect(readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()).toEqual(before)
    },
  )
})
