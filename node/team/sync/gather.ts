import { ok, type Result } from '../../../shared/kernel/result'
import type { Place } from '../format/container'
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
import { rosterOf, type Roster } from '../format/roster'
import {
  parseMember,
  parseNote,
  parseRequest,
  type TeamNote,
  type TeamRequestBody,
} from '../format/statements'
import type { CarrierFailure } from '../carrier/team-folder'
import { keepMember } from './kept'
import { listThere } from './list-there'
import { isResting, readContainer, refuse } from './read-container'
import type { TeamDesk } from './team-desk'

type Gathered<T> = Promise<Result<T, CarrierFailure>>

/** A small file that is what its name says, and who signed it. */
interface Read<T> {
  readonly value: T
  readonly key: string
  readonly file: Uint8Array
}

/** Opens a small file and reads what it says; what is no good is refused and not kept. null: it cannot be used now. */
async function readStatement<T>(
  desk: TeamDesk,
  { path, place, size }: { readonly path: string; readonly place: Place; readonly size: number },
  parse: (body: Uint8Array) => T | null,
  isSigner: (key: string, value: T) => boolean,
): Gathered<Read<T> | null> {
  const opened = await readContainer(desk, path, place, size)
  if (!opened.ok || opened.value === null) return opened.ok ? ok(null) : opened
  const { key, body, file } = opened.value
  const value = parse(body)
  if (value !== null && isSigner(key, value)) return ok({ value, key, file })
  refuse(desk, path, size, value === null ? 'malformed' : 'foreign', key)
  return ok(null)
}

/** Who belongs to the team: what its seal signed. [TF12] */
export async function gatherRoster(desk: TeamDesk): Gathered<Roster> {
  const { memory, keys } = desk
  const listed = await listThere(desk, paths.members)
  if (!listed.ok) return listed
  memory.membersThere = new Set(listed.value.map(({ name }) => name))
  for (const { name, size } of listed.value) {
    const tag = readMemberName(name)
    if (tag === null) continue
    const path = memberPath(tag)
    if (memory.statements.has(path)) continue
    const place = { kind: 'member', tag } as const
    // What another signed is foreign, whatever it says.
    const parse = (body: Uint8Array) => ({ statement: parseMember(body) })
    const isSeal = (key: string) => key === keys.seal
    const read = await readStatement(desk, { path, place, size }, parse, isSeal)
    if (!read.ok) return read
    if (read.value === null) continue
    const { statement } = read.value.value
    if (statement === null) {
      refuse(desk, path, size, 'malformed', read.value.key)
      continue
    }
    memory.statements.set(path, statement)
    await keepMember(desk, tag, read.value.file)
  }
  return ok(rosterKnown(desk))
}

/** The same, of all statements that were read. One that is not in the folder now still holds: nothing is inferred from absence. */
export function rosterKnown(desk: TeamDesk): Roster {
  const said = [...desk.memory.statements].map(([path, statement]) => ({
    statement,
    tag: path.slice(paths.members.length + 1),
  }))
  const tags = said.map(({ tag }) => tag)
  desk.memory.rosterStamp = tags.sort().join(' ')
  return rosterOf(said)
}

/** So many requests at most are remembered, so many are read anew in one pass, and of so many strangers the notes are: anybody can put some. */
export const MOST_OF_STRANGERS = 200

/** Computers that ask and are not admitted, the latest request of each. How many more there are is told. [TF13] */
export async function gatherRequests(desk: TeamDesk, roster: Roster): Gathered<readonly TeamRequestBody[]> {
  const { requests } = desk.memory
  const listed = await listThere(desk, paths.requests)
  if (!listed.ok) return listed
  const asking = listed.value.flatMap(({ name, size }) => {
    const read = readRequestName(name)
    if (read === null || roster.of(read.device) !== undefined) return []
    return [{ ...read, size, path: requestPath(read.device, read.tag) }]
  })
  const there = new Set(asking.map(({ path }) => path))
  for (const path of [...requests.keys()]) if (!there.has(path)) requests.delete(path)
  let looked = 0
  let further = 0
  for (const { path, device, tag, size } of asking) {
    if (requests.has(path) || isResting(desk, path, size)) continue
    const isFull = requests.size >= MOST_OF_STRANGERS || looked >= MOST_OF_STRANGERS
    if (isFull && device !== desk.device) {
      further++
      continue
    }
    looked++
    const place = { kind: 'request', tag } as const
    const isOwn = (key: string, said: TeamRequestBody) => said.device === device && said.key === key
    const read = await readStatement(desk, { path, place, size }, parseRequest, isOwn)
    if (!read.ok) return read
    if (read.value !== null) requests.set(path, read.value.value)
  }
  if (further > 0) desk.told.say({ problem: 'moreRequests', count: further })
  const latest = new Map<string, TeamRequestBody>()
  for (const { path } of asking) {
    const request = requests.get(path)
    if (request !== undefined && (latest.get(request.device)?.at ?? -1) < request.at)
      latest.set(request.device, request)
  }
  return ok([...latest.values()].sort((a, b) => a.at - b.at))
}

export interface FoundNote {
  readonly n: number
  readonly tag: string
  readonly note: TeamNote
}

/** The last whole note of every computer that left one; of those that are not admitted not more than can be kept in mind. [TF15] */
export async function gatherNotes(desk: TeamDesk): Gathered<ReadonlyMap<string, FoundNote>> {
  const { roster } = desk.memory.seen
  const listed = await listThere(desk, paths.notes)
  if (!listed.ok) return listed
  const found = new Map<string, FoundNote>()
  let strangers = 0
  for (const { name: device, kind } of listed.value) {
    if (kind !== 'dir' || !isIdName(device)) continue
    const isStrange = device !== desk.device && roster?.of(device) === undefined
    if (isStrange && ++strangers > MOST_OF_STRANGERS) continue
    const last = await lastNote(desk, device)
    if (!last.ok) return last
    if (last.value !== null) found.set(device, last.value)
  }
  return ok(found)
}

async function lastNote(desk: TeamDesk, device: string): Gathered<FoundNote | null> {
  const { lastNotes } = desk.memory
  const listed = await listThere(desk, `${paths.notes}/${device}`)
  if (!listed.ok) return listed
  const notes = listed.value.flatMap(({ name, size }) => {
    const read = readNoteName(name)
    return read === null ? [] : [{ ...read, size }]
  })
  notes.sort((a, b) => b.n - a.n || (a.tag < b.tag ? 1 : -1))
  for (const { n, tag, size } of notes) {
    const before = lastNotes.get(device)
    if (before?.n === n && before.tag === tag) return ok(before)
    const path = notePath(device, n, tag)
    const place = { kind: 'note', tag } as const
    const isOwn = (key: string, note: TeamNote) => note.device === device && deviceOf(key) === device
    const read = await readStatement(desk, { path, place, size }, parseNote, isOwn)
    if (!read.ok) return read
    if (read.value === null) continue
    const last = { n, tag, note: read.value.value }
    lastNotes.set(device, last)
    return ok(last)
  }
  return ok(null)
}
