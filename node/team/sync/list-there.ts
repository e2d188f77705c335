import { ok, type Result } from '../../../shared/kernel/result'
import type { CarrierEntry, CarrierFailure } from '../carrier/team-folder'
import { noticeStrays } from './strays'
import type { TeamDesk } from './team-desk'

/** Names in a folder; none when it is not there (yet). */
export async function listThere(
  desk: TeamDesk,
  dir: string,
): Promise<Result<readonly CarrierEntry[], CarrierFailure>> {
  const listed = await desk.carrier.list(dir)
  if (!listed.ok) return listed.error.type === 'NotFound' ? ok([]) : listed
  noticeStrays(desk, dir, listed.value)
  return listed
}
