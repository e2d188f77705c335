import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { removeFolder } from '../support/remove-folder'
import { Zhike } from './support/zhike'

/** The calendar of working days, brought up to date from a file in the settings. */

let place: string
let zhike: Zhike
test.beforeEach(async () => {
  place = mkdtempSync(join(tmpdir(), 'zhike-工作日历 '))
  zhike = await Zhike.startFresh()
})
test.afterEach(async () => {
  await zhike.close()
  removeFolder(place)
})

async function pressInSettings(name: string): Promise<void> {
  await zhike.tabTo(zhike.page.getByRole('button', { name }))
  await zhike.press('Enter')
}

async function openSettings(): Promise<void> {
  await zhike.goTo('/settings')
  await zhike.page.getByRole('region', { name: '工作日历' }).waitFor()
}

/** The first Saturday of February. */
function saturdayOf(year: number): string {
  const first = new Date(Date.UTC(year, 1, 1)).getUTCDay()
  return `${String(year)}-02-0${String(7 - first)}`
}

test('a file extends the calendar over the next year, a wrong one is refused and the example shows the way', async () => {
  await openSettings()
  const section = zhike.page.getByRole('region', { name: '工作日历' })
  const reach = section.getByText(/法定节假日数据到 \d+年12月31日/)
  await expect(reach).toBeVisible()
  const known = Number(/到 (\d+)年/.exec((await reach.textContent()) ?? '')?.[1])
  const year = known + 1

  // The example is a whole file: written over with the next year's days it is what is asked for.
  const example = join(place, '示例.json')
  await zhike.willSaveTo(example)
  await pressInSettings('文件格式…')
  await pressInSettings('保存示例…')
  await expect(zhike.notice('示例已保存')).toBeVisible()
  await zhike.press('Escape')
  const written = JSON.parse(readFileSync(example, 'utf8')) as { years: readonly { year: number }[] }
  expect(written.years.map((each) => each.year)).toEqual([known])

  const from = `${String(year)}-01-01`
  const fileOf = (day: string) =>
    JSON.stringify({
      ...written,
      years: [{ year, holidays: [{ name: '元旦', from }], makeUpWorkdays: [{ name: '春节', day }] }],
    })
  const wrong = join(place, '写错了.json')
  writeFileSync(wrong, fileOf(from))
  await zhike.willOpen(wrong)
  await pressInSettings('从文件更新…')
  const alert = section.getByRole('alert')
  await expect(alert).toContainText(`${String(year)} 年 makeUpWorkdays：${String(year)}年1月1日 出现了两次`)
  await expect(alert).toContainText('没有更新任何内容')
  await expect(reach).toContainText(`到 ${String(known)}年`)

  const right = join(place, '放假安排.json')
  writeFileSync(right, fileOf(saturdayOf(year)))
  await zhike.willOpen(right)
  await pressInSettings('从文件更新…')
  await expect(reach).toContainText(`到 ${String(year)}年12月31日`)
  await expect(alert).toHaveCount(0)
  await expect(section.getByRole('list', { name: '放假' })).toContainText(`${String(year)}年1月1日`)
  await expect(section.getByRole('list', { name: '调休上班' })).toContainText(`${String(year)}年2月`)

  zhike = await zhike.restart()
  await openSettings()
  await expect(zhike.page.getByText(new RegExp(`法定节假日数据到 ${String(year)}年`))).toBeVisible()
})
