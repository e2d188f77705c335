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

/** A customer as it goes out in a table. */
export function exportedCustomer(state: EntityState): Exported {
  const { values, state: standing } = readCustomer(state)
  return { values, info: [CUSTOMER_STATES[standing]] }
}

/** A record as it goes out in a table. `dayOf`: the calendar day here of a moment; `now` where no change tells when it began. */
export function exportedRecord(
  state: EntityState,
  template: Template,
  now: number,
  dayOf: (ms: number) => string,
): Exported {
  const info = recordInfo(state)
  const day = dayOf(info.created?.hlc.ms ?? now)
  const values = withDerived(template, filledIn(state), info.number ?? '', { today: day })
  return { values, info: [RECORD_STATES[info.state], day] }
}
