import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { profileFolder } from '../../../main/start/profile'
import { copyComputer, type Computer } from '../../e2e/support/computer'
import { firmComputer, Zhike } from '../../e2e/support/zhike'
import { inTurns, pace } from '../harness/contest'
import type { BenchContext, Group } from '../harness/group'
import { contestRow, type Row } from '../harness/row'
import { computerAt, largeHome } from '../window/large-home'
import { startTime, type Started } from '../window/start-time'
import { withDisplay } from '../window/with-display'

/** Rail and bar are there, and clicks, keys and the menu are answered. */
const USABLE = '[data-answers] > nav'
/** 工作台 stands with what was written last, or says that there is nothing. */
const WITH_CONTENTS = '[data-answers] > main:not([aria-busy]) [data-recent]'

const program = ({ profile, dataFolder }: Computer, selector: string): Started => ({
  project: process.cwd(),
  args: [`--user-data-dir=${profile}`, `--data=${dataFolder}`],
  selector,
  quit: "window.zhike.call('app:quit', null)",
})

/** The window begins with its frame from the second start on: it remembers what stood in it. */
async function startOnce({ profile, dataFolder }: Computer): Promise<void> {
  const zhike = await Zhike.start({ profile, dataFolder })
  const kept = join(profileFolder(profile, dataFolder), 'frame.json')
  while (!existsSync(kept)) await new Promise((resolve) => setTimeout(resolve, 100))
  await zhike.running.app.close()
}

async function measure(context: BenchContext): Promise<readonly Row[]> {
  const { quick, scratch } = context
  const records = quick ? 1000 : 100_000
  const empty = computerAt(join(scratch, 'empty'))
  copyComputer(await firmComputer(), empty)
  const large = await largeHome(context, records, join(scratch, 'large'))
  await startOnce(empty)
  await startOnce(large)
  const page: Started = {
    project: context.oneButton,
    args: [`--user-data-dir=${join(scratch, 'one-button')}`],
    selector: 'button',
    isFirstPainting: true,
    quit: 'window.close()',
  }
  const starts = {
    empty: program(empty, USABLE),
    emptyWhole: program(empty, WITH_CONTENTS),
    large: program(large, USABLE),
    largeWhole: program(large, WITH_CONTENTS),
    page,
  }
  const samples = await inTurns(
    {
      empty: () => startTime(starts.empty),
      emptyWhole: () => startTime(starts.emptyWhole),
      large: () => startTime(starts.large),
      largeWhole: () => startTime(starts.largeWhole),
      page: () => startTime(starts.page),
    },
    quick ? 2 : 7,
  )
  const beside = { 'one-button page': samples.page }
  const row = (title: string, own: readonly number[], size: string, most?: number): Row =>
    contestRow(
      {
        id: most === undefined ? 'start-whole' : 'start',
        title,
        size,
        unit: 'ms',
        own,
        beside,
        goals: most === undefined ? [] : [{ goal: 'times', than: 'one-button page', most, rank: 'must' }],
      },
      pace(),
    )
  const usable = 'start to usable window'
  const whole = 'start to 工作台 with its contents'
  const many = records.toLocaleString('en')
  return [
    row(usable, samples.empty, '0', 1.3),
    row(usable, samples.large, many, 1.5),
    row(whole, samples.emptyWhole, '0'),
    row(whole, samples.largeWhole, many),
  ]
}

export const group: Group = {
  name: 'start',
  title: '启动 / start',
  measure: (context) => withDisplay(() => measure(context)),
}
