import { ListIndex } from '../../../shared/search/list-index'
import { CUSTOMERS, type ListRow } from '../../../shared/search/list-row'

const phrases = [
  '送修后再次不制冷',
  '厨房水管漏水',
  '要求上门检修',
  '已电话回访',
  '发票抬头有误',
  '配件缺货待补',
]

/** A line of a believable length, some hundred characters, out of `of` lines; one of 25 is a customer. */
export function line(at: number, of: number): ListRow {
  const customers = of / 25
  const isCustomer = at < customers
  const customer = `示例客户第${String(at % customers)}号`
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
    updatedAt: (at * 7919) % of,
    createdBy: '示例员工甲',
    updatedBy: '示例员工乙',
    customers: [`c${String(at % customers)}`],
    cells: {
      a: customer,
      b: cell(1),
      c: cell(2),
      d: cell(3),
      e: `138${String(at * 77).padStart(8, '0')}`,
      f: cell(4),
      sum: String((at * 37) % 9973),
    },
    words: `slkhd${String(at % customers)}h shilikehudi${String(at % customers)}hao`,
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

export function indexOfLines(count: number): ListIndex {
  const index = new ListIndex((list) => ({
    name: '客户投诉登记表',
    words: list === CUSTOMERS ? '' : 'khtsdjb',
  }))
  index.put(Array.from({ length: count }, (_, at) => line(at, count)))
  index.find('没有这样的词', { customers: 5, records: 8 })
  return index
}

/** All that a search looks at, as one text: what the least search is, an `indexOf` after another, goes through. */
export function joinedText(count: number): string {
  const texts = Array.from({ length: count }, (_, at) => {
    const { number, title, cells, words } = line(at, count)
    return [number, title, ...Object.values(cells), words].join(' ')
  })
  // Flat: joined strings stay ropes until they are first looked into.
  return Buffer.from(texts.join('\n').toLowerCase(), 'utf16le').toString('utf16le')
}

/** How many lines hold a word. */
export function plainScan(text: string, word: string): number {
  let count = 0
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at)) {
    count += 1
    const end = text.indexOf('\n', at)
    if (end < 0) break
    at = end
  }
  return count
}
