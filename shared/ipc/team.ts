import type { Result } from '../kernel/result'
import type { Cursor } from '../store/change'
import type { TeamFailure, TeamPlace, TeamStatus } from '../team'
import type { StartFailure } from './contract'

/** Calls about the team folder. Each one that changes something answers when it has lasted. */
export interface TeamCalls {
  'team:status': { in: null; out: TeamStatus }
  /** What stands at a place that somebody chose. */
  'team:look': { in: { path: string }; out: Result<TeamPlace, TeamFailure> }
  /**
   * Makes a team out of this data folder, in an empty folder. The answer's code moves the right to admit to another
   * computer, should this one be lost: it is shown once, to be printed.
   */
  'team:found': {
    in: { path: string; name: string; computer: string; passphrase: string | null }
    out: Result<{ recoveryCode: string }, TeamFailure>
  }
  /** Whether the passphrase opens the team at a place. Nothing is written. */
  'team:opens': { in: { path: string; passphrase: string }; out: Result<null, TeamFailure> }
  /**
   * Joins: a new data folder of the team is made at `data`, what was published is fetched, and the program starts again on it. `bring`:
   * the changes of the present data folder come along under their own names. The old data folder stays as it is.
   */
  'team:join': {
    in: {
      path: string
      computer: string
      person: string
      passphrase: string | null
      data: string
      bring: boolean
    }
    out: Result<null, TeamFailure | StartFailure>
  }
  /** A place for the new data folder, beside the present one. */
  'team:suggestData': { in: { name: string }; out: { path: string } }
  /** Admits a computer that asks, with the letter of its numbers. */
  'team:admit': { in: { device: string; letter: string; name: string }; out: Result<null, TeamFailure> }
  /** Nothing that this computer publishes from now on is taken by the others. */
  'team:remove': { in: { device: string }; out: Result<null, TeamFailure> }
  /** This computer works alone from now on; everything it has stays. */
  'team:leave': { in: null; out: Result<null, TeamFailure> }
  /** The same team's folder is at another place now; an empty one is filled with what this computer has. */
  'team:move': { in: { path: string }; out: Result<null, TeamFailure> }
  'team:syncNow': { in: null; out: Result<null, TeamFailure> }
  /** The code that was shown when the team was founded, once more; only where the seal is. */
  'team:recoveryCode': { in: null; out: Result<{ recoveryCode: string }, TeamFailure> }
  /** This computer admits others from now on. */
  'team:takeOver': { in: { recoveryCode: string }; out: Result<null, TeamFailure> }
  /** Fills a team folder that was emptied with what this computer keeps of the team; each computer puts its own again with its next pass. */
  'team:refill': { in: null; out: Result<null, TeamFailure> }
  /** What this computer is called in the team. */
  'team:rename': { in: { computer: string }; out: Result<null, TeamFailure> }
  /** Who is working here now, for the colleagues' list. */
  'team:person': { in: { name: string }; out: null }
}

export interface TeamEvents {
  'team:changed': TeamStatus
  /** Changes of others are in the data folder: the working copy catches up to these ends. `templates`: forms came, too. */
  'journal:grown': { ends: readonly Cursor[]; templates: boolean; attachments: boolean }
}
