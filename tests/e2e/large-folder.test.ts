import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { templateHash } from '../../shared/forms'
import { removeFolder } from '../support/remove-folder'
import { paperForm } from './support/agreement'
import { besideRebuild } from './support/beside-rebuild'
import { Zhike } from './support/zhike'

const seed = join(import.meta.dirname, '../../scripts/seed.mjs')
/** Fewer for trying the test itself. */
const RECORDS = Number(process.env['ZHIKE_TEST_RECORDS'] ?? 100_000)
/** A list with 200 rows, as long as its form allows. */
const LONG_FORM = 'SHFW-BD-006'
const ROWS = 200

const place = mkdtempSync(join(tmpdir(), 'zhike-large-'))
let zhike: Zhike | undefined
test.afterAll(async () => {
  await zhike?.close().catch(() => undefined)
  removeFolder(place)
})

/** Milliseconds, by what was done: printed at the end, never held against a limit. */
const figures: Record<string, number> = {}

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const from = performance.now()
  const done = await work()
  figures[what] = Math.round(performance.now() - from)
  return done
}

test(
  'a folder of 100,000 records opens, finds, sorts, scrolls and takes typing',
  { tag: '@long' },
  async () => {
    test.setTimeout(1_800_000)
    const options = { dataFolder: join(place, 'data'), profile: join(place, 'profile') }
    await timed('seed', () =>
      Promise.resolve(
        execFileSync(process.execPath, [seed, '--records', String(RECORDS), '--out', options.dataFolder]),
      ),
    )
    const begun = await timed('first opening', () => opened(options))
    const beside = await besideRebuild(begun.page)
    figures['beside: putting the final records, four indexes'] = beside.putting
    figures['beside: reading all lines once'] = beside.reading
    await begun.close()
    zhike = await timed('opening again', () => opened(options))
    const { page } = zhike
    const drawn = page.locator('[role=grid][data-drawn=true]')
    const grid = page.getByRole('grid')
    const option = page.getByRole('option').first()

    await timed('lists ready, first search', async () => {
      await zhike?.press('Control+k')
      await page.keyboard.type('漏水')
      await option.waitFor({ timeout: 120_000 })
    })
    await page.keyboard.type(' 更换')
    await expect(option).toContainText('更换')
    figures['search as typed, key to screen'] = await keyToScreen(page, [
      'Backspace',
      '换',
      'Backspace',
      '换',
    ])
    await zhike.press('Escape')

    await timed('register of all forms', async () => {
      await zhike?.press('Alt+3')
      await drawn.waitFor()
    })
    await expect(grid).toHaveAttribute('aria-rowcount', String(RECORDS + 1))
    await timed('sort by a column', async () => {
      await page.getByRole('columnheader').nth(3).getByRole('button').first().click()
      await drawn.waitFor()
    })
    await grid.focus()
    await timed('jump to the end', async () => {
      await page.keyboard.press('End')
      const last = page.locator(`[role=row][aria-rowindex="${String(RECORDS + 1)}"]`)
      await expect(last).toBeVisible()
      await expect(last).not.toHaveAttribute('aria-busy', 'true')
    })
    Object.assign(figures, await scrolling(page), await besideScrolling(page))
    await timed('filter by a word', async () => {
      await page.getByRole('textbox', { name: /编号/ }).first().fill('漏水')
      await expect(grid).not.toHaveAttribute('aria-rowcount', String(RECORDS + 1))
      await drawn.waitFor()
    })

    await timed('open a list of 200 rows', () => openLongList(page))
    figures['typing in a list of 200 rows, key to screen'] = await keyToScreen(
      page,
      'a b c d e f g h i j k l m n o p'.split(' '),
    )
    await expect(page.locator('*:focus')).toHaveValue(/abcdefghijklmnop/)

    const processes = await zhike.running.app.evaluate(({ app }) =>
      app.getAppMetrics().map(({ type, memory }) => ({ type, kb: memory.workingSetSize })),
    )
    for (const { type, kb } of processes) {
      figures[`memory ${type}, MB`] = (figures[`memory ${type}, MB`] ?? 0) + Math.round(kb / 1024)
    }
    console.info(JSON.stringify(figures, null, 2))
  },
)

async function opened(options: { readonly dataFolder: string; readonly profile: string }): Promise<Zhike> {
  const started = await Zhike.start(options)
  await started.page.getByRole('navigation').first().waitFor({ timeout: 900_000 })
  return started
}

