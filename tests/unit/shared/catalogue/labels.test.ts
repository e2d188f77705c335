import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { entryByCode, type CatalogueEntry } from '../../../../shared/catalogue'
import { emptyValues } from '../../../../shared/forms/values'
import { layoutForm } from '../../../../shared/print'
import type { LaidOutPage } from '../../../../shared/print/page'
import { renderJob } from '../../../../node/pdf/render-job'
import { testFonts } from '../../../support/pdf-fonts'
import { readPdf, type PdfText } from '../../../support/read-pdf'

const FOLDER = 'tests/fixtures/labels'
const SOURCE_FORMS = 74

/** What the books print on each form, as people who did not draw it read it there. */
const books = readdirSync(FOLDER).flatMap((name) =>
  readFileSync(join(FOLDER, name), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [code = '', labels = ''] = line.split('\t')
      return [code, labels.split('|')] as const
    }),
)

const bare = (text: string): string => text.normalize('NFKC').replace(/[\s_:：]/gu, '')

/** The printed text of a page: joined within each cell, and outside the cells by lines. */
function textsOf(page: LaidOutPage, items: readonly PdfText[]): readonly string[] {
  const within = page.cells.map(({ x, y, width, height }) =>
    items.filter((item) => item.x >= x - 1 && item.x < x + width && item.y > y && item.y < y + height + 1),
  )
  const inside = new Set(within.flat())
  const outside = items.filter((item) => !inside.has(item))
  return [...within, outside].map((group) => bare(group.map(({ text }) => text).join('')))
}

async function printed({ template }: CatalogueEntry): Promise<readonly string[]> {
  const sheet = { template, values: emptyValues, letterhead: { firm: '' }, mode: 'blank' } as const
  const laid = layoutForm(sheet)
  const rendered = await renderJob({ job: 'form', sheets: [sheet] }, testFonts(), 0)
  if (!rendered.ok) throw new Error(JSON.stringify(rendered.error))
  const { pages } = await readPdf(rendered.value.bytes)
  return laid.pages.flatMap((page, index) => textsOf(page, pages[index]?.texts ?? []))
}

const missingFrom = (texts: readonly string[], labels: readonly string[]): readonly string[] =>
  labels.filter((label) => !texts.some((text) => text.includes(bare(label))))

describe('the labels of the books', () => {
  it('would be missed', async () => {
    const entry = entryByCode('KHTS-BD-001')
    if (!entry) throw new Error('no form')
    const texts = await printed(entry)
    expect(missingFrom(texts, ['投诉缘由', '投诉事由', '电　话', '受理编号受理日期'])).toEqual([
      '投诉事由',
      '受理编号受理日期',
    ])
  })

  it('are listed for every form of which the book shows them', () => {
    expect(books.map(([code]) => code)).toHaveLength(SOURCE_FORMS)
    expect(new Set(books.map(([code]) => code)).size).toBe(SOURCE_FORMS)
  })

  it.each(books)('stand on %s, whole', async (code, labels) => {
    const entry = entryByCode(code)
    if (!entry) throw new Error(`${code} is not in the catalogue`)
    expect(labels.length).toBeGreaterThan(3)
    expect(missingFrom(await printed(entry), labels)).toEqual([])
  })
})
