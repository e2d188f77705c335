import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import type { Bridge } from '../../shared/ipc/contract'
import { removeFolder } from '../support/remove-folder'
import { sampleOf } from './support/command-line'
import { Zhike } from './support/zhike'

declare const window: Window & { readonly zhike: Bridge }

/** Two programs, each with its own data folder, on one team folder. */

const PASSPHRASE = '示例口令 春江花月夜'

let place: string
let share: string
test.beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'zhike-团队 '))
  share = join(place, '共享')
  mkdirSync(share)
})
test.afterEach(() => {
  removeFolder(place)
})

const homeOf = (name: string) => {
  const folders = { profile: join(place, name), dataFolder: join(place, `${name} 数据`) }
  mkdirSync(folders.dataFolder, { recursive: true })
  return folders
}

const willChoose = (zhike: Zhike, path: string) =>
  zhike.running.app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
  }, path)

async function toTeam({ page }: Zhike): Promise<void> {
  await page.evaluate(() => {
    location.hash = '/team'
  })
  await page.getByRole('button', { name: '关于团队共享目录' }).waitFor()
}

/** 立即同步, and what the head of the window says then. */
async function sync(zhike: Zhike): Promise<void> {
  const done = await zhike.page.evaluate(() => window.zhike.call('team:syncNow', null))
  expect(done).toEqual({ ok: true, value: null })
}

const indicator = ({ page }: Zhike) => page.locator('[data-team]')

async function broken({ page }: Zhike): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

