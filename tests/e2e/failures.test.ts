import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { SmallDisk } from './support/small-disk'
import { prepare, RECORDS } from './support/prepared'
import { Trial } from './support/trial'
import { Zhike } from './support/zhike'
import { removeFolder } from '../support/remove-folder'

/** What a computer can refuse: the person is told what happened, nothing is lost, and the same deed works later. */

let trial: Trial
let disk: SmallDisk | null
test.beforeEach(() => {
  trial = new Trial()
  disk = null
})
test.afterEach(async () => {
  await trial.stop().catch(() => trial.kill())
  disk?.unmount()
  await trial.end()
})

/** A small disk at this place, or the test is skipped with the reason. */
function smallDisk(path: string, megabytes: number): SmallDisk {
  disk = SmallDisk.mount(path, megabytes)
  test.skip(disk === null, 'mounting a small disk needs root on Linux')
  if (disk === null) throw new Error('no disk')
  return disk
}

const warning = (text: string | RegExp) =>
  trial.zhike.page.getByRole('alert').filter({ hasText: text }).first()

/** More than the rest of a file's last block holds: a short save fits in there, however full the disk is. */
const LONG = '送修后第三天再次不制冷。'.repeat(150)

test('a full disk: saving says so, what was typed stays, and is saved when there is room again', async () => {
  const full = smallDisk(trial.dataFolder, 4)
  await prepare(trial, 'firm')
  const zhike = await trial.startReady()
  await zhike.openForm('KHTS-BD-001')
  await zhike.type('示例客户甲')
  await zhike.press('Enter')
  await zhike.save()
  await zhike.press('Enter', 'Enter', 'Enter')
  await expect.poll(() => zhike.focusedStop()).toBe('reason')
  full.fill()
  await zhike.page.keyboard.insertText(LONG)
  await zhike.press('Enter', 'Control+s')
  await expect(warning('磁盘已满')).toBeVisible()
  await expect(warning('请腾出磁盘空间')).toBeVisible()
  await expect(zhike.page.locator('header').last()).not.toContainText('正在保存')
  await expect(zhike.page.locator('header [data-saved]')).toHaveCount(0)
  await expect(zhike.page.locator('textarea[data-stop=reason]')).toHaveValue(LONG)
  expect(trial.dumped().map(({ values }) => values['reason'])).toEqual([undefined])

  full.free()
  await zhike.save()
  expect(trial.dumped().map(({ values }) => values['reason'])).toEqual([LONG])
  await trial.agrees()
  await trial.stop()
  await trial.startReady()
  await trial.agrees()
  expect(trial.verified()).toMatchObject({ code: 0 })
})

test('a disk that is full at the start opens with every record, and saves when there is room again @long', async () => {
  const full = smallDisk(trial.dataFolder, 4)
  await prepare(trial, 'written')
  full.fill()
  await trial.startReady()
  await trial.agrees()
  const { zhike } = trial
  await zhike.openForm('KHTS-BD-001')
  await zhike.type('示例客户甲')
  await zhike.press('Enter', 'Enter', 'Enter', 'Enter')
  await expect.poll(() => zhike.focusedStop()).toBe('reason')
  await zhike.page.keyboard.insertText(LONG)
  await zhike.press('Enter', 'Control+s')
  await expect(warning('磁盘已满')).toBeVisible()
  full.free()
  await zhike.save()
  expect(trial.dumped()).toHaveLength(RECORDS + 1)
  await trial.agrees()
})

test("a full disk under the browser's storage: the save counts, and the list has it at the next start", async () => {
  const full = smallDisk(trial.home, 64)
  await prepare(trial, 'firm')
  await trial.startReady()
  await trial.zhike.openForm('KHTS-BD-001')
  full.fill()
  await trial.zhike.type('示例客户甲')
  await trial.zhike.press('Enter', 'Control+s')
  await expect(trial.zhike.page.locator('header [data-saved]')).toContainText('已保存')
  expect(trial.dumped()).toHaveLength(1)
  await trial.kill()
  full.free()
  await trial.startReady()
  await trial.agrees()
})

