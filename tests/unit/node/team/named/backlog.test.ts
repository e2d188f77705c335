import { describe, expect, it } from 'vitest'
import { recordChange, must, setEdit } from '../../../../support/store'
import type { TeamDevice } from '../../../../support/team-device'
import { meet, teamOf } from './named-team'

const SEGMENTS = 100
const EACH = 100

describe('a backlog', () => {
  it(`[TF17] [TF20] of ${SEGMENTS * EACH} changes in ${SEGMENTS} segments comes in one pass, each change once`, async () => {
    const { devices } = await teamOf(['示例电脑甲', '示例电脑乙'])
    const [a, b] = devices as [TeamDevice, TeamDevice]
    for (let segment = 0; segment < SEGMENTS; segment++) {
      const changes = Array.from({ length: EACH }, (_, i) =>
        recordChange(`r${(segment * EACH + i) % 997}`, setEdit(['note'], `${segment}/${i}`)),
      )
      await a.write(...changes)
      must(await a.folder.exchange.seal())
    }
    await a.pass()
    expect(await b.pass()).not.toBeNull()
    expect(b.folder.ends()).toEqual(a.folder.ends())
    expect(await b.dots()).toHaveLength(SEGMENTS * EACH)
    expect(await meet(a, b)).toHaveLength(SEGMENTS * EACH)
  }, 60_000)
})
