import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { readPdf, type PdfPage } from '../support/read-pdf'
import { sampleOf } from './support/command-line'
import { Zhike } from './support/zhike'
import { removeFolder } from '../support/remove-folder'

const CODE = 'KHTS-BD-001'
let place: string
let saved = 0

test.beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'zhike-打印设置 '))
})
test.afterAll(() => {
  removeFolder(place)
})

/** The pages of the PDF that the preview saves now. */
async function savedPages(zhike: Zhike): Promise<readonly PdfPage[]> {
  const path = join(place, `${String((saved += 1))}.pdf`)
  await zhike.savePdf(path)
  return (await readPdf(new Uint8Array(readFileSync(path)))).pages
}

const mm = (points: number): number => Math.round((points * 25.4) / 72)
const sizesOf = (pages: readonly PdfPage[]) => pages.map(({ width, height }) => [mm(width), mm(height)])
const textsOf = (pages: readonly PdfPage[]) => pages.flatMap(({ texts }) => texts.map(({ text }) => text))

/** Height to width of the first page as the preview draws it. */
const shownShape = async ({ page }: Zhike): Promise<number> => {
  const box = await page.locator('[role=dialog] canvas').first().boundingBox()
  return box ? Math.round((box.height / box.width) * 100) / 100 : 0
}

async function openSetup(zhike: Zhike): Promise<void> {
  await zhike.openPreview()
  await zhike.page.getByRole('button', { name: '打印设置' }).click()
  await zhike.page.getByRole('complementary', { name: '打印设置' }).waitFor()
}

async function choose({ page }: Zhike, label: string, option: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

async function fillAndSave(zhike: Zhike): Promise<void> {
  await zhike.openForm(CODE)
  await zhike.fill(sampleOf(CODE), true)
  await zhike.save()
}

test('the set-up of a form shows at once, is remembered over a restart, and goes back to how it is drawn', async () => {
  let zhike = await Zhike.startFresh()
  try {
    await fillAndSave(zhike)
    await openSetup(zhike)
    await expect.poll(() => shownShape(zhike)).toBe(1.41)
    await choose(zhike, '纸张', 'B5')
    await expect.poll(() => shownShape(zhike)).toBe(1.42)
    await zhike.page.getByRole('button', { name: '横', exact: true }).click()
    await expect.poll(() => shownShape(zhike)).toBe(0.7)
    await choose(zhike, '装订边', '左边留 10 毫米')
    await zhike.page.getByRole('button', { name: '不印' }).click()
    const pages = await savedPages(zhike)
    expect(new Set(sizesOf(pages).map(String))).toEqual(new Set(['250,176']))
    expect(textsOf(pages).join('')).toMatch(/装.*订.*线/)
    expect(textsOf(pages).join('')).not.toContain('示例电器有限公司')

    zhike = await zhike.restart()
    await zhike.openRecord('示例客户乙')
    await openSetup(zhike)
    await expect.poll(() => shownShape(zhike)).toBe(0.7)
    await expect(zhike.page.getByLabel('装订边', { exact: true })).toContainText('10 毫米')
    await zhike.page.getByRole('button', { name: '恢复默认' }).click()
    await expect(zhike.page.getByRole('complementary', { name: '打印设置' })).toBeFocused()
    await expect.poll(() => shownShape(zhike)).toBe(1.41)
    expect(sizesOf(await savedPages(zhike))).toEqual([[210, 297]])

    // Esc in the panel closes the panel, then the preview.
    await zhike.page.getByLabel('纸张', { exact: true }).focus()
    await zhike.press('Escape')
    await expect(zhike.page.getByRole('complementary', { name: '打印设置' })).toHaveCount(0)
    await expect(zhike.page.getByRole('button', { name: '打印设置' })).toBeFocused()
    await zhike.press('Escape')
    await expect(zhike.page.getByRole('dialog')).toHaveCount(0)
  } finally {
    await zhike.close()
  }
})

test('a length that is out of bounds is explained and does not take effect', async () => {
  const zhike = await Zhike.startFresh()
  const { page } = zhike
  try {
    await zhike.openForm(CODE)
    await openSetup(zhike)
    await choose(zhike, '页边距', '自定')
    const top = page.getByLabel('上', { exact: true })
    await top.fill('70')
    await expect(page.getByRole('alert').first()).toContainText('5 到 50')
    const firstLine = async () => Math.min(...((await savedPages(zhike))[0]?.texts.map(({ y }) => y) ?? []))
    const before = await firstLine()
    await top.fill('30')
    await expect(page.getByText('5 到 50')).toHaveCount(0)
    await expect.poll(async () => mm((await firstLine()) - before)).toBe(17)
    await top.press('ArrowUp')
    await expect(top).toHaveValue('30.5')
  } finally {
    await zhike.close()
  }
})

test('套打 prints values and no labels, moved as asked; blank sheets stay whole, and a moved cell is warned of', async () => {
  const zhike = await Zhike.startFresh()
  const { page } = zhike
  try {
    await fillAndSave(zhike)
    await openSetup(zhike)
    await page.getByLabel('套打：只打填写的内容').check()
    const placeOf = async (text: string) =>
      (await savedPages(zhike))[0]?.texts.find((each) => each.text === text)
    await expect.poll(async () => textsOf(await savedPages(zhike))).not.toContain('投诉缘由')
    const before = await placeOf('示例客户乙')
    expect((await savedPages(zhike))[0]?.lines).toEqual([])
    await page.getByLabel('右移').fill('3')
    await page.getByLabel('下移').fill('-1.5')
    await expect
      .poll(async () => {
        const after = await placeOf('示例客户乙')
        return [(after?.x ?? 0) - (before?.x ?? 0), (after?.y ?? 0) - (before?.y ?? 0)].map(
          (points) => Math.round((points * 254) / 72) / 10,
        )
      })
      .toEqual([3, -1.5])
    await expect(page.getByText('撑高了格子')).toHaveCount(0)

    await page.getByRole('button', { name: '空白', exact: true }).click()
    await expect.poll(async () => textsOf(await savedPages(zhike))).toContain('投诉缘由')
    await expect(page.getByLabel('套打：只打填写的内容')).toBeDisabled()
    // The focus is not in the panel: the preview closes at once.
    await zhike.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)

    await zhike.tabTo(page.locator('[data-stop=note] textarea, textarea[data-stop=note]'))
    await page.keyboard.insertText('很长的备注'.repeat(60))
    await openSetup(zhike)
    await expect(page.getByText('撑高了格子')).toBeVisible()
  } finally {
    await zhike.close()
  }
})

