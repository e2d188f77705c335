import { useStore } from 'zustand'
import { useList } from '../../db'
import { useServices, useTeam } from '../../stores'

/** Entries that one page shows: more are shown when these are decided. */
const SHOWN = 50

/** Everything that waits for a decision; `turn`: asked anew after each. Undefined until the first answer. */
export function useOpenMatters(turn: number) {
  const { workingCopy, arrivals } = useServices()
  const { conflicts, sameNumbers, lists } = workingCopy
  const taken = useStore(arrivals.store, (state) => state.taken)
  const found = useList(lists, () => conflicts.list(SHOWN), [conflicts, taken, turn])
  const same = useList(lists, () => sameNumbers.list(), [sameNumbers, taken, turn])
  return found && same ? { ...found, same } : undefined
}

/** How many records, customers and numbers wait for a decision; counted anew when something of others came. */
export function useOpenMatterCount(): number {
  const { workingCopy, arrivals } = useServices()
  const { conflicts, sameNumbers, lists } = workingCopy
  const taken = useStore(arrivals.store, (state) => state.taken)
  const isMember = useTeam(({ status }) => status.standing === 'member')
  const open = useList(lists, () => conflicts.count(), [conflicts, taken]) ?? 0
  // Without a team nobody gives the same number: looking for them is spared.
  const same = useList(lists, () => (isMember ? sameNumbers.list() : Promise.resolve([])), [
    sameNumbers,
    taken,
    isMember,
  ])
  return open + (same?.length ?? 0)
}
