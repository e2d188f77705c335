import type { TeamActivity, TeamComputer, TeamStatus } from '../../../shared/team'
import { fingerprintOf } from '../format/identity'
import { rosterOf, type Member, type Roster } from '../format/roster'
import type { TeamNote } from '../format/statements'
import { ownWriters } from '../sync/own-writers'
import type { Seen } from '../sync/seen'
import { unsentChanges } from '../sync/unsent'
import type { TeamDesk } from '../sync/team-desk'

export interface StatusParts {
  readonly desk: TeamDesk
  readonly state: TeamActivity['state']
  readonly lastSync: number | null
}

/** How this computer stands to its team, for the screen. */
export function statusOf({ desk, state, lastSync }: StatusParts): TeamStatus {
  const { keys, memory, told, device } = desk
  const { mark, requests, notes } = memory.seen
  const roster = memory.seen.roster ?? rosterOf([])
  const members = roster.members.map((member) => computerOf(desk, roster, notes, member))
  return {
    standing: 'member',
    writer: desk.folder.writer,
    team: {
      name: mark?.name ?? keys.title ?? '',
      path: keys.path,
      locked: keys.teamSecret !== null,
      fingerprint: fingerprintOf(keys.seal),
      holdsSeal: keys.sealSecret !== null,
    },
    self: members.find((member) => member.device === device) ?? {
      device,
      name: keys.name,
      // Nobody knows yet: what was last known holds.
      letter: memory.seen.roster === null ? keys.letter : '',
      proposed: memory.proposed || keys.letter,
      person: desk.person(),
      program: desk.program,
      seen: null,
      read: null,
      removed: false,
      left: false,
    },
    members,
    // Who left again is not waiting for anybody.
    requests: requests
      .filter(({ device: asking }) => asking === device || !notes.get(asking)?.note.left)
      .map(({ key, ...request }) => ({ ...request, fingerprint: fingerprintOf(key) })),
    activity: {
      state,
      lastSync,
      unsent: memory.isRecalled ? unsentChanges(desk, roster) : 0,
      fetching: memory.fetching.shown,
      arrived: memory.arrivedChanges,
    },
    problems: told.problems,
  }
}

function computerOf(desk: TeamDesk, roster: Roster, notes: Seen['notes'], member: Member): TeamComputer {
  const note = notes.get(member.device)?.note
  const isSelf = member.device === desk.device
  return {
    device: member.device,
    name: isSelf ? desk.keys.name : (note?.name ?? member.name),
    letter: member.letter,
    person: isSelf ? desk.person() : (note?.person ?? ''),
    program: isSelf ? desk.program : (note?.program ?? ''),
    seen: note?.at ?? null,
    read: isSelf || note === undefined ? null : readOf(desk, roster, note),
    removed: member.removed !== null,
    left: !isSelf && note?.left === true,
  }
}

/** How many of this computer's published segments another one has read. */
function readOf(
  desk: TeamDesk,
  roster: Roster,
  note: TeamNote,
): { readonly segments: number; readonly of: number } {
  let segments = 0
  let of = 0
  for (const writer of ownWriters(desk, roster)) {
    const ended = desk.folder.exchange.segments(writer).filter((segment) => segment.ended)
    of += ended.length
    segments += ended.filter(({ segment }) => segment <= (note.read[writer] ?? 0)).length
  }
  return { segments, of }
}
