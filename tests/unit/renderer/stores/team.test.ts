import { describe, expect, it } from 'vitest'
import { createTeamStore } from '../../../../renderer/stores'
import type { Bridge } from '../../../../shared/ipc/contract'
import { err, ok } from '../../../../shared/kernel/result'
import { letterOf, noTeam, type TeamStatus } from '../../../../shared/team'

const member: TeamStatus = { ...noTeam, standing: 'member' }

function main(status: TeamStatus) {
  const said = { status, answer: ok(null) as unknown, release: null as (() => void) | null }
  let heard: (status: TeamStatus) => void = () => undefined
  const calls: string[] = []
  const bridge = {
    call: async (name: string) => {
      calls.push(name)
      if (name !== 'team:status') return said.answer
      const asked = said.status
      if (said.release) await new Promise<void>((resolve) => (said.release = resolve))
      return asked
    },
    on: (_name: string, listener: typeof heard) => {
      heard = listener
      return () => undefined
    },
  } as unknown as Bridge
  return { said, calls, bridge, tell: (next: TeamStatus) => heard(next) }
}

const settled = async () => {
  for (let i = 0; i < 10; i++) await Promise.resolve()
}

describe('how this computer stands to its team', () => {
  it('is asked for at the beginning and told from then on', async () => {
    const { bridge, tell } = main(member)
    const team = createTeamStore(bridge)
    expect(team.store.getState()).toMatchObject({ known: false, status: noTeam })
    team.follow()
    await settled()
    expect(team.store.getState()).toMatchObject({ known: true, status: member })
    tell(noTeam)
    expect(team.store.getState().status).toEqual(noTeam)
  })

  it('is what was told, when an earlier answer comes later', async () => {
    const { bridge, tell, said } = main(noTeam)
    said.release = () => undefined
    const team = createTeamStore(bridge)
    team.follow()
    await settled()
    tell(member)
    said.release()
    await settled()
    expect(team.store.getState().status).toEqual(member)
  })

  it('is asked for again behind everything that is done, and what is under way can be seen', async () => {
    const { bridge, said, calls } = main(noTeam)
    const team = createTeamStore(bridge)
    said.status = member
    const doing = team.act('team:leave', null)
    expect(team.store.getState().acting).toBe('team:leave')
    expect(await doing).toEqual(ok(null))
    expect(team.store.getState()).toMatchObject({ acting: null, status: member })
    expect(calls).toEqual(['team:leave', 'team:status'])
    said.answer = err({ type: 'NotInTeam' })
    expect(await team.act('team:leave', null)).toEqual(err({ type: 'NotInTeam' }))
  })
})

describe('the letter of numbers', () => {
  const self = {
    device: '',
    name: '',
    letter: '',
    person: '',
    program: '',
    seen: null,
    read: null,
    removed: false,
    left: false,
  }

  it('[TF14] is that of the admission, before it the one that was asked for, after leaving the one that it bore, and none without ever a team', () => {
    expect(letterOf(noTeam)).toBe('')
    expect(letterOf({ ...noTeam, self: { ...self, letter: 'A' } })).toBe('')
    expect(letterOf({ ...member, self: { ...self, proposed: 'C' } })).toBe('C')
    expect(letterOf({ ...member, self: { ...self, letter: 'B', proposed: 'C' } })).toBe('B')
    expect(letterOf({ ...member, self })).toBe('')
    expect(letterOf({ ...noTeam, kept: 'D' })).toBe('D')
  })
})
