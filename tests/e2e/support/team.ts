import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Locator } from '@playwright/test'
import type { Bridge } from '../../../shared/ipc/contract'
import { removeFolder } from '../../support/remove-folder'
import { pageIsThere, Zhike } from './zhike'

declare const window: Window & { readonly zhike: Bridge }

const PASSPHRASE = '示例口令 春江花月夜'

/** Milliseconds that a computer which joins a large team may take; no test is about speed. */
const LONG_MS = 600_000

/** Where the folders of one computer are. */
interface Home {
  readonly profile: string
  readonly dataFolder: string
}

/** A place of its own for several programs and the folder that they share. */
export class TeamPlace {
  readonly path = mkdtempSync(join(tmpdir(), 'zhike-团队 '))
  readonly share = join(this.path, '共享')

  constructor() {
    mkdirSync(this.share)
  }

  homeOf(name: string): Home {
    const folders = { profile: join(this.path, name), dataFolder: join(this.path, `${name} 数据`) }
    mkdirSync(folders.dataFolder, { recursive: true })
    return folders
  }

  remove(): void {
    removeFolder(this.path)
  }
}

export const willChoose = (zhike: Zhike, path: string) =>
  zhike.running.app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
  }, path)

export async function toTeam({ page }: Zhike): Promise<void> {
  await page.evaluate(() => {
    location.hash = '/team'
  })
  await page.getByRole('button', { name: '关于团队共享目录' }).waitFor()
}

/** 立即同步, until it has been done. */
export async function sync(zhike: Zhike): Promise<void> {
  const done = await zhike.page.evaluate(() => window.zhike.call('team:syncNow', null))
  expect(done).toEqual({ ok: true, value: null })
}

/** What the head of the window says of the team. */
export const indicator = ({ page }: Zhike): Locator => page.locator('[data-team]')

export async function broken({ page }: Zhike): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

/** 新建团队目录, through its three steps; answers the recovery code. */
export async function found(zhike: Zhike, share: string): Promise<string> {
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

/**
 * 加入已有团队 from the first page of all; the program ends to start again on the team's data folder. `onLastClick`: everything
 * is said and typed, and the program begins.
 */
export async function joinTeam(
  home: Home,
  share: string,
  computer: string,
  onLastClick: () => void = () => undefined,
): Promise<Zhike> {
  const before = await Zhike.start(home)
  const { page, running } = before
  await running.app.evaluate(({ app }) => {
    app.relaunch = () => undefined
  })
  // The folder around it is chosen, as people do.
  await willChoose(before, dirname(share))
  await page.getByRole('button', { name: '加入已有团队…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '选择文件夹…' }).click()
  await dialog.getByRole('button', { name: '就用它' }).click()
  await dialog.getByText(/团队“示例团队”，已有 \d 台电脑。 有口令保护/).waitFor()
  await dialog.getByLabel('口令').fill('不对的口令')
  await dialog.getByRole('button', { name: '下一步' }).click()
  await dialog.getByText('口令不对。什么也没有改动。').waitFor()
  await dialog.getByLabel('口令').fill(PASSPHRASE)
  await dialog.getByRole('button', { name: '下一步' }).click()
  await dialog.getByLabel(/这台电脑叫什么/).fill(computer)
  await dialog.getByRole('button', { name: '下一步' }).click()
  const ended = running.app.waitForEvent('close', { timeout: LONG_MS })
  onLastClick()
  await dialog.getByRole('button', { name: '加入团队', exact: true }).click()
  await ended
  const zhike = await Zhike.start({ ...home, dataFolder: `${home.dataFolder} 示例团队` })
  await pageIsThere(zhike.page, { timeout: LONG_MS })
  return zhike
}

/** Types into one place of the open sheet and saves. */
export async function write(zhike: Zhike, stop: string, text: string): Promise<void> {
  const cell = zhike.page.locator(`[data-stop="${stop}"]`)
  await cell.click()
  await zhike.press('Control+a')
  await zhike.type(text)
  await zhike.save()
}
