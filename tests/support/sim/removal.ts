import { memberPath } from '../../../node/team/format/names'
import { encodeMember } from '../../../node/team/format/statements'
import { removalEnds } from '../../../node/team/session/removal-ends'
import { putStatement } from '../../../node/team/sync/admit'
import type { SimDevice } from './sim-device'
import { SEAL } from './sim-keys'
import type { SimTeam } from './sim-team'

/**
 * The holder of the seal removes a computer, as the program does: it meets the folder, says up to where that computer's segments are
 * taken, and signs. false: the folder or its own disk did not let it. [TF12]
 */
export async function remove(team: SimTeam, holder: SimDevice, removed: SimDevice): Promise<boolean> {
  await holder.pass()
  if (holder.isDown || holder.passed === null) return false
  const { desk, passed } = holder
  const member = passed.roster.of(removed.desk.device)
  if (member?.removed !== null) return false
  const ends = await removalEnds(desk, passed, member)
  if (!ends.ok) return false
  const at = desk.clock.now()
  const said = team.plant.ends?.(ends.value) ?? ends.value
  const body = { v: 1, device: member.device, at, removed: true, ends: said } as const
  const put = await putStatement(desk, SEAL, body)
  // The answer may be lost and the deed done.
  if (!put.ok && team.carrier.truth.peek(memberPath(desk.names.tag(encodeMember(body)))) === undefined)
    return false
  team.trace(`${removed.name} is removed, ${JSON.stringify(ends.value)}`)
  return true
}
