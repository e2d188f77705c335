import { ok } from '../../../shared/kernel/result'
import { encodeContainer } from '../format/container'
import { mintOf, type KeyPair } from '../format/identity'
import { memberPath } from '../format/names'
import type { Roster } from '../format/roster'
import { encodeMember, type MemberStatement, type RemovalStatement } from '../format/statements'
import { carrierFailed, type Step } from './steps'
import type { TeamDesk } from './team-desk'

/** Puts what the seal says of a computer. [TF12] */
export async function putStatement(
  desk: Pick<TeamDesk, 'carrier' | 'sealing' | 'names'>,
  seal: KeyPair,
  statement: MemberStatement | RemovalStatement,
): Step<null> {
  const body = encodeMember(statement)
  const container = await encodeContainer({ kind: 'member' }, body, { ...desk.sealing, pair: seal })
  const put = await desk.carrier.putNew(memberPath(desk.names.tag(body)), container)
  return put.ok || put.error.type === 'Taken' ? ok(null) : carrierFailed(put.error)
}

/** Ends a computer's admission with what is known of its writers now. */
export function removalOf(desk: TeamDesk, roster: Roster, device: string): RemovalStatement | null {
  const member = roster.of(device)
  if (member === undefined) return null
  const ends: Record<string, number> = {}
  for (const { writer, segment, ended } of desk.folder.exchange.segments()) {
    const isTheirs = mintOf(member.key, writer) !== null || member.writers.includes(writer)
    if (isTheirs && ended) ends[writer] = segment
  }
  return { v: 1, device, at: desk.clock.now(), removed: true, ends }
}
