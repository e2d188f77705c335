import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digitsLookedFor } from '../../shared/search/digits'
import { ListIndex } from '../../shared/search/list-index'
import type { ListQuery } from '../../shared/search/list-query'
import { listLine } from '../support/list-line'
import { CUSTOMERS, type ListRow, type ListState } from '../../shared/search/list-row'

const names = { KHA: '投诉登记表', KHB: '拜访记录表', [CUSTOMERS]: '客户' } as const
/** A column of 明细行: several values in one cell. */
const OF_ROWS = '["rows","*","sum"]'
const text = fc.constantFrom(
  '',
  '示例',
  '漏水',
  'TS-1',
  'ts-12',
  '13800138000',
  '示例 漏水',
  'a\nb',
  'Pump',
  '重庆',
)
const state = fc.constantFrom<ListState>('draft', 'submitted', 'closed', 'void')
const day = fc.constantFrom('', '2026-01-05', '2026-02-28', '2026-11-21')
const decimal = fc.constantFrom('', '1', '-2.5', '1000000.01', '0.000001', '999999999999999', 'x')

const row: fc.Arbitrary<ListRow> = fc.record({
  id: fc.integer({ min: 1, max: 12 }).map((n) => `id${String(n).padStart(2, '0')}`),
  list: fc.constantFrom('KHA', 'KHB', CUSTOMERS),
  state,
  number: text,
  title: text,
  on: day,
  createdAt: fc.integer({ min: 0, max: 5 }),
  updatedAt: fc.integer({ min: 0, max: 5 }),
  createdBy: fc.constantFrom('', '示例员工甲'),
  updatedBy: fc.constantFrom('示例员工甲', '示例员工乙'),
  customers: fc.subarray(['c1', 'c2', '=示例']),
  cells: fc.record(
    {
      a: text,
      b: text,
      sum: decimal,
      [OF_ROWS]: fc
        .array(fc.constantFrom('1', '7', '-2.5', 'x', 'Pump'), { minLength: 1, maxLength: 3 })
        .map((values) => values.join('、')),
    },
    { requiredKeys: [] },
  ),
  words: fc.constantFrom('', 'cq chongqing', 'sl'),
  dues: fc.constantFrom(
    [],
    [
      {
        label: '期限',
        on: '2026-01-05',
        done: false,
        kind: 'deadline',
        at: 'a',
        who: '',
        about: '',
      } as const,
    ],
  ),
  conflicts: fc.constantFrom(0, 1),
  corrections: fc.constantFrom(0, 2),
  files: fc.constantFrom(0, 3),
  from: fc.constant(''),
})

const query: fc.Arbitrary<ListQuery> = fc.record(
  {
    list: fc.constantFrom('KHA', CUSTOMERS),
    states: fc.subarray<ListState>(['draft', 'submitted', 'void'], { minLength: 1 }),
    text: fc.constantFrom('示例', 'TS', 'pump 漏', '投诉', 'chongq', '不在'),
    from: fc.constantFrom('2026-01-05', '2026-02-01'),
    to: fc.constantFrom('2026-02-28', '2026-11-21'),
    customers: fc.subarray(['c1', '=示例'], { minLength: 1 }),
    person: fc.constantFrom('示例员工甲'),
    filters: fc.subarray(
      [
        { column: 'a', test: 'contains', value: '示' },
        { column: 'sum', test: 'atLeast', value: '1', as: 'number' },
        { column: '@on', test: 'atMost', value: '2026-02', as: 'plain' },
        { column: 'b', test: 'filled' },
        { column: 'b', test: 'isNot', value: 'ts-1' },
        { column: OF_ROWS, test: 'is', value: 'pump' },
        { column: OF_ROWS, test: 'isNot', value: '1' },
        { column: OF_ROWS, test: 'oneOf', values: ['7', 'x'] },
        { column: OF_ROWS, test: 'atLeast', value: '2', as: 'number' },
        { column: OF_ROWS, test: 'atMost', value: '0', as: 'number' },
      ] as const,
      { maxLength: 2 },
    ),
    totals: fc.constant(['sum']),
  },
  { requiredKeys: [] },
)

