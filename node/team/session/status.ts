import type { TeamActivity, TeamComputer, TeamStatus } from '../../../shared/team'
import { fingerprintOf } from '../format/identity'
import type { Member } from '../format/roster'
import type { TeamNote } from '../format/statements'
import { ownWriters } from '../sync/own-writers'
import type { Passed } from '../sync/pass'
import { unsentChanges } from '../sync/publish'
import type { TeamDesk } from '../sync/team-desk'

export interface StatusParts {
  readonly desk: TeamDesk
  /** The last pass that reached the folder; null: none in this sitting. */
  readonly passed: Passed | null
  readonly state: TeamActivity['state']
  readonly lastSync: number | null
}

/** How this computer stands to its team, for the screen. */
export function statusOf({ desk, passed, state, lastSync }: StatusParts): TeamStatus {
  const { keys, memory, told, device } = desk
  const members = (passed?.roster.members ?? []).map((member) => computerOf(desk, passed, member))
  return {
    standing: 'member',
    team: {
      name: passed?.mark.name ?? keys.title ?? '',
      path: keys.path,
      locked: keys.teamSecret !== null,
      fingerprint: fingerprintOf(keys.seal),
      holdsSeal: keys.sealSecret !== null,
    },
    self: members.find((member) => member.device === device) ?? {
      device,
      name: keys.name,
      // Nobody knows yet in this sitting: what was last known holds.
      letter: passed === null ? keys.letter : '',
      proposed: memory.proposed || keys.letter,
      person: desk.person(),
      program: desk.program,
      seen: null,
      read: null,
      removed: false,
    },
    members,
    requests: (passed?.requests ?? []).map(({ key, ...request }) => ({
      ...request,
      fingerprint: fingerprintOf(key),
    })),
    activity: {
      state,
      lastSync,
      unsent: passed === null ? 0 : unsentChanges(desk, passed.roster),
      fetching: memory.fetching,
      arrived: memory.arrivedChanges,
    },
    problems: told.problems,
  }
}

function computerOf(desk: TeamDesk, passed: Passed | null, member: Member): TeamComputer {
  const note = passed?.notes.get(member.device)?.note
  const isSelf = member.device === desk.device
  return {
    device: member.device,
    name: isSelf ? desk.keys.name : (note?.name ?? member.name),
    letter: member.letter,
    person: isSelf ? desk.person() : (note?.person ?? ''),
    program: isSelf ? desk.program : (note?.program ?? ''),
    seen: note?.at ?? null,
    read: isSelf || passed === null || note === undefined ? null : readOf(desk, passed, note),
    removed: member.removed !== null,
  }
}

/** How many of this computer's published segments another one has read. */
function readOf(
  desk: TeamDesk,
  passed: Passed,
  note: TeamNote,
): { readonly segments: number; readonly of: number } {
  let segments = 0
  let of = 0
  for (const writer of ownWriters(desk, passed.roster)) {
    const ended = desk.folder.exchange.segments(writer).filter((segment) => segment.ended)
    of += ended.length
    segments += ended.filter(({ segment }) => segment <= (note.read[writer] ?? 0)).length
  }
  return { segments, of }
}
