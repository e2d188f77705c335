import { beforeEach, describe, expect, it } from 'vitest'
import { applyChange } from '../../../../../shared/store'
import { WorkingCopy } from '../../../../support/sim/working-copy'
import { noted, recordChange, setEdit } from '../../../../support/store'
import type { TeamDevice } from '../../../../support/team-device'
import { meet, teamOf } from './named-team'

const MINUTE = 60_000
const YEAR = 365 * 24 * 60 * MINUTE

const NOTE = JSON.stringify(['note'])
const entity = { kind: 'record', id: 'r1' } as const

async function notesOf({ folder }: TeamDevice): Promise<readonly unknown[]> {
  const copy = new WorkingCopy(applyChange)
  await copy.catchUp(folder)
  return copy.state(entity).registers[NOTE]?.survivors.map(({ value }) => value) ?? []
}

describe('clocks that are wrong', () => {
  let a: TeamDevice
  let b: TeamDevice
  let c: TeamDevice
  beforeEach(async () => {
    const team = await teamOf(['示例电脑甲', '示例电脑乙', '示例电脑丙'])
    ;[a, b, c] = team.devices as [TeamDevice, TeamDevice, TeamDevice]
  })

  it('[TF21] by a year to either side lose no edit, whoever saves last', async () => {
    a.clock.ms += YEAR
    b.clock.ms -= YEAR
    const order = [
      [a, b, c],
      [c, b, a],
      [b, a, c],
    ]
    let over: readonly string[] = []
    for (const [i, turn] of order.entries()) {
      for (const device of turn)
        await device.write(recordChange('r1', setEdit(['note'], `${device.name} ${i}`, over)))
      over = await meet(a, b, c)
      // All three of a round were written apart: each survives, on every computer.
      for (const device of turn) {
        const notes = await notesOf(device)
        expect(notes).toEqual(await notesOf(a))
        expect([...notes].sort()).toEqual(turn.map(({ name }) => `${name} ${i}`).sort())
      }
    }
    // A save that saw them all replaces them all, with whatever clock.
    await b.write(recordChange('r1', setEdit(['note'], '乙定', over)))
    await meet(a, b, c)
    for (const device of [a, b, c]) expect(await notesOf(device)).toEqual(['乙定'])
  })

  it('[TF21] ahead by a year pull nobody further than ten minutes, and are told', async () => {
    a.clock.ms += YEAR
    await a.write(noted('甲'))
    await meet(a, b)
    const [written] = await b.write(noted('乙'))
    expect(written?.change.hlc.ms).toBeLessThanOrEqual(b.clock.ms + 10 * MINUTE)
    const skew = b.desk.told.problems.find(({ problem }) => problem === 'clockSkew')
    expect(skew).toMatchObject({ name: a.name })
    expect(a.desk.told.problems).toEqual([])
  })

  it('[TF21] stepping back between saves and between passes: every change keeps its place and reaches the others', async () => {
    const back = [5 * MINUTE, YEAR, 3 * YEAR, 0, -2 * YEAR]
    let last = { ms: 0, n: 0 }
    for (const [i, by] of back.entries()) {
      a.clock.ms -= by
      for (const [stored] of [await a.write(noted(`前 ${i}`)), await a.write(noted(`后 ${i}`))]) {
        const hlc = stored?.change.hlc ?? last
        expect(hlc.ms > last.ms || (hlc.ms === last.ms && hlc.n > last.n)).toBe(true)
        last = hlc
        await a.pass()
        await b.pass()
      }
    }
    await c.write(noted('丙', 'r2'))
    expect(await meet(a, b, c)).toHaveLength(2 * back.length + 1)
  })
})
