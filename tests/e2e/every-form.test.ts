import { join } from 'node:path'
import { expect } from '@playwright/test'
import { formatValue } from '../../shared/forms'
import { faultsOfCells, faultsOfPdf, formCodes } from './support/agreement'
import { gridOf, recordsOf, type DumpedRecord, type FormJson } from './support/command-line'
import { faultsOfExcel } from './support/excel-agreement'
import { fillSheet, optionsIn, type Hand } from './support/fill-sheet'
import { head, registered, test, type FormSession } from './support/form-session'
import type { DrawnPage } from './support/pdf-drawing'
import { comparable, sampleForm, sampleJson, type SampleForm } from './support/sample-form'
import { pdfOf, shownCells } from './support/shown-sheet'
import { squeezed, type Zhike } from './support/zhike'

test.describe.configure({ mode: 'parallel' })

const hands: readonly Hand[] = ['Enter', 'Tab', 'Enter', 'mouse']
const ways: Readonly<Record<Hand, string>> = { Enter: 'by Enter', Tab: 'by Tab', mouse: 'by mouse' }

/**
 * Filled in `npm test`: each hand, an upright and a lying sheet, ticks, ratings and rows among them. All of them are in
 * `npm run test:long`; that each form's sample is parsed, laid out, printed and exported is tried every day without a window.
 */
const always = new Set(['BMGL-BD-003', 'KHKF-BD-006', 'KHTS-BD-008', 'SHFW-BD-012'])

for (const [at, code] of [...formCodes()].sort().entries()) {
  const hand = hands[at % hands.length] ?? 'Enter'
  const form = sampleForm(code)
  const title = `${code} ${form.template.name} is filled ${ways[hand]}, registered, reopened, printed and exported unchanged`
  test(always.has(code) ? title : `${title}, as four other forms every day @long`, async ({ session }) => {
    const { zhike } = session
    const record = await test.step('fill and register', () => fillAndRegister(zhike, form, hand))
    await test.step('reopen', () => reopen(zhike, form))
    await test.step('print', () => print(session, form, record))
    await test.step('export', () => exportToExcel(session, form))
  })
}

async function fillAndRegister(zhike: Zhike, form: SampleForm, hand: Hand): Promise<DumpedRecord> {
  const { code, template } = form
  await zhike.openForm(code)
  await fillSheet(zhike, form, hand)
  const button = zhike.page.getByRole('button', { name: '登记', exact: true })
  if (hand === 'Enter') {
    await expect(button).toBeFocused()
    await zhike.press('Enter')
  } else await button.click()
  await registered(zhike)
  const record = recordsOf(zhike.running.dataFolder)
    .filter((each) => each.form === code)
    .at(-1)
  if (!record) throw new Error('the data folder has no record')
  expect(comparable(template, record.values)).toEqual(sampleJson(form))
  expect(record.state).toBe('submitted')
  expect(record.number !== null).toBe(form.serial !== undefined)
  return record
}

/** Out of the list of all records, where it is the newest. */
async function reopen(zhike: Zhike, { code, template, typed }: SampleForm): Promise<void> {
  await zhike.press('Alt+3')
  const newest = zhike.page.getByRole('row').nth(1)
  await expect(newest).toContainText(template.name)
  await newest.click()
  await zhike.sheetIsOpen()
  await expect(head(zhike)).toContainText(code)
  const stops = await zhike.stops()
  const shown = stops.flatMap(({ key, shown }) =>
    shown.length === 0 ? [] : [[key, typeof shown === 'string' ? shown : [...shown].sort()] as const],
  )
  const boxed = new Set(stops.filter(({ options }) => options.length > 0).map(({ key }) => key))
  const wanted = [...typed].map(
    ([key, { field, value }]) =>
      [key, boxed.has(key) ? [...optionsIn(value)].sort() : formatValue(field, value)] as const,
  )
  expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(wanted))
}

async function print({ zhike, place, printed }: FormSession, form: SampleForm, record: DumpedRecord) {
  const { code } = form
  await zhike.press('Control+0')
  // The field with the focus draws its own letters over the sheet.
  await head(zhike).getByRole('heading').click()
  await expect.poll(() => zhike.focusedStop()).toBeNull()
  const values = record.values as FormJson
  const grid = gridOf(code, values)
  expect(faultsOfCells(await shownCells(zhike), grid)).toEqual([])
  const letters = await shownLetters(zhike)

  const path = join(place, `${code}.pdf`)
  await zhike.openPreview()
  await zhike.savePdf(path)
  await zhike.press('Escape')
  await expect(zhike.page.getByRole('dialog')).toHaveCount(0)
  const pages = await pdfOf(path)
  expect(faultsOfPdf(pages, grid, form, values)).toEqual([])
  expect(letters).toEqual(pages.map(({ texts }) => lettersOf(texts.map(({ text }) => text))))
  const sample = await pdfOf(await printed(code))
  const number = form.serial === undefined ? null : form.values.fields[form.serial]
  expect(pages.map(drawnBut(record.number))).toEqual(sample.map(drawnBut(number)))
}

/** Every letter that is drawn on each sheet, in an order of their own: runs are cut differently on screen and paper. */
const shownLetters = async ({ page }: Zhike): Promise<readonly string[]> => {
  const pages = await page
    .locator('[data-page]')
    .evaluateAll((sheets) =>
      sheets.map((sheet) => [...sheet.querySelectorAll('text')].map((run) => run.textContent)),
    )
  return pages.map(lettersOf)
}

const lettersOf = (texts: readonly (string | null)[]): string =>
  Array.from(squeezed(texts.join('')))
    .sort()
    .join('')

/** What is drawn where, to a hundredth of a millimetre; the number, which 登记 gives, left out. */
const drawnBut = (number: unknown) => (page: DrawnPage) => ({
  texts: page.texts
    .filter(({ text }) => text !== number)
    .map(
      ({ text, x, baseline, size }) => `${text} ${x.toFixed(2)},${baseline.toFixed(2)} ${size.toFixed(1)}`,
    ),
  strokes: page.strokes.map(({ x1, y1, x2, y2 }) => [x1, y1, x2, y2].map((mm) => mm.toFixed(2)).join()),
})

async function exportToExcel({ zhike, place }: FormSession, form: SampleForm): Promise<void> {
  const path = join(place, `${form.code}.xlsx`)
  await zhike.willSaveTo(path)
  const { page } = zhike
  const ticks = await page.locator('[data-stop] [aria-checked=true]').count()
  await page.getByRole('button', { name: '更多' }).click()
  await page.getByRole('menuitem', { name: '导出 Excel…' }).click()
  await zhike.notice(path).waitFor()
  expect(faultsOfExcel(path, form, ticks)).toEqual([])
}
