import { join } from 'node:path'
import { copyComputer, type Computer } from '../../e2e/support/computer'
import { firmComputer } from '../../e2e/support/zhike'
import { inTurns, pace } from '../harness/contest'
import type { BenchContext, Group } from '../harness/group'
import { contestRow, type Row } from '../harness/row'
import { computerAt, largeHome } from '../window/large-home'
import { startTime, type Started } from '../window/start-time'
import { withDisplay } from '../window/with-display'

const program = ({ profile, dataFolder }: Computer): Started => ({
  project: process.cwd(),
  args: [`--user-data-dir=${profile}`, `--data=${dataFolder}`],
  selector: 'nav',
  quit: "window.zhike.call('app:quit', null)",
})

async function measure(context: BenchContext): Promise<readonly Row[]> {
  const { quick, scratch } = context
  const records = quick ? 1000 : 100_000
  const empty = computerAt(join(scratch, 'empty'))
  copyComputer(await firmComputer(), empty)
  const large = await largeHome(context, records, join(scratch, 'large'))
  const page: Started = {
    project: context.oneButton,
    args: [`--user-data-dir=${join(scratch, 'one-button')}`],
    selector: 'button',
    isFirstPainting: true,
    quit: 'window.close()',
  }
  const starts = { empty: program(empty), large: program(large), page }
  const samples = await inTurns(
    {
      empty: () => startTime(starts.empty),
      large: () => startTime(starts.large),
      page: () => startTime(starts.page),
    },
    quick ? 2 : 7,
  )
  const beside = { 'one-button page': samples.page }
  const row = (own: readonly number[], size: string, most: number): Row =>
    contestRow(
      {
        id: 'start',
        title: 'start to usable window',
        size,
        unit: 'ms',
        own,
        beside,
        goals: [{ goal: 'times', than: 'one-button page', most, rank: 'must' }],
      },
      pace(),
    )
  return [row(samples.empty, '0', 1.3), row(samples.large, records.toLocaleString('en'), 1.5)]
}

export const group: Group = {
  name: 'start',
  title: '启动 / start',
  measure: (context) => withDisplay(() => measure(context)),
}
