import { readCustomer } from '../customers/customer'
import type { Template } from '../forms/template'
import { withDerived } from '../forms/values/derived'
import { recordInfo, type EntityState } from '../store'
import { filledIn } from '../store/state-at'
import type { Exported } from './export-table'

const RECORD_STATES = { draft: '草稿', submitted: '已登记', closed: '已办结', void: '已作废' } as const
const CUSTOMER_STATES = { active: '正常', closed: '已销户', merged: '已并入' } as const

/** Heads of the info columns of `exportedCustomer` and `exportedRecord`. */
export const CUSTOMER_INFO = ['客户状态'] as const
export const RECORD_INFO = ['单据状态', '单据登记日'] as const

/** A customer as it goes out in a table. `states`: what its states are called there. */
export function exportedCustomer(
  state: EntityState,
  states: Readonly<Record<keyof typeof CUSTOMER_STATES, string>> = CUSTOMER_STATES,
): Exported {
  const { values, state: standing } = readCustomer(state)
  return { values, info: [states[standing]] }
}

/**
 * A record as it goes out in a table; without its template nothing is worked out. `dayOf`: the calendar day here of a moment; `now`
 * where no change tells when it began. `states`: what its states are called there.
 */
export function exportedRecord(
  state: EntityState,
  template: Template | undefined,
  now: number,
  dayOf: (ms: number) => string,
  states: Readonly<Record<keyof typeof RECORD_STATES, string>> = RECORD_STATES,
): Exported {
  const info = recordInfo(state)
  const day = dayOf(info.created?.hlc.ms ?? now)
  const filled = filledIn(state)
  const values = template ? withDerived(template, filled, info.number ?? '', { today: day }) : filled
  return { values, info: [states[info.state], day] }
}
