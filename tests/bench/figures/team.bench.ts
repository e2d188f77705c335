import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { copyComputer } from '../../e2e/support/computer'
import { beginFrames, endFrames } from '../../e2e/support/frames'
import { found, joinTeam, sync, TeamPlace, toTeam } from '../../e2e/support/team'
import type { Zhike } from '../../e2e/support/zhike'
import { pace } from '../harness/contest'
import { filesIn, openFolder } from '../harness/folders'
import type { BenchContext, Group } from '../harness/group'
import { contestRow, type Goal, type Measured, type Row } from '../harness/row'
import { seedFolder } from '../harness/seeds'
import { largeHome, opened } from '../window/large-home'
import { withDisplay } from '../window/with-display'
import { newestChanges, registerShows, writeMany } from '../window/write-many'

const PARSE = 'reading the files, parsing their JSON'

async function measure(context: BenchContext): Promise<readonly Row[]> {
  const { quick, say, scratch } = context
  const records = quick ? 1000 : 100_000
  const changes = quick ? 1000 : 10_000
  const size = records.toLocaleString('en')
  const place = new TeamPlace()
  const row = (figure: Omit<Measured, 'beside'> & { readonly beside?: number }): Row =>
    contestRow({ ...figure, beside: figure.beside === undefined ? {} : { [PARSE]: [figure.beside] } }, pace())
  let a: Zhike | null = null
  let b: Zhike | null = null
  try {
    const home = place.homeOf('甲')
    copyComputer(await largeHome(context, records, join(scratch, 'large')), home)
    a = await opened(home)
    await found(a, place.share)
    say('all of it is published')
    await sync(a)
    const texts = await changesOf(context, records)
    const bytes = bytesRow(place.share, texts, records)
    const parsing = parseTime(filesIn(place.share), texts)

    say('a colleague joins')
    let from = 0
    b = await joinTeam(place.homeOf('乙'), place.share, '二楼', () => {
      from = performance.now()
    })
    await b.press('Alt+3')
    await registerShows(b.page, records)
    const joining = performance.now() - from
    await toTeam(a)
    await sync(a)
    await a.page.getByRole('button', { name: '同意 二楼 加入' }).click()
    await a.notice('已同意“二楼”加入').waitFor()
    await sync(b)

    say(`${changes} changes are written and caught up on`)
    await writeMany(a.page, changes)
    const before = new Set(filesIn(place.share))
    await sync(a)
    const news = filesIn(place.share).filter((file) => !before.has(file))
    const newParsing = parseTime(news, await newestChanges(a.page, changes))
    await beginFrames(b.page)
    from = performance.now()
    await sync(b)
    const arrived = performance.now() - from
    await registerShows(b.page, records + 1)
    const shown = performance.now() - from
    const { longestTask, p95 } = await endFrames(b.page)

    const caughtUp = { size: `${changes.toLocaleString('en')} changes`, unit: 'ms' } as const
    return [
      row({
        id: 'join',
        title: 'joining a team: from the last click to all of it in the register, a restart included',
        size,
        unit: 'ms',
        own: [joining],
        beside: parsing,
        goals: timesAndUnder(4, 30_000),
      }),
      row({
        ...caughtUp,
        id: 'catch-up',
        title: 'catching up: until the last one is in the register',
        own: [shown],
        beside: newParsing,
        goals: timesAndUnder(4, 2000),
      }),
      row({ ...caughtUp, id: 'catch-up-folder', title: 'until they are in the data folder', own: [arrived] }),
      row({
        ...caughtUp,
        id: 'catch-up-task',
        title: 'the longest task of the window meanwhile',
        own: [longestTask],
        goals: [{ goal: 'under', most: 50, at: 'median', rank: 'aim' }],
      }),
      row({
        ...caughtUp,
        id: 'catch-up-frames',
        title: '95 % of the frames meanwhile are under',
        own: [p95],
      }),
      bytes,
    ]
  } finally {
    await b?.close()
    await a?.close()
    place.remove()
  }
}

const timesAndUnder = (times: number, ms: number): readonly Goal[] => [
  { goal: 'times', than: PARSE, most: times, rank: 'target' },
  { goal: 'under', most: ms, at: 'median', rank: 'aim' },
]

/** Every change of such a folder as JSON, in texts of many lines. */
async function changesOf(context: BenchContext, records: number): Promise<readonly string[]> {
  const path = join(context.scratch, 'changes')
  seedFolder(context, records, path)
  const folder = await openFolder(path)
  const texts: string[] = []
  try {
    for (const { writer, seq } of folder.ends()) {
      for (let after = 0; after < seq; after += 2000) {
        const read = await folder.read(writer, after, 2000)
        if (!read.ok) throw new Error(read.error.type)
        texts.push(read.value.map((stored) => JSON.stringify(stored)).join('\n'))
      }
    }
  } finally {
    await folder.close()
  }
  return texts
}

/** The least that taking these files in can cost: milliseconds for reading them and for parsing what stands in them. */
function parseTime(files: readonly string[], texts: readonly string[]): number {
  const from = performance.now()
  for (const file of files) readFileSync(file)
  for (const text of texts) for (const line of text.split('\n')) if (line !== '') JSON.parse(line)
  return performance.now() - from
}

function bytesRow(share: string, texts: readonly string[], records: number): Row {
  const own = filesIn(share).reduce((sum, file) => sum + statSync(file).size, 0)
  // In pieces of some megabytes, as a program that cannot hold all of it would.
  const zipped = texts.reduce((sum, text) => sum + gzipSync(text).length, 0)
  const figure = {
    id: 'bytes-record',
    title: 'bytes of a record and its changes in the team folder',
    size: records.toLocaleString('en'),
    unit: 'B',
    own: [own / records],
    beside: { 'gzip of the JSON': [zipped / records] },
    goals: [{ goal: 'times', than: 'gzip of the JSON', most: 1.3, rank: 'target' }],
  } as const
  return contestRow(figure, pace())
}

export const group: Group = {
  name: 'team',
  title: '团队共享 / a team',
  isLong: true,
  measure: (context) => withDisplay(() => measure(context)),
}
