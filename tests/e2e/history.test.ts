import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Locator } from '@playwright/test'
import { sampleOf } from './support/command-line'
import { Zhike } from './support/zhike'

let zhike: Zhike
test.beforeEach(async () => {
  zhike = await Zhike.startFresh()
})
test.afterEach(async () => {
  await zhike.close()
})

const text = (stop: string) => zhike.page.locator(`textarea[data-stop="${stop}"]`)
const button = (name: string | RegExp) => zhike.page.getByRole('button', { name })

/** Reaches something by keyboard and presses Enter on it. */
async function act(target: Locator): Promise<void> {
  await zhike.tabTo(target, 'Tab', 200)
  await zhike.press('Enter')
}

async function rewrite(stop: string, words: string): Promise<void> {
  await text(stop).focus()
  await zhike.press('Control+a')
  await zhike.page.keyboard.insertText(words)
  await zhike.save()
}

const wordsOf = (value: unknown): string => (typeof value === 'string' ? value : '')

async function complaints(): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page: zhike.page }).setLegacyMode().analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

const dialog = () => zhike.page.getByRole('dialog')
const entries = () => zhike.page.getByRole('complementary').locator('ol > li')

/** Compares the oldest moment with now. */
async function compareOldest(): Promise<void> {
  await zhike.tabTo(button(/的内容对比$/).last(), 'Tab', 200)
  await zhike.press('Enter')
  await expect(dialog()).toContainText('对比与恢复')
  await expect(dialog().locator('[data-page]').first()).toBeVisible()
}

test('a record is compared with what it was, set back in one field and whole, voided, restored, and all of it is listed', async () => {
  const sample = sampleOf('KHTS-BD-001')
  const reason = wordsOf(sample['reason'])
  const demand = wordsOf(sample['demand'])
  await zhike.openForm('KHTS-BD-001')
  await zhike.fill(sample, true)
  await zhike.save()
  await rewrite('reason', '示例缘由改写')
  await rewrite('demand', '示例要求改写')

  // Who, when, at which computer, from what to what; of one field alone.
  // The mouse leaves the keyboard's place on the sheet as it was: 只看此格 is about that field.
  await button('历史').click()
  await expect(entries()).toHaveCount(3)
  await expect(entries().first()).toContainText('示例员工甲')
  await expect(entries().first()).toContainText(/本机（电脑 [0-9a-f]{4}）/)
  await expect(entries().first()).toContainText('示例要求改写')
  await expect(entries().nth(1)).toContainText(`原为 ${reason}`)
  expect(await complaints()).toEqual([])
  await zhike.page
    .getByRole('complementary')
    .getByRole('button', { name: /^只看此格/ })
    .first()
    .click()
  await expect(entries()).toHaveCount(2)
  await expect(entries().first()).toContainText('示例要求改写')
  await act(button('看全部'))

  // Two moments beside each other, the cells that differ marked; one field goes back.
  await compareOldest()
  await expect(dialog()).toContainText('2 处不同')
  await expect(dialog().locator('[data-changed="reason"]')).toHaveCount(2)
  await expect(dialog().locator('[data-changed="demand"]')).toHaveCount(2)
  expect(await complaints()).toEqual([])
  await act(dialog().getByRole('button', { name: new RegExp(`恢复为 ${reason}`) }))
  await expect(dialog().last()).toContainText('什么都不会丢')
  await expect(dialog().last()).toContainText('示例缘由改写')
  expect(await complaints()).toEqual([])
  await act(dialog().last().getByRole('button', { name: '恢复', exact: true }))
  await zhike.notice('已恢复').waitFor()
  await expect(dialog()).toContainText('1 处不同')
  await expect(button('关闭').last()).toBeFocused()
  await zhike.press('Escape')
  await expect(text('reason')).toHaveValue(reason)
  await expect(text('demand')).toHaveValue('示例要求改写')

  // Everything goes back.
  await compareOldest()
  await act(dialog().getByRole('button', { name: /^整张恢复到/ }))
  await act(dialog().last().getByRole('button', { name: '恢复', exact: true }))
  await expect(dialog()).toContainText('填写的内容相同')
  await zhike.press('Escape')
  await expect(text('demand')).toHaveValue(demand)
  await expect(entries()).toHaveCount(5)

  // Void, and back from the list of void records with the same number.
  await act(button('登记'))
  const number = /TS-\d{4}-0001/.exec((await zhike.notice('已登记').textContent()) ?? '')?.[0] ?? ''
  expect(number).not.toBe('')
  await act(button('更多'))
  await zhike.press('End', 'Enter')
  await zhike.type('重复登记')
  await zhike.press('Enter')
  await zhike.notice('已作废').waitFor()
  await zhike.press('Alt+3')
  await act(zhike.page.getByRole('link', { name: '已作废的单据' }))
  const voided = zhike.page.getByRole('row', { name: new RegExp(number) })
  await expect(voided).toContainText('重复登记')
  await expect(voided).toContainText('示例员工甲')
  expect(await complaints()).toEqual([])
  await act(voided.getByRole('button', { name: `恢复 ${number}` }))
  await act(dialog().getByRole('button', { name: '恢复单据' }))
  await zhike.notice(`已恢复 ${number}`).waitFor()
  await expect(zhike.page.getByText('没有作废的单据')).toBeVisible()

  // Everything that was done, newest first; filtered, seen at its moment, printed.
  await zhike.goTo('/audit')
  const lines = zhike.page.getByRole('grid').locator('[role=row][aria-selected]')
  await expect(lines.first()).toContainText('恢复作废的单据')
  await expect(lines.nth(1)).toContainText('作废，原因：重复登记')
  await expect(lines.nth(2)).toContainText(`登记，编号 ${number}`)
  expect(await complaints()).toEqual([])
  await zhike.tabTo(zhike.page.locator('[role=search] input[type=text]').first())
  await zhike.type('示例要求改写')
  await expect(lines).toHaveCount(1)
  await zhike.press('ArrowDown', 'Enter')
  await expect(dialog().locator('[data-changed="demand"]')).toHaveCount(2)
  await zhike.press('Escape')
  await act(button('打印列表'))
  await dialog().locator('canvas[data-drawn=true]').first().waitFor()
})
