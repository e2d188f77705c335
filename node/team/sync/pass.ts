import { err, ok, type Result } from '../../../shared/kernel/result'
import type { TeamMark } from '../format/mark'
import { firstFreeLetter, type Roster } from '../format/roster'
import type { TeamRequestBody } from '../format/statements'
import { checkCopied } from './contested'
import { fetchAttachments, fetchTemplates, publishAttachments } from './contents'
import { fetchAll } from './fetch'
import { gatherNotes, gatherRequests, gatherRoster, type FoundNote } from './gather'
import { askToBeAdmitted, leaveNote, noteLeaving, tellSkew } from './introduce'
import { keepNote, recall } from './kept'
import { lookAtMark } from './look-at-mark'
import { publishAll } from './publish'
import { carrierFailed, unlessItHangs, unlessItTakesNothing, type PassFailure, type Step } from './steps'
import { removeLeftovers, tellCopies } from './strays'
import type { TeamDesk } from './team-desk'
import { verifyMembers } from './verify-members'
import { verifyOneTemplate } from './verify-contents'
import { verifyOnePublished } from './verify-published'
import { verifyOthers } from './verify-others'

/** What a pass found; what is to be told of it lies with `desk.told`. */
export interface Passed {
  readonly mark: TeamMark
  readonly roster: Roster
  readonly requests: readonly TeamRequestBody[]
  readonly notes: ReadonlyMap<string, FoundNote>
  /** Whether templates or attachments came. */
  readonly templates: boolean
  readonly attachments: boolean
}

/**
 * One meeting with the team folder: who belongs to the team, what came, what goes. Every step may find the folder gone; what
 * was done until then holds, and the next pass does the rest. null: the folder is not this team's now. `publish`: what is
 * open is closed and put.
 */
export async function passOnce(
  desk: TeamDesk,
  publish: boolean,
): Promise<Result<Passed | null, PassFailure>> {
  const { memory, told } = desk
  await recall(desk)
  told.begin()
  memory.beginPass()
  try {
    return await meet(desk, publish)
  } finally {
    memory.fetching.end()
    told.end()
    tellCopies(desk)
  }
}

async function meet(desk: TeamDesk, publish: boolean): Promise<Result<Passed | null, PassFailure>> {
  const { memory, folder } = desk
  const known = await learn(desk)
  if (!known.ok || known.value === null) return known.ok ? ok(null) : known
  const { mark, roster, requests } = known.value
  const standing = await introduce(desk, roster, requests)
  if (!standing.ok) return standing
  const templates = folder.readOnly ? ok(0) : await fetchTemplates(desk, roster)
  if (!templates.ok) return templates
  const fetched = folder.readOnly ? ok(0) : await fetchSafely(desk, roster)
  if (!fetched.ok) return fetched
  if (publish && !folder.readOnly && standing.value !== 'removed') {
    const sent = await publishEverything(desk, roster)
    await keepNote(desk, roster)
    if (!sent.ok) return sent
  }
  const attachments = folder.readOnly ? ok(0) : await fetchAttachments(desk)
  if (!attachments.ok) return attachments
  const noted = unlessItTakesNothing(desk, unlessItHangs(await leaveNote(desk, roster), null), null)
  if (!noted.ok) return noted
  const notes = await gatherNotes(desk)
  if (!notes.ok) return carrierFailed(notes.error)
  memory.seen = { ...memory.seen, notes: notes.value }
  tellSkew(desk, notes.value)
  await removeLeftovers(desk)
  return ok({
    mark,
    roster,
    requests,
    notes: notes.value,
    templates: templates.value > 0,
    attachments: attachments.value > 0,
  })
}

type Learnt = Pick<Passed, 'mark' | 'roster' | 'requests'>

