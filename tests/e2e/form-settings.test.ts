import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { readPdf } from '../support/read-pdf'
import { squeezed, Zhike } from './support/zhike'
import { removeFolder } from '../support/remove-folder'

const SALES = 'KHXX-BD-013'
const MONTHLY = 'KHGL-BD-011'

/** What stands on the sheet, labels and values, without white space. */
const onSheet = async ({ page }: Zhike): Promise<string> =>
  squeezed((await page.locator('[data-page]').allTextContents()).join(''))

/** An empty form in which the customer of the first row is typed and saved. */
async function saveSales(zhike: Zhike, customer: string): Promise<void> {
  await zhike.openForm(SALES)
  await zhike.toFirstField()
  await zhike.press('Enter')
  await zhike.type(customer)
  await zhike.press('Enter')
  await zhike.save()
  await zhike.press('Escape')
  await expect(zhike.page.locator('[data-stop]')).toHaveCount(0)
}

const shownTexts = async (zhike: Zhike) => (await zhike.stops()).map(({ shown }) => shown)

/** 表单库, the form, 表单设置…. */
async function openSettings(zhike: Zhike, code: string): Promise<void> {
  await zhike.press('Alt+2')
  await zhike.page.locator('.zk-forms, .zk-library').first().waitFor()
  await zhike.press('Control+f')
  await zhike.type(code)
  await expect(zhike.page.locator('.zk-form-panel')).toContainText(code)
  await zhike.tabTo(zhike.page.getByRole('button', { name: '表单设置…' }))
  await zhike.press('Enter')
  await zhike.page.getByRole('dialog', { name: /表单设置/ }).waitFor()
}

async function saveSettings(zhike: Zhike): Promise<void> {
  await zhike.press('Control+s')
  await expect(zhike.page.getByRole('dialog')).toHaveCount(0)
}

/** One of the last records of 工作台, the newest first. */
async function openRecent(zhike: Zhike, place: number): Promise<void> {
  await zhike.press('Alt+1')
  await zhike.page.locator('a[href^="#/record/"]').nth(place).click()
  await zhike.sheetIsOpen()
}

/** Shown in the blank page beside the settings. */
const preview = async ({ page }: Zhike): Promise<string> =>
  squeezed(await page.getByRole('region', { name: '空白表的样子' }).innerText())

test('a firm changes the products and cities of two forms; records keep the form that they were filled from', async () => {
  const place = mkdtempSync(join(tmpdir(), 'zhike-设置 '))
  let zhike = await Zhike.startFresh()
  try {
    await saveSales(zhike, '示例甲公司')

    await openSettings(zhike, SALES)
    await zhike.page.getByLabel('“A 产品”的新名字').fill('冰箱')
    await expect.poll(() => preview(zhike)).toContain('冰箱')
    await expect(zhike.page.getByText('已有的单据保持原来的样子')).toBeVisible()
    await saveSettings(zhike)

    await openSettings(zhike, MONTHLY)
    await zhike.page.getByLabel('分部第 1 行').fill('昆明')
    await zhike.page.getByLabel('分部第 1 行').press('Alt+ArrowDown')
    await expect(zhike.page.getByLabel('分部第 2 行')).toBeFocused()
    await zhike.page.getByRole('button', { name: '去掉杭州' }).click()
    await saveSettings(zhike)

    await saveSales(zhike, '示例乙公司')
    zhike = await zhike.restart()

    await zhike.openForm(SALES)
    await expect.poll(() => onSheet(zhike)).toContain('冰箱')
    await expect.poll(() => onSheet(zhike)).not.toContain('A产品')
    await zhike.press('Escape')
    await zhike.openForm(MONTHLY)
    const cities = await onSheet(zhike)
    expect(cities).toMatch(/天津昆明沈阳/)
    expect(cities).not.toContain('北京')
    expect(cities).not.toContain('杭州')
    await zhike.press('Escape')

    // Both stand in one register, each with its own form, on the screen and on paper.
    await openRecent(zhike, 1)
    await expect.poll(() => shownTexts(zhike)).toContain('示例甲公司')
    await expect.poll(() => onSheet(zhike)).toContain('A产品')
    await zhike.openPreview()
    const path = join(place, '旧表.pdf')
    await zhike.savePdf(path)
    const texts = (await readPdf(new Uint8Array(readFileSync(path)))).pages.flatMap(({ texts }) => texts)
    expect(texts.map(({ text }) => text)).toContain('A 产品')
    expect(texts.map(({ text }) => text)).not.toContain('冰箱')
    await zhike.press('Escape')
    await expect(zhike.page.getByRole('dialog')).toHaveCount(0)
    await zhike.press('Escape')
    await openRecent(zhike, 0)
    await expect.poll(() => onSheet(zhike)).toContain('冰箱')
    await zhike.press('Escape')

    await openSettings(zhike, SALES)
    await zhike.page.getByRole('button', { name: '恢复原样' }).click()
    await saveSettings(zhike)
    await zhike.openForm(SALES)
    await expect.poll(() => onSheet(zhike)).toContain('A产品')
    await zhike.press('Escape')
    await openRecent(zhike, 0)
    await expect.poll(() => onSheet(zhike)).toContain('冰箱')
  } finally {
    await zhike.close()
    removeFolder(place)
  }
})

test('what cannot be used is refused with its reason, what will not look well is said, and nothing is lost by leaving', async () => {
  const zhike = await Zhike.startFresh()
  const { page } = zhike
  try {
    await openSettings(zhike, MONTHLY)
    const save = page.getByRole('button', { name: '保存' })
    await expect(save).toBeDisabled()
    await page.getByLabel('分部第 1 行').fill('天津')
    await expect(page.getByText('印好的标签重复')).toBeVisible()
    await expect(save).toBeDisabled()
    await page.getByLabel('分部第 1 行').fill('昆明')
    await expect(page.getByText('印好的标签重复')).toHaveCount(0)
    await page.getByRole('button', { name: '竖', exact: true }).click()
    await page.getByLabel('大小', { exact: true }).click()
    await page.getByRole('option', { name: 'B5' }).click()
    await expect(page.getByText(/从词中间断开了。请/)).toBeVisible()
    await expect(page.getByText('空白表从 1 页变成了 2 页')).toBeVisible()
    await expect(save).toBeEnabled()

    await zhike.press('Escape')
    await expect(page.getByText('刚才的改动还没有保存')).toBeVisible()
    await page.getByRole('button', { name: '取消' }).click()
    await expect(page.getByLabel('分部第 1 行')).toHaveValue('昆明')
    await zhike.press('Escape')
    await page.getByRole('button', { name: '不保存，离开' }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await openSettings(zhike, MONTHLY)
    await expect(page.getByLabel('分部第 1 行')).toHaveValue('北京')
  } finally {
    await zhike.close()
  }
})
