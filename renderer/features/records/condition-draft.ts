import { parseInput } from '../../../shared/forms'
import type { Field } from '../../../shared/forms/field'
import { err, ok, type Result } from '../../../shared/kernel/result'
import type { Column } from './columns'
import type { Condition, ConditionTest } from './view'

/** A wish as it is being typed. */
export interface TypedCondition {
  readonly value: string
  readonly from: string
  readonly to: string
  readonly values: readonly string[]
}

/** What is wrong with it. */
export type ConditionProblem = 'empty' | 'number' | 'day' | 'order'

/** Reads what a person typed as forgivingly as a sheet does: 1,234 元 and 20260105 are as good as 1234 and 2026-01-05. */
export function readCondition(
  column: Column,
  test: ConditionTest,
  { value, from, to, values }: TypedCondition,
  today: string,
): Result<Condition, ConditionProblem> {
  const { key } = column
  switch (test) {
    case 'contains':
      return value.trim() === '' ? err('empty') : ok({ column: key, test, value: value.trim() })
    case 'is':
    case 'isNot': {
      const read = readValue(column, value, today)
      if (!read.ok) return read
      return read.value === '' ? err('empty') : ok({ column: key, test, value: read.value })
    }
    case 'between': {
      const first = readValue(column, from, today)
      const last = readValue(column, to, today)
      if (!first.ok) return first
      if (!last.ok) return last
      if (first.value === '' && last.value === '') return err('empty')
      if (first.value !== '' && last.value !== '' && isAfter(column, first.value, last.value))
        return err('order')
      return ok({ column: key, test, from: first.value, to: last.value })
    }
    case 'oneOf':
      return values.length === 0 ? err('empty') : ok({ column: key, test, values })
    case 'empty':
    case 'filled':
      return ok({ column: key, test })
  }
}

const own = (type: Field['type']): Field => ({ key: 'own', label: '', type, required: false, max: 40 })
const ownDay = own({ type: 'date' })
const ownNumber = own({ type: 'number', scale: 6 })

/** The text as it is stored; texts of other kinds as they stand. */
function readValue(column: Column, typed: string, today: string): Result<string, ConditionProblem> {
  const text = typed.trim()
  if (text === '') return ok('')
  if (column.kind !== 'number' && column.kind !== 'day' && column.kind !== 'moment') return ok(text)
  const field = fieldFor(column)
  const parsed = parseInput(field, text, today)
  if (parsed.ok && typeof parsed.value === 'string') return ok(parsed.value)
  return err(column.kind === 'number' ? 'number' : 'day')
}

/** What is computed or counted is typed as a plain number. */
function fieldFor({ kind, field }: Column): Field {
  if (kind === 'number')
    return field?.type.type === 'money' || field?.type.type === 'percent' ? field : ownNumber
  return field ?? ownDay
}

const isAfter = ({ kind }: Column, a: string, b: string): boolean =>
  kind === 'number' ? Number(a) > Number(b) : a > b
