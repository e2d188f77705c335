import { expect, test } from 'vitest'
import { contest } from '../../bench/harness/contest'
import { compare, replaceGroups, type GroupResult } from '../../bench/harness/results'
import { contestRow, growthRow, verdicts, type Measured, type Row } from '../../bench/harness/row'

const group = (rows: readonly Row[], name = 'forms'): GroupResult => ({
  name,
  title: name,
  on: '2026-11-22',
  seconds: 1,
  load: 0,
  rows,
})
const form = (own: readonly number[], more: Partial<Measured> = {}) =>
  contestRow({ id: 'form', title: '', unit: 'ms', own, beside: { pdfmake: [40, 40, 40] }, ...more }, 5)
const alone = (own: number, pace: number) =>
  contestRow({ id: 'alone', title: '', unit: 'ms', own: [own] }, pace)

test('a figure that has become slower beside its peer is marked, one that a busy machine slowed with it is not', () => {
  const before = [group([form([8, 8, 8])])]
  const slower = [group([form([16, 16, 16])])]
  const busy = [group([form([24, 24, 24], { beside: { pdfmake: [120, 120, 120] } })])]
  expect(compare(before, slower)).toMatchObject([{ id: 'form', by: 'pdfmake', times: 2, isSlower: true }])
  expect(compare(before, busy)).toMatchObject([{ times: 1, isSlower: false }])
})

test('a figure a quarter slower is still the same one', () => {
  expect(compare([group([form([8, 8, 8])])], [group([form([10, 10, 10])])])).toMatchObject([
    { times: 1.25, isSlower: false },
  ])
})

test('a figure with nothing beside it is compared by the pace of the machine', () => {
  expect(compare([group([alone(10, 5)])], [group([alone(20, 10)])])).toMatchObject([
    { by: 'pace', times: 1, isSlower: false },
  ])
  expect(compare([group([alone(10, 5)])], [group([alone(20, 5)])])).toMatchObject([{ isSlower: true }])
})

test('figures of different sizes, and those that are new, are not compared', () => {
  const small = [group([form([8], { size: '3,000' })])]
  const large = [group([form([80], { size: '100,000' }), alone(1, 1)])]
  expect(compare(small, large)).toEqual([])
})

test('growth is marked when it has become steeper than it is meant to be', () => {
  const growth = (last: number) =>
    growthRow({
      id: 'page',
      title: '',
      size: '',
      unit: 'ms',
      most: 0.2,
      points: [
        { size: 1000, median: 1 },
        { size: 100_000, median: last },
      ],
    })
  expect(compare([group([growth(1)])], [group([growth(100)])])).toMatchObject([{ now: 1, isSlower: true }])
  expect(compare([group([growth(1)])], [group([growth(2)])])).toMatchObject([{ isSlower: false }])
})

test('goals are held against the ratio, the difference and the figure itself', () => {
  const row = form([10, 10, 30], {
    beside: { pdfmake: [40, 40, 120] },
    goals: [
      { goal: 'times', than: 'pdfmake', most: 0.25, rank: 'must' },
      { goal: 'times', than: 'somebody else', most: 1, rank: 'aim' },
      { goal: 'more', than: 'pdfmake', most: -40, at: 'median', rank: 'target' },
      { goal: 'under', most: 20, at: 'p95', rank: 'target' },
    ],
  })
  expect(verdicts(row).map(({ is, isMet }) => [is, isMet])).toEqual([
    [0.25, true],
    [-30, false],
    [28, false],
  ])
})

test('a filtered run replaces its own groups and keeps the others', () => {
  const kept = replaceGroups(
    [group([], 'forms'), group([], 'tables')],
    [group([alone(1, 1)], 'tables'), group([], 'team')],
  )
  expect(kept.map(({ name, rows }) => [name, rows.length])).toEqual([
    ['forms', 0],
    ['tables', 1],
    ['team', 0],
  ])
})

test('a contest does its work in turns, warms up first, and tells the figure for one of many', async () => {
  const done: string[] = []
  const row = await contest({
    id: 'turns',
    title: '',
    unit: 'ms',
    own: () => done.push('own'),
    beside: { peer: { run: () => Promise.resolve(done.push('peer')), of: 10 } },
    rounds: 3,
    warmUp: 1,
    calls: 2,
  })
  expect(done.join(' ')).toBe('peer peer own own own own peer peer peer peer own own own own peer peer')
  expect([row.own.count, row.beside[0]?.spread.count]).toEqual([3, 3])
})
