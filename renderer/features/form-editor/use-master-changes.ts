import { useMemo } from 'react'
import { isCard } from '../../../shared/customers/by-meaning'
import { linkedPlaces } from '../../../shared/customers/choosing'
import { useLive } from '../../db'
import type { WorkingCopy } from '../../db'
import { useAppState, useServices } from '../../stores'
import type { RecordSession } from '../../stores'
import type { SheetState } from './use-sheet-state'
import { begunAt, masterChanges, masterOf } from './master-changes'
import type { Master, MasterChange } from './master-changes'

const none: readonly MasterChange[] = []
const nobody: ReadonlyMap<string, Master> = new Map()

/** What the customers' master has changed since this form copied it, without what was left as it is in this sitting. */
function useMasterChanges(state: SheetState): readonly MasterChange[] {
  const { workingCopy } = useServices()
  const ignored = useAppState(({ ignoredChanges }) => ignoredChanges)
  const { template, values, recordId, readOnly } = state
  // A card that is 登记 shows the master itself.
  const asks = !readOnly && !(isCard(template) && state.state !== 'draft')
  const ids = useMemo(
    () => (asks ? [...new Set(linkedPlaces(template, values).map(({ id }) => id))].sort().join(' ') : ''),
    [asks, template, values],
  )
  const masters = useLive(() => readMasters(workingCopy, ids), [workingCopy, ids]) ?? nobody
  return useMemo(() => {
    if (!asks || masters.size === 0) return none
    const changes = masterChanges(template, values, masters, begunAt(recordId))
    return changes.filter(({ key }) => !ignored.has(`${recordId} ${key}`))
  }, [asks, template, values, masters, recordId, ignored])
}

export interface CustomerChanges {
  readonly changes: readonly MasterChange[]
  readonly take: (changes: readonly MasterChange[]) => void
  readonly takeAll: () => void
  /** Leaves them as they are, in this sitting. */
  readonly ignore: () => void
}

/** The same, with what can be done about it: taking is an ordinary edit. */
export function useCustomerChanges(session: RecordSession, state: SheetState): CustomerChanges {
  const { app } = useServices()
  const changes = useMasterChanges(state)
  const { recordId } = state
  const take = (taken: readonly MasterChange[]) => {
    session.actions.setValues(taken.map(({ path, there }) => ({ path, value: there })))
  }
  return {
    changes,
    take,
    takeAll: () => {
      take(changes)
    },
    ignore: () => {
      app.ignoreChanges(changes.map(({ key }) => `${recordId} ${key}`))
    },
  }
}

/** Customers by the ids under which a form names them. */
async function readMasters({ customers }: WorkingCopy, ids: string): Promise<ReadonlyMap<string, Master>> {
  const wanted = ids === '' ? [] : ids.split(' ')
  const read = await Promise.all(
    wanted.map(async (id) => {
      const customer = await customers.survivor(id)
      return customer ? ([id, masterOf(customer, await customers.history(customer.id))] as const) : null
    }),
  )
  return new Map(read.filter((each) => each !== null))
}
