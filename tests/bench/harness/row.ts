import { assertNever } from '../../../shared/kernel/assert-never'
import { exponentOf, ratioOf, spreadOf, type GrowthPoint, type Spread } from './spread'

/** What is measured; less of it is better. */
export type Unit = 'ms' | 'MB' | 'KB' | 'B' | '%'

/** must: the product does not go out without; target: what it promises; aim: what it tries to come near. */
export type Rank = 'must' | 'target' | 'aim'

type At = 'median' | 'p95' | 'p99'

/** What is held against a figure; shown, never enforced. */
export type Goal =
  /** At most so many times what stands beside it. */
  | { readonly goal: 'times'; readonly than: string; readonly most: number; readonly rank: Rank }
  /** At most so much more than what stands beside it, like with like: its median or its 99th. In the figure's unit. */
  | {
      readonly goal: 'more'
      readonly than: string
      readonly most: number
      readonly at: At
      readonly rank: Rank
    }
  /** At most so much, in the figure's unit. */
  | { readonly goal: 'under'; readonly most: number; readonly at: At; readonly rank: Rank }

export interface Beside {
  readonly name: string
  readonly spread: Spread
  /** The figure's own work divided by this; absent where this came to nothing, as a share of late frames can. */
  readonly ratio?: number
}

/** A figure and what was measured beside it, in turns. */
export interface ContestRow {
  readonly kind: 'contest'
  /** The same from run to run: what earlier results are found by. */
  readonly id: string
  readonly title: string
  /** Figures of different sizes are never compared, e.g. `100,000`. */
  readonly size: string
  readonly unit: Unit
  readonly own: Spread
  readonly beside: readonly Beside[]
  readonly goals: readonly Goal[]
  /** Milliseconds of a fixed piece of arithmetic just then: what figures with nothing beside them are compared by. */
  readonly pace: number
}

/** The same work at several sizes. */
export interface GrowthRow {
  readonly kind: 'growth'
  readonly id: string
  readonly title: string
  readonly size: string
  readonly unit: Unit
  readonly points: readonly GrowthPoint[]
  readonly exponent: number
  /** The largest exponent that is meant: about 0 for flat, about 1 for linear. */
  readonly most: number
}

export type Row = ContestRow | GrowthRow

export interface Measured {
  readonly id: string
  readonly title: string
  readonly size?: string | undefined
  readonly unit: Unit
  readonly own: readonly number[]
  readonly beside?: Readonly<Record<string, readonly number[]>>
  readonly goals?: readonly Goal[]
}

/** The row of a figure whose samples are there. `pace`: see ContestRow. */
export function contestRow(measured: Measured, pace: number): ContestRow {
  const { id, title, size = '', unit, own, beside = {}, goals = [] } = measured
  const besides = Object.entries(beside).map(([name, samples]) => {
    const ratio = ratioOf(own, samples)
    return { name, spread: spreadOf(samples), ...(Number.isFinite(ratio) ? { ratio } : {}) }
  })
  return { kind: 'contest', id, title, size, unit, own: spreadOf(own), beside: besides, goals, pace }
}

export function growthRow(row: Omit<GrowthRow, 'kind' | 'exponent'>): GrowthRow {
  return { ...row, kind: 'growth', exponent: exponentOf(row.points) }
}

export interface Verdict {
  readonly goal: Goal
  /** Where it stands, in the terms of the goal: a ratio, or an amount in the figure's unit. */
  readonly is: number
  readonly isMet: boolean
}

/** How each goal of a figure stands; a goal whose neighbour was not measured is left out. */
export function verdicts(row: ContestRow): readonly Verdict[] {
  return row.goals.flatMap((goal) => {
    const is = standing(row, goal)
    return is === undefined ? [] : [{ goal, is, isMet: is <= goal.most }]
  })
}

function standing(row: ContestRow, goal: Goal): number | undefined {
  switch (goal.goal) {
    case 'under':
      return row.own[goal.at]
    case 'times':
      return row.beside.find(({ name }) => name === goal.than)?.ratio
    case 'more': {
      const than = row.beside.find(({ name }) => name === goal.than)
      return than && row.own[goal.at] - than.spread[goal.at]
    }
    default:
      return assertNever(goal)
  }
}
