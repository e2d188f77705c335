import { execFileSync } from 'node:child_process'
import { mkdtempSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { readPdf } from '../support/read-pdf'
import { removeFolder } from '../support/remove-folder'
import { pageIsThere, Zhike } from './support/zhike'

const seed = join(import.meta.dirname, '../../scripts/seed.mjs')
const folder = mkdtempSync(join(tmpdir(), 'zhike-批量 '))
let zhike: Zhike
test.afterAll(async () => {
  await zhike.close().catch(() => undefined)
  removeFolder(folder)
})

/** Texts of each page, as another program reads them. */
function pagesOf(file: string): readonly string[] {
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8', maxBuffer: 1e8 })
  return text.split('\f').slice(0, -1)
}

test('records and customers of a list are printed in bulk: as one PDF, as a PDF each, by keyboard', async () => {
  const dataFolder = join(folder, 'data')
  execFileSync(process.execPath, [seed, '--records', '200', '--out', dataFolder])
  zhike = await Zhike.start({ dataFolder })
  const { page } = zhike
  await pageIsThere(page)
  const drawn = page.locator('[role=grid][data-drawn=true]')
  const dialog = page.getByRole('dialog')
  const press = (name: string) => dialog.getByRole('button', { name }).press('Enter')
  const violations = async () => {
    const found = await new AxeBuilder({ page }).include('[role=dialog]').setLegacyMode(true).analyze()
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  }

  // Three of a register, chosen with the space bar, in the order of the list.
  await page.evaluate(() => {
    location.hash = '/records/KHTS-BD-001'
  })
  await expect(page.getByRole('columnheader', { name: '投诉缘由' })).toBeVisible()
  await drawn.waitFor()
  const count = Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1
  const numbers = await page.getByText(/^TS-\d{4}-\d{4}$/).allTextContents()
  await page.getByRole('grid').focus()
  for (let at = 0; at < 3; at++) {
    await zhike.press(' ')
    await zhike.press('ArrowDown')
  }
  const button = page
    .getByRole('toolbar', { name: '对选中的单据' })
    .getByRole('button', { name: '批量打印…' })
  await button.press('Enter')
  await expect(dialog).toHaveAccessibleName('批量打印（3 张单据）')
  expect(await violations()).toEqual([])
  await dialog.getByRole('checkbox', { name: '双面打印时每份从正面开始' }).press('Space')
  const one = join(folder, '合并.pdf')
  await zhike.willSaveTo(one)
  await press('存为 PDF…')
  await expect(dialog.getByRole('status')).toContainText(`已存好 3 张，共 5 页：${one}`)
  expect(await violations()).toEqual([])
  await press('完成')
  // Each on a front side: after every page but the last an empty one, without a number.
  const pages = pagesOf(one)
  expect(pages.map((text) => /TS-\d{4}-\d{4}/.exec(text)?.[0] ?? text.trim())).toEqual([
    numbers[0],
    '',
    numbers[1],
    '',
    numbers[2],
  ])

  // None chosen: all that the list shows, a file each, by a pattern; what stands there stays.
  await zhike.press('Escape')
  await button.press('Enter')
  await expect(dialog).toHaveAccessibleName(`批量打印（列表里全部 ${String(count)} 张单据）`)
  await press('每张一个 PDF')
  const pattern = dialog.getByRole('textbox', { name: '文件名' })
  await pattern.fill('{序号}-')
  await press('＋编号')
  await expect(pattern).toHaveValue('{序号}-{编号}')
  await expect(dialog).toContainText(
    `例如：${'1'.padStart(String(count).length, '0')}-${numbers[0] ?? ''}.pdf`,
  )
  const each = join(folder, '每张')
  mkdirSync(each)
  const taken = `${'1'.padStart(String(count).length, '0')}-${numbers[0] ?? ''}.pdf`
  writeFileSync(join(each, taken), '从前的')
  await zhike.willOpen(each)
  await press('选择文件夹…')
  await expect(dialog.getByRole('status')).toContainText(`已存好 ${String(count)} 个 PDF：${each}`)
  await press('完成')
  expect(readdirSync(each)).toHaveLength(count + 1)
  expect(readFileSync(join(each, taken), 'utf8')).toBe('从前的')
  const second = readdirSync(each).sort()[2] ?? ''
  expect(pagesOf(join(each, second)).join('')).toContain(numbers[1])

  // One form for every customer of the list, filled in as far as the customer answers it.
  await page.evaluate(() => {
    location.hash = '/customers'
  })
  const forAll = page.getByRole('button', { name: '批量打印表单…' })
  await expect(forAll).toBeEnabled()
  await drawn.waitFor()
  const customers = Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1
  const name = (await page.getByRole('row').nth(1).getByRole('gridcell').nth(1).textContent()) ?? ''
  await forAll.press('Enter')
  await expect(dialog.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('满意度调查表')
  await expect(page.getByRole('option')).toHaveCount(1)
  await zhike.press('Enter')
  await expect(dialog).toHaveAccessibleName(`批量打印：客户满意度调查表（${String(customers)} 位客户）`)
  // What was chosen the last time stands there again.
  await expect(pattern).toHaveValue('{序号}-{编号}')
  await press('一个 PDF 文件')
  const surveys = join(folder, '调查.pdf')
  await zhike.willSaveTo(surveys)
  await press('存为 PDF…')
  await expect(dialog.getByRole('status')).toContainText(`已存好 ${String(customers)} 张`)
  await press('完成')
  const read = await readPdf(new Uint8Array(readFileSync(surveys)))
  const first = read.pages[0]?.texts.map(({ text }) => text).join('') ?? ''
  expect(first).toContain(name.trim())
  expect(first).toMatch(/年\s*月\s*日/)
  expect(pagesOf(surveys).filter((text) => text.trim() !== '')).toHaveLength(customers)
})
