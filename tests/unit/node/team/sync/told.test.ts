import { describe, expect, it } from 'vitest'
import type { TeamProblem } from '../../../../../shared/team'
import { Told } from '../../../../../node/team/sync/told'

const offline = { problem: 'offline', path: '/team' } as const
const waiting = { problem: 'waitingForAdmission' } as const
const copied = { problem: 'copiedComputer', writer: 'a'.repeat(16) } as const

describe('what is told of a team folder', () => {
  it('stays while the next pass runs, and goes when that is over without it', () => {
    const told = new Told()
    told.begin()
    told.say(offline)
    told.end()
    told.begin()
    expect(told.problems).toEqual([offline])
    told.say(waiting)
    expect(told.problems).toEqual([waiting, offline])
    told.end()
    expect(told.problems).toEqual([waiting])
  })

  it('is told once, also when two passes say it', () => {
    const told = new Told()
    told.begin()
    told.say(offline)
    told.say({ ...offline })
    told.end()
    told.begin()
    told.say(offline)
    expect(told.problems).toEqual([offline])
  })

  it('is written out once for each problem that is said, however many there are', () => {
    const told = new Told()
    let written = 0
    const say = (pass: string) => {
      told.begin()
      for (let n = 0; n < 50; n++) {
        const toJSON = () => (written++, { problem: 'stuck', file: `${pass}/${n}` })
        told.say({ problem: 'stuck', file: `${pass}/${n}`, toJSON } as TeamProblem)
      }
    }
    say('a')
    say('b')
    expect(told.problems).toHaveLength(100)
    expect(written).toBe(100)
  })

  it('that happened stays for the sitting', () => {
    const told = new Told()
    told.begin()
    told.keep(copied)
    told.end()
    told.begin()
    told.end()
    expect(told.problems).toEqual([copied])
  })
})
