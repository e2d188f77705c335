import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { faultsOfCells, faultsOfPdf, paperForm } from './support/agreement'
import { commandLine, gridOf, recordsOf, sampleOf, type FormJson, type Grid } from './support/command-line'
import type { DrawnPage } from './support/pdf-drawing'
import { pdfOf, shownCells } from './support/shown-sheet'
import { Zhike } from './support/zhike'
import { removeFolder } from '../support/remove-folder'

const codes = ['KHTS-BD-001', 'KHXX-BD-001', 'SHFW-BD-009'] as const

let place: string
test.beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'zhike-纸面 '))
})
test.afterEach(() => {
  removeFolder(place)
})

for (const code of codes) {
  const title = `${code} stands at the same places on the screen, in the PDF and in the grid, blank and filled`
  test(code === 'KHXX-BD-001' ? title : `${title}, as the densest every day @long`, async () => {
    const form = paperForm(code)
    const sample = sampleOf(code)
    const zhike = await Zhike.startFresh()
    try {
      await zhike.openForm(code)
      await zhike.press('Control+0')
      const blank = gridOf(code, null)
      expect(faultsOfCells(await shownCells(zhike), blank)).toEqual([])

      await zhike.fill(sample, true)
      await expect(zhike.page.getByRole('button', { name: '登记' })).toBeFocused()
      await zhike.press('Enter')
      await zhike.notice('已登记').waitFor()
      await zhike.toFirstField()
      const [record] = recordsOf(zhike.running.dataFolder)
      const values = (record?.values ?? {}) as FormJson
      const filled = gridOf(code, values)
      expect(faultsOfCells(await shownCells(zhike), filled)).toEqual([])

      await zhike.openPreview()
      await zhike.savePdf(join(place, '已填.pdf'))
      expect(faultsOfPdf(await pdfOf(join(place, '已填.pdf')), filled, form, values)).toEqual([])
      await zhike.tabTo(zhike.page.getByRole('button', { name: '已填' }))
      await zhike.press('ArrowRight', 'Enter')
      await expect(zhike.page.getByRole('button', { name: '空白' })).toHaveAttribute('aria-pressed', 'true')
      await zhike.page.locator('[role=dialog] canvas[data-drawn=true]').first().waitFor()
      await zhike.savePdf(join(place, '空白.pdf'))
      expect(faultsOfPdf(await pdfOf(join(place, '空白.pdf')), blank, form, null)).toEqual([])
    } finally {
      await zhike.close()
    }
  })
}

test('the check finds a line, a label, a value, a tick and a letter that are not where they belong', async () => {
  const code = 'KHTS-BD-001'
  const form = paperForm(code)
  const sample = sampleOf(code)
  const grid = gridOf(code, sample)
  const path = join(place, '样张.pdf')
  commandLine('pdf', code, '--filled', '--out', path)
  const pages = await pdfOf(path)
  const check = (change: Partial<DrawnPage>, to: Grid = grid) =>
    faultsOfPdf(
      pages.map((page) => ({ ...page, ...change })),
      to,
      form,
      sample,
    )
  const page = pages[0]
  if (!page) throw new Error('no page')
  expect(check({})).toEqual([])
  const shifted = page.strokes.map((it, at) => (at === 3 ? { ...it, y1: it.y1 + 0.4, y2: it.y2 + 0.4 } : it))
  expect(check({ strokes: shifted }).join()).toMatch(/no line.*a line too many/)
  expect(check({ strokes: page.strokes.slice(1) }).join()).toMatch(/no line/)
  const without = (text: string) => page.texts.filter((it) => !it.text.includes(text))
  expect(check({ texts: without('客户地址') })).toEqual(['no label 客户地址'])
  expect(check({ texts: without('示例市示例路') }).join()).toMatch(/address: no 示例市示例路8号/)
  const moved = page.texts.map((it) => (it.text === '客户地址' ? { ...it, x: it.x + 8 } : it))
  expect(check({ texts: moved }).join()).toMatch(/客户地址 leaves its box/)
  const small = page.texts.map((it) => (it.text === '客户地址' ? { ...it, size: 7.5 } : it))
  expect(check({ texts: small }).join()).toMatch(/客户地址 is set in 7.5 pt/)
  const unticked = page.strokes.filter(({ x1, y1, x2, y2 }) => x1 === x2 || y1 === y2)
  expect(check({ strokes: unticked }).join()).toMatch(/kind=商品 is not ticked/)
  const cells = grid.pages.map(({ cells: all }) =>
    all.map((it, at) => (at === 5 ? { ...it, x: it.x + 0.4 } : it)),
  )
  expect(faultsOfCells(cells, grid)).toEqual(['cell 0.1.1 stands elsewhere'])
})