const filesBelow = (dir: string): readonly string[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((name) => join(dir, name))
    .filter((path) => statSync(path).isFile())

/** 新建团队目录, through its three steps; answers the recovery code. */
async function found(zhike: Zhike): Promise<string> {
  const { page } = zhike
  await willChoose(zhike, share)
  await toTeam(zhike)
  await page.getByRole('button', { name: '新建团队目录' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '选择文件夹…' }).click()
  await dialog.getByText('空文件夹，可以用来新建团队。').waitFor()
  await dialog.getByRole('button', { name: '下一步' }).click()
  await dialog.getByLabel(/团队名称/).fill('示例团队')
  await dialog.getByLabel(/这台电脑叫什么/).fill('前台')
  await dialog.getByLabel(/给团队目录加口令/).check()
  await dialog.getByLabel('口令', { exact: true }).fill(PASSPHRASE)
  await dialog.getByLabel('再输一次口令').fill(PASSPHRASE)
  expect(await broken(zhike)).toEqual([])
  await dialog.getByRole('button', { name: '下一步' }).click()
  await dialog.getByRole('button', { name: '新建团队', exact: true }).click()
  const code = page.getByRole('dialog', { name: '恢复码' })
  const shown = await code.locator('[data-recovery-code]').innerText()
  const groups = shown.split(/[\s-]+/).filter((group) => group !== '')
  await code.getByLabel(/最后一组/).fill(groups.at(-1) ?? '')
  await code.getByRole('button', { name: '已收好，完成' }).click()
  return groups.join('-')
}

/** 加入已有团队 from the first page of all; the program ends to start again on the team's data folder. */
async function joinTeam(home: ReturnType<typeof homeOf>, computer: string): Promise<Zhike> {
  const before = await Zhike.start(home)
  const { page, running } = before
  await running.app.evaluate(({ app }) => {
    app.relaunch = () => undefined
  })
  await willChoose(before, share)
  await page.getByRole('button', { name: '加入已有团队…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '选择文件夹…' }).click()
  await dialog.getByText(/团队“示例团队”，已有 \d 台电脑。 有口令保护/).waitFor()
  await dialog.getByLabel('口令').fill('不对的口令')
  await dialog.getByRole('button', { name: '下一步' }).click()
  await dialog.getByLabel(/这台电脑叫什么/).fill(computer)
  await dialog.getByRole('button', { name: '下一步' }).click()
  await dialog.getByRole('button', { name: '加入团队', exact: true }).click()
  await dialog.getByText('口令不对。什么也没有改动。').waitFor()
  await dialog.getByRole('button', { name: '上一步' }).click()
  await dialog.getByRole('button', { name: '上一步' }).click()
  await dialog.getByLabel('口令').fill(PASSPHRASE)
  await dialog.getByRole('button', { name: '下一步' }).click()
  await dialog.getByRole('button', { name: '下一步' }).click()
  const ended = running.app.waitForEvent('close')
  await dialog.getByRole('button', { name: '加入团队', exact: true }).click()
  await ended
  const zhike = await Zhike.start({ ...home, dataFolder: `${home.dataFolder} 示例团队` })
  await zhike.isReady()
  return zhike
}

/** Types into one place of the open sheet and saves. */
async function write(zhike: Zhike, stop: string, text: string): Promise<void> {
  const cell = zhike.page.locator(`[data-stop="${stop}"]`)
  await cell.click()
  await zhike.press('Control+a')
  await zhike.type(text)
  await zhike.save()
}

test('two programs on one folder: founding, joining, a letter, the same cell apart, an attachment, leaving', async () => {
  const a = await Zhike.startFresh(homeOf('甲'))
  let b: Zhike | null = null
  try {
    await found(a)
    await sync(a)
    await expect(indicator(a)).toContainText(/已同步 \d\d:\d\d/)
    expect(await broken(a)).toEqual([])

    b = await joinTeam(homeOf('乙'), '二楼')
    await toTeam(b)
    await expect(indicator(b)).toContainText('等待同意加入')
    await expect(b.page.getByText('这台电脑已请求加入，还没有被同意。')).toBeVisible()
    expect(await broken(b)).toEqual([])

    await toTeam(a)
    await sync(a)
    await expect(indicator(a)).toContainText('需要您处理')
    expect(await broken(a)).toEqual([])
    await a.page.getByRole('button', { name: '同意 二楼 加入' }).click()
    await a.notice('已同意“二楼”加入，字母 B。').waitFor()
    await sync(b)
    await expect(indicator(b)).toContainText(/已同步/)

    // A record that B writes and registers, with a photo of the case.
    const photo = join(place, '现场记录.txt')
    writeFileSync(photo, '示例附件的内容')
    await b.openForm('KHTS-BD-001')
    await b.type('示例客户甲')
    await b.press('Enter')
    await b.save()
    await willChoose(b, photo)
    await b.page.getByRole('button', { name: '附件', exact: true }).click()
    await b.page.getByRole('button', { name: '添加附件…' }).click()
    await expect(b.page.getByRole('list', { name: '附件列表' }).getByRole('listitem')).toHaveCount(1)
    await b.save()
    await sync(b)
    await sync(a)
    await a.openRecord('示例客户甲')
    await a.page.getByRole('button', { name: '附件 1' }).click()
    await a.page.getByRole('button', { name: '查看“现场记录.txt”' }).click()
    await expect(a.page.getByRole('region', { name: '现场记录.txt' })).toContainText('示例附件的内容')
    await a.press('Escape')

    // The same cell, apart: the folder is away.
    renameSync(share, `${share} 拔掉`)
    await write(a, 'reason', '甲说：压缩机不转')
    await write(b, 'reason', '乙说：插座没电')
    const offline = await b.page.evaluate(() => window.zhike.call('team:syncNow', null))
    expect(offline.ok).toBe(false)
    await expect(indicator(b)).toContainText('离线')
    renameSync(`${share} 拔掉`, share)
    await sync(a)
    await sync(b)
    await sync(a)
    await a.page.evaluate(() => {
      location.hash = '/conflicts'
    })
    const both = a.page.getByRole('button', { name: /用“.*：.*”/ })
    await expect(both).toHaveCount(2)
    expect(await broken(a)).toEqual([])
    await a.page.getByRole('button', { name: /用“乙说：插座没电”/ }).click()
    await expect(both).toHaveCount(0)
    await sync(a)
    await sync(b)
    await expect(b.page.locator('[data-stop="reason"]')).toHaveValue('乙说：插座没电')

    // The number bears the letter of the computer that gave it.
    await b.press('Escape', 'Escape')
    await b.openForm('KHTS-BD-001')
    await b.fill(sampleOf('KHTS-BD-001'), true)
    await b.press('Enter')
    await b.notice('已登记').waitFor()
    await expect(b.page.getByText(/-B0001$/).first()).toBeVisible()
    await b.press('Escape', 'Escape')
    await sync(b)

    // Nothing of it can be read in the folder.
    for (const path of filesBelow(share)) {
      const text = readFileSync(path).toString('utf8')
      for (const secret of ['示例客户甲', '压缩机', '插座', '示例附件', '前台', '示例员工'])
        expect(text.includes(secret), `${secret} in ${path}`).toBe(false)
    }

    await toTeam(b)
    await b.page.getByRole('button', { name: '退出团队…' }).click()
    await b.page.getByRole('dialog').getByRole('button', { name: '退出' }).click()
    await b.notice('已退出团队，本机的数据都在。').waitFor()
    await expect(indicator(b)).toHaveCount(0)
  } finally {
    await b?.close()
    await a.close()
  }
})
