import { useMemo } from 'react'
import { useList, useLive } from '../../db'
import { useAppState, useServices } from '../../stores'
import { matchingPeople } from './match-people'
import { CUSTOMERS, customerSuggestions, type Suggestion } from './suggestions'

const none: readonly Suggestion[] = []
/** The same for every closed list: nothing is drawn again when lines change. */
const nobody = { rows: [], names: [] }
const noIds: readonly string[] = []

/** Who may be meant by `typed`: the firm's staff, or its customers. Nobody while `typed` is null. */
export function useSuggestions(
  kind: 'person' | 'customer',
  typed: string | null,
  /** The name that the field holds now: what a new customer would be called when nothing is typed. */
  standing: string,
): readonly Suggestion[] {
  const { workingCopy } = useServices()
  const recent = useAppState(({ settings }) => settings.recentCustomers) ?? noIds
  const staff = useLive(
    () => (kind === 'person' ? workingCopy.staff.list() : Promise.resolve([])),
    [workingCopy, kind],
  )
  const customers = useList(
    workingCopy.lists,
    async (lists) => {
      if (kind !== 'customer' || typed === null) return nobody
      const [rows, names] = await Promise.all([
        typed === '' ? lists.customerRows(recent) : lists.findActiveCustomers(typed, CUSTOMERS),
        lists.unlinkedNames(typed, CUSTOMERS),
      ])
      return { rows, names }
    },
    [kind, typed, recent],
  )
  return useMemo(() => {
    if (typed === null) return none
    if (kind === 'person') {
      return matchingPeople(staff ?? [], typed).map(({ id, name, post }) => ({
        key: id,
        name,
        note: post,
        takes: { offer: 'value', value: { id, name } },
      }))
    }
    // Until the first answer there is nothing to choose from, and nothing jumps.
    if (!customers) return none
    const newName = workingCopy.readOnly ? null : typed === '' ? standing : typed
    return customerSuggestions({ typed, ...customers, newName })
  }, [kind, typed, staff, customers, standing, workingCopy])
}
