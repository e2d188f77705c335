import { Bench } from 'tinybench'

/**
 * One figure: a piece of work, timed. Register figures in a `tests/bench/*.bench.ts` file, for example
 *
 *   export default figures('打印 / printing', {
 *     'one warm form': { run: () => paint(form), prepare: () => warmUp(), limitMs: 20 },
 *   })
 */
export interface Figure {
  /** The work that is timed; one call is one sample. */
  readonly run: () => unknown
  /** Done once before the first sample: opening files, warming caches. */
  readonly prepare?: () => unknown
  /** Done once after the last sample. */
  readonly finish?: () => unknown
  /** Shown beside the median, in milliseconds. */
  readonly limitMs?: number
  /** How many samples are enough for work that takes seconds; as many as fit into the time when absent. */
  readonly samples?: number
}

export interface FigureGroup {
  readonly title: string
  readonly figures: Readonly<Record<string, Figure>>
}

export function figures(title: string, group: Readonly<Record<string, Figure>>): FigureGroup {
  return { title, figures: group }
}

/**
 * A fixed piece of arithmetic. Machines and days differ, so each figure is also given as a multiple of this one,
 * measured in the same run: ratios travel, absolute figures do not (docs/BENCHMARKS.md).
 */
export function baseline(): number {
  let sum = 0
  for (let i = 1; i <= 1_000_000; i += 1) sum = (sum * 31 + i) % 1_000_003
  return sum
}

interface Row {
  readonly name: string
  readonly medianMs: number
  readonly ratio: number
  readonly samples: number
  readonly limitMs: number | undefined
}

/** Times the groups one figure after the other and prints a table for each. Throws what a figure threw. */
export async function measure(groups: readonly FigureGroup[], sampleMs = 2000): Promise<void> {
  for (const group of groups) {
    const rows: Row[] = []
    for (const [name, figure] of Object.entries(group.figures)) rows.push(await time(name, figure, sampleMs))
    print(group.title, rows)
  }
}

async function time(name: string, figure: Figure, sampleMs: number): Promise<Row> {
  await figure.prepare?.()
  const few = figure.samples !== undefined && { iterations: figure.samples, warmupIterations: 1 }
  const bench = new Bench({ time: sampleMs, warmupTime: sampleMs / 4, throws: true, ...few })
  bench.add('baseline', baseline)
  bench.add(name, async () => {
    await figure.run()
  })
  await bench.run()
  await figure.finish?.()
  const [base, own] = bench.tasks.map((task) => ('latency' in task.result ? task.result.latency : undefined))
  if (!base || !own) throw new Error(`${name}: no result`)
  return {
    name,
    medianMs: own.p50,
    ratio: own.p50 / base.p50,
    samples: own.samplesCount,
    limitMs: figure.limitMs,
  }
}

function print(title: string, rows: readonly Row[]): void {
  console.log(`\n${title}`)
  console.table(
    Object.fromEntries(
      rows.map((row) => [
        row.name,
        {
          'median ms': Number(row.medianMs.toFixed(3)),
          '× baseline': Number(row.ratio.toFixed(2)),
          samples: row.samples,
          'limit ms': row.limitMs ?? '',
        },
      ]),
    ),
  )
}