/** Every line looked through, one after another. */
function naive(rows: ReadonlyMap<string, ListRow>, wanted: ListQuery): readonly ListRow[] {
  const low = (value: string) => value.toLowerCase().replace(/\n/g, ' ')
  const haystack = (each: ListRow) =>
    [
      each.number,
      each.title,
      each.words,
      ...Object.values(each.cells),
      names[each.list as 'KHA'],
      each.list,
    ].map(low)
  const cell = (each: ListRow, column: string) =>
    column === '@on' ? each.on : low(each.cells[column as 'a'] ?? '')
  return [...rows.values()].filter((each) => {
    if (wanted.list === undefined ? each.list === CUSTOMERS : each.list !== wanted.list) return false
    if (wanted.states && !wanted.states.includes(each.state)) return false
    if (wanted.from !== undefined && each.on < wanted.from) return false
    if (wanted.to !== undefined && (each.on === '' || each.on > wanted.to)) return false
    if (wanted.customers && !wanted.customers.some((key) => each.customers.includes(key))) return false
    if (wanted.person !== undefined && ![each.createdBy, each.updatedBy].includes(wanted.person)) return false
    const parts = haystack(each)
    const words = (wanted.text ?? '')
      .toLowerCase()
      .split(' ')
      .filter((word) => word !== '')
    const ofList = each.list === CUSTOMERS ? parts.slice(0, -2) : parts
    const holds = (part: string, word: string) => {
      const digits = digitsLookedFor(word)
      return part.includes(word) || (digits !== '' && part.includes(digits))
    }
    if (!words.every((word) => ofList.some((part) => holds(part, word)))) return false
    return (wanted.filters ?? []).every((filter) => {
      const value = cell(each, filter.column)
      if (filter.column === OF_ROWS) {
        const values = value.split('、')
        if (filter.test === 'oneOf')
          return values.some((one) => filter.values.some((wanted) => wanted === one))
        if (filter.test === 'is') return values.includes(filter.value)
        if (filter.test === 'isNot') return !values.includes(filter.value)
        if (filter.test !== 'atLeast' && filter.test !== 'atMost') return false
        const numbers = values.filter((one) => one !== '').map(Number)
        return numbers.some((n) =>
          filter.test === 'atLeast' ? n >= Number(filter.value) : n <= Number(filter.value),
        )
      }
      if (filter.test === 'contains') return value.includes(filter.value)
      if (filter.test === 'filled') return value !== ''
      if (filter.test === 'is') return value === filter.value
      if (filter.test === 'oneOf') return filter.values.some((wanted) => wanted === value)
      if (filter.test === 'isNot') return value !== filter.value
      if (filter.test === 'atLeast') return value !== '' && Number(value) >= Number(filter.value)
      return filter.test === 'atMost' && value !== '' && value.slice(0, filter.value.length) <= filter.value
    })
  })
}