test('a data folder on a disk that may not be written to is opened for reading, and says so', async () => {
  const locked = smallDisk(trial.dataFolder, 4)
  await prepare(trial, 'written')
  locked.remount('ro')
  const { page } = await trial.startReady()
  await expect(page.getByText('只读：可以查看和打印，不能修改')).toBeVisible()
  await trial.agrees()
  await trial.zhike.openRecord('0002')
  await expect(page.locator('textarea[data-stop=customer]')).toHaveAttribute('readonly', '')
  await trial.zhike.openPreview()
  await trial.zhike.savePdf(join(trial.place, '只读.pdf'))
  expect(readFileSync(join(trial.place, '只读.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
  await trial.stop()
  locked.remount('rw')
  await trial.startReady()
  await expect(trial.zhike.page.getByText('只读：可以查看和打印，不能修改')).toHaveCount(0)
})

test('a PDF that cannot be written says why in the preview, and is written elsewhere', async () => {
  await prepare(trial, 'firm')
  await trial.startReady()
  await trial.zhike.openForm('KHTS-BD-001')
  await trial.zhike.openPreview()
  const taken = join(trial.place, '已有的文件夹.pdf')
  mkdirSync(join(taken, '里面'), { recursive: true })
  const disk = smallDisk(join(trial.place, 'stick'), 1)
  disk.fill()
  for (const [target, message] of [
    [join(trial.place, 'gone', 'a.pdf'), '找不到'],
    [join(disk.path, 'a.pdf'), '磁盘已满'],
    [taken, taken],
  ] as const) {
    await trial.zhike.willSaveTo(target)
    await trial.zhike.press('Control+s')
    await expect(warning(message)).toBeVisible()
    await expect(warning(message)).toContainText('已保存的内容都在')
  }
  expect(readdirSync(taken)).toEqual(['里面'])
  expect(readdirSync(disk.path)).toEqual(['filler.tmp'])
  await trial.zhike.savePdf(join(trial.place, 'a.pdf'))
})

test('a missing font file: printing says so, filling and saving go on', async () => {
  const copy = mkdtempSync(join(tmpdir(), 'zhike-程序 '))
  try {
    const project = join(import.meta.dirname, '../..')
    cpSync(join(project, 'package.json'), join(copy, 'package.json'))
    for (const part of ['main', 'preload', 'renderer', 'fonts']) {
      cpSync(join(project, 'out', part), join(copy, 'out', part), { recursive: true })
    }
    renameSync(join(copy, 'out/fonts/serif.ttf'), join(copy, 'out/fonts/moved.ttf'))
    await prepare(trial, 'firm')
    const zhike = await trial.start({ project: copy })
    await zhike.isReady()
    await zhike.openForm('KHTS-BD-001')
    await zhike.type('示例客户甲')
    await zhike.press('Enter')
    await zhike.save()
    await zhike.press('Control+p')
    const message = zhike.page.getByRole('dialog').getByRole('alert')
    await expect(message).toContainText('字体文件不见了')
    await expect(message).toContainText('serif.ttf')
    await expect(message).toContainText('单据都已保存')
    await zhike.press('Escape')
    expect(trial.dumped()).toHaveLength(1)

    renameSync(join(copy, 'out/fonts/moved.ttf'), join(copy, 'out/fonts/serif.ttf'))
    await zhike.openPreview()
  } finally {
    await trial.stop()
    removeFolder(copy)
  }
})

test('a data folder on a stick that is not there is waited for; plugged in, everything is as before', async () => {
  await prepare(trial, 'written')
  writeFileSync(join(trial.home, 'location.json'), JSON.stringify({ v: 1, path: trial.dataFolder }))
  const away = join(trial.place, 'away')
  renameSync(trial.dataFolder, away)
  const { page } = await trial.start({ dataFolder: null })
  await expect(warning(`找不到上次使用的数据目录“${trial.dataFolder}”`)).toBeVisible()
  await expect(warning('没有新建空目录来代替它')).toBeVisible()
  await expect(page.getByRole('button', { name: '重试' })).toBeFocused()
  await trial.zhike.press('Enter')
  await expect(warning('请接上 U 盘')).toBeVisible()

  renameSync(away, trial.dataFolder)
  await trial.zhike.tabTo(page.getByRole('button', { name: '重试' }))
  await trial.zhike.press('Enter')
  await trial.zhike.isReady()
  await trial.agrees()
  expect(trial.dumped()).toHaveLength(RECORDS)
})

test('a data folder of a newer program is shown, explained and not touched', async () => {
  await prepare(trial, 'written')
  const mark = join(trial.dataFolder, 'zhike.json')
  writeFileSync(mark, JSON.stringify({ ...(JSON.parse(readFileSync(mark, 'utf8')) as object), format: 2 }))
  const before = everyByte(trial.dataFolder)
  const { page } = await trial.startReady()
  await trial.told('较新版本的知客写的（格式 2）')
  await expect(page.getByText('只读：可以查看和打印，不能修改')).toBeVisible()
  await trial.agrees()
  await trial.zhike.openRecord('0002')
  await expect(page.locator('textarea[data-stop=customer]')).toHaveAttribute('readonly', '')
  await trial.stop()
  expect(everyByte(trial.dataFolder)).toEqual(before)
})

test('a data folder that two computers have open at once keeps what both save', async () => {
  await prepare(trial, 'firm')
  const first = await trial.startReady()
  const other = await Zhike.start({ profile: join(trial.place, 'other'), dataFolder: trial.dataFolder })
  try {
    await other.isReady()
    for (const [zhike, customer] of [
      [first, '示例客户甲'],
      [other, '示例客户乙'],
    ] as const) {
      await zhike.openForm('KHTS-BD-001')
      await zhike.type(customer)
      await zhike.press('Enter')
      await zhike.save()
    }
    expect(trial.dumped()).toHaveLength(2)
  } finally {
    await other.running.app.close()
  }
  await trial.stop()
  await trial.startReady()
  await trial.told('工作副本落后 1 次变更')
  await trial.agrees()
  expect(trial.dumped()).toHaveLength(2)
  expect(trial.verified()).toMatchObject({ code: 0 })
})

/** Path and content of every file of a folder. */
function everyByte(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => `${path} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`)
    .sort()
}
