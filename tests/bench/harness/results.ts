import type { ContestRow, GrowthRow, Row } from './row'

export interface Machine {
  readonly processor: string
  readonly cores: number
  readonly memoryGB: number
  readonly system: string
}

export interface GroupResult {
  readonly name: string
  readonly title: string
  /** When it was measured, e.g. `2026-11-22`. */
  readonly on: string
  readonly seconds: number
  /** Load of the machine just before (average of a minute): on a busy one only ratios count. */
  readonly load: number
  readonly rows: readonly Row[]
}

/** One run, as it is kept in `tests/bench/results/latest.json`. */
export interface Results {
  readonly machine: Machine
  /** Of the program, Node, Electron … */
  readonly versions: Readonly<Record<string, string>>
  readonly groups: readonly GroupResult[]
}

/** How many times slower than before is called slower: less than that is what busy days make of the same program. */
const SLOWER = 1.25

export interface Change {
  readonly id: string
  readonly size: string
  /** What was compared, e.g. `pdfmake`: the figure's ratio to it. */
  readonly by: string
  readonly before: number
  readonly now: number
  /** now ÷ before; above 1 is slower or larger. */
  readonly times: number
  readonly isSlower: boolean
}

/**
 * What has changed since earlier results: of each ratio the ratio; of a figure with nothing beside it its share of the machine's
 * pace then, or, where it is no time, itself. Figures that are not in both are left out.
 */
export function compare(before: readonly GroupResult[], now: readonly GroupResult[]): readonly Change[] {
  const earlier = new Map(before.flatMap(({ rows }) => rows).map((row) => [keyOf(row), row]))
  return now
    .flatMap(({ rows }) => rows)
    .flatMap((row) => {
      const old = earlier.get(keyOf(row))
      if (old?.kind === 'growth' && row.kind === 'growth') return [growthChange(old, row)]
      return old?.kind === 'contest' && row.kind === 'contest' ? contestChanges(old, row) : []
    })
}

const keyOf = ({ kind, id, size }: Row): string => JSON.stringify([kind, id, size])

function contestChanges(old: ContestRow, row: ContestRow): readonly Change[] {
  if (row.beside.length > 0) {
    return row.beside.flatMap(({ name, ratio }) => {
      const then = old.beside.find((beside) => beside.name === name)?.ratio
      return then === undefined || ratio === undefined ? [] : [change(row, name, then, ratio)]
    })
  }
  const isTime = row.unit === 'ms'
  const share = ({ own, pace }: ContestRow) => (isTime ? own.median / pace : own.median)
  return [change(row, isTime ? 'pace' : row.unit, share(old), share(row))]
}

/** An exponent is a slope already: 0.1 more is a tenth of a decade in each decade. */
function growthChange(old: GrowthRow, row: GrowthRow): Change {
  const { id, size } = row
  const times = 10 ** (row.exponent - old.exponent)
  const isSlower = times > SLOWER && row.exponent > row.most
  return { id, size, by: 'exponent', before: old.exponent, now: row.exponent, times, isSlower }
}

function change({ id, size }: Row, by: string, before: number, now: number): Change {
  const times = now / before
  return { id, size, by, before, now, times, isSlower: times > SLOWER }
}

/** The earlier results with the groups that were measured now in their places, new ones behind. */
export function replaceGroups(
  before: readonly GroupResult[],
  now: readonly GroupResult[],
): readonly GroupResult[] {
  const byName = new Map(before.map((group) => [group.name, group]))
  for (const group of now) byName.set(group.name, group)
  return [...byName.values()]
}
