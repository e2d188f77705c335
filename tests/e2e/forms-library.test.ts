import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Locator } from '@playwright/test'
import { unzipSync } from 'fflate'
import { readPdf } from '../support/read-pdf'
import { formHeads } from './support/command-line'
import { Zhike } from './support/zhike'
import { removeFolder } from '../support/remove-folder'

let zhike: Zhike
let place: string

test.beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'zhike-表单库 '))
  zhike = await Zhike.startFresh()
})
test.beforeEach(async () => {
  await zhike.press('Alt+1', 'Alt+2')
  await expect(search()).toBeFocused()
  await shelf('全部').click()
  await zhike.press('Control+f')
})
test.afterEach(async () => {
  // Out of a dialog, then out of what was chosen and searched.
  const isOut = async () => (await zhike.page.evaluate(() => location.hash)).length <= 2
  await expect(async () => {
    if (!(await isOut())) await zhike.press('Escape')
    expect(await isOut()).toBe(true)
  }).toPass({ intervals: [200] })
})
test.afterAll(async () => {
  await zhike.close()
  removeFolder(place)
})

const search = (): Locator => zhike.page.getByRole('searchbox')
const grid = (): Locator => zhike.page.getByRole('grid')
const forms = (): Locator => grid().locator('[data-code]')
const form = (code: string): Locator => grid().locator(`[data-code="${code}"]`)
const shelf = (name: string): Locator => zhike.page.getByRole('tab', { name: new RegExp(`^${name} *\\d`) })
const panel = (): Locator => zhike.page.getByRole('region', { name: '选中的表单' })
const shownCodes = () => forms().evaluateAll((all) => all.map((each) => each.getAttribute('data-code')))

/** Pixels of ink on the picture of a page: its drawing alone, not the paper under it. */
const inkOf = (picture: Locator): Promise<number> =>
  picture.evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
    let ink = 0
    for (let at = 3; at < data.length; at += 4) if ((data[at] ?? 0) > 60) ink++
    return ink
  })

test('all forms of the books stand on their shelves', async () => {
  const heads = formHeads()
  await expect(forms()).toHaveCount(heads.length)
  await expect(shelf('全部')).toContainText(String(heads.length))
  const modules = [...new Set(heads.map(({ module }) => module))]
  for (const module of modules) {
    const own = heads.filter((head) => head.module === module).map(({ code }) => code)
    await shelf(module.replace(/[（）]/g, '.')).click()
    await expect.poll(shownCodes).toEqual([...own].sort())
  }
})

test('a form is found by pinyin initials, name, code and label as one types, and Enter fills the best hit', async () => {
  await zhike.type('tsdj')
  await expect(forms().first()).toHaveAttribute('data-code', 'KHTS-BD-001')
  await expect(form('KHTS-BD-001').locator('mark')).toHaveText('投诉登记')
  await zhike.press('Control+f')
  await zhike.type('khxx021')
  await expect.poll(shownCodes).toEqual(['KHXX-BD-021'])
  await expect(form('KHXX-BD-021').locator('mark')).toHaveText(['KHXX', '021'])
  await zhike.press('Control+f')
  await zhike.page.keyboard.insertText('承诺办理期限')
  await expect(form('KHTS-BD-001')).toContainText('表上有“承诺办理期限”')
  await zhike.press('Control+f')
  await zhike.page.keyboard.insertText('火星')
  await expect(zhike.page.getByText('没有这样的表单')).toBeVisible()
  await zhike.press('Control+f')
  await zhike.type('tousudengji')
  await expect(forms().first()).toHaveAttribute('data-code', 'KHTS-BD-001')
  await zhike.press('Enter')
  await zhike.sheetIsOpen()
  await expect(zhike.page.getByRole('heading', { level: 1 })).toHaveText('客户投诉登记表一')
  await zhike.press('Escape')
  await expect(search()).toHaveValue('tousudengji')
})

