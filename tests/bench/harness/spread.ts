/** What repeated measurements of one thing came to, all in the unit of its figure. */
export interface Spread {
  readonly median: number
  /** First and third quartile: half of all measurements lie between them. */
  readonly q1: number
  readonly q3: number
  readonly p95: number
  readonly p99: number
  readonly count: number
}

/** The value below which this share (0 to 1) of them lies, between two neighbours in proportion. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const at = share * (sorted.length - 1)
  const low = sorted[Math.floor(at)]
  const high = sorted[Math.ceil(at)]
  if (low === undefined || high === undefined) throw new Error('nothing was measured')
  return low + (high - low) * (at - Math.floor(at))
}

export const medianOf = (values: readonly number[]): number => quantile(values, 0.5)

export function spreadOf(values: readonly number[]): Spread {
  return {
    median: medianOf(values),
    q1: quantile(values, 0.25),
    q3: quantile(values, 0.75),
    p95: quantile(values, 0.95),
    p99: quantile(values, 0.99),
    count: values.length,
  }
}

/**
 * How many times one takes the other. Measured in turns, each round is compared by itself, so that a machine that was busy
 * for a while weighs on both sides of a ratio; otherwise their medians are.
 */
export function ratioOf(own: readonly number[], beside: readonly number[]): number {
  const isByRounds = own.length === beside.length && own.length > 2
  if (!isByRounds) return medianOf(own) / medianOf(beside)
  return medianOf(own.map((value, round) => value / (beside[round] ?? NaN)))
}

export interface GrowthPoint {
  /** Records, rows … */
  readonly size: number
  readonly median: number
}

/**
 * The exponent of growth: 0 takes the same for any size, 1 grows as the size does. The slope of the straight line through the
 * logarithms, by least squares.
 */
export function exponentOf(points: readonly GrowthPoint[]): number {
  const logs = points.map(({ size, median }) => [Math.log(size), Math.log(median)] as const)
  const mean = (pick: 0 | 1) => logs.reduce((sum, log) => sum + log[pick], 0) / logs.length
  const [x, y] = [mean(0), mean(1)]
  const above = logs.reduce((sum, log) => sum + (log[0] - x) * (log[1] - y), 0)
  const below = logs.reduce((sum, log) => sum + (log[0] - x) ** 2, 0)
  return above / below
}
