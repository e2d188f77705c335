import { join } from 'node:path'
import { expect } from '@playwright/test'
import { callIn } from '../../e2e/support/call'
import { launch } from '../../e2e/support/launch'
import type { Zhike } from '../../e2e/support/zhike'
import { pace } from '../harness/contest'
import type { BenchContext, Group } from '../harness/group'
import { contestRow, type Measured, type Row } from '../harness/row'
import { formOf, DENSE_FORM, manySheets } from '../peers/sheets'
import { plainScrolling, scrolling, type FrameGaps } from '../window/frames'
import { searchTimes } from '../window/keys'
import { largeHome, LONG_MS, opened } from '../window/large-home'
import { canMeasureMemory, memoryOf } from '../window/memory'
import { jumps, offsetPages } from '../window/register'
import { withDisplay } from '../window/with-display'

async function measure(context: BenchContext): Promise<readonly Row[]> {
  const records = context.quick ? 1000 : 100_000
  const button = canMeasureMemory ? await buttonMemory(context) : NaN
  const zhike = await opened(await largeHome(context, records, join(context.scratch, 'large')))
  const size = records.toLocaleString('en')
  const row = (figure: Omit<Measured, 'size' | 'unit'> & { readonly unit?: Measured['unit'] }): Row =>
    contestRow({ unit: 'ms', ...figure, size }, pace())
  try {
    return [
      ...(await searching(zhike, context.quick)).map(row),
      ...(await register(zhike, records, context)).map(row),
      ...(canMeasureMemory ? await memory(zhike, button, context) : []).map(row),
    ]
  } finally {
    await zhike.close()
  }
}

type Figure = Omit<Measured, 'size'>

async function searching(zhike: Zhike, quick: boolean): Promise<readonly Figure[]> {
  const { page } = zhike
  const option = page.getByRole('option').first()
  const from = performance.now()
  await zhike.press('Control+k')
  await page.keyboard.type('漏水')
  await option.waitFor({ timeout: LONG_MS })
  const ready = performance.now() - from
  await page.keyboard.type(' 更')
  await page.waitForTimeout(500)
  const turns = Array.from({ length: quick ? 3 : 15 }, () => ['换', 'Backspace', '修', 'Backspace'])
  const { found, shown } = await searchTimes(page, turns.flat())
  await zhike.press('Escape')
  return [
    {
      id: 'search-ready',
      title: 'the first search after a start, lists loaded for it: keys typed to lines shown',
      unit: 'ms',
      own: [ready],
      goals: [{ goal: 'under', most: 300, at: 'median', rank: 'target' }],
    },
    {
      id: 'search',
      title: 'search as typed: from a key to what it finds on the page',
      unit: 'ms',
      own: found,
      goals: [{ goal: 'under', most: 16, at: 'p95', rank: 'target' }],
    },
    { id: 'search-shown', title: 'search as typed: to the frame that shows it', unit: 'ms', own: shown },
  ]
}