test('the pages are drawn as they come into view, upright, lying and A3 in their own proportions', async () => {
  const sizes: Readonly<Record<string, number>> = {
    A3: 297 / 420,
    A4: 210 / 297,
    B5: 176 / 250,
    '16K': 184 / 260,
  }
  for (const { code, paper } of formHeads().filter((_, at, all) => at % 23 === 0 || at === all.length - 1)) {
    await form(code).scrollIntoViewIfNeeded()
    const picture = form(code).locator('canvas[data-drawn=true]')
    await expect(picture).toBeVisible()
    expect(await inkOf(picture), code).toBeGreaterThan(200)
    const { width, height } = await picture
      .evaluate((canvas: HTMLCanvasElement) => canvas)
      .then(() =>
        picture.evaluate((canvas: HTMLCanvasElement) => ({ width: canvas.width, height: canvas.height })),
      )
    const upright = sizes[paper.size] ?? 1
    expect(width / height).toBeCloseTo(paper.orientation === 'portrait' ? upright : 1 / upright, 1)
  }
  await zhike.type('案件追踪')
  await expect(forms().first()).toHaveAttribute('data-code', 'KHTS-BD-010')
  await expect(panel().getByText('A3 横')).toBeVisible()
  expect(await inkOf(panel().locator('canvas[data-drawn=true]'))).toBeGreaterThan(2000)
})

test('the keyboard alone walks, chooses, stars, searches and fills', async () => {
  await zhike.press('ArrowDown')
  await expect(grid()).toBeFocused()
  const codes = await shownCodes()
  const here = () => grid().locator('[data-here]').getAttribute('data-code')
  await zhike.press('ArrowRight')
  await expect.poll(() => here()).toBe(codes[1])
  await zhike.press('ArrowDown')
  const below = codes.indexOf(await here())
  expect(below).toBeGreaterThan(2)
  await zhike.press('ArrowUp')
  await expect.poll(() => here()).toBe(codes[1])
  await zhike.press('Space', 'ArrowRight', 'Space', 'Control+d')
  await expect(grid().locator('[aria-selected=true]')).toHaveCount(2)
  await expect(zhike.page.getByText('已选 2 张')).toBeVisible()
  await expect(shelf('收藏')).toContainText('1')
  await zhike.press('Control+d')
  await expect(shelf('收藏')).toContainText('0')
  await zhike.press('Escape')
  await expect(grid().locator('[aria-selected=true]')).toHaveCount(0)
  await zhike.press('End')
  await expect.poll(() => here()).toBe(codes.at(-1))
  await expect(grid().locator('[data-here]')).toBeInViewport()
  await zhike.press('Home', 'ArrowUp')
  await expect(search()).toBeFocused()
  await zhike.press('ArrowDown')
  await zhike.type('mstp')
  await expect(search()).toBeFocused()
  await expect(search()).toHaveValue('mstp')
  await expect.poll(shownCodes).toEqual([])
  await zhike.press('Control+f')
  await zhike.type('mspj')
  await expect.poll(shownCodes).toEqual(['BMGL-BD-003'])
  await zhike.press('ArrowDown', 'Enter')
  await zhike.sheetIsOpen()
  await zhike.press('Escape')
})

