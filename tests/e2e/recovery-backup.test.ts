import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { recordsOf } from './support/command-line'
import { Trial } from './support/trial'
import { exampleFirm } from './support/zhike'

/** A backup is made and restored as a person does it, in the settings. */

const RECORDS = 6

let trial: Trial
test.beforeEach(async () => {
  trial = new Trial()
  await trial.start()
  await trial.zhike.fillFirstRun(exampleFirm)
  await trial.register(RECORDS)
  await trial.stop()
  await trial.startReady()
})
test.afterEach(() => trial.end())

/** Presses a button of the settings. */
async function pressInSettings(name: string): Promise<void> {
  await trial.zhike.press('Alt+4')
  await trial.zhike.tabTo(trial.zhike.page.getByRole('button', { name }))
  await trial.zhike.press('Enter')
}

async function makeBackup(archive: string): Promise<void> {
  await trial.zhike.willSaveTo(archive)
  await pressInSettings('现在备份…')
  await expect(trial.zhike.page.getByText(`备份完成，已核对：${archive}`)).toBeVisible()
}

/** Asks for this archive to be restored into this folder; the program would start again by itself, which is held back. */
async function restore(archive: string, target: string): Promise<void> {
  await trial.zhike.running.app.evaluate(
    ({ app, dialog }, paths) => {
      const waiting = [...paths]
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [waiting.shift() ?? ''] })
      app.relaunch = () => undefined
    },
    [archive, target],
  )
  await pressInSettings('从备份恢复…')
  const { page } = trial.zhike
  await expect(page.getByRole('dialog')).toContainText('现在的数据目录保持原样')
  await trial.zhike.tabTo(page.getByRole('button', { name: '选择备份文件…' }))
  await trial.zhike.press('Enter')
}

test('a backup restored into an empty folder shows the same records, also those it lacks are still in the old one', async () => {
  const archive = join(trial.place, '备份.zip')
  const target = join(trial.place, '恢复')
  await makeBackup(archive)
  const kept = trial.dumped()
  expect(kept).toHaveLength(RECORDS)
  await trial.zhike.openForm('KHTS-BD-001')
  await trial.zhike.type('示例客户后来')
  await trial.zhike.press('Enter')
  await trial.zhike.save()

  const ended = trial.zhike.running.app.waitForEvent('close')
  await restore(archive, target)
  await ended
  expect(trial.dumped()).toHaveLength(RECORDS + 1)

  const restored = new Trial(target)
  try {
    await restored.startReady()
    expect(restored.dumped()).toEqual(kept)
    await restored.agrees()
    expect(restored.verified()).toMatchObject({ code: 0 })
  } finally {
    await restored.end()
  }
})

for (const [damage, harm] of [
  [
    'cut short',
    (path: string) => {
      truncateSync(path, Math.floor(statSync(path).size * 0.7))
    },
  ],
  [
    'with a bit flipped',
    (path: string) => {
      const bytes = readFileSync(path)
      const at = Math.floor(bytes.length * 0.4)
      bytes[at] = (bytes[at] ?? 0) ^ 0x10
      writeFileSync(path, bytes)
    },
  ],
] as const) {
  test(`a backup ${damage} is refused, and neither folder changes`, async () => {
    const archive = join(trial.place, '备份.zip')
    const target = join(trial.place, '恢复')
    await makeBackup(archive)
    harm(archive)
    await restore(archive, target)
    await expect(trial.zhike.page.getByRole('alert').filter({ hasText: archive })).toBeVisible()
    expect(filesBelow(target)).toEqual([])
    await trial.agrees()
    expect(trial.dumped()).toHaveLength(RECORDS)

    // Another archive, whole, into the same folder.
    const another = join(trial.place, '另一份.zip')
    await makeBackup(another)
    const ended = trial.zhike.running.app.waitForEvent('close')
    await restore(another, target)
    await ended
    expect(recordsOf(target)).toHaveLength(RECORDS)
  })
}

test('a backup is not restored into a folder with other things in it', async () => {
  const archive = join(trial.place, '备份.zip')
  const target = join(trial.place, '照片')
  await makeBackup(archive)
  mkdirSync(target)
  writeFileSync(join(target, '照片.txt'), 'x')
  await restore(archive, target)
  await expect(
    trial.zhike.page.getByRole('alert').filter({ hasText: '不是空文件夹，没有恢复' }),
  ).toBeVisible()
  expect(filesBelow(target)).toEqual(['照片.txt'])
})

/** Names of the files in a folder and below it; none when it is not there. Empty folders do not count. */
function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
}
