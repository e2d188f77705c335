import { createContext, useContext, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { PersonRef } from '../../shared/forms/values'
import type { Bridge } from '../../shared/ipc/contract'
import type { Clock, RandomBytes } from '../../shared/kernel/clock'
import { useLive, type StaffMember, type WorkingCopy } from '../db'
import type { AppState, AppStore } from './app-store'
import type { Arrivals } from './arrivals'
import type { Lock } from './lock'
import type { SafetyState, SafetyStore } from './safety'
import type { TeamState, TeamStore } from './team'

/** What the composition root hands to every page. */
export interface Services {
  readonly bridge: Bridge
  readonly workingCopy: WorkingCopy
  readonly app: AppStore
  readonly lock: Lock
  readonly team: TeamStore
  readonly arrivals: Arrivals
  readonly safety: SafetyStore
  readonly clock: Clock
  readonly random: RandomBytes
}

const Context = createContext<Services | null>(null)

export function ServicesProvider({
  services,
  children,
}: {
  readonly services: Services
  readonly children: ReactNode
}) {
  return <Context value={services}>{children}</Context>
}

export function useServices(): Services {
  const services = useContext(Context)
  if (!services) throw new Error('useServices outside of ServicesProvider')
  return services
}

/** A part of this computer's state; the view follows when it changes. */
export function useAppState<T>(select: (state: AppState) => T): T {
  return useStore(useServices().app.store, select)
}

/** A part of how this computer stands to its team; the view follows when it changes. */
export function useTeam<T>(select: (state: TeamState) => T): T {
  return useStore(useServices().team.store, select)
}

/** A part of how safe the data are; the view follows when it changes. */
export function useSafety<T>(select: (state: SafetyState) => T): T {
  return useStore(useServices().safety.store, select)
}

/** Who is working here, as the staff list knows them now; undefined before anybody was chosen. */
export function useCurrentPerson(): StaffMember | undefined {
  const { workingCopy } = useServices()
  const id = useAppState((state) => state.settings.person)
  return useLive(() => (id ? workingCopy.staff.get(id) : Promise.resolve(undefined)), [workingCopy, id])
}

/** The same as it is kept with a change or written into a field. */
export function usePersonRef(): PersonRef | undefined {
  const person = useCurrentPerson()
  return person ? { id: person.id, name: person.name } : undefined
}
