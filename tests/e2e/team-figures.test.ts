import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import type { Bridge } from '../../shared/ipc/contract'
import { Zhike } from './support/zhike'
import { beginFrames, endFrames } from './support/frames'
import { found, joinTeam, sync, TeamPlace, toTeam } from './support/team'

declare const window: Window & { readonly zhike: Bridge }

/** Fewer for trying the test itself. */
const RECORDS = Number(process.env['ZHIKE_TEST_RECORDS'] ?? 100_000)
const CHANGES = Number(process.env['ZHIKE_TEST_CHANGES'] ?? 10_000)
/** A data folder of so many records that is there already; copied. */
const SEEDED = process.env['ZHIKE_TEST_SEEDED']
const EACH = 100

/** Milliseconds, by what was done: printed at the end, never held against a limit. */
const figures: Record<string, number> = {}

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const from = performance.now()
  const done = await work()
  figures[what] = Math.round(performance.now() - from)
  return done
}

let place: TeamPlace
test.beforeEach(() => {
  place = new TeamPlace()
})
test.afterEach(() => {
  place.remove()
  console.table(figures)
})

test(
  'a colleague joins a team of 100,000 records and catches up on 10,000 changes',
  { tag: '@long' },
  async () => {
    test.setTimeout(1_800_000)
    const homeOfA = place.homeOf('甲')
    if (SEEDED === undefined)
      execFileSync(process.execPath, [SEED, '--records', String(RECORDS), '--out', homeOfA.dataFolder])
    else cpSync(SEEDED, homeOfA.dataFolder, { recursive: true })
    const a = await timed('the first computer: first opening', () => opened(homeOfA))
    let b: Zhike | null = null
    try {
      await found(a, place.share)
      await timed('the first computer: publishing all of it', () => sync(a))

      let joining = 0
      b = await joinTeam(place.homeOf('乙'), place.share, '二楼', () => {
        joining = performance.now()
      })
      figures['joining: from the last click to 工作台'] = since(joining)
      await b.press('Alt+3')
      await shows(b.page, RECORDS)
      figures['joining: from the last click to all in the register'] = since(joining)
      await toTeam(a)
      await sync(a)
      await a.page.getByRole('button', { name: '同意 二楼 加入' }).click()
      await a.notice('已同意“二楼”加入').waitFor()
      await sync(b)

      // Written on the first computer as saves are, without drawing them there.
      await timed(`the first computer: writing ${CHANGES} changes`, () => writeMany(a.page, CHANGES))
      await timed('the first computer: publishing them', () => sync(a))
      await beginFrames(b.page)
      const from = performance.now()
      await sync(b)
      figures[`catching up on ${CHANGES}: until they are in the data folder`] = since(from)
      await shows(b.page, RECORDS + 1)
      figures[`catching up on ${CHANGES}: until the last one is in the register`] = since(from)
      const frames = await endFrames(b.page)
      figures['frames meanwhile'] = frames.count
      figures['longest gap between two frames'] = frames.longest
      figures['gaps over 50 ms'] = frames.over50
      figures['95 % of the gaps are under'] = frames.p95
      figures['longest task of the window'] = frames.longestTask
      expect(frames.count).toBeGreaterThan(0)
    } finally {
      await b?.close()
      await a.close()
    }
  },
)

const SEED = join(import.meta.dirname, '../../scripts/seed.mjs')
const since = (from: number): number => Math.round(performance.now() - from)

/** The register of all forms has so many lines. */
async function shows(page: Page, records: number): Promise<void> {
  await expect
    .poll(() => page.getByRole('grid').getAttribute('aria-rowcount'), { timeout: 600_000, intervals: [20] })
    .toBe(String(records + 1))
}

async function opened(home: { readonly profile: string; readonly dataFolder: string }): Promise<Zhike> {
  mkdirSync(home.profile, { recursive: true })
  const zhike = await Zhike.start(home)
  await zhike.page.getByRole('navigation').waitFor({ timeout: 600_000 })
  return zhike
}

/** Changes of records that are there, a hundred in a save, and a new record as the last of them. */
async function writeMany(page: Page, changes: number): Promise<void> {
  const written = await page.evaluate(
    async ([changes, each]) => {
      const { call } = window.zhike
      const ends = await call('journal:ends', null)
      const [first] = ends.ok ? [...ends.value].sort((a, b) => b.seq - a.seq) : []
      if (first === undefined) return 'no journal'
      const read = await call('journal:read', { writer: first.writer, after: 0, limit: 2000 })
      if (!read.ok) return read.error.type
      interface Stored {
        readonly change: { readonly entity: { readonly kind: string; readonly id: string } }
      }
      const lines = read.value.split('\n').filter((line) => line !== '')
      const stored = lines.map((line) => JSON.parse(line) as Stored)
      const ids = [
        ...new Set(
          stored
            .map(({ change }) => change.entity)
            .filter(({ kind }) => kind === 'record')
            .map(({ id }) => id),
        ),
      ]
      const last = stored.map(({ change }) => change).find(({ entity }) => entity.kind === 'record')
      const newOne = (change: object) => {
        const { edits } = change as { readonly edits: readonly object[] }
        return { entity: { kind: 'record', id: crypto.randomUUID() }, edits }
      }
      for (let at = 0; at < changes; at += each) {
        const some = Array.from({ length: Math.min(each, changes - at) }, (_, i) => {
          const n = at + i
          if (n === changes - 1 && last !== undefined) return newOne(last)
          const id = ids[n % ids.length] ?? ''
          return {
            entity: { kind: 'record', id },
            edits: [{ op: 'set', path: ['remark'], value: `补记 ${String(n)}`, over: [] }],
          }
        })
        const done = await call('journal:append', { changes: some as never })
        if (!done.ok) return JSON.stringify(done.error)
      }
      return 'written'
    },
    [changes, EACH] as const,
  )
  expect(written).toBe('written')
}
