import { mintOf } from '../format/identity'
import type { Roster } from '../format/roster'
import type { TeamDesk } from './team-desk'

/** Whether this computer answers for a writer: its name was made with this computer's key, or its admission names it. [TF2] */
export function isOwnWriter({ pair, device }: TeamDesk, roster: Roster, writer: string): boolean {
  return mintOf(pair.key, writer) !== null || roster.of(device)?.writers.includes(writer) === true
}

/** Those of the data folder's writers, the present one among them. */
export function ownWriters(desk: TeamDesk, roster: Roster): readonly string[] {
  const writers = new Set(desk.folder.exchange.segments().map(({ writer }) => writer))
  return [...writers].filter((writer) => isOwnWriter(desk, roster, writer))
}

/** This computer's place among the members that are not removed, by letter; null: it is none of them. */
export function rankIn({ device }: Pick<TeamDesk, 'device'>, roster: Roster): number | null {
  const present = roster.members.filter(({ removed }) => removed === null)
  const rank = present.findIndex((member) => member.device === device)
  return rank < 0 ? null : rank
}
