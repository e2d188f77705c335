import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { readXlsx } from '../support/read-xlsx'
import { Zhike } from './support/zhike'
import { removeFolder } from '../support/remove-folder'

let zhike: Zhike
let folder: string
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhike-表格 '))
  zhike = await Zhike.startFresh()
})
test.afterEach(async () => {
  await zhike.close()
  removeFolder(folder)
})

/** The texts of the file's only sheet. */
function textsIn(path: string): readonly string[] {
  const { sheets } = readXlsx(new Uint8Array(readFileSync(path)))
  expect(sheets).toHaveLength(1)
  return [...(sheets[0]?.cells.values() ?? [])].map(({ text }) => text)
}

test('what is being typed is exported from the form’s menu as Excel, a formula as the text that it is', async () => {
  await zhike.openForm('KHTS-BD-001')
  await zhike.page.locator('textarea[data-stop="phone"]').fill('=1+1')
  const path = join(folder, '登记表.xlsx')
  await zhike.willSaveTo(path)
  await zhike.tabTo(zhike.page.getByRole('button', { name: '更多' }), 'Shift+Tab')
  await zhike.press('Enter')
  await zhike.page.getByRole('menuitem', { name: '导出 Excel' }).press('Enter')
  await zhike.notice('已导出').waitFor()
  const texts = textsIn(path)
  expect(texts).toContain('客户投诉登记表')
  expect(texts).toContain('=1+1')
})

test('the preview exports its sheet as Excel, blank when it shows the blank one', async () => {
  await zhike.openForm('KHTS-BD-001')
  await zhike.page.locator('textarea[data-stop="phone"]').fill('0571-88000000')
  await zhike.openPreview()
  await zhike.page.getByRole('button', { name: '空白' }).press('Enter')
  const path = join(folder, '空白.xlsx')
  await zhike.willSaveTo(path)
  await zhike.page.getByRole('button', { name: '导出 Excel' }).press('Enter')
  await zhike.notice('已导出').waitFor()
  const texts = textsIn(path)
  expect(texts).toContain('受理编号')
  expect(texts).not.toContain('0571-88000000')
})

test('the form’s menu exports for the paper that was set up for printing', async () => {
  const { page } = zhike
  await zhike.openForm('KHTS-BD-001')
  await zhike.openPreview()
  await page.getByRole('button', { name: '打印设置' }).click()
  await page.getByLabel('纸张', { exact: true }).click()
  await page.getByRole('option', { name: 'A3', exact: true }).click()
  await expect(page.getByRole('combobox', { name: '纸张' })).toContainText('A3')
  await page.getByRole('button', { name: '关闭' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const path = join(folder, '大纸.xlsx')
  await zhike.willSaveTo(path)
  await zhike.tabTo(page.getByRole('button', { name: '更多' }), 'Shift+Tab')
  await zhike.press('Enter')
  await page.getByRole('menuitem', { name: '导出 Excel' }).press('Enter')
  await zhike.notice('已导出').waitFor()
  const [sheet] = readXlsx(new Uint8Array(readFileSync(path))).sheets
  // 8: A3.
  expect(sheet?.xml).toContain('<pageSetup paperSize="8"')
})
