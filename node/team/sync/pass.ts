import { err, ok, type Result } from '../../../shared/kernel/result'
import { MOST_MARK, readMark, type TeamMark } from '../format/mark'
import { paths } from '../format/names'
import { firstFreeLetter, type Roster } from '../format/roster'
import type { TeamRequestBody } from '../format/statements'
import { isConflictCopy } from '../carrier/conflict-copies'
import { checkCopied } from './contested'
import { fetchAttachments, fetchTemplates, publishAttachments } from './contents'
import { fetchAll } from './fetch'
import { gatherNotes, gatherRequests, gatherRoster, type FoundNote } from './gather'
import { askToBeAdmitted, leaveNote, tellSkew } from './introduce'
import { publishAll } from './publish'
import { carrierFailed, unlessItTakesNothing, type PassFailure, type Step } from './steps'
import type { TeamDesk } from './team-desk'
import { verifyOneTemplate } from './verify-contents'
import { verifyOnePublished } from './verify-published'

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
 * was done until then holds, and the next pass does the rest. `publish`: what is open is closed and put.
 */
export async function passOnce(
  desk: TeamDesk,
  publish: boolean,
): Promise<Result<Passed | null, PassFailure>> {
  const { memory, told, folder } = desk
  told.begin()
  memory.passes++
  memory.beginFetching()
  const mark = await lookAtMark(desk)
  if (!mark.ok || mark.value === null) return mark.ok ? ok(null) : mark
  const roster = await gatherRoster(desk)
  if (!roster.ok) return carrierFailed(roster.error)
  const requests = await gatherRequests(desk, roster.value)
  if (!requests.ok) return carrierFailed(requests.error)
  const asked = await introduce(desk, roster.value, requests.value)
  if (!asked.ok) return asked
  const templates = folder.readOnly ? ok(0) : await fetchTemplates(desk, roster.value)
  if (!templates.ok) return templates
  const fetched = folder.readOnly ? ok(0) : await fetchSafely(desk, roster.value)
  if (!fetched.ok) return fetched
  if (publish && !folder.readOnly && asked.value !== 'removed') {
    const sent = unlessItTakesNothing(desk, await publishEverything(desk, roster.value), null)
    if (!sent.ok) return sent
  }
  const attachments = folder.readOnly ? ok(0) : await fetchAttachments(desk)
  if (!attachments.ok) return attachments
  const noted = unlessItTakesNothing(desk, await leaveNote(desk, roster.value), null)
  if (!noted.ok) return noted
  const notes = await gatherNotes(desk)
  if (!notes.ok) return carrierFailed(notes.error)
  tellSkew(desk, notes.value)
  return ok({
    mark: mark.value,
    roster: roster.value,
    requests: requests.value,
    notes: notes.value,
    templates: templates.value > 0,
    attachments: attachments.value > 0,
  })
}

/** What this computer has and the team folder lacks. */
async function publishEverything(desk: TeamDesk, roster: Roster): Step<null> {
  const sent = await publishAll(desk, roster, true)
  if (!sent.ok) return sent
  const owed = await publishAttachments(desk, [...desk.memory.owed])
  if (!owed.ok) return owed
  const verified = await verifyOnePublished(desk, roster)
  return verified.ok ? verifyOneTemplate(desk) : verified
}

async function fetchSafely(desk: TeamDesk, roster: Roster): Step<number> {
  const copied = await checkCopied(desk, roster)
  return copied.ok ? fetchAll(desk, roster) : copied
}

/** The mark, when it is this team's; null: it is not, and nothing is to be done here. [TF11] */
async function lookAtMark({ carrier, keys, told }: TeamDesk): Step<TeamMark | null> {
  const { path } = keys
  const listed = await carrier.list('')
  if (!listed.ok) return carrierFailed(listed.error)
  const copies = listed.value.filter(({ name }) => isConflictCopy(name))
  if (copies[0]) told.say({ problem: 'conflictCopies', files: copies.length, example: copies[0].name })
  const bytes = await carrier.read(paths.mark, MOST_MARK)
  if (!bytes.ok) {
    if (bytes.error.type !== 'NotFound') return carrierFailed(bytes.error)
    told.say({ problem: 'emptied', path })
    return ok(null)
  }
  const mark = readMark(bytes.value)
  if (!mark.ok) {
    switch (mark.error.type) {
      case 'newer':
        told.say({ problem: 'newerFolder', format: mark.error.format })
        break
      case 'damaged':
      case 'forged':
        told.say({ problem: 'markForged', path })
    }
    return ok(null)
  }
  if (mark.value.team !== keys.team || mark.value.seal !== keys.seal) {
    told.say({ problem: 'otherTeam', path, name: mark.value.name })
    return ok(null)
  }
  return mark
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
  const letter =
    desk.keys.letter || firstFreeLetter([...roster.letters, ...requests.map((request) => request.letter)])
  desk.memory.proposed = letter
  const asked = unlessItTakesNothing(desk, await askToBeAdmitted(desk, letter), null)
  return asked.ok ? ok('waiting') : err(asked.error)
}
