import { useLive, type SeenPlaces } from '../../db'
import { useAppState, useServices, useTeam } from '../../stores'

/** Changes that the page lists; the audit list has all. */
const LISTED = 500

/** Where the current person's looking begins, and which writers are this computer's. Null before it is known. */
function useSeen(): { readonly seen: SeenPlaces; readonly own: readonly string[] } | null {
  const isMember = useTeam(({ status }) => status.standing === 'member')
  const person = useAppState(({ settings }) => settings.person)
  const seen = useAppState(({ settings }) =>
    person === undefined ? undefined : settings.arrivedSeen?.[person],
  )
  const own = useAppState(({ settings }) => settings.ownWriters) ?? []
  const started = useAppState(({ start }) => start.writer)
  // It may be another one since: what this computer writes itself has not come from anybody.
  const writer = useTeam(({ status }) => status.writer ?? started)
  return isMember && seen ? { seen, own: [...own, started, writer] } : null
}

/** How many changes of others came since the person looked; 0 without a team. */
export function useArrivedCount(): number {
  const { workingCopy } = useServices()
  const since = useSeen()
  const key = JSON.stringify(since)
  return (
    useLive(
      () => (since ? workingCopy.arrived.count(since.seen, since.own) : Promise.resolve(0)),
      [workingCopy, key],
    ) ?? 0
  )
}

/** What came, by what it is about; undefined until it is known. */
export function useArrived() {
  const isMember = useTeam(({ status }) => status.standing === 'member')
  const { workingCopy, app } = useServices()
  const since = useSeen()
  const key = JSON.stringify(since)
  const person = useAppState(({ settings }) => settings.person)
  const view = useLive(
    () =>
      since
        ? workingCopy.arrived.list(since.seen, since.own, LISTED)
        : Promise.resolve({ groups: [], more: 0 }),
    [workingCopy, key],
  )
  return {
    view,
    /** Why nothing can be said: there is no team, or nobody was chosen as working here. */
    unknown: since !== null ? null : isMember ? ('nobody' as const) : ('alone' as const),
    /** All that is here now counts as seen by this person. */
    markAll: async () => {
      if (person !== undefined) await app.setSeen(person, await workingCopy.arrived.places())
    },
  }
}
