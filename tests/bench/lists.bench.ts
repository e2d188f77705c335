import type { ListQuery } from '../../shared/search/list-query'
import { figures } from './harness'
import { hundredThousandLines, line, LINES } from './lines'

const PAGE = 60
let turn = 0

/** A question that was not asked before: its order is worked out anew. */
const asked = (query: ListQuery, from = 0) => ({
  prepare: hundredThousandLines,
  run: () => {
    turn += 1
    const earliest = `0001-01-01 ${String(turn)}`
    return hundredThousandLines().page({ ...query, from: earliest }, from, PAGE)
  },
})

const sorted = (column: string, as: 'text' | 'number' | 'plain'): ListQuery => ({
  sort: { column, as, direction: 'up' },
})

export default figures('台账 / a register of 96,000 lines', {
  'opened: latest first': asked({}),
  'sorted by pinyin': asked(sorted('@title', 'text')),
  'sorted by a number column': asked(sorted('sum', 'number')),
  'filtered by a column, with a sum': asked({
    filters: [{ column: 'b', test: 'contains', value: '漏水' }],
    totals: ['sum'],
  }),
  'a page at the end of a known order': {
    prepare: hundredThousandLines,
    run: () => hundredThousandLines().page(sorted('@title', 'text'), LINES - 8000, PAGE),
  },
  'one line changed, then the first page': {
    prepare: hundredThousandLines,
    run: () => {
      hundredThousandLines().put([line(LINES - 1 - (turn++ % 1000))])
      return hundredThousandLines().page({}, 0, PAGE)
    },
  },
})
