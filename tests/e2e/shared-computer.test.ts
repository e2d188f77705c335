import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { Zhike } from './support/zhike'

let zhike: Zhike
test.afterEach(async () => {
  await zhike.close().catch(() => undefined)
})

const here = /现在在这里工作的是/

test('a PIN is set and asked for, masks are chosen, and a window that nobody is at shows nothing', async () => {
  zhike = await Zhike.startFresh()
  const { page } = zhike
  const bar = page.getByRole('banner')
  const axe = async () => {
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
  }

  // 甲 sets a PIN.
  await zhike.press('Alt+4')
  await zhike.tabTo(page.getByRole('button', { name: '设置 PIN…' }))
  await zhike.press('Enter')
  await expect(page.getByLabel('新 PIN（4 到 12 位数字）')).toBeFocused()
  await zhike.type('2468')
  await zhike.press('Tab')
  await zhike.type('2486')
  await zhike.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('两次输入的不一样')
  await zhike.press('Control+a')
  await zhike.type('2468')
  await zhike.press('Enter')
  await zhike.notice('PIN 已设置').waitFor()

  // One click to 乙, who has none; back only with the PIN, asked for in place.
  await bar.getByRole('button', { name: '换成 示例员工乙' }).click()
  await expect(page.getByRole('button', { name: here })).toContainText('示例员工乙')
  await zhike.press('Alt+p')
  await expect(page.getByRole('menuitem', { name: /示例员工乙/ })).toBeFocused()
  await zhike.press('2')
  await expect(page.getByLabel('示例员工甲 的 PIN', { exact: true })).toBeFocused()
  await zhike.type('1111')
  await zhike.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('PIN 不对')
  await zhike.type('2468')
  await zhike.press('Enter')
  await expect(page.getByRole('button', { name: here })).toContainText('示例员工甲')

  // What the firm masks, and what is said plainly.
  await expect(page.locator('main')).toContainText('能登录这台电脑的人，就能读到这块磁盘上的数据')
  await page.getByLabel(/电话号码/).click()
  await expect(page.getByLabel(/电话号码/)).toBeChecked()
  await expect(page.getByLabel(/证件号码/)).not.toBeChecked()

  // Five minutes pass on the window's own clock while a form is open.
  await page.clock.install()
  await page.getByRole('combobox', { name: '多久没有操作就锁定' }).click()
  await page.getByRole('option', { name: '5 分钟', exact: true }).click()
  await zhike.openForm('KHTS-BD-001')
  await zhike.type('示例客户甲')
  const words = () => page.evaluate(() => document.documentElement.innerText)
  await expect.poll(words).toContain('示例电器有限公司')
  await page.clock.fastForward('04:00')
  await expect(page.getByRole('dialog', { name: '已锁定' })).toHaveCount(0)
  await page.clock.fastForward('02:00')
  const lock = page.getByRole('dialog', { name: '已锁定' })
  await expect(lock).toBeVisible()
  // The sheet lies behind, with the firm's name on it and the customer in it; neither is shown.
  await expect(page.locator('[data-stop=customer]')).toBeHidden()
  expect(await words()).not.toContain('示例电器有限公司')
  await expect(page.getByRole('main')).toHaveCount(0)
  for (const keys of ['Control+k', 'Alt+3', 'F1', 'F6', 'Escape', 'Tab', 'Tab', 'Tab']) {
    await zhike.press(keys)
    expect(await page.evaluate(() => document.activeElement?.closest('[data-lock]') !== null)).toBe(true)
  }
  await expect(page).toHaveURL(/fill\/KHTS-BD-001/)
  expect(await axe()).toEqual([])

  // Unlocked with the PIN, what was typed is still there.
  await lock.getByRole('button', { name: /示例员工甲/ }).click()
  await zhike.type('2468')
  await zhike.press('Enter')
  await expect(lock).toHaveCount(0)
  await expect(page.locator('[data-stop=customer]')).toHaveValue('示例客户甲')

  // Ctrl+L out of a dialog; and with the computer's own lock.
  await zhike.press('F1', 'F1')
  await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible()
  await zhike.press('Control+l')
  await expect(lock).toBeVisible()
  await expect(page.getByRole('dialog', { name: '快捷键' })).toHaveCount(0)
  await expect(lock.locator(':focus')).toHaveCount(1)
  await zhike.press('2')
  await expect(lock).toHaveCount(0)
  await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible()
  await zhike.press('Escape')
  await expect(page.getByRole('button', { name: here })).toContainText('示例员工乙')
  await zhike.running.app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'))
  await expect(lock.locator(':focus')).toHaveCount(1)
  await zhike.press('1')
  await expect(lock).toHaveCount(0)
})
