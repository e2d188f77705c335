import type { TeamStatus } from './status'

/**
 * The letter that numbers given on this computer bear: its own, while it waits to be admitted the one that it asked for;
 * after leaving, or with lost keys, the one that it bore. Empty for a computer that never had a team. [TF14]
 */
export function letterOf({ standing, self, kept = '' }: TeamStatus): string {
  if (standing === 'none' || !self) return kept
  return self.letter === '' ? (self.proposed ?? '') : self.letter
}

/** A status before any team: nothing is shared, nothing is wrong. */
export const noTeam: TeamStatus = {
  standing: 'none',
  members: [],
  requests: [],
  activity: { state: 'idle', lastSync: null, unsent: 0, fetching: null, arrived: 0 },
  problems: [],
}
