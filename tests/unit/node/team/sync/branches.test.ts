import { describe, expect, it } from 'vitest'
import { meetBranch } from '../../../../../node/team/sync/branches'
import { allNotes, must, noted, readAll } from '../../../../support/store'
import { meet, teamOf } from '../named/named-team'

describe('a branch of somebody else’s writer', () => {
  it('[TF18] is carried in the third pass that meets it, however many segments of it one file holds', async () => {
    const { devices } = await teamOf(['示例电脑甲', '示例电脑乙'])
    const [a, b] = devices as [(typeof devices)[number], (typeof devices)[number]]
    await meet(a, b)
    await b.write(noted('分岔一'), noted('分岔二'), noted('分岔三'))
    const changes = (await readAll(b.folder, b.folder.writer)).slice(-3)
    const { desk } = a
    const meetAll = async () => {
      desk.memory.beginPass()
      let carried = 0
      for (const change of changes) carried += must(await meetBranch(desk, 'snapshots/one', 100, [change]))
      return carried
    }
    expect([await meetAll(), await meetAll(), await meetAll()]).toEqual([0, 0, 3])
    expect(await allNotes(a.folder)).toEqual(['分岔一', '分岔三', '分岔二'])
  })
})
