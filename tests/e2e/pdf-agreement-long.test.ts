import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { faultsOfCells, faultsOfPdf, paperForm } from './support/agreement'
import { gridOf, recordsOf, sampleOf, type FormJson } from './support/command-line'
import { pdfOf, shownCells } from './support/shown-sheet'
import { Zhike } from './support/zhike'
import { removeFolder } from '../support/remove-folder'

let place: string
let zhike: Zhike
test.beforeEach(async () => {
  place = mkdtempSync(join(tmpdir(), 'zhike-续页 '))
  zhike = await Zhike.startFresh()
})
test.afterEach(async () => {
  await zhike.close()
  removeFolder(place)
})

const sentence = '送修后第三天再次不制冷，冷藏室升到 15 ℃，客户要求尽快再次上门。'

/** Text of just this many characters. */
const long = (length: number) => sentence.repeat(Math.ceil(length / sentence.length)).slice(0, length)

/** Saved, laid out by the command line and printed from the window: all three say the same. */
async function agree(code: string): Promise<number> {
  await zhike.save()
  await zhike.press('Control+0')
  await zhike.toFirstField()
  const [record] = recordsOf(zhike.running.dataFolder)
  const values = (record?.values ?? {}) as FormJson
  const grid = gridOf(code, values)
  expect(faultsOfCells(await shownCells(zhike), grid)).toEqual([])
  await zhike.openPreview()
  const path = join(place, '长文.pdf')
  await zhike.savePdf(path)
  expect(faultsOfPdf(await pdfOf(path), grid, paperForm(code), values)).toEqual([])
  return grid.pages.length
}

test('a text longer than its cell makes the cell grow, and the sheet goes on on a 续页', async () => {
  const code = 'KHTS-BD-001'
  await zhike.openForm(code)
  const values = {
    reason: long(600),
    demand: long(600),
    note: long(200),
    refusal: long(80),
    address: long(80),
  }
  await zhike.fill({ ...sampleOf(code), ...values }, true)
  expect(await agree(code)).toBe(2)
})

test('a text higher than a sheet is read on on the next one', { tag: '@long' }, async () => {
  const code = 'KHTS-BD-001'
  await zhike.openForm(code)
  const lines = Array.from({ length: 60 }, (_, at) => `${String(at + 1)}. 示例`).join('\n')
  await zhike.fill({ ...sampleOf(code), reason: lines }, true)
  expect(await agree(code)).toBeGreaterThan(1)
})

test(
  'rows beyond the printed ones follow under them, and a full sheet goes on',
  { tag: '@long' },
  async () => {
    const code = 'KHXX-BD-001'
    const trades = Array.from({ length: 24 }, (_, at) => ({
      product: `示例型号 BX-${String(100 + at)}`,
      quantity: String(at + 1),
      price: '10.5',
    }))
    await zhike.openForm(code)
    await zhike.fill({ ...sampleOf(code), trades }, true)
    expect(await agree(code)).toBeGreaterThan(1)
  },
)

test('rare characters print, and a character that no font has is named in the preview', async () => {
  await zhike.openForm('KHTS-BD-001')
  await zhike.fill({ customer: '𠮷㛃', kind: ['商品'], reason: '标签上写着 😀' }, true)
  await zhike.save()
  await zhike.openPreview()
  await expect(zhike.page.getByRole('dialog').getByRole('alert')).toContainText('😀')
  await expect(zhike.page.getByRole('dialog').getByRole('alert')).not.toContainText('𠮷')
  const path = join(place, '罕见字.pdf')
  await zhike.savePdf(path)
  const [page] = await pdfOf(path)
  const texts = page?.texts.map(({ text }) => text).join('') ?? ''
  expect(texts).toContain('𠮷㛃')
  expect(texts).toContain('标签上写着')
})

test('at 125 % the sheet is a quarter larger and nothing on it moves', async () => {
  const code = 'SHFW-BD-009'
  await zhike.openForm(code)
  await zhike.press('Control+0')
  const width = async () => (await zhike.page.locator('[data-page]').first().boundingBox())?.width ?? 0
  const before = await width()
  await zhike.press('Control+=', 'Control+=')
  await expect.poll(async () => (await width()) / before).toBeCloseTo(1.25, 2)
  const larger = (await shownCells(zhike)).map((cells) =>
    cells.map((cell) => ({
      ...cell,
      x: cell.x / 1.25,
      y: cell.y / 1.25,
      width: cell.width / 1.25,
      height: cell.height / 1.25,
    })),
  )
  expect(faultsOfCells(larger, gridOf(code, null))).toEqual([])
})
