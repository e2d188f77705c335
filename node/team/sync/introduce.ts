import { canonicalJson } from '../../../shared/kernel/canonical-json'
import { ok } from '../../../shared/kernel/result'
import { toHex } from '../../../shared/kernel/bytes'
import { encodeContainer } from '../format/container'
import { isOwnWriter } from './own-writers'
import { notePath, paths, readNoteName, requestPath } from '../format/names'
import type { Roster } from '../format/roster'
import {
  encodeNote,
  encodeRequest,
  MOST_SEEN,
  type TeamNote,
  type TeamRequestBody,
} from '../format/statements'
import { cleanText } from '../format/texts'
import type { FoundNote } from './gather'
import { listThere } from './list-there'
import { carrierFailed, type Step } from './steps'
import type { TeamDesk } from './team-desk'

/** Asks to be admitted, once in a sitting, unless the same request stands there. [TF13] */
export async function askToBeAdmitted(desk: TeamDesk, letter: string): Step<null> {
  const { memory, clock, keys, pair, device, carrier, sealing, names } = desk
  if (memory.requested) return ok(null)
  const request: TeamRequestBody = {
    v: 1,
    device,
    key: pair.key,
    name: cleanText(keys.name),
    person: cleanText(desk.person()),
    letter,
    program: desk.program,
    at: clock.now(),
  }
  const body = encodeRequest(request)
  const container = await encodeContainer({ kind: 'request' }, body, sealing)
  const put = await carrier.putNew(requestPath(device, names.tag(body)), container)
  if (!put.ok && put.error.type !== 'Taken') return carrierFailed(put.error)
  memory.requested = true
  return ok(null)
}

/** A note that says the same again is put after so long. */
const NOTE_MS = 30 * 60 * 1000
/** Notes are not put more often than this. */
const LEAST_NOTE_MS = 60 * 1000

/** What a note says of its computer. */
type Said = Pick<TeamNote, 'name' | 'person' | 'program' | 'read' | 'sent' | 'left'>

function sayWhere(desk: TeamDesk, roster: Roster): Said {
  const read: Record<string, number> = {}
  const sent: Record<string, number> = {}
  for (const { writer, segment, ended } of desk.folder.exchange.segments()) {
    const into = isOwnWriter(desk, roster, writer) ? sent : read
    if (ended) into[writer] = segment
  }
  return {
    name: cleanText(desk.keys.name),
    person: cleanText(desk.person()),
    program: desk.program,
    read,
    sent,
  }
}

/** Says where this computer is, when that has changed. [TF15] */
export async function leaveNote(desk: TeamDesk, roster: Roster): Step<null> {
  const { memory, clock } = desk
  const said = sayWhere(desk, roster)
  const text = canonicalJson(said)
  const now = clock.now()
  const age = memory.note === null ? Infinity : Math.abs(now - memory.note.at)
  if (age < LEAST_NOTE_MS || (memory.note?.text === text && age < NOTE_MS)) return ok(null)
  return putNote(desk, said, text, now)
}

/** Says, at once, that this computer leaves the team by itself. [TF15] */
export const noteLeaving = (desk: TeamDesk, roster: Roster): Step<null> =>
  putNote(desk, { ...sayWhere(desk, roster), left: true }, '', desk.clock.now())

async function putNote(desk: TeamDesk, said: Said, text: string, now: number): Step<null> {
  const { carrier, device, names, memory, sealing } = desk
  const dir = `${paths.notes}/${device}`
  const listed = await listThere(desk, dir)
  if (!listed.ok) return carrierFailed(listed.error)
  const there = listed.value.flatMap(({ name }) => readNoteName(name) ?? [])
  const n = Math.max(0, memory.note?.n ?? 0, ...there.map((note) => note.n)) + 1
  memory.sitting ||= toHex(desk.random(8))
  const seen = there.map((one) => one.tag).slice(-MOST_SEEN)
  const note: TeamNote = { v: 1, device, at: now, ...said, sitting: memory.sitting, seen }
  const body = encodeNote(note)
  const tag = names.tag(body)
  const put = await carrier.putNew(
    notePath(device, n, tag),
    await encodeContainer({ kind: 'note' }, body, sealing),
  )
  if (!put.ok && put.error.type !== 'Taken') return carrierFailed(put.error)
  memory.note = { n, tag, at: now, text }
  memory.noted.add(tag)
  for (const old of there) if (old.n < n - 1) await carrier.removeOwn(notePath(device, old.n, old.tag))
  return ok(null)
}

/** Clocks that are further apart than this are told. */
const SKEW_MS = 10 * 60 * 1000

/**
 * A note from the future: that computer's clock is ahead, or this one's is behind. One from the past tells nothing: it may have been
 * long on its way. [TF21]
 */
export function tellSkew({ clock, told, device }: TeamDesk, notes: ReadonlyMap<string, FoundNote>): void {
  for (const [of, { note }] of notes) {
    const ahead = note.at - clock.now()
    if (of !== device && ahead > SKEW_MS) told.say({ problem: 'clockSkew', name: note.name, ahead })
  }
}
