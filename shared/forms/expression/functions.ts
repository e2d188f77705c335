import { addDays, daysBetween, isMonth, partsOf, weekdayOf } from '../../kernel/dates'
import { decimal, type Decimal, plain, roundTo } from '../../kernel/decimal'
import { moneyInCapitals } from '../../kernel/money'
import { lengthOf } from '../../kernel/text'
import type { PersonRef } from '../values'
import { decimalOf, decimalsOf, filledOf, isList, textOf, type Value } from './value'

/** What an expression may know beyond the form. */
export interface EvaluationContext {
  /** `2026-01-05`; '' where it is not known. */
  readonly today: string
  /** `2026-01-05T14:03`, where the caller knows it. */
  readonly now?: string
  readonly me?: PersonRef
}

interface FunctionRule {
  /** Least and greatest number of inputs. */
  readonly inputs: readonly [number, number]
  /** Takes whole columns; every other function is applied to each row of a column by itself. */
  readonly gathers?: true
  readonly apply: (inputs: readonly Value[], context: EvaluationContext) => Value
}

const of = (value: Decimal | null): Value => (value === null ? null : { decimal: value })
const MANY = 40

/** `if`, `score`, `filled` and `empty` look at fields and are applied by the evaluator itself. */
const RULES = {
  sum: { inputs: [1, MANY], gathers: true, apply: (inputs) => total(decimalsOf(inputs)) },
  count: { inputs: [1, MANY], gathers: true, apply: (inputs) => of(decimal(filledOf(inputs).length)) },
  avg: { inputs: [1, MANY], gathers: true, apply: (inputs) => average(decimalsOf(inputs)) },
  min: { inputs: [1, MANY], gathers: true, apply: (inputs) => extreme(inputs, -1) },
  max: { inputs: [1, MANY], gathers: true, apply: (inputs) => extreme(inputs, 1) },
  sumProduct: { inputs: [2, 2], gathers: true, apply: ([a, b]) => sumProduct(a, b) },
  round: {
    inputs: [1, 2],
    apply: ([value, places]) => {
      const number = decimalOf(value)
      const count = Number(decimalOf(places) ?? 0)
      return of(number && roundTo(number, Math.min(Math.max(Math.trunc(count), 0), 10)))
    },
  },
  abs: { inputs: [1, 1], apply: ([value]) => of(decimalOf(value)?.abs() ?? null) },
  days: {
    inputs: [2, 2],
    apply: ([from, to]) => {
      const days = daysBetween(dayIn(from), dayIn(to))
      return days === null ? null : of(decimal(days))
    },
  },
  addDays: {
    inputs: [2, 2],
    apply: ([day, count]) => {
      const number = decimalOf(count)
      return number === null ? null : addDays(dayIn(day), Number(number))
    },
  },
  year: { inputs: [1, 1], apply: ([day]) => part(day, 'year') },
  month: { inputs: [1, 1], apply: ([day]) => part(day, 'month') },
  day: { inputs: [1, 1], apply: ([day]) => part(day, 'date') },
  weekday: { inputs: [1, 1], apply: ([day]) => weekdayOf(dayIn(day)) },
  if: {
    inputs: [3, 3],
    apply: ([condition, yes, no]) => (condition === null ? null : ((condition === true ? yes : no) ?? null)),
  },
  today: { inputs: [0, 0], apply: (_, context) => (context.today === '' ? null : context.today) },
  now: { inputs: [0, 0], apply: (_, context) => context.now ?? null },
  me: { inputs: [0, 0], apply: (_, context) => (context.me ? { person: context.me } : null) },
  len: { inputs: [1, 1], apply: ([value]) => of(decimal(lengthOf(textOf(value) ?? ''))) },
  has: { inputs: [2, 2], apply: ([value, option]) => has(value, option) },
  filled: { inputs: [1, 1], apply: ([value]) => isFilled(value) },
  empty: { inputs: [1, 1], apply: ([value]) => !isFilled(value) },
  score: { inputs: [1, 1], apply: ([value]) => value ?? null },
  join: { inputs: [1, MANY], apply: (inputs) => joined(inputs) },
  capitals: {
    inputs: [1, 1],
    apply: ([value]) => {
      const number = decimalOf(value)
      return number && moneyInCapitals(number)
    },
  },
} as const satisfies { readonly [name: string]: FunctionRule }

export type FunctionName = keyof typeof RULES
export const FUNCTIONS: { readonly [name in FunctionName]: FunctionRule } = RULES
export const isFunction = (name: string): name is FunctionName => Object.hasOwn(RULES, name)

/** Sum of what is there; of nothing it is empty, not 0. */
const total = (numbers: readonly Decimal[]): Value =>
  numbers.length === 0 ? null : of(numbers.reduce((sum, number) => sum.plus(number)))

function average(numbers: readonly Decimal[]): Value {
  const sum = decimalOf(total(numbers))
  return of(sum?.div(numbers.length) ?? null)
}

/** Greatest or least of numbers, or of days and texts. */
function extreme(inputs: readonly Value[], direction: 1 | -1): Value {
  const numbers = decimalsOf(inputs)
  const [first, ...more] = numbers
  if (first) return of(more.reduce((best, number) => (number.cmp(best) === direction ? number : best), first))
  const texts = filledOf(inputs).flatMap((value) => textOf(value) ?? [])
  const sorted = [...texts].sort((a, b) => (a < b ? -1 : 1))
  return (direction === 1 ? sorted.at(-1) : sorted[0]) ?? null
}

function sumProduct(a: Value | undefined, b: Value | undefined): Value {
  if (a === undefined || b === undefined || a === null || b === null || !isList(a) || !isList(b)) return null
  const products = a.list.flatMap((value, i) => {
    const one = decimalOf(value)
    const other = decimalOf(b.list[i])
    return one && other ? [one.times(other)] : []
  })
  return total(products)
}

/** The day of a day or a date-time; of a month its first. */
function dayIn(value: Value | undefined): string {
  const text = (textOf(value) ?? '').slice(0, 10)
  return isMonth(text) ? `${text}-01` : text
}

function part(value: Value | undefined, name: 'year' | 'month' | 'date'): Value {
  const parts = partsOf(dayIn(value))
  return parts ? of(decimal(parts[name])) : null
}

function has(value: Value | undefined, option: Value | undefined): Value {
  const wanted = textOf(option)
  if (value === null || value === undefined || wanted === null) return null
  if (typeof value === 'object' && 'options' in value) return value.options.includes(wanted)
  return textOf(value)?.includes(wanted) ?? null
}

function isFilled(value: Value | undefined): boolean {
  if (value === null || value === undefined) return false
  return isList(value) ? value.list.some((member) => member !== null) : true
}

function joined(inputs: readonly Value[]): Value {
  const texts = filledOf(inputs).map(shown)
  return texts.length === 0 ? null : texts.join('')
}

function shown(value: Value): string {
  const number = decimalOf(value)
  if (number) return plain(number, 6)
  if (typeof value === 'string') return value
  if (value === null || typeof value === 'boolean') return ''
  if ('options' in value) return value.options.join('、')
  return 'person' in value ? value.person.name : ''
}
