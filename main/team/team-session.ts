import type { TeamCalls } from '../../shared/ipc/team'
import type { TeamStatus } from '../../shared/team'

type In<N extends keyof TeamCalls> = TeamCalls[N]['in']
type Out<N extends keyof TeamCalls> = Promise<TeamCalls[N]['out']>

/** The team of this run's data folder, or none yet. */
export interface TeamSession {
  readonly status: () => TeamStatus
  readonly look: (path: string) => Out<'team:look'>
  readonly found: (input: In<'team:found'>) => Out<'team:found'>
  readonly join: (input: In<'team:join'>) => Out<'team:join'>
  readonly suggestData: (name: string) => TeamCalls['team:suggestData']['out']
  readonly admit: (input: In<'team:admit'>) => Out<'team:admit'>
  readonly remove: (device: string) => Out<'team:remove'>
  readonly leave: () => Out<'team:leave'>
  readonly move: (path: string) => Out<'team:move'>
  readonly syncNow: () => Out<'team:syncNow'>
  readonly recoveryCode: () => Out<'team:recoveryCode'>
  readonly takeOver: (recoveryCode: string) => Out<'team:takeOver'>
  readonly rename: (computer: string) => Out<'team:rename'>
  readonly person: (name: string) => void
  /** Ends after the pass that runs. */
  readonly close: () => Promise<void>
}
