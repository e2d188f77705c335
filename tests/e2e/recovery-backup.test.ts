import {
  copyFileSync,
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
import { prepare, RECORDS } from './support/prepared'
import { Trial } from './support/trial'

/** A backup is made and restored as a person does it, in the settings. */

let trial: Trial
test.beforeEach(async () => {
  trial = new Trial()
  await prepare(trial, 'shown')
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
  await pressInSettings('另存一份备份…')
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

const damages = [
  {
    damage: 'cut short',
    harm: (path: string) => {
      truncateSync(path, Math.floor(statSync(path).size * 0.7))
    },
  },
  {
    damage: 'with a bit flipped',
    harm: (path: string) => {
      const bytes = readFileSync(path)
      const at = Math.floor(bytes.length * 0.4)
      bytes[at] = (bytes[at] ?? 0) ^ 0x10
      writeFileSync(path, bytes)
    },
  },
] as const

test('a damaged backup, or a folder with other things in it, is refused, and neither folder changes; a whole one is taken after', async () => {
  const archive = join(trial.place, '备份.zip')
  const target = join(trial.place, '恢复')
  await makeBackup(archive)
  for (const { damage, harm } of damages) {
    await test.step(damage, async () => {
      const damaged = join(trial.place, `${damage}.zip`)
      copyFileSync(archive, damaged)
      harm(damaged)
      await restore(damaged, target)
      await expect(trial.zhike.page.getByRole('alert').filter({ hasText: damaged })).toBeVisible()
      expect(filesBelow(target)).toEqual([])
      await trial.agrees()
      expect(trial.dumped()).toHaveLength(RECORDS)
    })
  }
  await test.step('other things', async () => {
    const photos = join(trial.place, '照片')
    mkdirSync(photos)
    writeFileSync(join(photos, '照片.txt'), 'x')
    await restore(archive, photos)
    const refused = trial.zhike.page.getByRole('alert').filter({ hasText: '不是空文件夹，没有恢复' })
    await expect(refused).toBeVisible()
    expect(filesBelow(photos)).toEqual(['照片.txt'])
  })
  // The whole one into the folder that the damaged ones were refused for.
  const ended = trial.zhike.running.app.waitForEvent('close')
  await restore(archive, target)
  await ended
  expect(recordsOf(target)).toHaveLength(RECORDS)
})

/** Names of the files in a folder and below it; none when it is not there. Empty folders do not count. */
function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
}
