import { ok, type Result } from '../../../shared/kernel/result'
import type { Opened, Place } from '../format/container'
import { deviceOf } from '../format/identity'
import {
  isIdName,
  memberPath,
  notePath,
  paths,
  readMemberName,
  readNoteName,
  readRequestName,
  requestPath,
} from '../format/names'
import { rosterOf, type Roster, type Said } from '../format/roster'
import {
  parseMember,
  parseNote,
  parseRequest,
  type MemberStatement,
  type RemovalStatement,
  type TeamNote,
  type TeamRequestBody,
} from '../format/statements'
import type { CarrierFailure } from '../carrier/team-folder'
import { keepMember } from './kept'
import { listThere } from './list-there'
import { readContainer, refuse } from './read-container'
import type { TeamDesk } from './team-desk'

type Gathered<T> = Promise<Result<T, CarrierFailure>>

/** Opens a small file once; it never changes. */
async function openOnce(desk: TeamDesk, path: string, place: Place, size: number): Gathered<Opened | null> {
  const known = desk.memory.opened.get(path)
  if (known !== undefined) return ok(known)
  const opened = await readContainer(desk, path, place, size)
  if (!opened.ok || opened.value === null) return opened
  const { file, ...container } = opened.value
  desk.memory.opened.set(path, container)
  if (place.kind === 'member' && place.tag !== undefined && isStatement(desk, container))
    await keepMember(desk, place.tag, file)
  return ok(container)
}

/** Who belongs to the team: what its seal signed. [TF12] */
export async function gatherRoster(desk: TeamDesk): Gathered<Roster> {
  const listed = await listThere(desk, paths.members)
  if (!listed.ok) return listed
  desk.memory.membersThere = new Set(listed.value.map(({ name }) => name))
  for (const { name, size } of listed.value) {
    const tag = readMemberName(name)
    if (tag === null) continue
    const path = memberPath(tag)
    const opened = await openOnce(desk, path, { kind: 'member', tag }, size)
    if (!opened.ok) return opened
    if (opened.value === null || isStatement(desk, opened.value)) continue
    desk.memory.opened.delete(path)
    const why = opened.value.key === desk.keys.seal ? 'malformed' : 'foreign'
    refuse(desk, path, size, why, opened.value.key)
  }
  return ok(rosterKnown(desk))
}

const isStatement = ({ keys }: TeamDesk, { key, body }: Opened): boolean =>
  key === keys.seal && parseMember(body) !== null

/** The same, of all statements that were read. One that is not in the folder now still holds: nothing is inferred from absence. */
export function rosterKnown(desk: TeamDesk): Roster {
  const said: Said<MemberStatement | RemovalStatement>[] = []
  for (const [path, opened] of desk.memory.opened) {
    const tag = path.startsWith(`${paths.members}/`) ? path.slice(paths.members.length + 1) : null
    const statement = tag === null || !isStatement(desk, opened) ? null : parseMember(opened.body)
    if (tag !== null && statement !== null) said.push({ statement, tag })
  }
  const tags = said.map(({ tag }) => tag)
  desk.memory.rosterStamp = tags.sort().join(' ')
  return rosterOf(said)
}

/** Computers that ask and are not admitted, the latest request of each. [TF13] */
export async function gatherRequests(desk: TeamDesk, roster: Roster): Gathered<readonly TeamRequestBody[]> {
  const listed = await listThere(desk, paths.requests)
  if (!listed.ok) return listed
  const latest = new Map<string, TeamRequestBody>()
  for (const { name, size } of listed.value) {
    const read = readRequestName(name)
    if (read === null || roster.of(read.device) !== undefined) continue
    const path = requestPath(read.device, read.tag)
    const opened = await openOnce(desk, path, { kind: 'request', tag: read.tag }, size)
    if (!opened.ok) return opened
    if (opened.value === null) continue
    const request = parseRequest(opened.value.body)
    if (request === null) refuse(desk, path, size, 'malformed', opened.value.key)
    else if (request.device !== read.device || request.key !== opened.value.key)
      refuse(desk, path, size, 'foreign', opened.value.key)
    else if ((latest.get(read.device)?.at ?? -1) < request.at) latest.set(read.device, request)
  }
  return ok([...latest.values()].sort((a, b) => a.at - b.at))
}

export interface FoundNote {
  readonly n: number
  readonly tag: string
  readonly note: TeamNote
}

/** The last whole note of every computer that left one. [TF15] */
export async function gatherNotes(desk: TeamDesk): Gathered<ReadonlyMap<string, FoundNote>> {
  const listed = await listThere(desk, paths.notes)
  if (!listed.ok) return listed
  const found = new Map<string, FoundNote>()
  for (const { name: device, kind } of listed.value) {
    if (kind !== 'dir' || !isIdName(device)) continue
    const last = await lastNote(desk, device)
    if (!last.ok) return last
    if (last.value !== null) found.set(device, last.value)
  }
  return ok(found)
}

async function lastNote(desk: TeamDesk, device: string): Gathered<FoundNote | null> {
  const listed = await listThere(desk, `${paths.notes}/${device}`)
  if (!listed.ok) return listed
  const notes = listed.value.flatMap(({ name, size }) => {
    const read = readNoteName(name)
    return read === null ? [] : [{ ...read, size }]
  })
  notes.sort((a, b) => b.n - a.n || (a.tag < b.tag ? 1 : -1))
  for (const { n, tag, size } of notes) {
    const path = notePath(device, n, tag)
    const opened = await openOnce(desk, path, { kind: 'note', tag }, size)
    if (!opened.ok) return opened
    if (opened.value === null) continue
    const note = parseNote(opened.value.body)
    if (note === null) refuse(desk, path, size, 'malformed', opened.value.key)
    else if (note.device !== device || deviceOf(opened.value.key) !== device)
      refuse(desk, path, size, 'foreign', opened.value.key)
    else {
      const before = desk.memory.lastNotes.get(device)
      if (before !== undefined && before !== path) desk.memory.opened.delete(before)
      desk.memory.lastNotes.set(device, path)
      return ok({ n, tag, note })
    }
  }
  return ok(null)
}
