import { err } from '../../../shared/kernel/result'
import { putFailure } from './key-failure'
import { removalEnds } from './removal-ends'
import type { Done, SessionContext } from './session-context'
import { state } from './statement'

/**
 * Ends a computer's admission. What it has written until now is to be with everybody, so that the folder is met first, and a folder that
 * cannot be reached now is no ground to end it on. [TF12]
 */
export async function removeMember({ service }: SessionContext, device: string): Done {
  if (!service?.passed) return err({ type: 'NotInTeam' })
  const { keys } = service
  if (keys.sealSecret === null) return err({ type: 'NotSealHolder' })
  const met = await service.meetNow()
  if (!met.ok) return met
  const { passed, desk } = service
  const member = passed.roster.of(device)
  if (member === undefined) return err({ type: 'NotInTeam' })
  const ends = await removalEnds(desk, passed, member)
  if (!ends.ok) return err(putFailure(ends.error, keys.path))
  return state(service, { v: 1, device, at: desk.clock.now(), removed: true, ends: ends.value })
}