describe('the index of all lists', () => {
  it('agrees with looking through all lines, after any sequence of changes', () => {
    fc.assert(
      fc.property(fc.array(fc.array(row, { maxLength: 6 }), { maxLength: 6 }), query, (batches, wanted) => {
        const index = new ListIndex((list) => ({ name: names[list as 'KHA'], words: '' }))
        const rows = new Map<string, ListRow>()
        for (const batch of batches) {
          index.put(batch)
          for (const each of batch) rows.set(each.id, each)
          const expected = naive(rows, wanted)
          const found = index.page(wanted, 0, 100)
          expect([...found.ids].sort()).toEqual(expected.map(({ id }) => id).sort())
          expect(found.count).toBe(expected.length)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('finds the same whatever was looked for before: letter after letter, word after word, taken back, lines changed meanwhile', () => {
    const name = (list: string) => ({ name: names[list as 'KHA'], words: '' })
    const letters = fc.constantFrom(
      '示例 漏水',
      'TS-12',
      'ts-1 1',
      '13800',
      '138-0013-8',
      'pump',
      'chongqing',
      '投诉 示例',
      '漏水不在',
    )
    const typed = fc.array(
      fc.tuple(letters, fc.nat(9)).map(([text, end]) => text.slice(0, end + 1)),
      { maxLength: 25 },
    )
    const batch = fc.array(row, { maxLength: 12 })
    fc.assert(
      fc.property(batch, batch, typed, typed, (first, second, before, after) => {
        const index = new ListIndex(name)
        const put: ListRow[] = []
        const rows = new Map<string, ListRow>()
        for (const [batch, texts] of [
          [first, before],
          [second, after],
        ] as const) {
          index.put(batch)
          put.push(...batch)
          for (const each of batch) rows.set(each.id, each)
          for (const text of texts) {
            const fresh = new ListIndex(name)
            fresh.put(put)
            const limits = { customers: 20, records: 20 }
            expect(index.find(text, limits)).toEqual(fresh.find(text, limits))
            const records = naive(rows, { text }).map(({ id }) => id)
            expect([...index.find(text, limits).records.ids].sort()).toEqual(records.sort())
            expect([...index.page({ text }, 0, 100).ids].sort()).toEqual(records.sort())
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  it('says the same out of the image of another index, and after further changes', () => {
    const name = (list: string) => ({ name: names[list as 'KHA'], words: '' })
    const batch = fc.array(row, { maxLength: 8 })
    fc.assert(
      fc.property(batch, batch, batch, query, (a, b, c, wanted) => {
        const first = new ListIndex(name)
        for (const rows of [a, b]) first.put(rows)
        const again = new ListIndex(name, structuredClone(first.image()))
        for (const change of [[], c]) {
          first.put(change)
          again.put(change)
          const sort = { column: 'a', as: 'text', direction: 'up' } as const
          const full = { ...wanted, sort, totals: ['sum'] }
          expect(again.page(full, 0, 100)).toEqual({
            ...first.page(full, 0, 100),
            revision: again.revision,
          })
          expect(again.search('示例 ts', 9)).toEqual(first.search('示例 ts', 9))
          expect(again.dues('2026-12-31')).toEqual(first.dues('2026-12-31'))
          expect(again.columns.latest()).toEqual(first.columns.latest())
        }
      }),
      { numRuns: 300 },
    )
  })

  it('tells lines as they were put: upper case, line breaks, odd letters; also out of an image, and made anew', () => {
    const name = (list: string) => ({ name: names[list as 'KHA'], words: '' })
    const written = fc.constantFrom(
      'TS-1',
      'Pump',
      'a\nB',
      'A\n\nb',
      'a\r\nb',
      'İstanbul',
      '示例 Ⅷ',
      'ß ẞ Ω',
      '漏水',
    )
    const cells = fc.dictionary(fc.constantFrom('a', 'b', 'c'), written)
    const rows = fc.array(
      fc.tuple(row, written, cells).map(([each, title, own]) => ({ ...each, title, cells: own })),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(rows, rows, (first, second) => {
        const index = new ListIndex(name)
        const put = new Map<string, ListRow>()
        for (const batch of [first, second]) {
          index.put(batch)
          for (const each of batch) put.set(each.id, each)
          // Looking for something joins the lines.
          index.search('pump', 1)
          const again = new ListIndex(name, structuredClone(index.image()))
          for (const [id, row] of put) {
            const { words: _, from: __, ...line } = row
            expect(index.line(id)).toEqual(line)
            for (const each of [index, again, index.anew()]) expect(each.row(id)).toEqual(row)
          }
          const { ids, ...answer } = index.page({}, 0, 100)
          const lines = ids.map((id) => index.line(id))
          expect(index.linesOf({}, 0, 100)).toEqual({ ...answer, lines })
          const bare = lines.map((line) => ({ ...line, cells: {}, dues: [] }))
          expect(index.linesOf({}, 0, 100, true)).toEqual({ ...answer, lines: bare })
        }
      }),
      { numRuns: 300 },
    )
  })

  it('sorts by any column, empty cells last, and pages from any place', () => {
    fc.assert(
      fc.property(fc.uniqueArray(row, { selector: ({ id }) => id }), fc.boolean(), (rows, up) => {
        const index = new ListIndex((list) => ({ name: names[list as 'KHA'], words: '' }))
        index.put(rows)
        const wanted: ListQuery = {
          list: 'KHA',
          sort: { column: 'sum', as: 'number', direction: up ? 'up' : 'down' },
        }
        const all = index.page(wanted, 0, 100).ids
        const sums = all.map((id) => {
          const sum = rows.find((each) => each.id === id)?.cells['sum'] ?? ''
          return sum === '' ? NaN : Number(sum)
        })
        const given = sums.filter((sum) => !Number.isNaN(sum))
        expect(sums.slice(given.length).every(Number.isNaN)).toBe(true)
        expect(given).toEqual([...given].sort((a, b) => (up ? a - b : b - a)))
        for (const [place, id] of all.entries()) {
          expect(index.page(wanted, place, 1).ids).toEqual([id])
          expect(index.placeIn(wanted, id)).toBe(place)
        }
      }),
    )
  })

  it('adds decimals up exactly', () => {
    const index = new ListIndex((list) => ({ name: list, words: '' }))
    index.put(
      ['0.1', '0.2', '-1000000.31', '999999999999999', '没有'].map((sum, i) =>
        listLine({ id: String(i), cells: { sum } }),
      ),
    )
    expect(index.page({ list: 'KHA', totals: ['sum'] }, 0, 1).totals).toEqual({ sum: '999999998999998.99' })
  })
})
