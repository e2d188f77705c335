import type { Page } from '@playwright/test'

/**
 * Milliseconds from each key to the frame that shows what it did, taken in the window itself. `keys`: names of keys, or texts
 * that come whole, as from an input method.
 */
export async function keyToScreen(page: Page, keys: readonly string[]): Promise<readonly number[]> {
  await page.evaluate(() => {
    const times: number[] = []
    let isTaken = false
    const onKey = () => {
      if (isTaken) return
      isTaken = true
      const from = performance.now()
      requestAnimationFrame(() => {
        isTaken = false
        const channel = new MessageChannel()
        channel.port1.onmessage = () => times.push(performance.now() - from)
        channel.port2.postMessage(null)
      })
    }
    // A key and what it puts in count once; a text that comes whole brings no key.
    const types = ['keydown', 'beforeinput'] as const
    for (const type of types) window.addEventListener(type, onKey, true)
    const end = () => {
      for (const type of types) window.removeEventListener(type, onKey, true)
    }
    Object.assign(window, { keyTimes: { times, end } })
  })
  for (const key of keys) {
    if (key.length > 1 || /[a-z]/.test(key)) await page.keyboard.press(key)
    else await page.keyboard.insertText(key)
    await page.waitForTimeout(60)
  }
  return page.evaluate(() => {
    const { times, end } = (window as unknown as { keyTimes: { times: number[]; end: () => void } }).keyTimes
    end()
    return times
  })
}
