import type { EntityState } from '../store'
import { valuesOf } from '../store'
import { cellsOf } from '../search/columns'
import { CUSTOMERS, type ListRow } from '../search/list-row'
import { bareDigits } from '../search/digits'
import { nameWords } from '../search/words'
import { isClosed, namesOf, phonesOf, readCustomer, textOf } from './customer'
import { CUSTOMER_FIELDS } from './fields'

/** The line of a customer in lists. */
export function customerRow(state: EntityState): ListRow {
  const customer = readCustomer(state)
  const { values, created, changed } = customer
  const digits = [textOf(values.fields['code']), ...phonesOf(values)].map(bareDigits)
  return {
    id: customer.id,
    list: CUSTOMERS,
    state: customer.state,
    number: textOf(values.fields['code']),
    title: customer.name,
    on: textOf(values.fields['since']),
    createdAt: created?.hlc.ms ?? 0,
    updatedAt: changed?.hlc.ms ?? 0,
    createdBy: created?.person?.name ?? '',
    updatedBy: changed?.person?.name ?? '',
    customers: [],
    cells: cellsOf({ fields: CUSTOMER_FIELDS }, values),
    words: [...nameWords(namesOf(values)), ...digits].filter((word) => word !== '').join(' '),
    dues: [],
    conflicts: Object.keys(valuesOf(state).conflicts).length,
    corrections: 0,
    files: 0,
    from: customer.mergedInto,
    ...(customer.state === 'merged' && isClosed(state) ? { closed: true } : {}),
  }
}
