import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { Zhike } from './support/zhike'

/** Rules of axe that the page breaks as it stands. */
async function broken({ page }: Zhike): Promise<readonly string[]> {
  // Electron cannot open the second page in which axe would otherwise put its results together.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

const picture = async ({ page }: Zhike, name: string) => {
  const folder = process.env['ZHIKE_PICTURES']
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`) })
}

const shown = async (zhike: Zhike, key: string) =>
  (await zhike.stops()).find((stop) => stop.key === key)?.shown

const focusStop = async ({ page }: Zhike, key: string) => {
  await page.locator(`[data-stop="${key}"]`).first().focus()
}

const option = ({ page }: Zhike, name: RegExp) =>
  page.getByRole('listbox', { name: '客户' }).getByRole('option', { name })

/** From 工作台, by what its line says. */
async function openRecent(zhike: Zhike, line: RegExp): Promise<void> {
  await zhike.press('Alt+1')
  await zhike.page.locator('a[href^="#/record/"]').filter({ hasText: line }).first().click()
  await zhike.sheetIsOpen()
}

test('a customer is made in a form, found by pinyin in the next, and its changed telephone is taken over', async () => {
  const zhike = await Zhike.startFresh()
  const { page } = zhike
  try {
    // 新建：名称照打的，电话带着表里已填的。
    await zhike.openForm('KHTS-BD-001')
    await focusStop(zhike, 'phone')
    await zhike.type('010-65550001')
    await focusStop(zhike, 'customer')
    await zhike.type('示例重庆贸易公司')
    await expect(option(zhike, /新建客户“示例重庆贸易公司”/)).toBeVisible()
    await zhike.press('ArrowUp', 'Enter')
    const making = page.getByRole('dialog', { name: '新建客户' })
    await expect(making.getByLabel('客户名称')).toHaveValue('示例重庆贸易公司')
    await expect(making.getByLabel(/电话/)).toHaveValue('010-65550001')
    await making.getByLabel(/地址/).fill('示例路1号')
    await picture(zhike, 'customer-new')
    expect(await broken(zhike)).toEqual([])
    await making.getByLabel(/地址/).press('Enter')
    await expect(making.getByRole('button', { name: '建档并填入' })).toBeFocused()
    await zhike.press('Enter')
    await expect(making).toHaveCount(0)
    await expect.poll(() => shown(zhike, 'address')).toBe('示例路1号')
    await expect(zhike.notice('已带入 1 项：客户地址')).toBeVisible()
    // 接着往下填。
    await expect.poll(() => zhike.focusedStop()).toBe('kind')
    await zhike.press('1')
    await focusStop(zhike, 'reason')
    await zhike.type('漏水')
    await zhike.press('F9')
    await picture(zhike, 'customer-made')
    await expect(zhike.notice(/已登记/)).toBeVisible()

    // 第二张：没打字时先列最近用过的；拼音首字母（重 = chong）找到，回车填入。
    await zhike.press('Alt+1')
    await zhike.openForm('KHTS-BD-001')
    await focusStop(zhike, 'customer')
    await zhike.press('ArrowDown')
    await expect(option(zhike, /示例重庆贸易公司/).first()).toBeVisible()
    await zhike.press('Escape')
    await zhike.type('slcq')
    await expect(option(zhike, /示例重庆贸易公司.*010-65550001/)).toBeVisible()
    await picture(zhike, 'customer-suggestions')
    expect(await broken(zhike)).toEqual([])
    await zhike.press('ArrowDown', 'Enter')
    await expect.poll(() => shown(zhike, 'phone')).toBe('010-65550001')
    await expect.poll(() => shown(zhike, 'customer')).toBe('示例重庆贸易公司')
    await expect.poll(() => shown(zhike, 'address')).toBe('示例路1号')
    await zhike.press('Control+z')
    await expect.poll(() => shown(zhike, 'phone')).toBe('')
    await zhike.press('Control+y')
    await expect.poll(() => shown(zhike, 'phone')).toBe('010-65550001')
    await zhike.press('Control+s')
    await expect(zhike.notice('已保存')).toBeVisible()

    // 客户资料卡：选中就带出资料，登记后写入客户档案。
    await zhike.openForm('KHXX-BD-001')
    await expect(page.getByText('此表就是客户档案：登记后写入客户资料。')).toBeVisible()
    await focusStop(zhike, 'customer')
    await zhike.type('chongqing')
    await expect(option(zhike, /示例重庆贸易公司/)).toBeVisible()
    await zhike.press('ArrowDown', 'Enter')
    await expect.poll(() => shown(zhike, 'phone')).toBe('010-65550001')
    await focusStop(zhike, 'phone')
    await zhike.press('Control+a')
    await zhike.type('010-65550002')
    await page.getByRole('radio', { name: '企业' }).click()
    await zhike.press('F9')
    await expect(zhike.notice(/已登记/)).toBeVisible()
    await expect(page.getByText('此表就是客户档案：改动保存后写入客户资料。')).toBeVisible()
    await picture(zhike, 'customer-card')

    // 草稿上说明资料已变更；逐项看，采用。
    await openRecent(zhike, /草稿/)
    const strip = page.getByRole('region', { name: '客户资料' })
    await expect(strip).toContainText('客户资料已变更：电话 与客户档案不同')
    await strip.getByRole('button', { name: '查看' }).click()
    const panel = page.getByRole('complementary', { name: '客户资料已变更' })
    await expect(panel).toContainText('010-65550001')
    await expect(panel).toContainText('010-65550002')
    await expect(panel).toContainText('示例员工甲')
    await picture(zhike, 'customer-changed')
    expect(await broken(zhike)).toEqual([])
    await panel.getByRole('button', { name: '采用 电话' }).click()
    await expect.poll(() => shown(zhike, 'phone')).toBe('010-65550002')
    await expect(strip).toHaveCount(0)
    await zhike.press('Control+z')
    await expect(strip).toBeVisible()
    await strip.getByRole('button', { name: '忽略' }).click()
    await expect(strip).toHaveCount(0)

    // 已登记的单据只在栏里带记号。
    await openRecent(zhike, /TS-\d{4}-0001/)
    await expect(page.getByRole('button', { name: '资料已变更' })).toBeVisible()
    await expect(strip).toHaveCount(0)
    await focusStop(zhike, 'customer')
    await expect(page.getByRole('link', { name: '客户档案' })).toBeVisible()
    await picture(zhike, 'customer-mark')
    await zhike.press('Control+Enter')
    await expect.poll(() => page.evaluate(() => location.hash)).toMatch(/^#\/customer\//)
  } finally {
    await zhike.close()
  }
})
