import { beforeAll, describe, expect, it } from 'vitest'
import {
  isTeamFailure,
  setLanguage,
  startLanguage,
  teamFailureText,
  teamProblemParts,
} from '../../../../renderer/i18n'
import { actsOf } from '../../../../renderer/features/team/problem-act'
import type { RefusedWhy, TeamFailure, TeamProblem } from '../../../../shared/team'

const path = 'E:\\团队 目录'
const file = 'segments/x7'

/** One of every kind: a kind without an example does not compile. */
const problems: { readonly [K in TeamProblem['problem']]: Extract<TeamProblem, { problem: K }> } = {
  offline: { problem: 'offline', path },
  emptied: { problem: 'emptied', path },
  otherTeam: { problem: 'otherTeam', path, name: '示例乙队' },
  newerFolder: { problem: 'newerFolder', format: 7 },
  markForged: { problem: 'markForged', path },
  readOnlyFolder: { problem: 'readOnlyFolder', path },
  folderFull: { problem: 'folderFull', path },
  diskFull: { problem: 'diskFull', path },
  waitingForAdmission: { problem: 'waitingForAdmission' },
  removedFromTeam: { problem: 'removedFromTeam' },
  keysLost: { problem: 'keysLost' },
  clockSkew: { problem: 'clockSkew', name: '前台', ahead: 3_600_000 * 5 },
  copiedComputer: { problem: 'copiedComputer', writer: '0123456789abcdef' },
  sameKey: { problem: 'sameKey', device: '0123456789abcdef' },
  refused: { problem: 'refused', file, by: '前台', why: 'forged' },
  stuck: { problem: 'stuck', file },
  needsNewerProgram: { problem: 'needsNewerProgram', file, by: '' },
  notAdmitted: { problem: 'notAdmitted', device: '0123456789abcdef', segments: 12 },
  conflictCopies: { problem: 'conflictCopies', files: 12, example: 'x7 - 副本' },
  foundingFinished: { problem: 'foundingFinished' },
  moreRequests: { problem: 'moreRequests', count: 12 },
  leftBehind: { problem: 'leftBehind', count: 12, path },
  failed: { problem: 'failed', reason: 'x7' },
}

const failures: { readonly [K in TeamFailure['type']]: Extract<TeamFailure, { type: K }> } = {
  FolderUnreachable: { type: 'FolderUnreachable', path },
  NotATeamFolder: { type: 'NotATeamFolder', path },
  FolderNotEmpty: { type: 'FolderNotEmpty', path },
  InsideDataFolder: { type: 'InsideDataFolder', path },
  OtherTeam: { type: 'OtherTeam', path, name: '示例乙队' },
  NewerTeam: { type: 'NewerTeam', format: 7 },
  MarkDamaged: { type: 'MarkDamaged', path },
  WrongPassphrase: { type: 'WrongPassphrase' },
  WeakPassphrase: { type: 'WeakPassphrase', least: 8 },
  WrongRecoveryCode: { type: 'WrongRecoveryCode' },
  LetterTaken: { type: 'LetterTaken', letter: 'Q' },
  NotSealHolder: { type: 'NotSealHolder' },
  FoundedBefore: { type: 'FoundedBefore' },
  AlreadyInTeam: { type: 'AlreadyInTeam' },
  NotInTeam: { type: 'NotInTeam' },
  KeysUnavailable: { type: 'KeysUnavailable', reason: 'x7' },
  TeamFileFailed: { type: 'TeamFileFailed', path, reason: 'x7' },
}

/** Everything that a person could need to see of a problem. */
const shownOf = (said: object): readonly string[] =>
  Object.entries(said).flatMap(([key, value]: [string, unknown]) => {
    if (key === 'type' || key === 'problem' || key === 'why' || key === 'ahead' || value === '') return []
    return [typeof value === 'string' && /^[0-9a-f]{16}$/.test(value) ? value.slice(0, 8) : String(value)]
  })

beforeAll(() => {
  startLanguage('zh-CN')
})

describe.each(['zh-CN', 'en'] as const)('in %s', (language) => {
  beforeAll(async () => {
    await setLanguage(language)
  })

  it.each(Object.values(problems))('$problem says what happened, what was kept and what to do', (problem) => {
    const parts = Object.values(teamProblemParts(problem)) as readonly string[]
    for (const part of parts) {
      expect(part).not.toMatch(/\{\{|undefined|problem\./)
      expect(part.length).toBeGreaterThan(5)
      expect(/\p{Script=Han}/u.test(part.replace(/示例乙队|前台|团队 目录|副本/g, ''))).toBe(
        language === 'zh-CN',
      )
    }
    for (const shown of shownOf(problem)) expect(parts.join(' ')).toContain(shown)
  })

  it.each(Object.values(failures))('$type says that nothing was changed, and what to do', (failure) => {
    const text = teamFailureText(failure)
    expect(text).not.toMatch(/\{\{|undefined|failure\./)
    for (const shown of shownOf(failure)) expect(text).toContain(shown)
    expect(isTeamFailure(failure)).toBe(true)
  })

  it('every reason to refuse a file has words of its own', () => {
    const whys: Readonly<Record<RefusedWhy, true>> = {
      forged: true,
      foreign: true,
      misplaced: true,
      unreadable: true,
      tooLarge: true,
      malformed: true,
      removed: true,
    }
    const texts = (Object.keys(whys) as RefusedWhy[]).map(
      (why) => teamProblemParts({ problem: 'refused', file, by: '', why }).happened,
    )
    expect(new Set(texts).size).toBe(texts.length)
    for (const text of texts) expect(text).not.toMatch(/why\./)
  })
})

describe('what is said of a clock', () => {
  it('is which way and about how far', async () => {
    await setLanguage('zh-CN')
    const said = (ahead: number) => teamProblemParts({ problem: 'clockSkew', name: '前台', ahead }).happened
    expect(said(11 * 60_000)).toContain('快了约 11 分钟')
    expect(said(-3 * 3_600_000)).toContain('慢了约 3 小时')
    expect(said(-365 * 86_400_000)).toContain('慢了约 365 天')
  })
})

describe('a problem of the folder itself', () => {
  it('has a button where a person can do something about it here', () => {
    for (const kind of ['offline', 'emptied', 'otherTeam', 'markForged'] as const)
      expect(actsOf(problems[kind]), kind).toContain('move')
    expect(actsOf(problems.removedFromTeam)).toEqual(['leave'])
    expect(actsOf(problems.clockSkew)).toEqual([])
  })
})
