import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { Bridge } from '../../shared/ipc/contract'
import { recordsOf } from './support/command-line'
import { Zhike } from './support/zhike'
import { removeFolder } from '../support/remove-folder'

declare const window: Window & { readonly zhike: Bridge }

const complaint = 'KHTS-BD-001'

let place: string
let zhike: Zhike
test.beforeEach(async () => {
  place = mkdtempSync(join(tmpdir(), 'zhike-填写 '))
  zhike = await Zhike.startFresh({ profile: join(place, 'profile'), dataFolder: join(place, 'data') })
})
test.afterEach(async () => {
  await zhike.close().catch(() => undefined)
  removeFolder(place)
})

/** What stands in one field of the sheet. */
async function shown(key: string): Promise<unknown> {
  return (await zhike.stops()).find((stop) => stop.key === key)?.shown
}

/** What a program killed now would offer again of a field. */
const drafted = (field: string): Promise<unknown> =>
  zhike.page.evaluate(async (field): Promise<unknown> => {
    const drafts = await window.zhike.call('draft:list', null)
    return drafts.ok ? drafts.value[0]?.values.fields[field] : drafts.error
  }, field)

/** Tab or Shift+Tab until this field has the focus. */
async function toField(key: string): Promise<void> {
  await zhike.toFirstField()
  for (let step = 0; (await zhike.focusedStop()) !== key; step += 1) {
    if (step > 100) throw new Error(`Tab does not reach ${key}`)
    await zhike.press('Tab')
  }
}

test('a program killed while someone types offers the draft again with everything up to a second before', async () => {
  await zhike.openForm(complaint)
  await toField('customer')
  await zhike.type('示例客户乙')
  await toField('reason')
  await zhike.type('冰箱送修后第三天再次不制冷，客户要求')
  await expect.poll(() => drafted('reason')).toBe('冰箱送修后第三天再次不制冷，客户要求')
  const { dataFolder, profile } = zhike.running
  await zhike.running.kill()

  zhike = await Zhike.start({ dataFolder, profile })
  const draft = zhike.page.getByRole('main').getByRole('link', { name: /客户投诉登记表一.*示例客户乙/ })
  await zhike.tabTo(draft)
  await zhike.press('Enter')
  await zhike.sheetIsOpen()
  await expect.poll(() => shown('customer')).toBe('示例客户乙')
  await expect.poll(() => shown('reason')).toBe('冰箱送修后第三天再次不制冷，客户要求')
  await zhike.save()
  expect(recordsOf(dataFolder)).toMatchObject([
    { values: { customer: { name: '示例客户乙' }, reason: '冰箱送修后第三天再次不制冷，客户要求' } },
  ])
})

test('Ctrl+Z takes back what was typed and ticked, Ctrl+Y does it again', async () => {
  await zhike.openForm(complaint)
  await toField('customer')
  await zhike.type('示例客户乙')
  await zhike.press('Enter')
  await expect.poll(() => zhike.focusedStop()).toBe('kind')
  await zhike.press('1', '3')
  await toField('decision')
  await zhike.press('2')
  const after = { customer: '示例客户乙', kind: ['商品', '其他'], decision: ['不予受理'] }
  const now = async () => ({
    customer: await shown('customer'),
    kind: await shown('kind'),
    decision: await shown('decision'),
  })
  await expect.poll(() => now()).toEqual(after)
  await zhike.press('Control+z')
  await expect.poll(() => now()).toEqual({ ...after, decision: [] })
  await zhike.press('Control+z', 'Control+z')
  await expect.poll(() => now()).toEqual({ customer: '', kind: [], decision: [] })
  await zhike.press('Control+y', 'Control+y', 'Control+y')
  await expect.poll(() => now()).toEqual(after)
})

test('Esc leaves the form without losing anything, and the draft waits on 工作台', async () => {
  await zhike.openForm(complaint)
  await toField('customer')
  await zhike.type('示例客户乙')
  // The list of earlier customers, if one is open, closes first.
  await zhike.press('Tab', 'Escape')
  await expect(zhike.page.getByRole('heading', { level: 1 })).toContainText('示例员工甲')
  expect(recordsOf(zhike.running.dataFolder)).toEqual([])
  const draft = zhike.page.getByRole('main').getByRole('link', { name: /客户投诉登记表一.*示例客户乙/ })
  await zhike.tabTo(draft)
  await zhike.press('Enter')
  await zhike.sheetIsOpen()
  await expect.poll(() => shown('customer')).toBe('示例客户乙')
})

test('Enter while an input method composes only composes', async () => {
  await zhike.openForm(complaint)
  await toField('address')
  const session = await zhike.page.context().newCDPSession(zhike.page)
  const compose = (text: string) =>
    session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  /** As Chromium reports a key that the input method has taken. */
  const taken = async (key: string) => {
    const event = { key, windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 }
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event })
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event })
  }
  await zhike.page.keyboard.insertText('示例省')
  await compose('shi')
  for (const key of ['Enter', 'Tab', 'Escape', 'Enter']) await taken(key)
  expect(await zhike.focusedStop()).toBe('address')
  expect(recordsOf(zhike.running.dataFolder)).toEqual([])
  // The draft is put down meanwhile, and disturbs nothing.
  await expect.poll(() => drafted('address')).toBe('示例省')
  // Nor does a value that changes below, here by the menu: the field that composes is not written into.
  await zhike.running.app.evaluate(({ Menu }) => {
    const commands = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? [])
    commands?.find(({ accelerator }) => accelerator === 'CmdOrCtrl+Z')?.click()
  })
  await expect.poll(() => drafted('address')).toBe(undefined)
  await compose('shishi')
  await session.send('Input.insertText', { text: '示例市' })
  await expect.poll(() => shown('address')).toBe('示例省示例市')
  await zhike.press('Enter')
  await expect.poll(() => zhike.focusedStop()).toBe('phone')
  await expect.poll(() => shown('address')).toBe('示例省示例市')
})

test('the person who works here is switched by keyboard, and new forms bear the new name', async () => {
  const button = zhike.page.getByRole('button', { name: /现在在这里工作的是/ })
  await zhike.tabTo(button)
  await zhike.press('Enter')
  await expect(zhike.page.getByRole('menuitem', { name: /示例员工甲/ })).toBeFocused()
  await zhike.press('ArrowDown', 'Enter')
  await expect(button).toContainText('示例员工乙')
  await zhike.openForm(complaint)
  await expect.poll(() => shown('preparedBy')).toBe('示例员工乙')
  await toField('customer')
  await zhike.type('示例客户丙')
  await zhike.save()
  expect(recordsOf(zhike.running.dataFolder)).toMatchObject([
    { changedBy: '示例员工乙', values: { preparedBy: { name: '示例员工乙' } } },
  ])
})

test('登记 with something missing says what, leads there, and registers once it is there', async () => {
  await zhike.openForm(complaint)
  await toField('address')
  await zhike.type('示例市示例路 8 号')
  await zhike.tabTo(zhike.page.getByRole('button', { name: '登记', exact: true }))
  await zhike.press('Enter')
  await expect(zhike.page.getByText('登记前请补全')).toBeVisible()
  await expect.poll(() => zhike.focusedStop()).toBe('customer')
  await zhike.type('示例客户乙')
  await zhike.press('Enter', '1')
  await toField('reason')
  await zhike.type('不制冷')
  await zhike.tabTo(zhike.page.getByRole('button', { name: '登记', exact: true }))
  await zhike.press('Enter')
  await zhike.notice(/已登记，编号 TS-\d{4}-0001/).waitFor()
})
