import { customerField, isCard, overlayCard } from '../../shared/customers/by-meaning'
import { readCustomer } from '../../shared/customers/customer'
import type { Template } from '../../shared/forms/template'
import { seenOf, survivorsAt, type EntityRef } from '../../shared/store'
import { KNOWN } from '../../shared/store/values-of'
import { today } from '../platform'
import { knownState, seenOnCard, tookOverThen } from './card-seen'
import { withDerived, withoutDerived } from '../../shared/forms/values/derived'
import { currentState, type Desk } from './journal'
import { changesOf } from './record-history'
import type { RecordView } from './records-types'
import { survivorIn } from './survivors'

/** A card that is 登记 shows its customer as the master says it now; every other record stands as it was filled. [ST41] */
export async function asCard(desk: Desk, view: RecordView): Promise<RecordView> {
  const { template, row, values } = view
  if (!template || !isCard(template) || row.state === 'void') return view
  const named = customerField(template)
  const value = named ? values.fields[named.key] : undefined
  const id = typeof value === 'object' && 'name' in value ? value.id : undefined
  if (id === undefined) return view
  if (row.state === 'draft') return asDraft(desk, view, template, id)
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

/** A draft stands as it was filled, and knows what its customer said when that was chosen. */
async function asDraft(desk: Desk, view: RecordView, template: Template, id: string): Promise<RecordView> {
  if (!view.seen[KNOWN]) return view
  const card = await currentState(desk, { kind: 'record', id: view.row.id })
  const text = card && survivorsAt(card, [KNOWN])[0]?.value
  const ref: EntityRef = { kind: 'customer', id }
  const then = typeof text === 'string' ? knownState(ref, await changesOf(desk, ref), text) : null
  if (!then) return view
  const shown = tookOverThen(template, withoutDerived(template, view.values), readCustomer(then))
  return { ...view, master: { id, seen: seenOnCard(template, seenOf(then)), shown } }
}
