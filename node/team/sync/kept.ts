import { openContainer } from '../format/container'
import { readMark } from '../format/mark'
import { memberPath, readMemberName, segmentPath } from '../format/names'
import type { Roster } from '../format/roster'
import { parseMember } from '../format/statements'
import { rosterKnown } from './gather'
import { encodeKept, isInRuns, parseKept, runsOf, type KeptNote, type Run, type Sent } from './kept-note'
import { tellLeftBehind } from './left-behind'
import { segmentTag } from './listing'
import { ownWriters } from './own-writers'
import type { TeamDesk } from './team-desk'

/** Where the mark, the seal's statements and this computer's own note stand in the data folder's `team/`. [TF26] */
export const MARK_KEPT = 'mark.json'
export const MEMBERS_KEPT = 'members'
const noteKept = (device: string): string => `${device}.json`

/** Keeps the mark's bytes as they are, so that an emptied team folder can be filled again. */
export async function keepMark({ folder, memory }: TeamDesk, bytes: Uint8Array): Promise<void> {
  if (memory.isMarkKept || folder.readOnly) return
  memory.isMarkKept = (await folder.exchange.team.keep(MARK_KEPT, bytes)).ok
}

/** Keeps the file of a statement of the seal. */
export async function keepMember({ folder }: TeamDesk, tag: string, file: Uint8Array): Promise<void> {
  if (!folder.readOnly) await folder.exchange.team.keep(`${MEMBERS_KEPT}/${tag}`, file)
}

/** Knows, before the team folder is reached, what the data folder keeps of it: the mark, who belongs to the team, what was published. */
export function recall(desk: TeamDesk): Promise<void> {
  return (desk.memory.recalled ??= recallAll(desk))
}

async function recallAll(desk: TeamDesk): Promise<void> {
  const { memory, folder, keys, sealing, device } = desk
  const { team } = folder.exchange
  const mark = await team.read(MARK_KEPT)
  const read = mark.ok && mark.value !== null ? readMark(mark.value) : null
  const isOurs = read?.ok === true && read.value.team === keys.team && read.value.seal === keys.seal
  for (const name of await team.names(MEMBERS_KEPT)) {
    const tag = readMemberName(name)
    const file = tag === null ? null : await team.read(`${MEMBERS_KEPT}/${name}`)
    if (tag === null || file?.ok !== true || file.value === null) continue
    const secret = { team: keys.team, secret: sealing.secret }
    const opened = await openContainer(file.value, { kind: 'member', tag }, secret)
    // Anybody who can write here could have put it: only what the seal signed counts.
    const statement = opened.ok && opened.value.key === keys.seal ? parseMember(opened.value.body) : null
    if (statement !== null) memory.statements.set(memberPath(tag), statement)
  }
  const roster = rosterKnown(desk)
  if (isOurs && roster.members.length > 0) memory.seen = { ...memory.seen, mark: read.value, roster }
  const note = await team.read(noteKept(device))
  if (note.ok && note.value !== null) memory.kept = parseKept(note.value)
  recallChecked(desk, roster)
  await tellLeftBehind(desk)
  memory.isRecalled = true
}

function recallChecked(desk: TeamDesk, roster: Roster): void {
  const { memory, folder } = desk
  for (const writer of ownWriters(desk, roster)) {
    const runs = memory.kept.checked[writer]
    for (const { segment, chain } of folder.exchange.segments(writer))
      if (isInRuns(runs, segment))
        memory.verifying.checked.add(segmentPath(writer, segment, segmentTag(desk, chain)))
  }
}

/** So many further published files are read again before that alone is worth writing down. */
const CHECKED_TO_KEEP = 20

/** Writes down what this computer has published, when that has changed. */
export async function keepNote(desk: TeamDesk, roster: Roster): Promise<void> {
  const { memory, folder, device } = desk
  if (folder.readOnly) return
  const note = noteOf(desk, roster)
  const isSentSame = JSON.stringify(note.sent) === JSON.stringify(memory.kept.sent)
  const more = Math.abs(countOf(note.checked) - countOf(memory.kept.checked))
  if (isSentSame && more < CHECKED_TO_KEEP) return
  const kept = await folder.exchange.team.keep(noteKept(device), encodeKept(note))
  if (kept.ok) memory.kept = note
}

const countOf = (checked: KeptNote['checked']): number =>
  Object.values(checked)
    .flat()
    .reduce((sum, [first, last]) => sum + last - first + 1, 0)

function noteOf(desk: TeamDesk, roster: Roster): KeptNote {
  const { memory, folder } = desk
  const sent: Record<string, Sent> = {}
  const checked: Record<string, readonly Run[]> = {}
  for (const writer of [...ownWriters(desk, roster)].sort()) {
    const before = memory.kept.sent[writer]
    const carriedFrom = memory.carriedFrom.get(writer)
    // What it has in the team folder was not looked at in this sitting: what was known before still holds.
    if (before !== undefined && !memory.lookedAt.has(writer)) {
      sent[writer] = { ...before, carriedFrom: carriedFrom ?? before.carriedFrom }
      const runs = memory.kept.checked[writer]
      if (runs !== undefined) checked[writer] = runs
      continue
    }
    const published = folder.exchange
      .segments(writer)
      .map(({ segment, chain }) => ({ segment, tag: segmentTag(desk, chain) }))
      .filter(({ segment, tag }) => memory.published.has(segmentPath(writer, segment, tag)))
    const { segment, tag } = published.at(-1) ?? { segment: 0, tag: '' }
    sent[writer] = { segment, tag, carriedFrom: carriedFrom ?? null }
    const read = published.filter((one) =>
      memory.verifying.checked.has(segmentPath(writer, one.segment, one.tag)),
    )
    if (read.length > 0) checked[writer] = runsOf(read.map((one) => one.segment))
  }
  return { sent, checked }
}
