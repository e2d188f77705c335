import type { Page } from '@playwright/test'
import { quantile } from '../harness/spread'

/** Milliseconds between the frames of a window. */
export interface FrameGaps {
  readonly median: number
  readonly p95: number
  readonly longest: number
  /** How many in a hundred took longer than one and a half of what a frame takes here at best. */
  readonly late: number
  readonly all: readonly number[]
}

/** A screen draws sixty times in a second; a slower one shows itself in the quickest half of all frames. */
function lateIn(all: readonly number[]): number {
  const frame = Math.max(1000 / 60, quantile(all, 0.25))
  return (100 * all.filter((gap) => gap > 1.5 * frame).length) / all.length
}

/** Some two seconds of turning the wheel over the list, up and down. */
export async function scrolling(page: Page, over = '[role=grid]'): Promise<FrameGaps> {
  const box = await page.locator(over).boundingBox()
  if (!box) throw new Error(`nothing at ${over}`)
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.evaluate(() => {
    const gaps: number[] = []
    Object.assign(window, { frameGaps: gaps })
    let last = performance.now()
    const tick = () => {
      const now = performance.now()
      gaps.push(now - last)
      last = now
      if (gaps.length < 600) requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
  })
  for (let turn = 0; turn < 40; turn += 1) {
    await page.mouse.wheel(0, turn < 20 ? -900 : 700)
    await page.waitForTimeout(40)
  }
  const all = await page.evaluate(() => (window as unknown as { frameGaps: number[] }).frameGaps)
  const longest = Math.max(...all)
  return { median: quantile(all, 0.5), p95: quantile(all, 0.95), longest, late: lateIn(all), all }
}

/** The same turning over a plain table of finished lines, with no program behind it: what this machine draws at best. */
export async function plainScrolling(page: Page): Promise<FrameGaps> {
  await page.evaluate(() => {
    const list = document.createElement('div')
    list.id = 'beside'
    list.style.cssText = 'position:fixed;inset:0;z-index:99999;overflow:auto;background:#fff;font-size:13px'
    // The program's own policy refuses styles written into markup.
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      '#beside > div { display: flex; height: 36px; border-bottom: 1px solid #ddd } #beside span { flex: 1 }',
    )
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    const cells = Array.from({ length: 10 }, (_, i) => `<span>示例内容 ${String(i)}</span>`)
    list.innerHTML = `<div>${cells.join('')}</div>`.repeat(2000)
    document.body.append(list)
    // From its end, as the register is: at the top there is nothing above to turn to.
    list.scrollTop = list.scrollHeight
  })
  const found = await scrolling(page, '#beside')
  await page.evaluate(() => document.querySelector('#beside')?.remove())
  return found
}
