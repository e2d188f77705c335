import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { removeFolder } from '../support/remove-folder'
import { recordsOf, type DumpedRecord } from './support/command-line'
import { Zhike } from './support/zhike'

const RECORDS = 400
/** The last day of the seeded folder, a Friday. */
const DAY = '2026-11-20'

let zhike: Zhike
let data = ''
let records: readonly DumpedRecord[] = []

test.beforeAll(() => {
  data = join(mkdtempSync(join(tmpdir(), 'zhike-finding-')), 'data')
  const seed = join(import.meta.dirname, '../../scripts/seed.mjs')
  const options = ['--records', String(RECORDS), '--until', DAY, '--out', data]
  execFileSync(process.execPath, [seed, ...options], { stdio: 'ignore' })
  records = recordsOf(data)
})
test.afterEach(async () => {
  await zhike.close().catch(() => undefined)
})
test.afterAll(() => {
  removeFolder(join(data, '..'))
})

async function axe(): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page: zhike.page }).setLegacyMode(true).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

const isOpen = ({ state }: DumpedRecord) => state === 'draft' || state === 'submitted'

test('one box finds records, customers, forms and commands as they are typed, and says where', async () => {
  zhike = await Zhike.start({ dataFolder: data })
  await zhike.isReady()
  const { page } = zhike
  const options = page.getByRole('option')
  const group = (name: string) => page.getByRole('group', { name })
  const search = async (text: string) => {
    await zhike.press('Control+k', 'Control+a')
    await zhike.type(text)
  }

  // Enter at the very moment when the line is drawn: nothing can be quicker.
  await page.evaluate(() => {
    const watch = new MutationObserver(() => {
      if (document.querySelector('[role=option]')?.textContent.includes('KHTS-BD-002') !== true) return
      watch.disconnect()
      const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true })
      document.activeElement?.dispatchEvent(enter)
    })
    watch.observe(document.body, { childList: true, subtree: true, characterData: true })
  })
  await zhike.press('Control+k')
  await page.keyboard.insertText('KHTS-BD-002')
  await expect(page).toHaveURL(/fill\/KHTS-BD-002/)
  await zhike.sheetIsOpen()
  await expect(options).toHaveCount(0)

  // A number, by its end.
  const numbered = records.find(({ number, state }) => number !== null && state === 'submitted')
  const number = numbered?.number ?? ''
  await search(number)
  await expect(group('单据').getByRole('option').first()).toContainText(number)
  await expect(group('单据').locator('mark').first()).toHaveText(number)
  expect(await axe()).toEqual([])

  // A piece of a long text: the field is named, the hit is marked.
  const complaint = records.find(
    ({ form, values }) => form === 'KHTS-BD-001' && values['reason'] !== undefined,
  )
  const piece = /\p{Script=Han}{5}/u.exec(String(complaint?.values['reason']))?.[0] ?? ''
  await search(piece)
  await expect(options.filter({ hasText: '投诉缘由：' }).first().locator('mark')).toHaveText(piece)

  // A customer by initials comes first, as many records as there are are told, and lead to the list.
  await search('示例')
  await expect(page.getByRole('group').first()).toHaveAttribute('aria-label', '客户')
  const all = options.filter({ hasText: '在单据中查看全部' })
  await expect(all).toBeVisible()
  const count = Number(/[\d,]+/.exec(await all.innerText())?.[0].replaceAll(',', ''))
  expect(count).toBeGreaterThan(8)
  await all.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('单据')
  await expect(page.locator('[role=search] input[type=text]').first()).toHaveValue('示例')
  await expect(page.getByRole('main')).toContainText(count.toLocaleString('en-US'))

  // A blank form, asked for or called by its name, comes before its records.
  for (const asked of ['新建 投诉登记', '投诉登记']) {
    await search(asked)
    await expect(page.getByRole('group').first()).toHaveAttribute('aria-label', '填写表单')
    await expect(options.first()).toContainText('新建')
  }

  // Keys alone: Enter at once after typing, the second way, what was searched before, Esc.
  await search('KHTS-BD-001')
  await zhike.press('Control+Enter')
  await expect(page).toHaveURL(/records\/KHTS-BD-001/)
  await zhike.press('Control+k')
  await expect(group('刚才搜过').getByRole('option').first()).toHaveText('KHTS-BD-001')
  await zhike.press('Escape')
  await expect(options).toHaveCount(0)
  const ground = () =>
    page.evaluate(() => getComputedStyle(document.querySelector('main') as Element).backgroundColor)
  const before = await ground()
  await search('颜色 深色')
  await zhike.press('Enter')
  await expect.poll(ground).not.toBe(before)
  await search('打开 到期与逾期')
  await zhike.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('到期与逾期')
})

test('the workbench says what is due in working days, and everything due is listed and opened at its field', async () => {
  zhike = await Zhike.start({ dataFolder: data })
  await zhike.isReady()
  const { page } = zhike
  await page.clock.setFixedTime(new Date(`${DAY}T10:00:00`))
  await page.reload()
  await zhike.isReady()

  const promised = records.filter(
    ({ form, state, values }) =>
      form === 'KHTS-BD-001' && isOpen({ state } as DumpedRecord) && values['promisedOn'] !== undefined,
  )
  const panel = page.getByRole('region', { name: '到期与逾期' })
  await expect(panel.getByRole('button', { name: /^逾期 \d/ })).toBeVisible()
  const counted = async (name: RegExp) =>
    Number(/\d+/.exec(await panel.getByRole('button', { name }).innerText())?.[0])
  await expect
    .poll(() => counted(/^逾期 \d/))
    .toBeGreaterThanOrEqual(promised.filter(({ values }) => String(values['promisedOn']) < DAY).length)
  const overdue = await counted(/^逾期 \d/)
  const now = await counted(/^今天 \d/)
  await expect(page.locator('nav a[href="#/dues"]')).toContainText(String(overdue + now))
  expect(await axe()).toEqual([])

  await zhike.goTo('/dues')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('到期与逾期')
  await page.getByRole('button', { name: /^逾期/ }).click()
  await expect(page.getByRole('main').getByRole('status').first()).toContainText(`${String(overdue)} 条`)
  await expect(page.getByRole('heading', { level: 2 }).first()).toContainText('逾期')
  expect(await axe()).toEqual([])

  // A line opens the record with the keyboard in the field that is due.
  const line = page.locator('[data-due]').first()
  const href = (await line.getAttribute('href')) ?? ''
  const [, id, at] = /record\/([^/]+)\/at\/(.+)$/.exec(href) ?? []
  await line.click()
  await expect(page.locator('[data-stop]:focus, [data-stop] :focus')).toHaveCount(1)
  expect(id).toBeTruthy()
  expect(at).toBeTruthy()

  // Coming back, the list is as it was left.
  await page.goBack()
  await expect(page.getByRole('main').getByRole('status').first()).toContainText(`${String(overdue)} 条`)
})
