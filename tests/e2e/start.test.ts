import { expect, test } from '@playwright/test'
import { launch } from './support/launch'

test('the window opens and shows something', async () => {
  const { window, close } = await launch()
  await expect(window.locator('#root')).not.toBeEmpty()
  await close()
})
