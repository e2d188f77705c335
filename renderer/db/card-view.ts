import { customerField, isCard, overlayCard } from '../../shared/customers/by-meaning'
import { readCustomer } from '../../shared/customers/customer'
import { seenOf } from '../../shared/store'
import { today } from '../platform'
import { seenOnCard } from './card-seen'
import { withDerived, withoutDerived } from './derived'
import { currentState, type Desk } from './journal'
import type { RecordView } from './records-types'
import { survivorIn } from './survivors'

/** A card that is 登记 shows its customer as the master says it now; every other record stands as it was filled. */
export async function asCard(desk: Desk, view: RecordView): Promise<RecordView> {
  const { template, row, values } = view
  if (!template || !isCard(template) || (row.state !== 'submitted' && row.state !== 'closed')) return view
  const named = customerField(template)
  const value = named ? values.fields[named.key] : undefined
  const id = typeof value === 'object' && 'name' in value ? value.id : undefined
  if (id === undefined) return view
  const now = await survivorIn(desk.db, id)
  const state = await currentState(desk, { kind: 'customer', id: now })
  if (!state) return view
  const shown = overlayCard(template, withoutDerived(template, values), readCustomer(state))
  return {
    ...view,
    values: withDerived(template, shown, row.number, { today: today(desk.clock) }),
    master: { id: now, seen: seenOnCard(template, seenOf(state)) },
  }
}
