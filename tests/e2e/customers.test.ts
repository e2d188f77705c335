import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { Zhike } from './support/zhike'

/** What axe finds wrong on the page as it stands, in one line each. */
async function violations(zhike: Zhike): Promise<readonly string[]> {
  // Electron cannot open the second page in which axe would otherwise put its results together.
  const found = await new AxeBuilder({ page: zhike.page }).setLegacyMode(true).analyze()
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

const field = (zhike: Zhike, key: string) => zhike.page.locator(`[data-field="${key}"]`)
const button = (zhike: Zhike, name: string | RegExp) => zhike.page.getByRole('button', { name })
const timeLine = (zhike: Zhike) => zhike.page.getByRole('list', { name: '按时间排列的单据' })
const heading = (zhike: Zhike) => zhike.page.getByRole('heading', { level: 1 })

/** 新建客户 with a name and a telephone number; the page of the new customer is shown then. */
async function make(zhike: Zhike, name: string, phone: string): Promise<void> {
  await zhike.goTo('/customers')
  await zhike.page.getByRole('link', { name: '新建客户' }).click()
  await expect(field(zhike, 'name')).toBeFocused()
  await zhike.type(name)
  await field(zhike, 'phone').focus()
  await zhike.type(phone)
}

test('customers are made with a look at likely duplicates, merged with all their records, taken apart again and closed', async () => {
  test.slow()
  const zhike = await Zhike.startFresh()
  const { page } = zhike
  try {
    await zhike.goTo('/customers')
    await expect(page.getByText('还没有客户')).toBeVisible()
    expect(await violations(zhike)).toEqual([])

    await make(zhike, '示例甲有限公司', '010-65550001')
    await zhike.press('Control+s')
    await zhike.notice(/已建立 示例甲有限公司，编号 KH-/).waitFor()
    await expect(heading(zhike)).toHaveText('示例甲有限公司')

    // What is doubtful is said and kept; what cannot be read is not saved, and says so.
    await field(zhike, 'creditCode').fill('91110000')
    await expect(page.getByText(/统一社会信用代码.*位|不是 18 位|18 位/).first()).toBeVisible()
    await field(zhike, 'since').fill('明年')
    await zhike.press('Control+s')
    await zhike.notice(/没有保存/).waitFor()
    await expect(field(zhike, 'since')).toBeFocused()
    await field(zhike, 'since').fill('20260105')

    // What was typed and not saved is there again after the page was left.
    await zhike.goTo('/customers')
    await page.getByRole('row', { name: /示例甲有限公司/ }).click()
    await expect(page.getByText('上次没有保存的改动还在')).toBeVisible()
    await expect(field(zhike, 'since')).toHaveValue('2026年1月5日')
    await zhike.press('Control+s')
    await zhike.notice('已保存').waitFor()

    // The same telephone number: who may be meant is shown while it is typed.
    await make(zhike, '示例乙商行', '01065550001')
    await expect(page.getByText('可能是同一位客户')).toBeVisible()
    await expect(page.getByText('电话相同')).toBeVisible()
    expect(await violations(zhike)).toEqual([])
    await zhike.press('Control+s')
    await zhike.notice(/已建立 示例乙商行/).waitFor()

    // A form of this customer, with what is known filled in, stands in the time line.
    await button(zhike, '填写表单…').click()
    await zhike.type('KHTS-BD-001')
    await zhike.press('Enter')
    await zhike.sheetIsOpen()
    expect((await zhike.stops()).map(({ shown }) => shown)).toEqual(
      expect.arrayContaining(['示例乙商行', '01065550001']),
    )
    await zhike.save()
    await zhike.goTo('/customers')
    await page.getByRole('row', { name: /示例乙商行/ }).click()
    await expect(timeLine(zhike)).toContainText('客户投诉登记表一')
    expect(await violations(zhike)).toEqual([])

    // Merged into the first, which has the record then; nothing is lost.
    await zhike.goTo('/customers')
    await page.getByRole('link', { name: '疑似重复' }).click()
    await button(zhike, /^比较与合并/).click()
    await page.getByRole('radio', { name: '保留 示例甲有限公司' }).check()
    await page.getByRole('radio', { name: '电话用 01065550001' }).check()
    expect(await violations(zhike)).toEqual([])
    await button(zhike, '合并').click()
    await expect(page.getByText(/所有单据都保留/)).toBeVisible()
    await page.getByRole('dialog').last().getByRole('button', { name: '合并' }).click()
    await zhike.notice(/已合并成 示例甲有限公司/).waitFor()
    await expect(page.getByText('示例乙商行 并入 示例甲有限公司')).toBeVisible()
    expect(await violations(zhike)).toEqual([])
    await zhike.goTo('/customers')
    await expect(page.getByRole('row')).toHaveCount(2)
    await page.getByRole('row', { name: /示例甲有限公司/ }).click()
    await expect(timeLine(zhike)).toContainText('客户投诉登记表一')
    await expect(field(zhike, 'phone')).toHaveValue('01065550001')

    // Taken apart: the record and the value go back.
    await button(zhike, '撤销 示例乙商行 的合并').click()
    await page.getByRole('dialog').getByRole('button', { name: '撤销合并' }).click()
    await zhike.notice(/又是单独的客户/).waitFor()
    await expect(page.getByText('还没有写到这位客户的单据')).toBeVisible()
    await expect(field(zhike, 'phone')).toHaveValue('010-65550001')

    // Closed with its reason: no longer among those that are listed first, and still there.
    await button(zhike, '销户…').click()
    await page.getByRole('dialog').getByRole('button', { name: '销户' }).click()
    await expect(page.getByText('请写明原因')).toBeVisible()
    await page.getByLabel('销户原因').fill('不再往来')
    await zhike.press('Enter')
    await expect(page.getByText('已销户：不再往来')).toBeVisible()
    await zhike.goTo('/customers')
    await expect(page.getByRole('row', { name: /示例乙商行/ })).toBeVisible()
    await expect(page.getByRole('row', { name: /示例甲有限公司/ })).toHaveCount(0)
  } finally {
    await zhike.close()
  }
})

test('a customer card that is submitted makes the customer, and shows what is changed on the customer’s page', async () => {
  test.slow()
  const zhike = await Zhike.startFresh()
  const { page } = zhike
  try {
    await zhike.openForm('KHXX-BD-001')
    await zhike.fill({ customer: '示例丙有限公司', kind: '企业', phone: '010-65550003' }, true)
    await zhike.press('Enter')
    await expect(page.getByText('已登记').first()).toBeVisible()
    await page.locator('nav a[href="#/customers"]').click()
    await page.getByRole('row', { name: /示例丙有限公司/ }).click()
    await expect(field(zhike, 'phone')).toHaveValue('010-65550003')
    await field(zhike, 'phone').fill('010-65550004')
    await zhike.press('Control+s')
    await zhike.notice('已保存').waitFor()
    await button(zhike, '历史').click()
    await expect(page.getByRole('dialog')).toContainText('010-65550004')
    await zhike.press('Escape')
    await button(zhike, '打印资料卡').click()
    await page.locator('[role=dialog] canvas[data-drawn=true]').first().waitFor()
    await zhike.press('Escape')
    await page
      .getByRole('complementary')
      .getByRole('link', { name: /客户资料卡/ })
      .first()
      .click()
    await zhike.sheetIsOpen()
    expect((await zhike.stops()).find(({ key }) => key === 'phone')?.shown).toBe('010-65550004')

    // Another card of nearly the same name: who may be meant is said while it is written, and can be taken.
    await zhike.press('Alt+1')
    await zhike.openForm('KHXX-BD-001')
    await page.locator('[data-stop=customer]').focus()
    await zhike.type('示例丙公司')
    await zhike.press('Escape', 'Tab')
    const strip = page.getByRole('region', { name: '客户资料' })
    await expect(strip).toContainText('可能已经有这个客户')
    await expect(strip).toContainText('示例丙有限公司')
    await expect(strip).toContainText('名称相近')
    expect(await violations(zhike)).toEqual([])
    await button(zhike, '就是它：示例丙有限公司').press('Enter')
    await expect(page.locator('[data-stop=customer]')).toBeFocused()
    await expect(page.locator('[data-stop=customer]')).toHaveValue('示例丙有限公司')
    await expect(page.locator('[data-stop=phone]')).toHaveValue('010-65550004')
    await expect(strip).not.toContainText('可能已经有这个客户')
  } finally {
    await zhike.close()
  }
})
