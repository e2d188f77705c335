import { describe, expect, it } from 'vitest'
import { indicatorOf } from '../../../../../renderer/features/team/indicator'
import { letterProblem } from '../../../../../renderer/features/team/letters'
import { strengthOf } from '../../../../../renderer/features/team/passphrase'
import { judgePlace } from '../../../../../renderer/features/team/place-judgement'
import { codeLines, isLastGroup } from '../../../../../renderer/features/team/recovery-code'
import { noTeam, type TeamActivity, type TeamPlace, type TeamStatus } from '../../../../../shared/team'

const team = { name: '示例', path: '/t', locked: false, fingerprint: '1', holdsSeal: false }
const member: TeamStatus = { ...noTeam, standing: 'member', team }
const doing = (activity: Partial<TeamActivity>): TeamStatus => ({
  ...member,
  activity: { ...member.activity, ...activity },
})
const request = { device: 'd', name: '', person: '', letter: 'B', program: '', at: 0, fingerprint: '' }

describe('the word in the head of the window', () => {
  it('is none without a team', () => {
    expect(indicatorOf({ ...noTeam, problems: [{ problem: 'failed', reason: '' }] }, false)).toEqual({
      shows: 'nothing',
    })
  })

  it('says what is most urgent', () => {
    const all = doing({
      state: 'offline',
      lastSync: 7,
      unsent: 3,
      fetching: { done: 120, total: 400 },
    })
    const waiting = [{ problem: 'waitingForAdmission' }] as const
    const full = [{ problem: 'folderFull', path: '' }] as const
    expect(indicatorOf({ ...all, problems: [...waiting, ...full] }, false)).toEqual({ shows: 'attention' })
    expect(indicatorOf({ ...all, problems: waiting }, false)).toEqual({ shows: 'offline' })
    const online = { ...all, activity: { ...all.activity, state: 'syncing' as const } }
    expect(indicatorOf({ ...online, problems: waiting }, false)).toEqual({
      shows: 'fetching',
      done: 120,
      total: 400,
    })
    const fetched = { ...online, activity: { ...online.activity, fetching: null } }
    expect(indicatorOf({ ...fetched, problems: waiting }, false)).toEqual({ shows: 'waiting' })
    expect(indicatorOf(fetched, false)).toEqual({ shows: 'unsent', count: 3 })
    expect(indicatorOf(doing({ state: 'syncing', lastSync: 7 }), false)).toEqual({ shows: 'synced', at: 7 })
    expect(indicatorOf(doing({ state: 'syncing' }), false)).toEqual({ shows: 'syncing' })
    expect(indicatorOf(member, false)).toEqual({ shows: 'never' })
  })

  it('is not in sync while what came is not in the views', () => {
    expect(indicatorOf(doing({ lastSync: 7 }), true)).toEqual({ shows: 'syncing' })
    expect(indicatorOf(doing({ lastSync: 7, unsent: 3 }), true)).toEqual({ shows: 'unsent', count: 3 })
  })

  it('asks for a person where a computer wants to be admitted here, and is quiet about it elsewhere', () => {
    const asked = { ...doing({ lastSync: 7 }), requests: [request] }
    expect(indicatorOf(asked, false)).toEqual({ shows: 'synced', at: 7 })
    expect(indicatorOf({ ...asked, team: { ...team, holdsSeal: true } }, false)).toEqual({
      shows: 'attention',
    })
  })
})

describe('a folder that was chosen', () => {
  const places: readonly TeamPlace[] = [
    { is: 'empty' },
    { is: 'team', team: 't', name: '', locked: false, fingerprint: '', members: 1 },
    { is: 'newerTeam', format: 2 },
    { is: 'begun' },
    { is: 'damagedMark' },
    { is: 'dataFolder' },
    { is: 'other', files: 3 },
  ]
  const fitting = (purpose: 'found' | 'join' | 'move') =>
    places.filter((place) => judgePlace(place, purpose).fits).map(({ is }) => is)

  it('serves for a new team when it is empty, for joining when a team is there, for moving either way', () => {
    expect(fitting('found')).toEqual(['empty'])
    expect(fitting('join')).toEqual(['team'])
    expect(fitting('move')).toEqual(['empty', 'team', 'begun'])
  })

  it('says an empty folder where a full one was expected in other words than one for a new team', () => {
    const words = (['found', 'join', 'move'] as const).map((each) => judgePlace({ is: 'empty' }, each).words)
    expect(words).toEqual(['empty', 'emptyToJoin', 'emptyToMove'])
  })
})

describe('a passphrase', () => {
  it('is told from guessable ones', () => {
    expect(strengthOf('')).toBe('short')
    expect(strengthOf('1234567')).toBe('short')
    expect(strengthOf('       1')).toBe('short')
    for (const known of ['12345678', 'password123', 'aaaaaaaaaaaa', 'abcdefghijk', '88888888', '20261122'])
      expect(strengthOf(known), known).toBe('weak')
    expect(strengthOf('kettle-moon')).toBe('fair')
    expect(strengthOf('correct horse battery staple')).toBe('strong')
    expect(strengthOf('茶壶月亮蓝色楼梯')).toBe('strong')
  })
})

describe('a letter', () => {
  it('is one to three capitals that nobody else has or had', () => {
    const computer = { device: '', name: '', person: '', program: '', seen: null, read: null, left: false }
    const known: TeamStatus['members'] = [
      { ...computer, letter: 'A', removed: false },
      { ...computer, letter: 'B', removed: true },
    ]
    expect(['C', 'AA', 'ABC'].map((letter) => letterProblem(letter, known))).toEqual([null, null, null])
    expect(['', 'c', '1', 'ABCD', 'Ä'].map((letter) => letterProblem(letter, known))).toEqual(
      Array(5).fill('bad'),
    )
    expect(['A', 'B'].map((letter) => letterProblem(letter, known))).toEqual(['taken', 'taken'])
  })
})

describe('a recovery code', () => {
  const code = 'ABCD-EFGH-JKLM-NPQR-STUV'

  it('is shown in lines of four groups', () => {
    expect(codeLines(code)).toEqual(['ABCD - EFGH - JKLM - NPQR', 'STUV'])
  })

  it('was kept by whoever can type its last group', () => {
    expect(['STUV', 'stuv ', 'NPQR-STUV', code].every((typed) => isLastGroup(code, typed))).toBe(true)
    expect(['', 'STU', 'NPQR', 'STUW'].some((typed) => isLastGroup(code, typed))).toBe(false)
    expect(isLastGroup('', '')).toBe(false)
  })
})
