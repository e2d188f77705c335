import { expect, type Page } from '@playwright/test'
import { PNG } from 'pngjs'
import type { Zhike } from './zhike'

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const field = (page: Page, key: string) => page.locator(`[data-field="${key}"]`)
const drawn = (page: Page) => page.locator('[role=grid][data-drawn=true]').waitFor()

/** How many lines the list on the page has. */
async function lines(page: Page): Promise<number> {
  await drawn(page)
  return Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1
}

/** How many records the time line of the customer on the page has. */
const dealings = async (page: Page): Promise<number> => {
  const all = page.getByRole('complementary').getByText(/^全部（\d+）$/)
  return Number(/\d+/.exec(await all.innerText())?.[0])
}

/** 客户: found by initials, its dealings as in a register narrowed to it, a likely duplicate while typing, merged and taken apart, 销户. */
export async function customersAtWork(zhike: Zhike): Promise<void> {
  const { page } = zhike
  await page.locator('nav a[href=\"#/customers\"]').press('Enter')
  await expect.poll(() => lines(page), { timeout: 120_000 }).toBeGreaterThan(20)
  const all = await lines(page)
  await page.getByRole('search').getByRole('textbox').first().fill('cq')
  await expect.poll(() => lines(page)).toBeLessThan(all)
  await page.getByRole('grid').focus()
  // The one that was written longest ago: one of the first, with the most dealings.
  await zhike.press('End', 'Enter')
  await expect(field(page, 'name')).toBeVisible()
  const name = await field(page, 'name').inputValue()
  const code = await field(page, 'code').inputValue()
  const phone = (await field(page, 'phone').inputValue()) || (await field(page, 'mobile').inputValue())
  expect(phone).not.toBe('')
  const before = await dealings(page)
  expect(before).toBeGreaterThan(0)

  // A record of a customer that is merged then.
  await page.locator('nav a[href=\"#/customers\"]').press('Enter')
  await page.getByRole('link', { name: '新建客户' }).press('Enter')
  await zhike.type('重庆曾单示例行')
  await field(page, 'phone').fill(phone.replaceAll('-', ' '))
  await expect(page.getByText('可能是同一位客户')).toBeVisible()
  await expect(page.getByText('电话相同').first()).toBeVisible()
  await zhike.press('Control+s')
  await zhike.notice(/已建立 重庆曾单示例行/).waitFor()
  await button(page, '填写表单…').press('Enter')
  await zhike.type('KHTS-BD-001')
  await zhike.press('Enter')
  await zhike.sheetIsOpen()
  await zhike.save()
  const found = page.getByRole('group', { name: '客户' }).getByRole('option')
  for (const sounds of ['cqzs', 'chongqingzengshan']) {
    await zhike.press('Control+k', 'Control+a')
    await zhike.type(sounds)
    await expect(found.filter({ hasText: '重庆曾单示例行' })).toHaveCount(1)
  }
  await zhike.press('Enter')
  await expect(field(page, 'name')).toHaveValue('重庆曾单示例行')
  expect(await dealings(page)).toBe(1)
  await button(page, new RegExp(`与 ${name} 是同一客户，合并`)).press('Enter')
  await page.getByRole('radio', { name: `保留 ${name}` }).check()
  await button(page, '合并').press('Enter')
  await page.getByRole('dialog').last().getByRole('button', { name: '合并' }).press('Enter')
  await zhike.notice(`已合并成 ${name}`).waitFor()
  await expect.poll(() => dealings(page)).toBe(before + 1)
  const address = page.url()

  await zhike.press('Alt+3')
  await drawn(page)
  await page.getByRole('textbox', { name: /编号/ }).first().fill('')
  await page.getByRole('combobox', { name: '客户' }).fill(name)
  await page.getByRole('option', { name: code }).click()
  await expect.poll(() => lines(page)).toBe(before + 1)
  await button(page, `去掉条件：客户：${name}`).press('Enter')

  await page.goto(address)
  await button(page, '撤销 重庆曾单示例行 的合并').press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: '撤销合并' }).press('Enter')
  await zhike.notice(/又是单独的客户/).waitFor()
  await expect.poll(() => dealings(page)).toBe(before)
  await page.locator('nav a[href=\"#/customers\"]').press('Enter')
  await page.getByRole('link', { name: '疑似重复' }).press('Enter')
  await expect(page.getByRole('main').getByRole('status').first()).toContainText(/\d/)
}

