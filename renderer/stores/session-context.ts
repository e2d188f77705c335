import { today } from '../platform'
import type { SessionDeps } from './record-session-types'

/** What first values and computed fields are worked out with. */
export const contextOf = (
  deps: SessionDeps,
): { today: string; me?: NonNullable<ReturnType<SessionDeps['person']>> } => {
  const me = deps.person()
  return { today: today(deps.clock), ...(me ? { me } : {}) }
}
