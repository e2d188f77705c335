import { expect, test } from '@playwright/test'
import { Zhike } from './support/zhike'

test('customers are chosen from one to another with Shift, help stands beside the form', async () => {
  const zhike = await Zhike.startFresh()
  const { page } = zhike
  try {
    await page.evaluate(() => {
      location.hash = '#/customers'
    })
    await page.getByRole('button', { name: '导入客户' }).press('Enter')
    await page.getByLabel('粘贴单元格').evaluate((input, text) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, '客户名称\t座机\r\n示例甲商店\t0571-88880001\r\n示例乙商店\t\r\n示例丙商店\t\r\n示例丁商店\t\r\n合计\t4\r\n')
    await page.getByRole('button', { name: '下一步' }).press('Enter')
    await expect(page.getByRole('dialog')).toContainText('第 6 行像是合计行，不作为客户导入')
    await page.getByRole('button', { name: '导入 4 条' }).press('Enter')
    await page.getByRole('dialog').getByRole('button', { name: '完成' }).press('Enter')

    const ticks = page.getByRole('gridcell').getByRole('checkbox')
    await expect(ticks).toHaveCount(4)
    await ticks.nth(0).click()
    await ticks.nth(2).click({ modifiers: ['Shift'] })
    for (const [at, isTicked] of [true, true, true, false].entries())
      await expect(ticks.nth(at)).toBeChecked({ checked: isTicked })

    // With the arrows, too: from where they stand.
    await zhike.press('Escape')
    await page.getByRole('grid').focus()
    await zhike.press('Home', 'ArrowDown', 'ArrowDown', 'Shift+ArrowDown')
    for (const [at, isTicked] of [false, false, true, true].entries())
      await expect(ticks.nth(at)).toBeChecked({ checked: isTicked })

    await zhike.openForm('KHTS-BD-001')
    await zhike.press('F1')
    const help = page.locator('[data-help=form]')
    await expect(help).toBeVisible()
    const bar = await page.getByRole('button', { name: /^登记/ }).first().boundingBox()
    const beside = await help.boundingBox()
    expect((bar?.x ?? 0) + (bar?.width ?? 0)).toBeLessThanOrEqual(beside?.x ?? 0)
  } finally {
    await zhike.close()
  }
})