/** 单据: numbered, corrected, narrowed, the next form, dealt with what is due. Answers the number of the complaint. */
export async function recordsAtWork(zhike: Zhike): Promise<string> {
  const { page } = zhike
  await zhike.openForm('KHTS-BD-001')
  await zhike.fill(
    { customer: '示例大目录客户', kind: '商品', phone: '13800000001', reason: '示例漏水甲乙' },
    true,
  )
  await zhike.press('F9')
  await expect(zhike.notice(/已登记，编号 TS-/)).toBeVisible()
  const number = /TS-\d{4}-\w+/.exec((await zhike.notice(/已登记，编号/).textContent()) ?? '')?.[0] ?? ''
  await page.locator('textarea[data-stop=reason]').fill('示例漏水丙丁')
  await zhike.press('Control+s')
  await zhike.type('写错了')
  await zhike.press('Enter')
  await expect(zhike.notice(/更正已保存/)).toBeVisible()
  await zhike.press('F8')
  await expect(page.getByRole('option').first()).toContainText('客户投诉调查表')
  await zhike.press('Enter')
  await expect(page.getByRole('navigation', { name: '来龙去脉' })).toContainText(`来自 ${number}`)
  await zhike.save()

  await page.evaluate(() => {
    location.hash = '/records/KHTS-BD-001'
  })
  await expect(page.getByRole('columnheader', { name: '投诉缘由' })).toBeVisible()
  const all = await lines(page)
  await button(page, '添加条件…').press('Enter')
  await zhike.type('投诉缘由')
  await zhike.press('Enter')
  await page.getByLabel('填写要找的内容').fill('漏水丙丁')
  await zhike.press('Enter')
  await expect.poll(() => lines(page)).toBe(1)
  await expect(page.getByRole('row').nth(1)).toContainText(number)
  await button(page, /^去掉条件：投诉缘由/).press('Enter')
  await expect.poll(() => lines(page)).toBe(all)

  await zhike.press('Alt+5')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('到期与逾期')
  await page.locator('[data-due]').first().focus()
  await zhike.press('Space')
  await button(page, '1 条已处理…').press('Enter')
  await zhike.type('已联系')
  await zhike.press('Enter')
  await expect(zhike.notice('1 条已处理，不再提醒。')).toBeVisible()
  return number
}

/** History, audit and its print, an attachment, and another person at this computer. */
export async function historyAtWork(zhike: Zhike, number: string): Promise<void> {
  const { page } = zhike
  await zhike.press('Control+k', 'Control+a')
  await zhike.type(number)
  await expect(page.getByRole('option').first()).toContainText('客户投诉登记表')
  await zhike.press('Enter')
  await zhike.sheetIsOpen()
  await button(page, '历史').press('Enter')
  await button(page, /的内容对比$/)
    .last()
    .press('Enter')
  await expect(page.getByRole('dialog').locator('[data-changed="reason"]')).toHaveCount(2)
  await zhike.press('Escape')

  const png = new PNG({ width: 40, height: 30 })
  png.data.fill(200)
  await page.evaluate(
    (bytes) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([Uint8Array.from(bytes)], '现场.png', { type: 'image/png' }))
      document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }))
    },
    [...PNG.sync.write(png)],
  )
  await expect(page.getByRole('list', { name: '附件列表' }).locator('img')).toHaveCount(1)

  await page.locator('nav a[href=\"#/audit\"]').press('Enter')
  const entries = page.getByRole('grid').locator('[role=row][aria-selected]')
  await expect(entries.first()).toContainText('附件')
  await page.getByRole('combobox', { name: '日期' }).press('Enter')
  await page.getByRole('option', { name: '今天' }).press('Enter')
  await page.getByRole('search').getByRole('textbox').first().fill('漏水丙丁')
  // The correction, and the form that was made from it.
  await expect(entries).toHaveCount(2)
  await expect(entries.filter({ hasText: '示例漏水甲乙' })).toHaveCount(1)
  await button(page, '打印列表').press('Enter')
  await page.getByRole('dialog').locator('canvas[data-drawn=true]').first().waitFor()
  await zhike.press('Escape')

  const here = button(page, /现在在这里工作的是/)
  const who = await here.innerText()
  await zhike.press('Alt+p')
  await expect(page.getByRole('menuitem').first()).toBeVisible()
  await zhike.press('2')
  await expect(here).not.toHaveText(who)
}
