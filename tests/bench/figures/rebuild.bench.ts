import { join } from 'node:path'
import { besideRebuild } from '../../e2e/support/beside-rebuild'
import { pace } from '../harness/contest'
import type { BenchContext, Group } from '../harness/group'
import { contestRow, growthRow, type Row } from '../harness/row'
import { buildHome, computerAt } from '../window/large-home'
import { withDisplay } from '../window/with-display'

async function measure(context: BenchContext): Promise<readonly Row[]> {
  const sizes = context.quick ? [300, 1000] : [1000, 10_000, 100_000]
  const largest = sizes.at(-1) ?? 0
  const points: { readonly size: number; readonly median: number }[] = []
  const rows: Row[] = []
  for (const size of sizes) {
    // The largest is what other groups begin with.
    const place = join(size === largest ? context.shared : context.scratch, `home-${size}`)
    const { zhike, building } = await buildHome(context, size, computerAt(place))
    points.push({ size, median: building })
    if (size === largest) {
      const { putting } = await besideRebuild(zhike.page)
      const figure = {
        id: 'rebuild',
        title: 'the working copy built from the journal, checked on the way',
        size: size.toLocaleString('en'),
        unit: 'ms',
        own: [building],
        beside: { 'bulk put of the final records': [putting] },
        goals: [{ goal: 'times', than: 'bulk put of the final records', most: 0.5, rank: 'target' }],
      } as const
      rows.push(contestRow(figure, pace()))
    }
    await zhike.close()
  }
  const growth = {
    id: 'rebuild-growth',
    title: 'growth: the working copy built',
    size: '',
    unit: 'ms',
  } as const
  return [...rows, growthRow({ ...growth, points, most: 1.1 })]
}

export const group: Group = {
  name: 'rebuild',
  title: '重建工作副本 / rebuilding the working copy',
  measure: (context) => withDisplay(() => measure(context)),
}
