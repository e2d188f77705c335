import { segmentPath } from '../format/names'
import type { Roster } from '../format/roster'
import { segmentTag } from './listing'
import { ownWriters } from './own-writers'
import type { TeamDesk } from './team-desk'

/**
 * Changes that are here in this computer's name and not in the team folder, as far as is known: from this sitting, otherwise from what the data
 * folder keeps of the last one. [TF26]
 */
export function unsentChanges(desk: TeamDesk, roster: Roster): number {
  let unsent = 0
  for (const writer of ownWriters(desk, roster)) {
    const segments = desk.folder.exchange.segments(writer)
    const kept = desk.memory.kept.sent[writer]
    // The note counts only with the journal that it was written for: an older data folder may have been put back.
    const known = segments.find(({ segment }) => segment === kept?.segment)
    const isThisJournal = known !== undefined && segmentTag(desk, known.chain) === kept?.tag
    const upTo = isThisJournal ? known.segment : 0
    const from = desk.memory.carriedFrom.get(writer) ?? kept?.carriedFrom ?? Infinity
    for (const { segment, chain, changes } of segments) {
      if (segment <= upTo || segment >= from) continue
      if (!desk.memory.published.has(segmentPath(writer, segment, segmentTag(desk, chain)))) unsent += changes
    }
  }
  return unsent
}