test('each form of a job is printed with its own set-up, and the panel sets the one whose page is shown', async () => {
  const zhike = await Zhike.startFresh()
  const { page } = zhike
  try {
    await zhike.openForm(CODE)
    await openSetup(zhike)
    await choose(zhike, '纸张', '16开')
    await zhike.press('Escape')
    await zhike.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await zhike.press('Escape')
    await zhike.press('Alt+2')
    await zhike.press('Control+f')
    await zhike.type('KHTS')
    await zhike.press('ArrowDown')
    await page.locator(`[data-code=${CODE}] [data-tick]`).click()
    await page.locator('[data-code=KHTS-BD-002] [data-tick]').click()
    await zhike.press('Control+p')
    await page.getByRole('button', { name: '预览并打印' }).click()
    await page.locator('[role=dialog] canvas[data-drawn=true]').first().waitFor()
    const [first, second] = sizesOf(await savedPages(zhike))
    expect(first).toEqual([184, 260])
    expect(second).not.toEqual([184, 260])

    await page.getByRole('button', { name: '打印设置' }).click()
    const form = page.getByRole('combobox', { name: '表单', exact: true })
    await expect(form).toContainText('客户投诉登记表一')
    await page.locator('[role=dialog] canvas').nth(1).scrollIntoViewIfNeeded()
    await page.locator('[role=dialog] [role=region]').evaluate((desk) => {
      desk.scrollTo({ top: desk.scrollHeight })
    })
    await expect(form).not.toContainText('客户投诉登记表一')
    await choose(zhike, '纸张', 'A3')
    await expect.poll(async () => sizesOf(await savedPages(zhike))).toContainEqual([297, 420])
  } finally {
    await zhike.close()
  }
})
