import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { profileFolder } from '../../main/start/profile'
import { launch } from './support/launch'
import { pageIsThere, Zhike } from './support/zhike'

test('the window opens and shows something', async () => {
  const { window, close } = await launch()
  await expect(window.locator('#root')).not.toBeEmpty()
  await close()
})

test('a click on the rail and keys in the search box take effect from the first moment of the frame', async () => {
  const zhike = await Zhike.startFresh()
  const { page, running } = zhike
  const kept = join(profileFolder(running.profile, running.dataFolder), 'frame.json')
  await expect.poll(() => existsSync(kept)).toBe(true)
  await page.addInitScript(() => {
    const early = { busy: '' }
    Object.assign(window, { early })
    const observer = new MutationObserver(() => {
      const main = document.querySelector('[data-answers] > main')
      if (!main) return
      observer.disconnect()
      early.busy = main.getAttribute('aria-busy') ?? ''
      document.querySelector<HTMLElement>('nav a[href="#/forms"]')?.click()
      window.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, cancelable: true }))
      // As the browser does it: React hears of a value only where it did not set it itself.
      const box = document.activeElement
      if (!(box instanceof HTMLInputElement)) return
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(box, 'tsdj')
      box.dispatchEvent(new Event('input', { bubbles: true }))
    })
    observer.observe(document, { subtree: true, childList: true, attributes: true })
  })
  await page.reload()
  await pageIsThere(page)
  expect(await page.evaluate(() => Reflect.get(window, 'early') as unknown)).toEqual({ busy: 'true' })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('表单库')
  await expect(page.getByRole('combobox', { name: '搜索' })).toHaveValue('tsdj')
  await expect(page.getByRole('option').first()).toContainText('客户投诉登记表一')
  await zhike.press('End', 'Backspace', 'Backspace', 'Backspace')
  await expect(page.getByRole('combobox', { name: '搜索' })).toHaveValue('t')
  await zhike.close()
})
