import { expect, test } from '@playwright/test'
import { keyToScreen } from '../bench/window/keys'
import { LONG_FORM, openDraft, putLongDraft, ROWS } from '../bench/window/long-list-sheet'
import { paperForm } from './support/agreement'
import { Zhike } from './support/zhike'

test(
  'a list of 200 rows opens, takes typing, and leads the keyboard over its pages, drawing only those in view',
  { tag: '@long' },
  async () => {
    test.setTimeout(300_000)
    const zhike = await Zhike.startFresh()
    const { page } = zhike
    const stop = (row: number, column: string) => page.locator(`[data-stop="items/${String(row)}/${column}"]`)
    await openDraft(page, await putLongDraft(page, paperForm(LONG_FORM).template))
    await stop(3, 'product').click()
    await keyToScreen(page, Array.from('abcdefghijklmnop'))
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
