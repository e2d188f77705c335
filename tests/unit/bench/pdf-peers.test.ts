import { expect, test } from 'vitest'
import { writePdf } from '../../bench/limits/pdf-writer'
import { rawFonts } from '../../bench/limits/raw-font'
import { htmlForm } from '../../bench/peers/html-form'
import { pdfmakeForm } from '../../bench/peers/pdfmake-form'
import { DENSE_FORM, filledSheet, formOf, plainOf } from '../../bench/peers/sheets'
import { fontPackage } from '../../support/pdf-fonts'
import { readPdf } from '../../support/read-pdf'

const files = { serif: fontPackage('serif'), serifBold: fontPackage('serifBold'), sans: fontPackage('sans') }
const sheet = plainOf(filledSheet(formOf(DENSE_FORM)))
const texts = sheet.pages.flatMap(({ tables }) =>
  tables.flatMap(({ cells }) => cells.map(({ text }) => text)),
)

/** Two characters or more of cells, without white space; longer ones may be broken over lines. */
const words = texts.map((text) => text.replace(/\s/gu, '').slice(0, 2)).filter((word) => word.length === 2)

test('a plain sheet has the texts of the form in a raster that every cell lies in', () => {
  expect(words.length).toBeGreaterThan(50)
  for (const { columns, rows, cells } of sheet.pages.flatMap(({ tables }) => tables)) {
    for (const cell of cells) {
      expect(cell.column).toBeGreaterThanOrEqual(0)
      expect(cell.columnSpan).toBeGreaterThan(0)
      expect(cell.column + cell.columnSpan).toBeLessThanOrEqual(columns.length)
      expect(cell.row).toBeGreaterThanOrEqual(0)
      expect(cell.rowSpan).toBeGreaterThan(0)
      expect(cell.row + cell.rowSpan).toBeLessThanOrEqual(rows.length)
    }
  }
})

test('the limit and pdfmake write every cell of the form, so that it can be read out of their files', async () => {
  for (const bytes of [writePdf([sheet], rawFonts(files)), await pdfmakeForm([sheet], files)]) {
    const { pages } = await readPdf(Uint8Array.from(bytes))
    const text = pages
      .flatMap((page) => page.texts.map((run) => run.text))
      .join('')
      .replace(/\s/gu, '')
    expect(words.filter((word) => !text.includes(word))).toEqual([])
  }
})

test('the page for Chromium holds every cell, with signs of HTML as text', () => {
  expect(words.filter((word) => !htmlForm(sheet, {}).replace(/\s/gu, '').includes(word))).toEqual([])
  const page = {
    width: 1,
    height: 1,
    texts: [{ x: 0, y: 0, text: '<b>&', size: 1, face: 'sans' }],
    tables: [],
  } as const
  expect(htmlForm({ pages: [page] }, {})).toContain('&lt;b&gt;&amp;')
})
