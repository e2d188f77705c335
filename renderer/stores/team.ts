import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Bridge, Calls } from '../../shared/ipc/contract'
import { noTeam, type TeamStatus } from '../../shared/team'

/** What a person does about the team; `team:look` and `team:suggestData` only ask. */
export type TeamAct =
  | 'team:found'
  | 'team:join'
  | 'team:admit'
  | 'team:remove'
  | 'team:leave'
  | 'team:move'
  | 'team:syncNow'
  | 'team:recoveryCode'
  | 'team:takeOver'
  | 'team:rename'
  | 'team:refill'

export interface TeamState {
  readonly status: TeamStatus
  /** The main process has said how things stand. */
  readonly known: boolean
  /** What is being done at a person's wish; null: nothing. */
  readonly acting: TeamAct | null
}

export interface TeamStore {
  readonly store: StoreApi<TeamState>
  /** Asks how things stand and listens from then on. Answers the way to stop. */
  readonly follow: () => () => void
  /** Does one thing; another one meanwhile is a mistake of the screen. Afterwards the status is that behind it. */
  readonly act: <N extends TeamAct>(name: N, input: Calls[N]['in']) => Promise<Calls[N]['out']>
}

/** How this computer stands to its team, kept up by what the main process tells. */
export function createTeamStore(bridge: Bridge): TeamStore {
  const store = createStore<TeamState>(() => ({ status: noTeam, known: false, acting: null }))
  /** Rises with every status that was told: an answer that was asked for earlier says nothing new then. */
  let told = 0
  const ask = async () => {
    const before = told
    const status = await bridge.call('team:status', null)
    if (before === told) store.setState({ status, known: true })
  }
  return {
    store,
    follow: () => {
      const stop = bridge.on('team:changed', (status) => {
        told++
        store.setState({ status, known: true })
      })
      // Where it cannot be asked now, the next thing that is told says it.
      ask().catch(() => undefined)
      return stop
    },
    act: async (name, input) => {
      store.setState({ acting: name })
      try {
        const done = await bridge.call(name, input)
        await ask()
        return done
      } finally {
        store.setState({ acting: null })
      }
    },
  }
}
