import { isAbsolute, join, relative } from 'node:path'
import { err, ok, type Result } from '../../../shared/kernel/result'
import { compareText } from '../../../shared/store'
import type { TeamBelow, TeamFailure, TeamPlace } from '../../../shared/team'
import { isSystemName } from '../../store/layout'
import { fingerprintOf } from '../format/identity'
import { MOST_MARK, readMark, type TeamMark } from '../format/mark'
import { isTemporary, paths } from '../format/names'
import type { CarrierFailure, TeamFolder } from '../carrier/team-folder'

/** What stands at a place, and its mark when it is a team's. */
export interface LookedAt {
  readonly place: TeamPlace
  readonly mark: TeamMark | null
  /** Names of the folders in a place that is `other`. */
  readonly dirs: readonly string[]
}

/** Looks at a place that somebody chose for a team folder. Nothing is written. */
export async function lookAtPlace(carrier: TeamFolder, path: string): Promise<Result<LookedAt, TeamFailure>> {
  const listed = await carrier.list('')
  if (!listed.ok) return err(carrierFailure(listed.error, path))
  const bytes = await carrier.read(paths.mark, MOST_MARK)
  if (!bytes.ok && bytes.error.type !== 'NotFound') return err(carrierFailure(bytes.error, path))
  if (bytes.ok) {
    const mark = readMark(bytes.value)
    if (mark.ok) return ok(await teamPlace(carrier, mark.value))
    const place: TeamPlace =
      mark.error.type === 'newer' ? { is: 'newerTeam', format: mark.error.format } : { is: 'damagedMark' }
    return ok({ place, mark: null, dirs: [] })
  }
  const names = listed.value
    .map(({ name }) => name)
    .filter((name) => !isSystemName(name) && !name.startsWith('.') && !isUnfinishedMark(name))
  const none = { mark: null, dirs: [] }
  if (names.includes('zhike.json') || names.includes('writers'))
    return ok({ place: { is: 'dataFolder' }, ...none })
  if (names.length === 0) return ok({ place: { is: 'empty' }, ...none })
  const isBegun = names.every((name) => DIRS.has(name))
  if (isBegun) return ok({ place: { is: 'begun' }, ...none })
  const dirs = listed.value.filter(({ name, kind }) => kind === 'dir' && names.includes(name))
  return ok({
    place: { is: 'other', files: names.length },
    mark: null,
    dirs: dirs.map(({ name }) => name),
  })
}

/** What a team folder holds beside its mark. */
const DIRS = new Set<string>(Object.values(paths).filter((path) => path !== paths.mark))

/** A mark that was being written when the program or the folder ended. */
const isUnfinishedMark = (name: string): boolean => name.startsWith(paths.mark) && isTemporary(name)

async function teamPlace(carrier: TeamFolder, mark: TeamMark): Promise<LookedAt> {
  const members = await carrier.list(paths.members)
  const { team, name, lock, seal } = mark
  return {
    place: {
      is: 'team',
      team,
      name,
      locked: lock !== null,
      fingerprint: fingerprintOf(seal),
      members: members.ok ? members.value.length : 0,
    },
    mark,
    dirs: [],
  }
}

/** Folders that are looked into below a place that is no team's. */
const MOST_BELOW = 20

/** The team folders one level below a place, in order of names: who chose the folder around one, meant that. */
export async function teamsBelow(
  open: (path: string) => Result<TeamFolder, TeamFailure>,
  path: string,
  dirs: readonly string[],
): Promise<readonly TeamBelow[]> {
  const found: TeamBelow[] = []
  for (const dir of [...dirs].sort(compareText).slice(0, MOST_BELOW)) {
    const below = join(path, dir)
    const carrier = open(below)
    if (!carrier.ok) continue
    try {
      const looked = await lookAtPlace(carrier.value, below)
      if (looked.ok && looked.value.place.is === 'team')
        found.push({ path: below, name: looked.value.place.name })
    } finally {
      await carrier.value.close()
    }
  }
  return found
}

/** The mark of a place that has to be a team's. */
export function markOf({ place, mark }: LookedAt, path: string): Result<TeamMark, TeamFailure> {
  if (mark !== null) return ok(mark)
  switch (place.is) {
    case 'newerTeam':
      return err({ type: 'NewerTeam', format: place.format })
    case 'damagedMark':
      return err({ type: 'MarkDamaged', path })
    case 'empty':
    case 'begun':
    case 'team':
    case 'dataFolder':
    case 'other':
      return err({ type: 'NotATeamFolder', path })
  }
}

export function carrierFailure(failure: CarrierFailure, path: string): TeamFailure {
  switch (failure.type) {
    case 'Unreachable':
    case 'NotFound':
      return { type: 'FolderUnreachable', path }
    case 'Failed':
      return { type: 'TeamFileFailed', path, reason: failure.reason }
    case 'Taken':
    case 'Full':
    case 'ReadOnly':
    case 'TooLarge':
      return { type: 'TeamFileFailed', path, reason: failure.type }
  }
}

/** Whether one of two absolute paths lies in the other, or both are one. */
export function areNested(a: string, b: string): boolean {
  const isInside = (inner: string, outer: string) => {
    const way = relative(outer, inner)
    return way === '' || (!way.startsWith('..') && !isAbsolute(way))
  }
  return isInside(a, b) || isInside(b, a)
}