/** The median time from a key to the frame that shows it, in the window itself. */
async function keyToScreen(page: Page, keys: readonly string[]): Promise<number> {
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(window, { keyTimes: times })
    window.addEventListener(
      'keydown',
      () => {
        const from = performance.now()
        requestAnimationFrame(() => {
          const channel = new MessageChannel()
          channel.port1.onmessage = () => times.push(performance.now() - from)
          channel.port2.postMessage(null)
        })
      },
      true,
    )
  })
  for (const key of keys) {
    if (key.length > 1) await page.keyboard.press(key)
    else if (/[a-z]/.test(key)) await page.keyboard.press(key)
    else await page.keyboard.insertText(key)
    await page.waitForTimeout(60)
  }
  const times = await page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes)
  return Math.round(times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN)
}

/** The same turning over a plain table of finished lines, with no program behind it: what this machine draws at best. */
async function besideScrolling(page: Page): Promise<Record<string, number>> {
  await page.evaluate(() => {
    const list = document.createElement('div')
    list.id = 'beside'
    list.style.cssText = 'position:fixed;inset:0;z-index:99999;overflow:auto;background:#fff;font-size:13px'
    const cells = Array.from({ length: 10 }, (_, i) => `<span style="flex:1">示例内容 ${String(i)}</span>`)
    const line = `<div style="display:flex;height:32px;border-bottom:1px solid #ddd">${cells.join('')}</div>`
    list.innerHTML = line.repeat(2000)
    document.body.append(list)
    // From its end, as the register is: at the top there is nothing above to turn to.
    list.scrollTop = list.scrollHeight
  })
  const found = await scrolling(page, '#beside')
  await page.evaluate(() => document.querySelector('#beside')?.remove())
  return Object.fromEntries(Object.entries(found).map(([name, ms]) => [`beside: plain table, ${name}`, ms]))
}

/** Two seconds of turning the wheel: the frames' median, 95th percentile and longest, in milliseconds. */
async function scrolling(page: Page, over = '[role=grid]'): Promise<Record<string, number>> {
  const box = await page.locator(over).boundingBox()
  if (!box) throw new Error('no grid')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.evaluate(() => {
    const frames: number[] = []
    Object.assign(window, { frames })
    let last = performance.now()
    const tick = () => {
      const now = performance.now()
      frames.push(now - last)
      last = now
      if (frames.length < 600) requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
  })
  for (let turn = 0; turn < 40; turn += 1) {
    await page.mouse.wheel(0, turn < 20 ? -900 : 700)
    await page.waitForTimeout(40)
  }
  const frames = await page.evaluate(() => (window as unknown as { frames: number[] }).frames)
  const sorted = frames.sort((a, b) => a - b)
  const at = (share: number) => Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10
  return { 'frame while scrolling, median': at(0.5), 'frame, p95': at(0.95), 'frame, longest': at(0.999) }
}

/** A draft with all its rows, put down as the editor does, and opened; the keyboard stands in a text on its first page. */
async function openLongList(page: Page): Promise<void> {
  const { template } = paperForm(LONG_FORM)
  const rows = template.fields.find((field) => field.type.type === 'rows')
  const columns = rows?.type.type === 'rows' ? rows.type.columns : []
  const text = columns.find((column) => column.type.type === 'text')
  if (!rows || !text) throw new Error('no list of texts')
  const draft = {
    id: '01a20000-0000-7000-8000-000000000001',
    templateHash: templateHash(template),
    templateCode: LONG_FORM,
    values: {
      fields: {},
      matrices: {},
      rows: {
        [rows.key]: Array.from({ length: ROWS }, (_, i) => ({
          id: `row${String(i)}`,
          cells: { [text.key]: `示例${String(i)}` },
        })),
      },
    },
    seen: {},
    savedAt: 1,
  }
  await page.evaluate(
    (put) =>
      (window as unknown as { zhike: { call: (name: string, input: unknown) => unknown } }).zhike.call(
        'draft:put',
        put,
      ),
    draft,
  )
  await page.evaluate((id) => {
    location.hash = `/draft/${id}`
  }, draft.id)
  const cell = page.locator(`[data-stop="${rows.key}/3/${text.key}"]`)
  await cell.waitFor({ state: 'attached' })
  await cell.scrollIntoViewIfNeeded()
  await cell.click()
}