test('three copies of two forms become one PDF that holds each page once', async () => {
  const path = join(place, '空白.pdf')
  await zhike.willSaveTo(path)
  await zhike.type('tsdj')
  await expect(forms()).toHaveCount(2)
  await zhike.press('ArrowDown', 'Control+a')
  await expect(zhike.page.getByText('已选 2 张')).toBeVisible()
  await zhike.press('Control+p')
  await expect(zhike.page.getByRole('dialog')).toContainText('打印 2 张空白表单')
  await zhike.press('3')
  await expect(zhike.page.getByRole('dialog')).toContainText('共 6 页')
  await zhike.press('Enter')
  await zhike.page.locator('[role=dialog] canvas[data-drawn=true]').first().waitFor()
  await zhike.savePdf(path)
  const bytes = readFileSync(path)
  const { pages } = await readPdf(new Uint8Array(bytes))
  const titleOf = (page: number) =>
    (pages[page]?.texts ?? [])
      .map(({ text }) => text)
      .join('')
      .replace(/\s/g, '')
  expect(pages).toHaveLength(6)
  for (const page of [0, 1, 2]) expect(titleOf(page)).toContain('KHTS-BD-001')
  for (const page of [3, 4, 5]) expect(titleOf(page)).toContain('KHTS-BD-002')
  expect(bytes.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(6)
  expect(new Set(bytes.toString('latin1').match(/\/Contents \d+ 0 R/g)).size).toBe(2)
  await zhike.press('Escape')
  await expect(shelf('最近使用')).not.toContainText(/ 0$/)
})

test('chosen forms become the sheets of one Excel file', async () => {
  const path = join(place, '空表.xlsx')
  await zhike.willSaveTo(path)
  await zhike.type('tsdj')
  await expect(forms()).toHaveCount(2)
  await zhike.press('ArrowDown', 'Control+a')
  await zhike.tabTo(
    zhike.page
      .getByRole('region', { name: '选中的几张表单' })
      .getByRole('button', { name: '导出空表 Excel' }),
  )
  await zhike.press('Enter')
  await zhike.notice(path).waitFor()
  const parts = Object.keys(unzipSync(new Uint8Array(readFileSync(path))))
  expect(parts.filter((part) => /^xl\/worksheets\/[^/]+\.xml$/.test(part))).toHaveLength(2)
})

test('a hundred copies of one form are left to the printer', async () => {
  await zhike.type('khts001')
  await expect(forms()).toHaveCount(1)
  await zhike.tabTo(panel().getByRole('textbox', { name: '空白份数' }))
  await zhike.type('100')
  await zhike.press('Enter')
  const dialog = zhike.page.getByRole('dialog')
  await expect(dialog.getByRole('textbox', { name: '份数' })).toHaveValue('100')
  await expect(dialog).toContainText('共 1 页')
})

test('the sample is shown filled, cannot be typed into, and turns its pages', async () => {
  const two = formHeads().find(({ pages }) => pages > 1)
  const code = two?.code ?? 'KHTS-BD-001'
  await zhike.type(code)
  await expect(forms()).toHaveCount(1)
  await zhike.tabTo(panel().getByRole('button', { name: '看样例' }))
  await zhike.press('Enter')
  const dialog = zhike.page.getByRole('dialog')
  await expect(dialog.locator('[data-page] text').first()).toBeVisible()
  await expect(dialog.locator('[data-page]')).toContainText('示例')
  await expect(dialog.getByRole('textbox')).toHaveCount(0)
  await expect(dialog.locator('[data-stop]')).toHaveCount(0)
  if (two) {
    const first = await dialog.locator('[data-page]').innerText()
    await zhike.press('PageDown')
    await expect(dialog.getByText(`2 / ${String(two.pages)}`)).toBeVisible()
    await expect.poll(() => dialog.locator('[data-page]').innerText()).not.toBe(first)
  }
  await zhike.press('Escape')
  await expect(dialog).toHaveCount(0)
})

test('favourites, recents and the way of showing outlive the program', async () => {
  await zhike.type('khts001')
  await expect(forms()).toHaveCount(1)
  await zhike.press('ArrowDown', 'Control+d', 'Enter')
  await zhike.sheetIsOpen()
  await zhike.press('Escape', 'Control+f', 'Backspace')
  await zhike.page.getByRole('button', { name: '列表' }).click()
  await expect(form('KHTS-BD-001')).toHaveClass('zk-line')
  zhike = await zhike.restart()
  await zhike.press('Alt+2')
  await expect(form('KHTS-BD-001')).toHaveClass('zk-line')
  await shelf('收藏').click()
  await expect.poll(shownCodes).toEqual(['KHTS-BD-001'])
  await shelf('最近使用').click()
  await expect(forms().first()).toHaveAttribute('data-code', 'KHTS-BD-001')
  await zhike.page.getByRole('button', { name: '卡片' }).click()
  await expect(form('KHTS-BD-001')).toHaveClass('zk-card')
})

test('no part of the library breaks a rule of axe', async () => {
  const wrong = async (part: string) => {
    const found = await new AxeBuilder({ page: zhike.page }).setLegacyMode(true).analyze()
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => `${part}: ${id} ${target.join(' ')}`),
    )
  }
  await shelf('呼叫中心').click()
  const found = await wrong('cards')
  await zhike.press('Control+f')
  await zhike.page.keyboard.insertText('呼 电话')
  await expect(grid().locator('.zk-card-why').first()).toBeVisible()
  found.push(...(await wrong('hits')))
  await zhike.press('ArrowDown', 'Space', 'ArrowRight', 'Space', 'Control+p')
  await expect(zhike.page.getByRole('dialog')).toBeVisible()
  found.push(...(await wrong('copies')))
  await zhike.press('Escape')
  await zhike.page.getByRole('button', { name: '列表' }).click()
  found.push(...(await wrong('list, some chosen')))
  await zhike.page.getByRole('button', { name: '卡片' }).click()
  await zhike.page.getByRole('button', { name: '看样例' }).click()
  await expect(zhike.page.getByRole('dialog')).toBeVisible()
  found.push(...(await wrong('sample')))
  expect(found).toEqual([])
})
