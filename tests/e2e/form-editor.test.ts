import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import type { Bridge } from '../../shared/ipc/contract'
import { sampleOf } from './support/command-line'
import { Zhike } from './support/zhike'

declare const window: Window & { readonly zhike: Bridge }

let zhike: Zhike
test.beforeAll(async () => {
  zhike = await Zhike.startFresh()
})
/** One program for all of them; each test begins on 工作台 without drafts. One that fails leaves its program behind. */
test.beforeEach(async () => {
  const { page } = zhike
  await page.evaluate(() => {
    location.hash = '/'
  })
  await expect(page.getByRole('heading', { level: 1 })).toContainText('示例员工甲')
  await page.reload()
  await zhike.isReady()
  const left = await page.evaluate(async () => {
    const drafts = await window.zhike.call('draft:list', null)
    if (!drafts.ok) return drafts
    for (const { id } of drafts.value) await window.zhike.call('draft:remove', { id })
    return null
  })
  expect(left).toBeNull()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('示例员工甲')
  await expect(page.locator('a[href*="/draft/"]')).toHaveCount(0)
})
test.afterAll(async () => {
  await zhike.close()
})

const text = (stop: string) => zhike.page.locator(`textarea[data-stop="${stop}"]`)

/** Walks on with Enter until this stop has the focus. */
async function goTo(stop: string): Promise<void> {
  for (let step = 0; (await zhike.focusedStop()) !== stop; step += 1) {
    if (step > 100) throw new Error(`Enter does not reach ${stop}`)
    await zhike.press('Enter')
  }
}

async function complaints(): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page: zhike.page }).setLegacyMode().analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

/** KHTS-BD-001 is one of the screens of the test `a11y`. */
for (const code of ['KHXX-BD-001', 'SHFW-BD-009']) {
  const title = `${code} on the screen, its problems and its preview pass axe`
  test(code === 'KHXX-BD-001' ? title : `${title}, as a form without rows every day @long`, async () => {
    await zhike.openForm(code)
    expect(await complaints()).toEqual([])
    await zhike.tabTo(zhike.page.getByRole('button', { name: '登记' }), 'Shift+Tab')
    await zhike.press('Enter')
    await expect(zhike.page.getByRole('complementary')).toContainText('登记前请补全')
    expect(await complaints()).toEqual([])
    await zhike.openPreview()
    expect(await complaints()).toEqual([])
  })
}

test('Enter while an input method composes only composes', async () => {
  await zhike.openForm('KHTS-BD-001')
  await goTo('reason')
  const keys = await zhike.page.context().newCDPSession(zhike.page)
  await keys.send('Input.imeSetComposition', { text: 'shili', selectionStart: 5, selectionEnd: 5 })
  await keys.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Process',
    windowsVirtualKeyCode: 229,
  })
  await zhike.page.evaluate(() => {
    const enter = new KeyboardEvent('keydown', {
      key: 'Enter',
      isComposing: true,
      bubbles: true,
      cancelable: true,
    })
    document.activeElement?.dispatchEvent(enter)
    if (enter.defaultPrevented) throw new Error('the form took the Enter of the input method')
  })
  await expect.poll(() => zhike.focusedStop()).toBe('reason')
  await keys.send('Input.insertText', { text: '示例缘由' })
  await expect(text('reason')).toHaveValue('示例缘由')
  await zhike.press('Enter')
  await expect.poll(() => zhike.focusedStop()).toBe('demand')
  await expect(text('reason')).toHaveValue('示例缘由')
})

test('a date that is none stays to be seen, counts as empty, and keeps 登记 back until it is mended', async () => {
  await zhike.openForm('KHTS-BD-001')
  await goTo('promisedOn')
  await zhike.type('等通知')
  await zhike.press('Enter')
  await expect(text('promisedOn')).toHaveValue('等通知')
  await expect(text('promisedOn')).toHaveAttribute('aria-invalid', 'true')
  await zhike.tabTo(zhike.page.getByRole('button', { name: '登记' }))
  await zhike.press('Enter')
  await expect(zhike.page.getByRole('complementary')).toContainText('等通知')
  await expect.poll(() => zhike.focusedStop()).toBe('promisedOn')
  await zhike.type('2026.12.1')
  await zhike.press('Enter')
  await expect(text('promisedOn')).toHaveValue('2026年12月1日')
  await expect(text('promisedOn')).toHaveAttribute('aria-invalid', 'false')
})

test('a day is chosen from the calendar by keyboard', async () => {
  await zhike.openForm('KHTS-BD-001')
  await goTo('promisedOn')
  await zhike.type('20261130')
  await zhike.press('Alt+ArrowDown')
  await expect(zhike.page.getByRole('dialog', { name: '选择日期' })).toBeVisible()
  await zhike.press('ArrowDown', 'ArrowRight', 'Enter')
  await expect(text('promisedOn')).toHaveValue('2026年12月8日')
  await expect.poll(() => zhike.focusedStop()).toBe('promisedOn')
  await zhike.press('Alt+ArrowDown', 'Escape')
  await expect(zhike.page.getByRole('dialog')).toHaveCount(0)
  await expect.poll(() => zhike.focusedStop()).toBe('promisedOn')
})

test('what was typed is undone and done again, field by field', async () => {
  await zhike.openForm('KHTS-BD-001')
  await goTo('address')
  await zhike.type('示例市示例路')
  await zhike.press('Enter')
  await zhike.type('13800000000')
  await zhike.press('Control+z')
  await expect(text('phone')).toHaveValue('')
  await expect(text('address')).toHaveValue('示例市示例路')
  await zhike.press('Control+z')
  await expect(text('address')).toHaveValue('')
  await zhike.press('Control+y', 'Control+y')
  await expect(text('address')).toHaveValue('示例市示例路')
  await expect(text('phone')).toHaveValue('13800000000')
})

