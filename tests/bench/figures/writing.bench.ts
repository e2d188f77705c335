import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { Zhike } from '../../e2e/support/zhike'
import { pace } from '../harness/contest'
import type { BenchContext, Group } from '../harness/group'
import { contestRow, type Row } from '../harness/row'
import { formOf } from '../peers/sheets'
import { largeHome, listsReady, opened } from '../window/large-home'
import { keyToScreen } from '../window/keys'
import { LONG_FORM, openDraft, putLongDraft, ROWS } from '../window/long-list-sheet'
import { saving } from '../window/saving'
import { withDisplay } from '../window/with-display'

/** A form with a text to type into. */
const FORM = 'KHTS-BD-001'
const KEYS = Array.from('abcdefghijklmnopqrstuvwxyz')

async function measure(context: BenchContext): Promise<readonly Row[]> {
  const { quick, scratch } = context
  const records = quick ? 1000 : 100_000
  const fresh = await Zhike.startFresh()
  const rows: Row[] = []
  try {
    rows.push(...(await saving(fresh, context, FORM, '0')))
    rows.push(...(await longList(fresh.page, quick)))
  } finally {
    await fresh.close()
  }
  const large = await opened(await largeHome(context, records, join(scratch, 'large')))
  try {
    await listsReady(large)
    rows.push(...(await saving(large, context, FORM, records.toLocaleString('en'))))
  } finally {
    await large.close()
  }
  return [...rows, ...(await firstPdf(quick))]
}

async function longList(page: Page, quick: boolean): Promise<readonly Row[]> {
  const { template } = formOf(LONG_FORM)
  const openings: number[] = []
  const rounds = quick ? 2 : 7
  for (let round = 0; round < rounds; round += 1) {
    await page.evaluate(() => {
      location.hash = '/'
    })
    await page.locator('[data-stop]').first().waitFor({ state: 'detached' })
    openings.push(await openDraft(page, await putLongDraft(page, template, round)))
  }
  await page.locator('[data-stop="items/3/product"]').click()
  const keys = await keyToScreen(page, KEYS.slice(0, quick ? 10 : 26))
  const common = { size: `${ROWS} rows`, unit: 'ms' } as const
  const [first, ...again] = openings
  const row = (id: string, title: string, own: readonly number[], most: number, at: 'median' | 'p95') =>
    contestRow({ ...common, id, title, own, goals: [{ goal: 'under', most, at, rank: 'target' }] }, pace())
  return [
    row(
      'open-long-first',
      'opening a list form, the first sheet of this sitting',
      [first ?? NaN],
      100,
      'median',
    ),
    row('open-long', 'opening a list form again', again, 100, 'median'),
    row('typing-long', 'typing in it, key to screen', keys, 16, 'p95'),
  ]
}

/** Milliseconds for which somebody fills a form in before printing it, at the least. */
const FILLING_MS = 3000

/** From Ctrl+P to a drawn page, once after each start: the fonts are read and parsed for it. */
async function firstPdf(quick: boolean): Promise<readonly Row[]> {
  const filled: number[] = []
  const atOnce: number[] = []
  for (let round = 0; round < (quick ? 1 : 3); round += 1) {
    filled.push(await afterStart(FILLING_MS))
    atOnce.push(await afterStart(0))
  }
  const row = (id: string, title: string, own: readonly number[]) => {
    const goals = [{ goal: 'under', most: 250, at: 'median', rank: 'target' }] as const
    return contestRow({ id, title, unit: 'ms', own, goals }, pace())
  }
  return [
    row('first-pdf', 'the first PDF after a start: Ctrl+P to its drawn page', filled),
    row('first-pdf-at-once', 'the same, pressed as soon as the sheet is there', atOnce),
  ]
}

async function afterStart(filling: number): Promise<number> {
  const zhike = await Zhike.startFresh()
  try {
    await zhike.openForm(FORM)
    await zhike.type('示例')
    await zhike.page.waitForTimeout(filling)
    return await pressToPage(zhike.page)
  } finally {
    await zhike.close()
  }
}

async function pressToPage(page: Page): Promise<number> {
  await page.evaluate(() => {
    const drawn = new Promise<number>((done) => {
      window.addEventListener(
        'keydown',
        () => {
          const from = performance.now()
          const look = () => {
            if (document.querySelector('[role=dialog] canvas[data-drawn=true]'))
              done(performance.now() - from)
            else requestAnimationFrame(look)
          }
          look()
        },
        { capture: true, once: true },
      )
    })
    Object.assign(window, { drawnAfter: drawn })
  })
  await page.keyboard.press('Control+p')
  return page.evaluate(() => (window as unknown as { drawnAfter: Promise<number> }).drawnAfter)
}

export const group: Group = {
  name: 'writing',
  title: '填写与保存 / filling in and saving',
  measure: (context) => withDisplay(() => measure(context)),
}
