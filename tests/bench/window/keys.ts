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

/** Milliseconds from each key in the search box. */
export interface SearchTimes {
  /** Until what it finds stands on the page; what a frame takes to be drawn comes on top. */
  readonly found: readonly number[]
  /** Until the frame that shows it. */
  readonly shown: readonly number[]
}

/** Keys typed into the search box that is open: each is waited for until the lines under the box answer what stands in it. */
export async function searchTimes(page: Page, keys: readonly string[]): Promise<SearchTimes> {
  await page.evaluate(() => {
    const finder = document.querySelector<HTMLElement>('[data-anchor=finder]')
    const box = finder?.querySelector('input')
    if (!finder || !box) throw new Error('no search box')
    const found: number[] = []
    const shown: number[] = []
    let from = 0
    const onKey = () => {
      if (from === 0) from = performance.now()
    }
    const look = () => {
      if (from === 0 || finder.dataset['answers'] !== box.value) return
      const began = from
      from = 0
      found.push(performance.now() - began)
      requestAnimationFrame(() => {
        const channel = new MessageChannel()
        channel.port1.onmessage = () => shown.push(performance.now() - began)
        channel.port2.postMessage(null)
      })
    }
    const observer = new MutationObserver(look)
    observer.observe(finder, { attributes: true, attributeFilter: ['data-answers'] })
    const types = ['keydown', 'beforeinput'] as const
    for (const type of types) box.addEventListener(type, onKey, true)
    const end = () => {
      observer.disconnect()
      for (const type of types) box.removeEventListener(type, onKey, true)
    }
    Object.assign(window, { searchTimes: { found, shown, end } })
  })
  for (const key of keys) {
    if (key.length > 1) await page.keyboard.press(key)
    else await page.keyboard.insertText(key)
    await page.waitForTimeout(100)
  }
  return page.evaluate(() => {
    const { found, shown, end } = (window as unknown as { searchTimes: SearchTimes & { end: () => void } })
      .searchTimes
    end()
    return { found, shown }
  })
}
