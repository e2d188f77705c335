import { expect, test } from 'vitest'
import { customersTarget } from '../../../../../shared/import'
import type { TableColumn } from '../../../../../renderer/db'
import { canPlan, keyChoices, missingIn, withColumn } from '../../../../../renderer/features/import/columns'
import { likelySheet } from '../../../../../renderer/features/import/import-state'

const column = (at: number, to: string | null): TableColumn => ({
  column: at,
  head: `列${String(at)}`,
  to,
  examples: [],
  hidden: false,
})

test('a field that another column goes into moves over', () => {
  const columns = [column(0, 'name'), column(1, null)]
  expect(withColumn(columns, 1, 'name').map(({ to }) => to)).toEqual([null, 'name'])
  expect(withColumn(columns, 0, null).map(({ to }) => to)).toEqual([null, null])
})

test('a field that must be filled is named while no column goes into it', () => {
  expect(missingIn(customersTarget, [column(0, 'phone')])).toEqual(['客户名称'])
  expect(missingIn(customersTarget, [column(0, 'name')])).toEqual([])
})

test('something has to go somewhere, and no two columns into one field', () => {
  expect(canPlan([column(0, null)])).toBe(false)
  expect(canPlan([column(0, 'name'), column(1, 'name')])).toBe(false)
  expect(canPlan([column(0, 'name'), column(1, null)])).toBe(true)
})

test('doubles are found by fields that the table says', () => {
  expect(keyChoices(customersTarget, [column(0, 'name'), column(1, 'phone')]).map(({ key }) => key)).toEqual([
    'name',
    'phone',
  ])
})

test('the first sheet that is to be seen and holds anything is meant', () => {
  const sheet = (filled: number, hidden = false) => ({
    name: '',
    filled,
    hidden,
    merges: [],
    hiddenColumns: [],
    from1904: false,
    formulas: 0,
    withoutValue: 0,
  })
  const of = (...sheets: readonly ReturnType<typeof sheet>[]) => likelySheet({ name: '', notes: [], sheets })
  expect(of(sheet(0), sheet(3, true), sheet(5))).toBe(2)
  expect(of(sheet(0), sheet(3, true))).toBe(1)
  expect(of(sheet(0))).toBe(0)
})
