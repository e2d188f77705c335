import { useMemo } from 'react'
import type { PersonRef } from '../../../shared/forms/values'
import { useLive } from '../../db'
import { useServices } from '../../stores'
import { matchingPeople } from './match-people'

export interface Suggestion {
  readonly key: string
  readonly name: string
  /** A person's post; empty for customers. */
  readonly note: string
  readonly value: PersonRef
}

/** Customers offered at once. */
const CUSTOMERS = 8

const none: readonly Suggestion[] = []

/** Who may be meant by `typed`: the firm's staff, or customers of earlier records. Nobody while `typed` is null. */
export function useSuggestions(kind: 'person' | 'customer', typed: string | null): readonly Suggestion[] {
  const { workingCopy } = useServices()
  const staff = useLive(
    () => (kind === 'person' ? workingCopy.staff.list() : Promise.resolve([])),
    [workingCopy, kind],
  )
  const names = useLive(
    () =>
      kind === 'customer' && typed !== null
        ? workingCopy.lists.unlinkedNames(typed, CUSTOMERS)
        : Promise.resolve([]),
    [workingCopy, kind, typed],
  )
  return useMemo(() => {
    if (typed === null) return none
    if (kind === 'person') {
      return matchingPeople(staff ?? [], typed).map(({ id, name, post }) => ({
        key: id,
        name,
        note: post,
        value: { id, name },
      }))
    }
    return (names ?? [])
      .filter((name) => name !== typed)
      .map((name) => ({ key: name, name, note: '', value: { name } }))
  }, [kind, typed, staff, names])
}
