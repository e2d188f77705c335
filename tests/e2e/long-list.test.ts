import { expect, test, type Page } from '@playwright/test'
import { templateHash } from '../../shared/forms'
import { longList } from '../support/long-list'
import { paperForm } from './support/agreement'
import { Zhike } from './support/zhike'

/** A list with 200 rows, as long as its form allows: 15 pages with some 2,000 places to fill in. */
const FORM = 'SHFW-BD-006'
const ROWS = 200

test(
  'a list of 200 rows opens, takes typing, and leads the keyboard over its pages, drawing only those in view',
  { tag: '@long' },
  async () => {
    test.setTimeout(300_000)
    const zhike = await Zhike.startFresh()
    const { page } = zhike
    const stop = (row: number, column: string) => page.locator(`[data-stop="items/${String(row)}/${column}"]`)
    await putDraft(page)

    const opening = await opened(page)
    const times = await keyTimes(page, async () => {
      await stop(3, 'product').click()
      for (const key of 'abcdefghijklmnop') await page.keyboard.press(key, { delay: 60 })
    })
    console.info(JSON.stringify({ 'open, ms': opening, 'key to screen, ms': times }))
    await expect(stop(3, 'product')).toHaveValue('示例3abcdefghijklmnop')

    // Out of view nothing is drawn but the page with the keyboard.
    await expect(stop(ROWS - 1, 'product')).toHaveCount(0)
    const desk = page.locator('[data-region]:has(> .zk-desk)')
    await desk.evaluate((element) => {
      element.scrollTop = element.scrollHeight
    })
    await expect(stop(ROWS - 1, 'product')).toBeVisible()
    await expect(stop(100, 'product')).toHaveCount(0)
    await page.keyboard.type('q')
    await expect(stop(3, 'product')).toHaveValue('示例3abcdefghijklmnopq')

    // Enter goes on where the page ends, to the row after.
    await stop(3, 'reason').click()
    for (let row = 4; row <= 40; row += 1) {
      for (let step = 0; (await zhike.focusedStop()) !== `items/${String(row)}/product`; step += 1) {
        if (step > 12) throw new Error(`Enter does not reach row ${String(row)}`)
        await zhike.press('Enter')
      }
    }
    await zhike.save()
    await zhike.close()
  },
)

async function putDraft(page: Page): Promise<void> {
  const { template } = paperForm(FORM)
  const draft = {
    id: '01a20000-0000-7000-8000-000000000001',
    templateHash: templateHash(template),
    templateCode: FORM,
    values: longList(template, ROWS),
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
}

/** Milliseconds from the call to the first frame in which the keyboard stands in the sheet. */
const opened = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((done) => {
        const from = performance.now()
        location.hash = '/draft/01a20000-0000-7000-8000-000000000001'
        const look = () => {
          if (document.activeElement?.closest('[data-stop]'))
            requestAnimationFrame(() => {
              done(Math.round(performance.now() - from))
            })
          else setTimeout(look, 2)
        }
        look()
      }),
  )

/** Median and 95th percentile of the milliseconds from a key to the frame that shows it. */
async function keyTimes(page: Page, type: () => Promise<void>): Promise<{ p50: number; p95: number }> {
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(window, { keyTimes: times })
    const onKey = () => {
      const from = performance.now()
      requestAnimationFrame(() => {
        const channel = new MessageChannel()
        channel.port1.onmessage = () => times.push(performance.now() - from)
        channel.port2.postMessage(null)
      })
    }
    window.addEventListener('keydown', onKey, true)
  })
  await type()
  const times = await page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes)
  const sorted = times.sort((a, b) => a - b)
  const at = (share: number) => Math.round((sorted[Math.floor(sorted.length * share)] ?? NaN) * 10) / 10
  return { p50: at(0.5), p95: at(0.95) }
}
