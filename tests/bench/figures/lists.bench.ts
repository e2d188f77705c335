import type { ListIndex } from '../../../shared/search/list-index'
import type { ListQuery } from '../../../shared/search/list-query'
import { contest } from '../harness/contest'
import type { BenchContext, Group } from '../harness/group'
import { growthRow, type ContestRow, type Row } from '../harness/row'
import { indexOfLines, joinedText, line, plainScan } from '../peers/lines'

const PAGE = 60
const FOUND = { customers: 5, records: 8 }

/** Typed as a person does, letter after letter: common ones, rare ones, none, pinyin, a number. */
const TYPED = ['漏', '漏水', '漏水 更换', '示例客户第12号', 'shili', '13800', '没有这样的词']

async function measure({ quick, say }: BenchContext): Promise<readonly Row[]> {
  const sizes = quick ? [1000, 10_000] : [1000, 10_000, 100_000]
  const bySize = new Map<number, Readonly<Record<string, ContestRow>>>()
  for (const size of sizes) {
    say(`${size} lines`)
    bySize.set(size, await atSize(size, quick))
  }
  const largest = Object.entries(bySize.get(sizes.at(-1) ?? 0) ?? {})
  const growth = largest.map(([name, { title, unit }]) =>
    growthRow({
      id: `${name}-growth`,
      title: `growth: ${title}`,
      size: '',
      unit,
      points: sizes.map((size) => ({ size, median: bySize.get(size)?.[name]?.own.median ?? NaN })),
      most: FLAT.has(name) ? 0.2 : 1.1,
    }),
  )
  return [...largest.map(([, row]) => row), ...growth]
}

/** What has to take the same, however many lines there are. */
const FLAT: ReadonlySet<string> = new Set(['page'])

async function atSize(count: number, quick: boolean): Promise<Readonly<Record<string, ContestRow>>> {
  const index = indexOfLines(count)
  const text = joinedText(count)
  const common = { unit: 'ms', size: count.toLocaleString('en'), rounds: quick ? 10 : 30, warmUp: 5 } as const
  const sorted: ListQuery = { sort: { column: '@title', as: 'text', direction: 'up' } }
  index.page(sorted, 0, PAGE)
  let turn = 0
  return {
    search: await contest({
      ...common,
      id: 'search-index',
      title: 'finding customers and records, the mean of seven searches',
      own: {
        run: () => {
          // Lines changed: nothing is remembered of the round before.
          index.put([])
          for (const typed of TYPED) index.find(typed, FOUND)
        },
        of: TYPED.length,
      },
      beside: {
        'plain scan': {
          run: () => {
            for (const typed of TYPED) for (const word of typed.split(' ')) plainScan(text, word)
          },
          of: TYPED.length,
        },
      },
      goals: [{ goal: 'times', than: 'plain scan', most: 1.5, rank: 'target' }],
    }),
    opened: await contest({
      ...common,
      id: 'register-order',
      title: 'a register that was not asked for before: its order and first page',
      own: () => {
        turn += 1
        return index.page({ from: `0001-01-01 ${turn}` }, 0, PAGE)
      },
    }),
    page: await contest({
      ...common,
      id: 'register-page',
      title: 'a page anywhere in a known order',
      calls: 100,
      own: () => {
        turn += 7919
        return index.page(sorted, turn % (count - PAGE), PAGE)
      },
      goals: [{ goal: 'under', most: 15, at: 'p95', rank: 'must' }],
    }),
    changed: await contest({
      ...common,
      id: 'register-changed',
      title: 'a line has changed, then the first page',
      own: () => changedLine(index, count, turn++),
    }),
  }
}

function changedLine(index: ListIndex, count: number, turn: number): unknown {
  index.put([line(count - 1 - (turn % 100), count)])
  return index.page({}, 0, PAGE)
}

export const group: Group = {
  name: 'lists',
  title: '台账与查找的内核 / lists and search, without the window',
  measure,
}