test('rows grow when the last one is used, and one Enter leads out of them', async () => {
  await zhike.openForm('KHXX-BD-001')
  for (const row of [0, 1, 2]) {
    await goTo(`contacts/${String(row)}/name`)
    await zhike.type(`示例联系人${String(row + 1)}`)
  }
  await goTo('contacts/3/name')
  await zhike.type('示例联系人4')
  await goTo('contacts/4/name')
  await zhike.press('Enter')
  await expect.poll(() => zhike.focusedStop()).toBe('bank')
  await expect(text('contacts/4/name')).toHaveCount(0)
  await expect(text('contacts/3/name')).toHaveValue('示例联系人4')
})

test('Ctrl+Enter inserts a row below, Ctrl+Delete takes it away', async () => {
  await zhike.openForm('KHXX-BD-001')
  await goTo('contacts/0/name')
  await zhike.type('示例联系人甲')
  await goTo('contacts/1/name')
  await zhike.type('示例联系人乙')
  await zhike.press('Shift+Enter')
  await expect.poll(() => zhike.focusedStop()).toBe('contacts/0/likes')
  await zhike.press('Control+Enter')
  await expect(text('contacts/1/name')).toBeFocused()
  await expect(text('contacts/1/name')).toHaveValue('')
  await expect(text('contacts/2/name')).toHaveValue('示例联系人乙')
  await zhike.press('Control+Delete')
  await expect(text('contacts/1/name')).toHaveValue('示例联系人乙')
  await expect(text('contacts/1/name')).toBeFocused()
})

test('a person is picked from the staff list by the first letters', async () => {
  await zhike.openForm('KHTS-BD-001')
  await goTo('preparedBy')
  await expect(text('preparedBy')).toHaveValue('示例员工甲')
  await zhike.type('客服主')
  await expect(zhike.page.getByRole('option')).toHaveText([/示例员工乙/])
  await zhike.press('Enter')
  await expect(text('preparedBy')).toHaveValue('示例员工乙')
})

test('Esc leaves, what was typed is a draft and is offered again', async () => {
  await zhike.openForm('KHTS-BD-001')
  await zhike.type('示例客户乙')
  // The list of customers closes first: a new one is always offered.
  await zhike.press('Escape', 'Escape')
  await expect(zhike.page.locator('[data-stop]')).toHaveCount(0)
  await zhike.tabTo(zhike.page.getByRole('main').getByRole('button', { name: /客户投诉登记表一/ }))
})

test('a registered record that was made wrong is not saved, and the reason is shown at its field', async () => {
  await zhike.openForm('SHFW-BD-009')
  await zhike.fill(sampleOf('SHFW-BD-009'), true)
  await zhike.tabTo(zhike.page.getByRole('button', { name: '登记' }))
  await zhike.press('Enter')
  await zhike.notice('已登记').waitFor()
  await zhike.toFirstField()
  await goTo('product')
  await zhike.press('Control+a', 'Delete', 'Control+s')
  await expect(zhike.page.getByRole('complementary')).toContainText('保存前请改正')
  await expect.poll(() => zhike.focusedStop()).toBe('product')
  await zhike.type('示例型号')
  await zhike.press('Control+s')
  await expect(zhike.page.getByRole('dialog')).toContainText('更正原因')
  await zhike.press('Enter')
  await zhike.notice('更正已保存').waitFor()
})

test('what was not understood is named when the form is saved, printed and left', async () => {
  await zhike.openForm('KHTS-BD-001')
  await zhike.type('示例客户乙')
  await goTo('promisedOn')
  await zhike.type('等通知')
  await zhike.press('Control+s')
  await zhike.notice('没有存进去').waitFor()
  await expect(text('promisedOn')).toHaveValue('等通知')
  await zhike.press('Control+p')
  await zhike.notice('没有印上去').waitFor()
  await zhike.press('Escape')
  await expect(text('promisedOn')).toHaveValue('等通知')
  await zhike.press('Escape')
  await expect(zhike.notice('没有印上去')).toHaveCount(0)
  await zhike.press('Escape')
  await zhike.notice('没有留下').waitFor()
})

test('a registered record is voided with a reason and shows it', async () => {
  await zhike.openForm('SHFW-BD-009')
  await zhike.fill(sampleOf('SHFW-BD-009'))
  await zhike.tabTo(zhike.page.getByRole('button', { name: '登记' }))
  await zhike.press('Enter')
  await zhike.notice('已登记').waitFor()
  await zhike.tabTo(zhike.page.getByRole('button', { name: '更多' }))
  await zhike.press('Enter', 'End', 'Enter')
  await expect(zhike.page.getByRole('dialog')).toContainText('作废')
  await zhike.press('Enter')
  await expect(zhike.page.getByRole('dialog')).toContainText('请写明原因')
  await zhike.type('重复填写')
  await zhike.press('Enter')
  await zhike.notice('已作废').waitFor()
  await expect(zhike.page.locator('header').getByText('已作废')).toBeVisible()
  await expect(text('customer')).toHaveAttribute('readonly', '')
})

test('long text goes on on a second page, and the focus stays in it', async () => {
  await zhike.openForm('KHTS-BD-001')
  await goTo('reason')
  await zhike.page.keyboard.insertText('示例文字，送修后第三天再次不制冷。'.repeat(120))
  await expect(zhike.page.locator('[data-page]')).toHaveCount(2)
  await expect.poll(() => zhike.focusedStop()).toBe('reason')
  await zhike.type('完')
  await expect(text('reason')).toHaveValue(/完$/)
})
