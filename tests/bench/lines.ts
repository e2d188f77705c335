import { ListIndex } from '../../shared/search/list-index'
import { CUSTOMERS, type ListRow } from '../../shared/search/list-row'

export const LINES = 100_000
const CUSTOMER_LINES = 4000
const phrases = [
  '送修后再次不制冷',
  '厨房水管漏水',
  '要求上门检修',
  '已电话回访',
  '发票抬头有误',
  '配件缺货待补',
]

/** A line of a believable length: some hundred characters. */
export function line(at: number): ListRow {
  const isCustomer = at < CUSTOMER_LINES
  const customer = `示例客户第${String(at % CUSTOMER_LINES)}号`
  const cell = (n: number) =>
    `${phrases[(at * 7 + n) % phrases.length] ?? ''}，第${String((at * 31 + n) % 977)}次`
  return {
    id: String(at).padStart(8, '0'),
    list: isCustomer ? CUSTOMERS : `KHTS-BD-${String(at % 116).padStart(3, '0')}`,
    state: isCustomer ? 'active' : 'submitted',
    number: isCustomer ? `C${String(at)}` : `TS-2026-${String(at).padStart(6, '0')}`,
    title: customer,
    on: '2026-11-20',
    createdAt: at,
    updatedAt: (at * 7919) % LINES,
    createdBy: '示例员工甲',
    updatedBy: '示例员工乙',
    customers: [`c${String(at % CUSTOMER_LINES)}`],
    cells: {
      a: customer,
      b: cell(1),
      c: cell(2),
      d: cell(3),
      e: `138${String(at * 77).padStart(8, '0')}`,
      f: cell(4),
      sum: String((at * 37) % 9973),
    },
    words: `slkhd${String(at % CUSTOMER_LINES)}h shilikehudi${String(at % CUSTOMER_LINES)}hao`,
    dues:
      at % 20 === 0
        ? [
            {
              label: '承诺办理期限',
              on: '2026-11-26',
              done: false,
              kind: 'deadline',
              at: 'due',
              who: '',
              about: '',
            },
          ]
        : [],
    conflicts: 0,
    corrections: 0,
    files: 0,
    from: '',
  }
}

let made: ListIndex | undefined

/** The index of all of them, made once for all figures. */
export function hundredThousandLines(): ListIndex {
  if (made) return made
  made = new ListIndex((list) => ({ name: '客户投诉登记表', words: list === CUSTOMERS ? '' : 'khtsdjb' }))
  made.put(Array.from({ length: LINES }, (_, at) => line(at)))
  made.find('没有这样的词', { customers: 5, records: 8 })
  return made
}
