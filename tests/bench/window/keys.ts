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

/** Milliseconds from Ctrl+S to 已保存 on the screen's page, again and again; the keyboard stands in a text of an open sheet. */
export async function saves(
  page: Page,
  times: number,
  each: () => Promise<unknown>,
): Promise<readonly number[]> {
  const taken: number[] = []
  for (let turn = 0; turn < times; turn += 1) {
    await page.keyboard.press('x')
    await page.locator('header [role=status]:not([data-saved])').waitFor()
    await page.evaluate(() => {
      const saved = new Promise<number>((done, fail) => {
        setTimeout(() => {
          fail(new Error('not saved'))
        }, 60_000)
        window.addEventListener(
          'keydown',
          () => {
            const from = performance.now()
            const observer = new MutationObserver(() => {
              if (document.querySelector('header [data-saved]') === null) return
              observer.disconnect()
              done(performance.now() - from)
            })
            observer.observe(document.body, { subtree: true, childList: true, attributes: true })
          },
          { capture: true, once: true },
        )
      })
      Object.assign(window, { savedAfter: saved })
    })
    await page.keyboard.press('Control+s')
    taken.push(await page.evaluate(() => (window as unknown as { savedAfter: Promise<number> }).savedAfter))
    await each()
  }
  return taken
}
