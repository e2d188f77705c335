import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { scrolling } from '../bench/window/frames'
import { keyToScreen } from '../bench/window/keys'
import { LONG_FORM, openDraft, putLongDraft } from '../bench/window/long-list-sheet'
import { removeFolder } from '../support/remove-folder'
import { paperForm } from './support/agreement'
import { customersAtWork, historyAtWork, recordsAtWork } from './support/large-day'
import { pageIsThere, Zhike } from './support/zhike'

const seed = join(import.meta.dirname, '../../scripts/seed.mjs')
/** Fewer for trying the test itself. */
const RECORDS = Number(process.env['ZHIKE_TEST_RECORDS'] ?? 100_000)

const place = mkdtempSync(join(tmpdir(), 'zhike-large-'))
let zhike: Zhike | undefined
// One after another in one window: the second begins where the first has come to.
test.describe.configure({ mode: 'serial' })
test.afterAll(async () => {
  await zhike?.close().catch(() => undefined)
  removeFolder(place)
})

// How long it takes is measured by `npm run bench -- rebuild large writing`.
test(
  'a folder of 100,000 records opens, finds, sorts, scrolls and takes typing',
  { tag: '@long' },
  async () => {
    test.setTimeout(1_800_000)
    const options = { dataFolder: join(place, 'data'), profile: join(place, 'profile') }
    execFileSync(process.execPath, [seed, '--records', String(RECORDS), '--out', options.dataFolder])
    const begun = await opened(options)
    await begun.close()
    zhike = await opened(options)
    const { page } = zhike
    const drawn = page.locator('[role=grid][data-drawn=true]')
    const grid = page.getByRole('grid')
    const option = page.getByRole('option').first()

    await zhike.press('Control+k')
    await page.keyboard.type('漏水')
    await option.waitFor({ timeout: 120_000 })
    await page.keyboard.type(' 更换')
    await expect(option).toContainText('更换')
    await zhike.press('Escape')

    await zhike.press('Alt+3')
    await drawn.waitFor()
    await expect(grid).toHaveAttribute('aria-rowcount', String(RECORDS + 1))
    await page.getByRole('columnheader').nth(3).getByRole('button').first().click()
    await drawn.waitFor()
    await grid.focus()
    await page.keyboard.press('End')
    const last = page.locator(`[role=row][aria-rowindex="${String(RECORDS + 1)}"]`)
    await expect(last).toBeVisible()
    await expect(last).not.toHaveAttribute('aria-busy', 'true')
    await scrolling(page)
    await drawn.waitFor()
    await page.getByRole('textbox', { name: /编号/ }).first().fill('漏水')
    await expect(grid).not.toHaveAttribute('aria-rowcount', String(RECORDS + 1))
    await drawn.waitFor()

    await openDraft(page, await putLongDraft(page, paperForm(LONG_FORM).template))
    await page.locator('[data-stop="items/3/product"]').click()
    await keyToScreen(page, Array.from('abcdefghijklmnop'))
    await expect(page.locator('*:focus')).toHaveValue(/abcdefghijklmnop/)
  },
)

test(
  'a day’s work in it: customers, registers, what is due, history, attachments, another person',
  { tag: '@long' },
  async () => {
    test.setTimeout(900_000)
    if (!zhike) throw new Error('the folder was not opened')
    await zhike.page.getByRole('banner').getByRole('button', { name: /^换成/ }).first().press('Enter')
    await customersAtWork(zhike)
    const number = await recordsAtWork(zhike)
    await historyAtWork(zhike, number)
  },
)

async function opened(options: { readonly dataFolder: string; readonly profile: string }): Promise<Zhike> {
  const started = await Zhike.start(options)
  await pageIsThere(started.page, { timeout: 900_000 })
  return started
}
