import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { readXlsx } from '../support/read-xlsx'
import { removeFolder } from '../support/remove-folder'
import { pageIsThere, Zhike } from './support/zhike'

const seed = join(import.meta.dirname, '../../scripts/seed.mjs')
const records = process.env['ZHIKE_TEST_LONG'] ? 100_000 : 600

let zhike: Zhike
const folder = mkdtempSync(join(tmpdir(), 'zhike-register-'))
test.afterAll(async () => {
  await zhike.close().catch(() => undefined)
  removeFolder(folder)
})

test('a register is sorted, filtered, added up, chosen from, exported and voided by keyboard', async () => {
  if (records > 10_000) test.setTimeout(900_000)
  const dataFolder = join(folder, 'data')
  // Through the command: the program's own modules are read by Vite only.
  execFileSync(process.execPath, [seed, '--records', String(records), '--out', dataFolder])
  zhike = await Zhike.start({ dataFolder })
  const { page } = zhike
  await pageIsThere(page, records > 10_000 ? { timeout: 600_000 } : {})
  const grid = page.getByRole('grid')
  const drawn = page.locator('[role=grid][data-drawn=true]')
  const bar = page.getByRole('toolbar', { name: '对选中的单据' })

  // All forms; to the end and back.
  await zhike.press('Alt+3')
  await drawn.waitFor()
  await expect(grid).toHaveAttribute('aria-rowcount', String(records + 1))
  await grid.focus()
  await zhike.press('End')
  await expect(page.locator(`[role=row][aria-rowindex="${String(records + 1)}"][aria-busy]`)).toHaveCount(0)
  await expect(page.locator(`[role=row][aria-rowindex="${String(records + 1)}"]`)).toBeVisible()
  await zhike.press('Home')

  // A register of one form: sorted by its own day, filtered by state.
  await page.evaluate(() => {
    location.hash = '/records/KHTS-BD-001'
  })
  await expect(page.getByRole('columnheader', { name: '投诉缘由' })).toBeVisible()
  await drawn.waitFor()
  await expect(page.getByRole('columnheader', { name: '受理日期' })).toHaveAttribute(
    'aria-sort',
    'descending',
  )
  await page.getByRole('columnheader', { name: '受理日期' }).getByRole('button').focus()
  await zhike.press('Enter')
  await expect(page.getByRole('columnheader', { name: '受理日期' })).toHaveAttribute('aria-sort', 'ascending')
  await zhike.tabTo(page.getByRole('combobox', { name: '状态' }), 'Shift+Tab')
  await zhike.press('Enter')
  await page.getByRole('option', { name: '已办结' }).press('Enter')
  await expect(page.getByRole('button', { name: '去掉条件：已办结' })).toBeVisible()
  await drawn.waitFor()
  const closed = Number(await grid.getAttribute('aria-rowcount')) - 1
  expect(closed).toBeGreaterThan(3)
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([])

  // Opened, and back on the same line of the same list.
  await grid.focus()
  await zhike.press('ArrowDown', 'ArrowDown')
  const numberCell = page.locator('[role=row].zk-list-at [role=gridcell]').nth(1)
  await expect(numberCell).not.toBeEmpty()
  const number = await numberCell.innerText()
  await zhike.press('Enter')
  await zhike.page.getByText('已办结').first().waitFor()
  await page.goBack()
  await expect(grid).toBeFocused()
  await expect(page.locator('[role=row].zk-list-at')).toContainText(number)

  // With Shift the arrows choose from where they stand.
  await zhike.press('Shift+ArrowDown')
  await expect(bar).toContainText('已选 2 张')
  await zhike.press('Escape', 'ArrowUp')
  await expect(page.locator('[role=row].zk-list-at')).toContainText(number)

  // Two are chosen and exported, then voided with one reason.
  await zhike.press(' ', 'Shift+ArrowDown')
  await expect(bar).toContainText('已选 2 张')
  const file = join(folder, '台账.xlsx')
  await zhike.willSaveTo(file)
  await zhike.tabTo(bar.getByRole('button', { name: '导出选中的' }))
  await zhike.press('Enter')
  await zhike.notice(file).waitFor()
  expect(existsSync(file)).toBe(true)
  const [sheet] = readXlsx(readFileSync(file)).sheets
  const texts = [...(sheet?.cells.values() ?? [])].map(({ text }) => text)
  expect(texts).toContain(number)
  expect(texts).toContain('受理日期')

  await zhike.tabTo(bar.getByRole('button', { name: '作废…' }))
  await zhike.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('作废 2 张单据')
  await zhike.type('重复登记')
  await zhike.press('Enter')
  await zhike.notice('已作废 2 张').waitFor()
  await expect(grid).toHaveAttribute('aria-rowcount', String(closed - 1))

  // Escape takes back the choice first; the chosen form stays.
  await grid.focus()
  await zhike.press(' ')
  await expect(bar).toContainText('已选 1 张')
  await zhike.press('Escape')
  await expect(bar).not.toContainText('已选')
  await expect(page).toHaveURL(/records\/KHTS-BD-001/)
})
