import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import type { Bridge, LocalSettings } from '../../shared/ipc/contract'
import { Zhike } from './support/zhike'

declare const window: Window & { readonly zhike: Bridge }

let zhike: Zhike
test.beforeEach(async () => {
  zhike = await Zhike.startFresh()
})
test.afterEach(async () => {
  await zhike.close().catch(() => undefined)
})

async function axeFinds(page: Page): Promise<readonly string[]> {
  // Legacy mode needs no second page, which Electron cannot open.
  const { violations, passes } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(passes.length).toBeGreaterThan(10)
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`))
}

const settingsOf = (page: Page): Promise<LocalSettings> =>
  page.evaluate(() => window.zhike.call('settings:get', null))

/** In Chinese and light the test `a11y` walks over these pages and all others every day. */
test('every page passes axe in English and dark, as in Chinese and light every day @long', async () => {
  const { page } = zhike
  await zhike.press('Alt+4')
  await page.getByRole('button', { name: 'English', exact: true }).click()
  await page.getByRole('button', { name: 'Dark', exact: true }).click()
  await expect.poll(() => settingsOf(page)).toMatchObject({ language: 'en', theme: 'dark' })
  for (const digit of ['1', '2', '3', '4']) {
    await zhike.press(`Alt+${digit}`)
    await page.locator('h1').waitFor()
    expect(await axeFinds(page)).toEqual([])
  }
  await zhike.press('F1', 'F1')
  await page.getByRole('dialog').waitFor()
  expect(await axeFinds(page)).toEqual([])
  await zhike.press('Escape', 'Escape', 'Control+k')
  await zhike.type('kh')
  await page.getByRole('option').first().waitFor()
  expect(await axeFinds(page)).toEqual([])
  await zhike.press('Enter')
  await page.locator('[data-stop]').first().waitFor({ state: 'attached' })
  expect(await axeFinds(page)).toEqual([])
})

test('the person is switched in the bar, and holds after a restart beside language and theme', async () => {
  const person = zhike.page.getByRole('button', { name: /在这里工作的是：客服专员 · 示例员工甲/ })
  await zhike.tabTo(person)
  await zhike.press('Enter', 'ArrowDown', 'Enter')
  await expect(zhike.page.getByRole('button', { name: /示例员工乙/ })).toBeVisible()
  await zhike.press('Alt+4')
  await zhike.page.getByRole('button', { name: 'English', exact: true }).click()
  await zhike.page.getByRole('button', { name: 'Dark' }).click()

  zhike = await zhike.restart()
  await expect(zhike.page.getByRole('heading', { level: 1 })).toHaveText(/^Good .*示例员工乙$/)
  await expect(zhike.page.locator('body')).toHaveCSS('background-color', 'rgb(35, 38, 43)')
  await expect(zhike.page.locator('html')).toHaveAttribute('lang', 'en')
})

test('keys lead everywhere and back', async () => {
  const { page } = zhike
  const head = page.getByRole('heading', { level: 1 })
  await zhike.press('Alt+2')
  await expect(head).toHaveText('表单库')
  await zhike.press('Alt+3')
  await expect(head).toHaveText('单据')
  await zhike.press('Escape')
  await expect(head).toHaveText('表单库')
  await zhike.press('F1', 'F1')
  await expect(page.getByRole('dialog')).toContainText('快捷键')
  await zhike.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await zhike.press('Escape')
  await expect(page.locator('[data-help]')).toHaveCount(0)
  await expect(head).toHaveText('表单库')
  for (const region of ['nav', 'header', 'main', 'nav']) {
    await zhike.press('F6')
    await expect(page.locator(`${region}:focus, ${region} :focus`)).toHaveCount(1)
  }
})

test('a form is found by pinyin initials, favoured, and what was typed waits among the drafts', async () => {
  const { page } = zhike
  await zhike.press('Alt+2')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await zhike.type('tsdj')
  await expect(page.locator('.zk-form-panel')).toContainText('客户投诉登记表一')
  await zhike.press('ArrowDown', 'Control+d')
  await expect(page.getByRole('navigation').first()).toContainText('客户投诉登记表一')
  await zhike.press('Enter')
  await expect.poll(() => zhike.focusedStop()).not.toBeNull()
  await zhike.type('示例客户丁')
  await zhike.press('Alt+1')
  await expect(page.getByRole('link', { name: /客户投诉登记表一 ?示例客户丁/ })).toBeVisible()
})

test('the firm is renamed and a person added; both stand where they are used', async () => {
  const { page } = zhike
  await zhike.press('Alt+4')
  const name = page.getByLabel('单位名称')
  await zhike.tabTo(name)
  await zhike.press('Control+a')
  await zhike.type('示例商贸有限公司')
  await zhike.tabTo(page.getByRole('button', { name: '保存' }))
  await zhike.press('Enter')
  await zhike.notice('新的表头').waitFor()
  await zhike.tabTo(page.getByLabel('新人员的姓名'))
  await zhike.type('示例员工丙')
  await zhike.press('Enter', 'Enter', 'Enter')
  await expect(page.getByLabel('示例员工丙 的姓名')).toHaveValue('示例员工丙')
  await zhike.openForm('KHTS-BD-001')
  await expect(page.locator('main')).toContainText('示例商贸有限公司')
})
