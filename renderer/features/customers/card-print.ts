import { CARD, overlayCard } from '../../../shared/customers/by-meaning'
import { textOf, type Customer } from '../../../shared/customers/customer'
import type { PrintJob } from '../../../shared/ipc/contract'
import type { Letterhead } from '../../../shared/print/layout-input'
import { emptyValues } from '../../../shared/forms/values'
import { withDerived, withoutDerived, type WorkingCopy } from '../../db'

/** 客户资料卡 as the customer stands now, with what its newest card says besides; undefined where the form is not at hand. */
export async function cardPrint(
  { templates, records, lists }: Pick<WorkingCopy, 'templates' | 'records' | 'lists'>,
  customer: Customer,
  letterhead: Letterhead,
  today: string,
): Promise<PrintJob | undefined> {
  const states = ['submitted', 'closed'] as const
  const cards = await lists.records({ list: CARD, customers: [customer.id], states }, 0, 1)
  const [row] = cards.rows
  const card = row && (await records.get(row.id))
  const template = card?.template ?? templates.current(CARD)?.template
  if (!template) return undefined
  const stood = card ? withoutDerived(template, card.values) : emptyValues
  const code = textOf(customer.values.fields['code'])
  const values = withDerived(template, overlayCard(template, stood, customer), code, { today })
  return { job: 'form', sheets: [{ template, values, letterhead, mode: 'filled' }] }
}
