import { expect, test } from 'vitest'
import { tablesDesk, type ReadTables } from '../../../../main/import/tables-desk'
import type { SheetRow, SourceFile } from '../../../../shared/import/cell'
import { err, ok } from '../../../../shared/kernel/result'

const rows = (count: number, width: number): readonly SheetRow[] =>
  Array.from({ length: count }, (_, i) => ({
    number: i + 1,
    hidden: false,
    cells: Array.from({ length: width }, () => ({ cell: 'text', text: '示例' }) as const),
  }))

const fileOf = (...sheets: readonly (readonly SheetRow[])[]): SourceFile => ({
  notes: [],
  sheets: sheets.map((each, i) => ({
    name: `表${String(i)}`,
    hidden: false,
    rows: each,
    merges: [],
    hiddenColumns: [],
    from1904: false,
    formulas: 0,
    withoutValue: 0,
  })),
})

const deskOf = (read: ReadTables, told: number[] = [], now = () => 0) =>
  tablesDesk(read, (n) => told.push(n), now)

test('a file is told without its rows, which follow in parts until there are no more', async () => {
  const desk = deskOf(() => Promise.resolve(ok(fileOf(rows(1, 1), rows(2500, 20)))))
  const read = await desk.read('示例.xlsx', '示例.xlsx')
  expect(read).toMatchObject({
    ok: true,
    value: { name: '示例.xlsx', sheets: [{ filled: 1 }, { filled: 2500 }] },
  })
  const parts: number[] = []
  let after = 0
  for (;;) {
    const part = JSON.parse(desk.rows(1, after)) as readonly SheetRow[]
    if (part.length === 0) break
    expect(part[0]?.number).toBe(after + 1)
    parts.push(part.length)
    after += part.length
  }
  expect(parts).toEqual([1000, 1000, 500])
})

test('a sheet that is not there has no rows', () => {
  const desk = deskOf(() => Promise.resolve(ok(fileOf(rows(1, 1)))))
  expect(desk.rows(0, 0)).toBe('[]')
  expect(desk.rows(7, 0)).toBe('[]')
})

test('a refusal is handed on', async () => {
  const desk = deskOf(() => Promise.resolve(err({ type: 'PasswordProtected' })))
  expect(await desk.read('示例.xlsx', '示例.xlsx')).toEqual(err({ type: 'PasswordProtected' }))
})

test('stopping ends the reading and forgets what was read', async () => {
  const desk = deskOf(
    (_, { signal }) =>
      new Promise((answer) => {
        signal?.addEventListener('abort', () => {
          answer(err({ type: 'Cancelled' }))
        })
      }),
  )
  const reading = desk.read('示例.xlsx', '示例.xlsx')
  desk.stop()
  expect(await reading).toEqual(err({ type: 'Cancelled' }))
})

test('a file that comes after another takes its place', async () => {
  let answerFirst: () => void = () => undefined
  const first = fileOf(rows(1, 1))
  const second = fileOf(rows(2, 1))
  const desk = deskOf((source) =>
    source === 'second'
      ? Promise.resolve(ok(second))
      : new Promise((answer) => {
          answerFirst = () => {
            answer(ok(first))
          }
        }),
  )
  const slow = desk.read('first', 'first')
  await desk.read('second', 'second')
  answerFirst()
  expect(await slow).toEqual(err({ type: 'Cancelled' }))
  expect(JSON.parse(desk.rows(0, 0))).toHaveLength(2)
})

test('progress is told now and then', async () => {
  let time = 0
  const told: number[] = []
  const read: ReadTables = (_, { progress }) => {
    for (const [at, count] of [
      [10, 1000],
      [50, 2000],
      [160, 3000],
      [170, 4000],
    ] as const) {
      time = at
      progress?.(count)
    }
    return Promise.resolve(ok(fileOf(rows(1, 1))))
  }
  await deskOf(read, told, () => time).read('示例.csv', '示例.csv')
  expect(told).toEqual([3000])
})
