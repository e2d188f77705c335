import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from '@playwright/test'
import { prepare, RECORDS } from './support/prepared'
import { broken } from './support/team'
import { Trial } from './support/trial'

/** Backups are encrypted, made, looked into and restored as a person does it, in the settings, by keyboard. */

const PASSPHRASE = '示例 口令 2026'

let trial: Trial
test.beforeEach(async () => {
  trial = new Trial()
  await prepare(trial, 'shown')
  await trial.startReady()
})
test.afterEach(() => trial.end())

/** Reaches a button by keyboard and presses it. */
async function press(name: string): Promise<void> {
  await trial.zhike.tabTo(trial.zhike.page.getByRole('button', { name, exact: true }), 'Tab', 120)
  await trial.zhike.press('Enter')
}

async function pressInSettings(name: string): Promise<void> {
  await trial.zhike.press('Alt+4')
  await press(name)
}

/** The file dialogs answer with these, one after the other; the program, which would start again by itself, only ends. */
const willChoose = (...paths: readonly string[]): Promise<void> =>
  trial.zhike.running.app.evaluate(({ app, dialog }, given) => {
    const waiting = [...given]
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [waiting.shift() ?? ''] })
    app.relaunch = () => undefined
  }, paths)

/** Names of the files in a folder and below it; none when it is not there. Empty folders do not count. */
const filesBelow = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => name)
    : []

test('an encrypted backup shows what comes back, one that was cut short is refused and an older one offered, and the restored folder holds the same records', async () => {
  const { page } = trial.zhike
  const { zhike } = trial
  const dialog = page.getByRole('dialog')
  const backups = join(trial.place, '备份')
  mkdirSync(backups)

  await pressInSettings('设备份口令…')
  await expect(dialog).toContainText('忘记口令谁也打不开')
  await page.getByLabel('口令', { exact: true }).fill(PASSPHRASE)
  await page.getByLabel('再输一次口令').fill(PASSPHRASE)
  await zhike.press('Enter')
  await expect(page.getByText('新做的备份（自动的和另存的）都用口令加密')).toBeVisible()
  await press('试一试口令…')
  await dialog.getByLabel('备份口令').fill(`${PASSPHRASE}x`)
  await zhike.press('Enter')
  await expect(dialog.getByRole('alert')).toContainText('不是这个口令')
  await dialog.getByLabel('备份口令').fill(PASSPHRASE)
  await zhike.press('Enter')
  await expect(dialog.getByRole('status')).toContainText('口令是对的')
  await zhike.press('Escape')

  const archive = join(backups, '备份.zkb')
  await zhike.willSaveTo(archive)
  await pressInSettings('另存一份备份…')
  await expect(page.getByText(`备份完成，已核对：${archive}`)).toBeVisible()
  const kept = trial.dumped()
  expect(kept).toHaveLength(RECORDS)
  await zhike.openForm('KHTS-BD-001')
  await zhike.type('示例客户后来')
  await zhike.press('Enter')
  await zhike.save()

  // Of two that the program made by itself the newer one was cut short.
  const auto = (day: string) => join(backups, `知客自动备份 ${day} 0900 0123abcd-89efcdab.zkb`)
  copyFileSync(archive, auto('2026-11-20'))
  copyFileSync(archive, auto('2026-11-21'))
  truncateSync(auto('2026-11-21'), Math.floor(statSync(archive).size * 0.7))
  const photos = join(trial.place, '照片')
  mkdirSync(photos)
  writeFileSync(join(photos, '照片.txt'), 'x')
  await willChoose(auto('2026-11-21'), photos)
  await pressInSettings('从备份恢复…')
  await expect(dialog).toContainText('现在的数据原样不动')
  expect(await broken(zhike)).toEqual([])
  await press('选择备份文件…')
  await expect(dialog.getByRole('alert')).toContainText('这份备份不能用：加密内容已损坏或不完整')
  await expect(dialog).toContainText('11月20日 09:00')
  await zhike.press('Enter')
  await expect(dialog).toContainText('备份完好，每个文件都核对过')
  await expect(dialog).toContainText(`${RECORDS} 张单据`)
  await expect(dialog).toContainText(/有 \d+ 次变更备份里没有/)
  expect(await broken(zhike)).toEqual([])
  expect(trial.dumped()).toHaveLength(RECORDS + 1)

  // A folder in which something stands gets a new one of its own.
  await press('换个位置…')
  const target = await dialog.getByText(`${photos}/`).innerText()
  expect(dirname(target)).toBe(photos)
  const ended = zhike.running.app.waitForEvent('close')
  await press('恢复并打开')
  await ended
  expect(filesBelow(photos)).toContain('照片.txt')
  expect(trial.dumped()).toHaveLength(RECORDS + 1)

  const first = trial
  const restored = new Trial(target)
  try {
    await restored.startReady()
    expect(restored.dumped()).toEqual(kept)
    await restored.agrees()
    expect(restored.verified()).toMatchObject({ code: 0 })
    // Another computer, another key: the passphrase is asked for, and a wrong one is told.
    trial = restored
    await willChoose(archive)
    await pressInSettings('从备份恢复…')
    await press('选择备份文件…')
    const asked = restored.zhike.page.getByRole('dialog')
    await asked.getByLabel('备份口令').fill('不是这个口令')
    await restored.zhike.press('Enter')
    await expect(asked.getByRole('alert')).toContainText('口令不对')
    await asked.getByLabel('备份口令').fill(PASSPHRASE)
    await restored.zhike.press('Enter')
    await expect(asked).toContainText('没有差别')
  } finally {
    trial = first
    await restored.end()
  }
})
