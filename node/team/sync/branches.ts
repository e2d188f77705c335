import { ok } from '../../../shared/kernel/result'
import type { StoredChange } from '../../../shared/store'
import { attachmentsNamedBy } from '../../store'
import { setAside } from './read-container'
import { diskFailed, type Step } from './steps'
import type { TeamDesk } from './team-desk'

/**
 * In how many passes a branch of somebody else's writer is met before its changes are carried: as a rule the computer that
 * it belongs to does so itself, and one that does is enough. [TF18]
 */
const MEETINGS = 3

/** A segment of another history than the one that is here: what the data folder lacks of it is carried. [TF18] */
export async function meetBranch(
  desk: TeamDesk,
  path: string,
  size: number,
  changes: readonly StoredChange[],
): Step<number> {
  const { memory, folder } = desk
  if (memory.meet(path) < MEETINGS) return ok(0)
  const lacking = await folder.exchange.lacking(changes)
  if (!lacking.ok) return diskFailed(lacking.error)
  if (lacking.value.length === 0) {
    memory.settled.add(path)
    return ok(0)
  }
  for (const hash of attachmentsNamedBy(lacking.value)) memory.wanted.add(hash)
  const carried = await folder.exchange.carry(lacking.value)
  if (!carried.ok) {
    if (carried.error.type !== 'BadChange') return diskFailed(carried.error)
    setAside(desk, path, size)
    return ok(0)
  }
  memory.settled.add(path)
  memory.arrivedChanges += carried.value
  desk.onGrown()
  return ok(carried.value)
}