/** Whose folder it is, who belongs to the team, who asks to: each counts from here on, whatever happens next. */
async function learn(desk: TeamDesk): Step<Learnt | null> {
  const { memory } = desk
  const mark = await lookAtMark(desk)
  if (!mark.ok || mark.value === null) return mark.ok ? ok(null) : mark
  memory.seen = { ...memory.seen, mark: mark.value }
  const roster = await gatherRoster(desk)
  if (!roster.ok) return carrierFailed(roster.error)
  memory.seen = { ...memory.seen, roster: roster.value }
  const requests = await gatherRequests(desk, roster.value)
  if (!requests.ok) return carrierFailed(requests.error)
  memory.seen = { ...memory.seen, requests: requests.value }
  return ok({ mark: mark.value, roster: roster.value, requests: requests.value })
}

/**
 * What this computer has and the team folder lacks. A folder that takes nothing, or a file that hangs while it is put, is no
 * reason not to go on with the pass.
 */
async function publishEverything(desk: TeamDesk, roster: Roster): Step<null> {
  const sent = unlessItHangs(await publishAll(desk, roster, true), null)
  if (!sent.ok) return unlessItTakesNothing(desk, sent, null)
  const owed = unlessItHangs(await publishAttachments(desk, [...desk.memory.owed]), null)
  if (!owed.ok) return unlessItTakesNothing(desk, owed, null)
  const verified = unlessItHangs(await verifyOnePublished(desk, roster), null)
  if (!verified.ok) return unlessItTakesNothing(desk, verified, null)
  const others = unlessItHangs(await verifyOthers(desk, roster), null)
  if (!others.ok) return unlessItTakesNothing(desk, others, null)
  const members = unlessItHangs(await verifyMembers(desk), null)
  if (!members.ok) return unlessItTakesNothing(desk, members, null)
  return unlessItTakesNothing(desk, unlessItHangs(await verifyOneTemplate(desk), null), null)
}

async function fetchSafely(desk: TeamDesk, roster: Roster): Step<number> {
  const copied = await checkCopied(desk, roster)
  return copied.ok ? fetchAll(desk, roster) : copied
}

/**
 * Closes and puts what is open, for a program that ends: nothing is fetched, but it is looked at whose folder it is and whether a copy
 * of this computer wrote there. Who was never told who belongs to the team puts nothing. [TF16]
 */
export async function publishLast(desk: TeamDesk): Step<null> {
  const { memory, folder, device } = desk
  const { roster } = memory.seen
  if (roster === null || folder.readOnly || roster.of(device)?.removed) return ok(null)
  const mark = await lookAtMark(desk)
  if (!mark.ok || mark.value === null) return mark.ok ? ok(null) : mark
  const copied = await checkCopied(desk, roster)
  if (!copied.ok) return copied
  const sent = await publishAll(desk, roster, true)
  await keepNote(desk, roster)
  return sent
}

/** Tells the others that this computer leaves by itself, when this is their folder. [TF15] */
export async function sayLeaving(desk: TeamDesk): Step<null> {
  const { roster } = desk.memory.seen
  if (roster === null) return ok(null)
  const mark = await lookAtMark(desk)
  return mark.ok && mark.value !== null ? noteLeaving(desk, roster) : ok(null)
}

/** Asks to be admitted where that is due. */
async function introduce(
  desk: TeamDesk,
  roster: Roster,
  requests: readonly TeamRequestBody[],
): Promise<Result<'member' | 'waiting' | 'removed', PassFailure>> {
  const member = roster.of(desk.device)
  if (member?.removed) {
    desk.told.say({ problem: 'removedFromTeam' })
    return ok('removed')
  }
  if (member) return ok('member')
  desk.told.say({ problem: 'waitingForAdmission' })
  const own = requests.find(({ device }) => device === desk.device)
  if (own) {
    desk.memory.proposed = own.letter
    return ok('waiting')
  }
  const taken = new Set([...roster.letters, ...requests.map((request) => request.letter)])
  // The one that its numbers bear already, where nobody else has it. [TF14]
  const { letter: before } = desk.keys
  const letter = before !== '' && !taken.has(before) ? before : firstFreeLetter(taken)
  desk.memory.proposed = letter
  const asked = unlessItTakesNothing(desk, unlessItHangs(await askToBeAdmitted(desk, letter), null), null)
  return asked.ok ? ok('waiting') : err(asked.error)
}
