import i18next from 'i18next'
import { assertNever } from '../../shared/kernel/assert-never'
import type { TeamFailure, TeamProblem } from '../../shared/team'
import type { FailureParts } from './failure-text'

/** A problem with the team folder: what happened, what was kept, what to do. */
export function teamProblemParts(problem: TeamProblem): FailureParts {
  const t = i18next.getFixedT(null, 'team')
  const parts = (happened: string): FailureParts => ({
    happened,
    kept: t(`problem.${problem.problem}.kept`),
    todo: t(`problem.${problem.problem}.todo`),
  })
  const by = (name: string) => (name === '' ? t('byUnknown') : t('by', { name }))
  switch (problem.problem) {
    case 'offline':
    case 'emptied':
    case 'markForged':
    case 'readOnlyFolder':
    case 'folderFull':
    case 'diskFull':
      return parts(t(`problem.${problem.problem}.happened`, { path: problem.path }))
    case 'otherTeam':
      return parts(t('problem.otherTeam.happened', { path: problem.path, name: problem.name }))
    case 'newerFolder':
      return parts(t('problem.newerFolder.happened', { format: problem.format }))
    case 'waitingForAdmission':
    case 'foundingFinished':
    case 'removedFromTeam':
    case 'keysLost':
      return parts(t(`problem.${problem.problem}.happened`))
    case 'clockSkew': {
      const { name, ahead } = problem
      return parts(t(`problem.clockSkew.${ahead < 0 ? 'behind' : 'ahead'}`, { name, span: spanText(ahead) }))
    }
    case 'copiedComputer':
      return parts(t('problem.copiedComputer.happened', { writer: problem.writer.slice(0, 8) }))
    case 'sameKey':
      return parts(t('problem.sameKey.happened', { device: problem.device.slice(0, 8) }))
    case 'refused': {
      const { file, why } = problem
      return parts(t('problem.refused.happened', { file, by: by(problem.by), why: t(`why.${why}`) }))
    }
    case 'stuck':
      return parts(t('problem.stuck.happened', { file: problem.file }))
    case 'needsNewerProgram':
      return parts(t('problem.needsNewerProgram.happened', { file: problem.file, by: by(problem.by) }))
    case 'notAdmitted': {
      const { device, segments } = problem
      return parts(t('problem.notAdmitted.happened', { device: device.slice(0, 8), count: segments }))
    }
    case 'conflictCopies': {
      const { files, example } = problem
      return parts(t('problem.conflictCopies.happened', { count: files, example }))
    }
    case 'moreRequests':
      return parts(t('problem.moreRequests.happened', { count: problem.count }))
    case 'leftBehind':
      return parts(t('problem.leftBehind.happened', { count: problem.count, path: problem.path }))
    case 'failed':
      return parts(t('problem.failed.happened', { reason: problem.reason }))
    default:
      return assertNever(problem)
  }
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** About how long, of milliseconds either way: 3 天, 2 小时, 12 分钟. */
function spanText(ms: number): string {
  const t = i18next.getFixedT(null, 'team')
  const long = Math.abs(ms)
  if (long >= 2 * DAY) return t('problem.clockSkew.days', { count: Math.round(long / DAY) })
  if (long >= 2 * HOUR) return t('problem.clockSkew.hours', { count: Math.round(long / HOUR) })
  return t('problem.clockSkew.minutes', { count: Math.max(1, Math.round(long / MINUTE)) })
}

/** Why something about the team was not done: what was there is as it was. */
export function teamFailureText(failure: TeamFailure): string {
  const t = i18next.getFixedT(null, 'team')
  switch (failure.type) {
    case 'FolderUnreachable':
    case 'NotATeamFolder':
    case 'FolderNotEmpty':
    case 'InsideDataFolder':
    case 'MarkDamaged':
      return t(`failure.${failure.type}`, { path: failure.path })
    case 'OtherTeam':
      return t('failure.OtherTeam', { path: failure.path, name: failure.name })
    case 'NewerTeam':
      return t('failure.NewerTeam', { format: failure.format })
    case 'WrongPassphrase':
    case 'WrongRecoveryCode':
    case 'NotSealHolder':
    case 'AlreadyInTeam':
    case 'FoundedBefore':
    case 'NotInTeam':
      return t(`failure.${failure.type}`)
    case 'WeakPassphrase':
      return t('failure.WeakPassphrase', { count: failure.least })
    case 'LetterTaken':
      return t('failure.LetterTaken', { letter: failure.letter })
    case 'KeysUnavailable':
      return t('failure.KeysUnavailable', { reason: failure.reason })
    case 'TeamFileFailed':
      return t('failure.TeamFileFailed', { path: failure.path, reason: failure.reason })
    default:
      return assertNever(failure)
  }
}

const teamFailures: Readonly<Record<TeamFailure['type'], true>> = {
  FolderUnreachable: true,
  NotATeamFolder: true,
  FolderNotEmpty: true,
  InsideDataFolder: true,
  OtherTeam: true,
  NewerTeam: true,
  MarkDamaged: true,
  WrongPassphrase: true,
  WeakPassphrase: true,
  WrongRecoveryCode: true,
  LetterTaken: true,
  NotSealHolder: true,
  AlreadyInTeam: true,
  FoundedBefore: true,
  NotInTeam: true,
  KeysUnavailable: true,
  TeamFileFailed: true,
}

export const isTeamFailure = (failure: { readonly type: string }): failure is TeamFailure =>
  Object.hasOwn(teamFailures, failure.type)
