import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fourFigures } from '../../bench/harness/four-figures'
import { between, lineOf, markdown, printedChanges, printedMusts, rounded } from '../../bench/harness/report'
import { compare } from '../../bench/harness/results'
import { contestRow, growthRow } from '../../bench/harness/row'

const form = contestRow(
  {
    id: 'many-forms',
    title: 'one form',
    unit: 'ms',
    own: [4, 5, 6],
    beside: { pdfmake: [40, 40, 40] },
    goals: [
      { goal: 'times', than: 'pdfmake', most: 0.25, rank: 'must' },
      { goal: 'more', than: 'pdfmake', most: -36, at: 'median', rank: 'target' },
      { goal: 'under', most: 5.5, at: 'p95', rank: 'aim' },
    ],
  },
  1,
)
const start = (size: string, own: number) =>
  contestRow({ id: 'start-whole', title: 'start', size, unit: 'ms', own: [own] }, 1)

test('a line names the figure, its spread, what stood beside it and every goal with where it stands', () => {
  expect(lineOf(form)).toEqual({
    figure: 'one form',
    median: '5 ms',
    half: '4.5–5.5, 3 measured',
    beside: 'pdfmake 40 ms: 0.125 ×',
    goals:
      '✓ must ≤ 0.25 × pdfmake: 0.125 × · ✗ target median ≤ median of pdfmake + -36 ms: + -35 ms · ✗ aim p95 ≤ 5.5 ms: 5.9 ms',
  })
})

test('beside nothing there is no ratio, and the amount above it still counts', () => {
  const late = contestRow(
    {
      id: 'late',
      title: 'late frames',
      unit: '%',
      own: [0, 0.5, 2],
      beside: { 'plain table': [0, 0, 0] },
      goals: [
        { goal: 'more', than: 'plain table', most: 1, at: 'median', rank: 'must' },
        { goal: 'times', than: 'plain table', most: 2, rank: 'target' },
      ],
    },
    1,
  )
  expect(lineOf(late)).toMatchObject({
    beside: 'plain table 0 %',
    goals: '✓ must median ≤ median of plain table + 1 %: + 0.5 %',
  })
  const group = { name: 'g', title: 'G', on: '', seconds: 1, load: 0, rows: [late] }
  expect(compare([group], [group])).toEqual([])
})

test('so much more is told like with like: the 99th by the 99th', () => {
  const save = contestRow(
    {
      id: 'save',
      title: 'a save',
      unit: 'ms',
      own: [5, 5, 5, 25],
      beside: { raw: [1, 1, 1, 9] },
      goals: [{ goal: 'more', than: 'raw', most: 20, at: 'p99', rank: 'must' }],
    },
    1,
  )
  expect(lineOf(save).goals).toBe('✓ must p99 ≤ p99 of raw + 20 ms: + 15.6 ms')
})

test('of the musts those are named that are not met', () => {
  const slow = contestRow(
    {
      id: 'slow',
      title: 'a slow one',
      unit: 'ms',
      own: [20],
      goals: [{ goal: 'under', most: 15, at: 'p95', rank: 'must' }],
    },
    1,
  )
  const group = { name: 'g', title: 'G', on: '', seconds: 1, load: 0, rows: [form, slow] }
  expect(printedMusts([group])).toBe('\nMusts: 1 of 2 met\n  a slow one: ✗ must p95 ≤ 15 ms: 20 ms')
})

test('growth is told with its exponent and every size', () => {
  const points = [
    { size: 1000, median: 2 },
    { size: 100_000, median: 200 },
  ]
  const row = growthRow({ id: 'g', title: 'growth', size: '', unit: 'ms', points, most: 0.2 })
  expect(lineOf(row)).toMatchObject({
    median: '2 ms at 1,000, 200 ms at 100,000',
    beside: 'exponent 1.00',
    goals: '✗ target ≤ 0.2',
  })
})

test('numbers keep three digits that count, and large ones their thousands', () => {
  expect([0.012_34, 1.5, 99.96, 1234.5, -0.5].map(rounded)).toEqual(['0.0123', '1.5', '100', '1,235', '-0.5'])
})

test('only what has become slower is named', () => {
  const change = { id: 'form', size: '', by: 'pdfmake', before: 0.1, now: 0.2, times: 2, isSlower: true }
  const text = printedChanges([change, { ...change, id: 'save', times: 0.5, isSlower: false }])
  expect(text).toContain('2 ratios, 1 slower')
  expect(text).toContain('form: 2 × slower by pdfmake: 0.1 before, 0.2 now')
  expect(text).not.toContain('save')
  expect(printedChanges([])).toBe('')
})

test('the tables replace what stood between their marks, and nothing else', () => {
  const document = '# Head\n<!-- figures -->\nold\n<!-- /figures -->\ntail\n'
  expect(between(document, 'figures', 'new')).toBe(
    '# Head\n<!-- figures -->\n\nnew\n\n<!-- /figures -->\ntail\n',
  )
  expect(() => between('# Head', 'figures', 'new')).toThrow('no <!-- figures -->')
})

test('the documents that a saved run rewrites hold the marks', () => {
  for (const [file, name] of [
    ['docs/BENCHMARKS.md', 'figures'],
    ['README.md', 'four-figures'],
  ] as const) {
    expect(between(readFileSync(file, 'utf8'), name, 'new')).toContain(`<!-- ${name} -->\n\nnew\n\n<!--`)
  }
})

test('the tables name machine, versions and day; a sign of the table in a title is escaped', () => {
  const text = markdown({
    machine: { processor: 'P', cores: 2, memoryGB: 8, system: 'Linux 6' },
    versions: { Node: '20' },
    groups: [
      { name: 'g', title: 'G', on: '2026-11-22', seconds: 3, load: 0.5, rows: [{ ...form, title: 'a|b' }] },
    ],
  })
  expect(text).toContain('P, 2 cores, 8 GB, Linux 6; Node 20.')
  expect(text).toContain('2026-11-22, 3 s; load before it 0.5.')
  expect(text).toContain('| a\\|b | 5 ms |')
})

test('the four figures are told for the largest folder, in seconds and forms a second', () => {
  expect(fourFigures([start('0', 700), start('100,000', 1530), form])).toBe(
    '- 从双击到工作台的内容都在：1.53 秒（100,000 份单据）\n- 填好的表单每秒生成 PDF：200 份（每份一个文件，只算生成，不含写盘）',
  )
})
