import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@playwright/test'
import { registerShows, writeMany } from '../bench/window/write-many'
import { pageIsThere, Zhike } from './support/zhike'
import { found, joinTeam, sync, TeamPlace, toTeam } from './support/team'

/** Fewer for trying the test itself. */
const RECORDS = Number(process.env['ZHIKE_TEST_RECORDS'] ?? 100_000)
const CHANGES = Number(process.env['ZHIKE_TEST_CHANGES'] ?? 10_000)
/** A data folder of so many records that is there already; copied. */
const SEEDED = process.env['ZHIKE_TEST_SEEDED']
const SEED = join(import.meta.dirname, '../../scripts/seed.mjs')

let place: TeamPlace
test.beforeEach(() => {
  place = new TeamPlace()
})
test.afterEach(() => {
  place.remove()
})

// How long it takes is measured by `npm run bench -- team`.
test(
  'a colleague joins a team of 100,000 records and catches up on 10,000 changes',
  { tag: '@long' },
  async () => {
    test.setTimeout(1_800_000)
    const homeOfA = place.homeOf('甲')
    if (SEEDED === undefined)
      execFileSync(process.execPath, [SEED, '--records', String(RECORDS), '--out', homeOfA.dataFolder])
    else cpSync(SEEDED, homeOfA.dataFolder, { recursive: true })
    const a = await opened(homeOfA)
    let b: Zhike | null = null
    try {
      await found(a, place.share)
      await sync(a)

      b = await joinTeam(place.homeOf('乙'), place.share, '二楼')
      await b.press('Alt+3')
      await registerShows(b.page, RECORDS)
      await toTeam(a)
      await sync(a)
      await a.page.getByRole('button', { name: '同意 二楼 加入' }).click()
      await a.notice('已同意“二楼”加入').waitFor()
      await sync(b)

      await writeMany(a.page, CHANGES)
      await sync(a)
      await sync(b)
      await registerShows(b.page, RECORDS + 1)
    } finally {
      await b?.close()
      await a.close()
    }
  },
)

async function opened(home: { readonly profile: string; readonly dataFolder: string }): Promise<Zhike> {
  mkdirSync(home.profile, { recursive: true })
  const zhike = await Zhike.start(home)
  await pageIsThere(zhike.page, { timeout: 600_000 })
  return zhike
}
