import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { inline, rawWorkbook } from '../support/import/raw-workbook'
import { readXlsx } from '../support/read-xlsx'
import { removeFolder } from '../support/remove-folder'
import { axeFinds } from './support/axe'
import { Zhike } from './support/zhike'

const fixtures = join(import.meta.dirname, '../fixtures/import')

let zhike: Zhike
let folder: string
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhike-导入 '))
  zhike = await Zhike.startFresh()
})
test.afterEach(async () => {
  await zhike.close()
  removeFolder(folder)
})

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** A title over merged heads of two lines, days written in every way, an empty line, and lines that are wrong. */
function nastyTable(): Uint8Array {
  const lines: readonly (readonly (string | number)[])[] = [
    ['示例电器有限公司客户一览表'],
    ['客户', '', '联系', '', '老日期'],
    ['名称', '类型', '人', '电话'],
    ['示例甲商店', '企业', '张示例', '0571-88880001', '2026年1月5日'],
    ['示例乙商店', '企业', '李示例', 13_900_000_002, '2026/1/5'],
    [],
    ['示例丙商店', '企业', '', '', '20260105'],
    ['示例丁商店', '企业', '', '', '某一天'],
    ['', '企业', '赵示例', '13900000005', ''],
    ['合 计', '', '', 4, ''],
  ]
  const cell = (value: string | number, ref: string) =>
    typeof value === 'number' ? `<c r="${ref}"><v>${String(value)}</v></c>` : inline(ref, value)
  const rows = lines
    .map((cells, row) => {
      const filled = cells.map((value, at) =>
        value === '' ? '' : cell(value, `${'ABCDE'.charAt(at)}${String(row + 1)}`),
      )
      return cells.length === 0 ? '' : `<row r="${String(row + 1)}">${filled.join('')}</row>`
    })
    .join('')
  const merges = ['A1:E1', 'A2:B2', 'C2:D2', 'E2:E3'].map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  return rawWorkbook({
    sheets: [
      `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData><mergeCells>${merges}</mergeCells></worksheet>`,
    ],
  })
}

test('customers come in from a table as it is found: refused, looked at, imported, taken back, pasted, out and in again', async () => {
  const { page } = zhike
  const wizard = page.getByRole('dialog').first()
  const button = (name: string | RegExp) => page.getByRole('button', { name })
  const isFine = async (step: string) => {
    expect((await axeFinds(page)).map((found) => `${step}: ${found}`)).toEqual([])
  }
  await page.evaluate(() => {
    location.hash = '#/customers'
  })
  await button('导入客户').press('Enter')
  await zhike.willOpen(join(fixtures, 'protected.xlsx'))
  await expect(button('选择文件…')).toBeFocused()
  await zhike.press('Enter')
  await expect(wizard.getByText(/文件加了密码/)).toBeVisible()
  await isFine('source')

  const nasty = join(folder, '客户一览表.xlsx')
  writeFileSync(nasty, nastyTable())
  await zhike.willOpen(nasty)
  await button('选择文件…').press('Enter')
  const opened = page.getByRole('combobox', { name: '“老日期”导入到' })
  await expect(opened).toContainText('不导入')
  await expect(page.getByRole('combobox', { name: '“客户 · 名称”导入到' })).toContainText('客户名称')
  await isFine('columns')
  await opened.press('Enter')
  await page.getByRole('option', { name: '首次交易日期' }).click()
  await expect(opened).toContainText('首次交易日期')
  await button('下一步').press('Enter')

  await expect(button('有问题，不导入 2')).toBeVisible()
  const wrong = page.getByRole('row').filter({ hasText: '某一天' })
  await expect(wrong).toContainText('看不懂日期“某一天”')
  await expect(wizard).toContainText('第 10 行像是合计行，不作为客户导入')
  await isFine('preview')
  const totals = page.getByRole('checkbox', { name: '也导入这些行' })
  await totals.press('Space')
  await expect(button('导入 4 条')).toBeVisible()
  await totals.press('Space')
  await button('导入 3 条').press('Enter')
  await expect(wizard).toContainText('已导入 3 条')
  await isFine('done')

  const corrected = join(folder, '有问题的行.xlsx')
  await zhike.willSaveTo(corrected)
  await button('保存有问题的行…').press('Enter')
  await zhike.notice('已保存').waitFor()
  const texts = [...(readXlsx(new Uint8Array(readFileSync(corrected))).sheets[0]?.cells.values() ?? [])]
  expect(texts.map(({ text }) => text)).toEqual(expect.arrayContaining(['问题', '某一天', '示例丁商店']))

  await button('撤销本次导入').press('Enter')
  await expect(page.getByText('这次导入新增的 3 位客户将销户')).toBeVisible()
  await button('撤销导入').press('Enter')
  await expect(page.getByText('已撤销 3 条')).toBeVisible()
  await page.getByRole('dialog').last().getByRole('button', { name: '完成' }).press('Enter')
  await button('再导入一个表格').press('Enter')
  await expect(page.getByText('客户，3 条')).toBeVisible()

  await page.getByLabel('粘贴单元格').evaluate((input, text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, '客户名称\t电话\r\n示例戊商店\t0571-88880005\r\n示例己商店\t"0571-88880006"\r\n')
  await expect(wizard).toContainText('表头下面有 2 行')
  await button('下一步').press('Enter')
  await button('导入 2 条').press('Enter')
  await expect(wizard).toContainText('已导入 2 条')
  await wizard.getByRole('button', { name: '完成' }).press('Enter')
  await expect(page.getByRole('gridcell', { name: '示例戊商店', exact: true })).toBeVisible()

  for (const format of ['Excel（.xlsx）', 'CSV（.csv）']) {
    const out = join(folder, format.startsWith('Excel') ? '全部.xlsx' : '全部.csv')
    await zhike.willSaveTo(out)
    await button('导出全部字段…').press('Enter')
    await button(format).press('Enter')
    await zhike.notice(out).waitFor()
    await button('导入客户').press('Enter')
    await zhike.willOpen(out)
    await button('选择文件…').press('Enter')
    await button('下一步').press('Enter')
    await button('更新').press('Enter')
    await expect(button('没有变化 2')).toBeVisible()
    await expect(button('没有可以导入的')).toBeDisabled()
    await wizard.getByRole('button', { name: '关闭' }).press('Enter')
    await button('不导入了').press('Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
})
