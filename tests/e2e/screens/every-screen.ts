import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@playwright/test'
import { choose, fillSome, screens } from '../support/screens'
import { exampleFirm, Zhike } from '../support/zhike'

const out = join(import.meta.dirname, '../../../out/screens')
const languages = ['zh-CN', 'en'] as const
const themes = ['light', 'dark'] as const
const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const

for (const { width, height } of sizes) {
  test(`every screen at ${String(width)} × ${String(height)}`, async () => {
    mkdirSync(out, { recursive: true })
    const zhike = await Zhike.start()
    const picture = async (name: string) => {
      await zhike.page.waitForTimeout(250)
      await zhike.page.screenshot({ path: join(out, `${name}-${String(width)}.png`) })
    }
    try {
      await zhike.running.app.evaluate(
        ({ BrowserWindow }, size) => {
          BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height)
          BrowserWindow.getAllWindows()[0]?.setPosition(0, 0)
        },
        { width, height },
      )
      await zhike.page.getByLabel(/单位名称/).waitFor()
      await picture('first-run-zh-CN-light')
      await zhike.fillFirstRun(exampleFirm)
      await picture('workbench-empty-zh-CN-light')
      await fillSome(zhike)
      for (const language of languages) {
        for (const theme of themes) {
          await choose(zhike, language, theme)
          for (const screen of screens) {
            await screen.show(zhike)
            await picture(`${screen.name}-${language}-${theme}`)
            await screen.leave?.(zhike)
          }
        }
      }
    } finally {
      await zhike.close()
    }
  })
}
