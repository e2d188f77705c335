import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { steps } from '../../renderer/features/tour/steps'
import { axeFinds } from './support/axe'
import { Zhike } from './support/zhike'

/** Every file below a folder with a hash of its bytes. */
const bytesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => `${path} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`)
    .sort()

/** What this program would be started with beside itself; nothing is started. */
const startsBeside = (zhike: Zhike) =>
  zhike.running.app.evaluate(() => {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- inside the program there is no other way to its modules
    const node = process.mainModule?.require('node:child_process') as { spawn: unknown }
    return new Promise<readonly string[]>((resolve) => {
      node.spawn = (_program: string, args: readonly string[]) => {
        resolve(args)
        const child = {
          once: (event: string, tell: () => void) => event === 'spawn' && tell(),
          unref: () => undefined,
        }
        return child
      }
    })
  })

let real: Zhike
let demo: Zhike | null = null
test.afterEach(async () => {
  await demo?.close()
  await real.close()
})

test('the demo data open beside the real ones, are toured by keyboard and changed, and touch nothing of them', async () => {
  real = await Zhike.startFresh()
  const before = bytesIn(real.running.dataFolder)
  const started = startsBeside(real)
  await real.press('F1')
  await expect(real.page.locator('[data-help=workbench]')).toBeVisible()
  await real.tabTo(real.page.getByRole('button', { name: '打开演示数据' }))
  await real.press('Enter')
  const args = (await started).filter((argument) => argument.startsWith('--demo'))
  expect(args).toEqual(['--demo', `--demo-from=${real.running.dataFolder}`])

  demo = await Zhike.start({ profile: real.running.profile, dataFolder: null, args })
  const { page } = demo
  await demo.isReady()
  const band = page.getByRole('complementary', { name: '演示数据' })
  await expect(band).toContainText('这里的改动不影响真实数据')
  expect(
    await demo.running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle()),
  ).toBe('知客 · 演示数据')
  await expect(page.getByRole('navigation')).toContainText('400')

  await expect(page.getByRole('button', { name: '开始导览' })).toBeFocused()
  expect(await axeFinds(page)).toEqual([])
  await demo.press('Enter')
  for (const { name } of steps) {
    await expect(page.locator(`[data-tour=${name}][data-shown]`)).toBeVisible()
    await demo.press('Alt+ArrowRight')
  }
  await expect(page.locator('[data-tour]')).toHaveCount(0)

  await demo.openForm('KHTS-BD-001')
  await demo.type('示例客户')
  await demo.press('Escape')
  await demo.save()
  await demo.press('F1')
  await expect(page.locator('[data-help=form]')).toBeVisible()
  expect(await axeFinds(page)).toEqual([])
  await demo.press('Escape', 'Alt+5', 'F1')
  await expect(page.locator('[data-help=dues]')).toBeVisible()
  await demo.press('Alt+6')
  await expect(page.locator('[data-help=customers]')).toBeVisible()
  await demo.press('F1')
  await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible()

  expect(bytesIn(real.running.dataFolder)).toEqual(before)
})
