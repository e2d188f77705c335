import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { readPdf } from '../support/read-pdf'
import { removeFolder } from '../support/remove-folder'
import { squeezed, Zhike } from './support/zhike'

/** Rules of axe that the page breaks as it stands. */
async function broken({ page }: Zhike): Promise<readonly string[]> {
  // Electron cannot open the second page in which axe would otherwise put its results together.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

const bar = ({ page }: Zhike) => page.locator('header[data-region]').last()

const picture = async ({ page }: Zhike, name: string) => {
  const folder = process.env['ZHIKE_PICTURES']
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`) })
}

const dialog = ({ page }: Zhike, name: RegExp) => page.getByRole('dialog', { name })

const stopOf = async (zhike: Zhike, key: string) =>
  (await zhike.stops()).find((stop) => stop.key === key)?.shown

const focusStop = async ({ page }: Zhike, key: string) => {
  await page.locator(`textarea[data-stop="${key}"]`).focus()
}

test('a complaint is numbered by the own rule, corrected visibly, closed, reopened, and leads to the next form', async () => {
  const place = mkdtempSync(join(tmpdir(), 'zhike-单据 '))
  let zhike = await Zhike.startFresh()
  try {
    // 编号规则：前缀 KS-，年月，每年重新开始。
    await zhike.openForm('KHTS-BD-001')
    await zhike.page.getByRole('button', { name: '更多' }).click()
    await zhike.page.getByRole('menuitem', { name: '表单设置…' }).click()
    await dialog(zhike, /表单设置/)
      .getByRole('button', { name: '改编号规则…' })
      .click()
    const rule = dialog(zhike, /编号规则/)
    await rule.getByLabel('前缀').fill('KS-')
    await expect(rule.getByText(/下一张：KS-\d{4}-0001/)).toBeVisible()
    await rule.getByRole('combobox', { name: '日期' }).click()
    await zhike.page.getByRole('option', { name: '不用日期' }).click()
    await expect(rule.getByText('会有相同的编号')).toBeVisible()
    await expect(rule.getByRole('button', { name: '保存' })).toBeDisabled()
    await rule.getByRole('combobox', { name: '日期' }).click()
    await zhike.page.getByRole('option', { name: /^年月（/ }).click()
    await expect(rule.getByText(/下一张：KS-\d{6}-0001/)).toBeVisible()
    await expect(rule.getByText(/重新开始后的第一张：KS-\d{4}01-0001/)).toBeVisible()
    await picture(zhike, 'number-rule')
    expect(await broken(zhike)).toEqual([])
    await rule.getByRole('button', { name: '保存' }).click()
    await expect(rule).toHaveCount(0)
    await zhike.press('Escape')
    await expect(zhike.page.getByRole('dialog')).toHaveCount(0)

    // 填写，F9 登记。
    await focusStop(zhike, 'customer')
    await zhike.type('示例甲公司')
    await zhike.press('Enter', '1')
    await focusStop(zhike, 'phone')
    await zhike.type('01012345678')
    await focusStop(zhike, 'reason')
    await zhike.type('漏水')
    await focusStop(zhike, 'promisedOn')
    await zhike.type('20991231')
    await zhike.press('F9')
    await expect(zhike.notice(/已登记，编号 KS-\d{6}-0001/)).toBeVisible()
    await expect(bar(zhike)).toContainText(/KS-\d{6}-0001/)
    const number = /KS-\d{6}-0001/.exec((await bar(zhike).textContent()) ?? '')?.[0] ?? ''

    // 补填空着的格子不是更正，不问原因。
    await focusStop(zhike, 'demand')
    await zhike.type('换货')
    await zhike.press('Control+s')
    await expect(zhike.notice('已保存')).toBeVisible()
    await expect(zhike.page.getByRole('dialog')).toHaveCount(0)
    await expect(bar(zhike)).not.toContainText('已更正')

    // 更正：问一次原因，栏里记着次数，格子带记号，提示写着原来的内容。
    await focusStop(zhike, 'reason')
    await zhike.press('End')
    await zhike.type('严重')
    await zhike.press('Control+s')
    await expect(dialog(zhike, /更正/)).toBeVisible()
    await picture(zhike, 'correct-dialog')
    await zhike.type('客户补充说明')
    await zhike.press('Enter')
    await expect(zhike.notice(/更正已保存/)).toBeVisible()
    await expect(bar(zhike)).toContainText('已更正 1 次')
    await focusStop(zhike, 'reason')
    await expect(zhike.page.getByText(/更正过：登记时为 漏水（示例员工甲/)).toBeVisible()
    await expect(zhike.page.locator('.zk-mark-corrected')).toHaveCount(1)
    await picture(zhike, 'corrected')

    // 打印的纸上带“已更正 1 次”。
    const paper = join(place, '更正.pdf')
    await zhike.openPreview()
    await zhike.savePdf(paper)
    const { pages } = await readPdf(new Uint8Array(readFileSync(paper)))
    expect(squeezed(pages.flatMap(({ texts }) => texts.map(({ text }) => text)).join(''))).toContain(
      '已更正1次',
    )
    await zhike.press('Escape')

    // 办结后只读，重新打开后再改。
    await zhike.press('Shift+F9')
    await expect(zhike.notice(/已办结/)).toBeVisible()
    await expect(zhike.page.locator('textarea[data-stop="reason"]')).toHaveAttribute('readonly', '')
    await picture(zhike, 'closed')
    expect(await broken(zhike)).toEqual([])
    await zhike.press('Shift+F9')
    await expect(zhike.notice('已重新打开')).toBeVisible()
    // 只读的格子又能填，键盘还在窗口里有着落。
    await expect.poll(() => zhike.page.evaluate(() => document.activeElement === document.body)).toBe(false)

    // 下一步：调查表带着已知的内容，两边互相指着。
    await zhike.press('F8')
    await expect(zhike.page.getByRole('option').first()).toContainText('客户投诉调查表')
    await picture(zhike, 'next-dialog')
    expect(await broken(zhike)).toEqual([])
    await zhike.type('投诉处理记录')
    await expect(zhike.page.getByRole('option').first()).toContainText('投诉处理记录表')
    await zhike.press('Enter')
    await expect(zhike.page.getByRole('heading', { level: 1 })).toContainText('投诉处理记录表')
    await expect(zhike.page.getByRole('navigation', { name: '来龙去脉' })).toContainText(`来自 ${number}`)
    const shown = (await zhike.stops()).map((stop) => stop.shown)
    expect(shown).toContain('示例甲公司')
    expect(shown).toContain(number)
    await zhike.press('Control+s')
    await expect(zhike.page.locator('header [data-saved]')).toContainText('已保存')
    await picture(zhike, 'made-from')
    zhike = await zhike.restart()
    await zhike.page.locator('a[href^="#/record/"]').filter({ hasText: '投诉处理记录表' }).first().click()
    await expect(zhike.page.getByRole('heading', { level: 1 })).toContainText('投诉处理记录表')
    await zhike.sheetIsOpen()
    await zhike.page.getByRole('navigation', { name: '来龙去脉' }).getByRole('link').click()
    await expect(zhike.page.getByRole('heading', { level: 1 })).toContainText('客户投诉登记表一')
    await zhike.sheetIsOpen()
    await expect.poll(() => stopOf(zhike, 'reason')).toBe('漏水严重')
    await expect(zhike.page.getByRole('navigation', { name: '来龙去脉' })).toContainText(
      '由此生成 投诉处理记录表',
    )
    await picture(zhike, 'made-to')

    // 到期的事标为已处理，单据不办结；可以反悔，也可以在“已处理”里取消。
    await zhike.press('Alt+5')
    const due = zhike.page.locator('[data-due]', { hasText: number })
    await due.focus()
    await zhike.press('Space')
    await expect(zhike.page.getByRole('checkbox', { name: new RegExp(number) })).toBeChecked()
    await picture(zhike, 'dues')
    expect(await broken(zhike)).toEqual([])
    await zhike.page.getByRole('button', { name: '1 条已处理…' }).press('Enter')
    await zhike.type('已联系')
    await picture(zhike, 'dues-deal')
    await zhike.press('Enter')
    await expect(zhike.notice('1 条已处理，不再提醒。')).toBeVisible()
    await expect(due).toHaveCount(0)
    await zhike.page.getByRole('button', { name: /^已处理 1/ }).press('Enter')
    await expect(due).toContainText('已处理：已联系')
    await picture(zhike, 'dues-dealt')
    await zhike.page.getByRole('button', { name: '重新提醒' }).last().press('Enter')
    await expect(zhike.notice('会重新提醒')).toBeVisible()
    await expect(due).toHaveCount(0)
    await zhike.page
      .getByRole('button', { name: /^全部 / })
      .first()
      .press('Enter')
    await expect(due).toBeVisible()

    // 复制说明从哪一张复制、什么没有带过来。
    await due.press('Enter')
    await zhike.sheetIsOpen()
    await zhike.page.getByRole('button', { name: '更多' }).press('Enter')
    await zhike.press('Enter')
    await expect(zhike.notice(`复制自 ${number}`)).toBeVisible()
    await expect(zhike.notice('接着上次没保存的填写')).toHaveCount(0)
    await picture(zhike, 'copied')
  } finally {
    await zhike.close()
    removeFolder(place)
  }
})