async function register(
  zhike: Zhike,
  records: number,
  { quick, say }: BenchContext,
): Promise<readonly Figure[]> {
  const { page } = zhike
  const grid = page.getByRole('grid')
  const drawn = page.locator('[role=grid][data-drawn=true]')
  say('the register')
  const opening = await timeOf(async () => {
    await zhike.press('Alt+3')
    await drawn.waitFor()
  })
  await expect(grid).toHaveAttribute('aria-rowcount', String(records + 1), { timeout: 30_000 })
  const sorting: number[] = []
  for (let turn = 0; turn < (quick ? 2 : 5); turn += 1) {
    const before = await firstLine(zhike)
    sorting.push(
      await timeOf(async () => {
        await page.getByRole('columnheader').nth(3).getByRole('button').first().click()
        await page.waitForFunction(
          (before) => {
            const grid = document.querySelector('[role=grid][data-drawn=true]')
            return grid && grid.querySelector('[aria-rowindex="2"]')?.textContent !== before
          },
          before,
          { timeout: LONG_MS },
        )
      }),
    )
  }
  const jumped = await jumps(page, quick ? 10 : 60)
  const byOffset = await offsetPages(page, quick ? 5 : 20, records)
  const own: FrameGaps[] = []
  const plain: FrameGaps[] = []
  for (let round = 0; round < (quick ? 1 : 5); round += 1) {
    const turns = [
      async () => own.push(await scrolling(page)),
      async () => plain.push(await plainScrolling(page)),
    ]
    for (const turn of round % 2 === 0 ? turns : turns.reverse()) await turn()
  }
  const filtering = await timeOf(async () => {
    await page.getByRole('textbox', { name: /编号/ }).first().fill('漏水')
    await expect(grid).not.toHaveAttribute('aria-rowcount', String(records + 1), { timeout: 30_000 })
    await drawn.waitFor()
  })
  await page.getByRole('textbox', { name: /编号/ }).first().fill('')
  return [
    { id: 'register-open', title: 'the register of all forms opened', unit: 'ms', own: [opening] },
    { id: 'register-sort', title: 'sorted by another column', unit: 'ms', own: sorting },
    { id: 'register-filter', title: 'filtered by a word', unit: 'ms', own: [filtering] },
    {
      id: 'register-jump',
      title: 'a page anywhere: from the scroll to its lines on the page',
      unit: 'ms',
      own: jumped,
      beside: { 'offset paging': byOffset },
      goals: [{ goal: 'under', most: 15, at: 'p95', rank: 'must' }],
    },
    {
      id: 'register-frames',
      title: 'a frame while the register is scrolled, the slowest but five of a hundred',
      unit: 'ms',
      own: own.map(({ p95 }) => p95),
      beside: { 'plain table': plain.map(({ p95 }) => p95) },
      goals: [{ goal: 'times', than: 'plain table', most: 1.1, rank: 'must' }],
    },
    {
      id: 'register-late',
      title: 'frames that come late while the register is scrolled',
      unit: '%',
      own: own.map(({ late }) => late),
      beside: { 'plain table': plain.map(({ late }) => late) },
      goals: [{ goal: 'more', than: 'plain table', most: 1, at: 'median', rank: 'must' }],
    },
  ]
}

const firstLine = (zhike: Zhike): Promise<string | null> =>
  zhike.page.locator('[role=grid] [aria-rowindex="2"]').textContent()

async function memory(zhike: Zhike, button: number, context: BenchContext): Promise<readonly Figure[]> {
  const { page, running } = zhike
  const count = context.quick ? 50 : 1000
  const idle = await memoryOf(running)
  context.say(`${count} forms are printed`)
  for (const sheet of manySheets(formOf(DENSE_FORM), count)) {
    const done = await callIn(page, 'pdf:bytes', { job: 'form', sheets: [sheet] })
    if (!done.ok) throw new Error(JSON.stringify(done.error))
  }
  const after = await memoryOf(running)
  return [
    {
      id: 'memory-idle',
      title: 'memory of all processes, idle, lists and a register open',
      unit: 'MB',
      own: [idle],
      beside: { 'one-button page': [button] },
      goals: [{ goal: 'more', than: 'one-button page', most: 150, at: 'median', rank: 'target' }],
    },
    {
      id: 'memory-printed',
      title: `memory after printing ${count} forms`,
      unit: 'MB',
      own: [after],
      beside: { before: [idle] },
      // The workers keep the parsed fonts.
      goals: [{ goal: 'more', than: 'before', most: 150, at: 'median', rank: 'target' }],
    },
  ]
}

async function buttonMemory({ oneButton, scratch }: BenchContext): Promise<number> {
  const profile = join(scratch, 'one-button')
  const running = await launch({ project: oneButton, profile, dataFolder: null })
  await running.window.locator('button').waitFor()
  const size = await memoryOf(running)
  await running.close()
  return size
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

export const group: Group = {
  name: 'large',
  title: '十万份单据 / a hundred thousand records',
  measure: (context) => withDisplay(() => measure(context)),
}
