import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { PNG } from 'pngjs'
import type { Bridge } from '../../shared/ipc/contract'
import { MOST_FILE_BYTES } from '../../shared/store/file-types'
import { readPdf } from '../support/read-pdf'
import { removeFolder } from '../support/remove-folder'
import { paperForm } from './support/agreement'
import { Zhike } from './support/zhike'

declare const window: Window & { readonly zhike: Bridge }

/** Attachments as a person meets them: chosen, pasted, dropped, looked at, printed, and missing. */

let place: string
test.beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'zhike-附件 '))
})
test.afterEach(() => {
  removeFolder(place)
})

function photo(width: number, height: number, red: number): Buffer {
  const png = new PNG({ width, height })
  for (let at = 0; at < png.data.length; at += 4) png.data.set([red, 120, (at / 4) % 255, 255], at)
  return PNG.sync.write(png)
}

/** A PDF of two pages, made by the program itself. */
async function pdf(zhike: Zhike): Promise<Uint8Array> {
  const { template } = paperForm('KHTS-BD-001')
  const bytes = await zhike.page.evaluate(async (template) => {
    const values = { fields: {}, matrices: {}, rows: {} }
    const sheet = { template, values, letterhead: { firm: '示例' }, mode: 'blank', copies: 2 } as const
    const made = await window.zhike.call('pdf:bytes', { job: 'form', sheets: [sheet] })
    return made.ok ? [...made.value.bytes] : []
  }, template)
  return Uint8Array.from(bytes)
}

const willChoose = (zhike: Zhike, paths: readonly string[]) =>
  zhike.running.app.evaluate(({ dialog }, paths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...paths] })
  }, paths)

/** What axe finds wrong; empty when nothing is. */
async function broken(zhike: Zhike): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page: zhike.page }).setLegacyMode().analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

/** Files that are dropped, or pasted, where nobody types. */
const bring = (zhike: Zhike, how: 'drop' | 'paste', name: string, bytes: Uint8Array, type: string) =>
  zhike.page.evaluate(
    ([how, name, bytes, type]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([Uint8Array.from(bytes)], name, { type }))
      const options = { bubbles: true, cancelable: true }
      document.body.dispatchEvent(
        how === 'drop'
          ? new DragEvent('drop', { ...options, dataTransfer: transfer })
          : new ClipboardEvent('paste', { ...options, clipboardData: transfer }),
      )
    },
    [how, name, [...bytes], type] as const,
  )

test('photos, PDFs and files are attached, shown, printed behind the form, and kept by their content', async () => {
  const dataFolder = join(place, '数据')
  mkdirSync(dataFolder)
  let zhike = await Zhike.startFresh({ dataFolder })
  try {
    const files = {
      '现场照片.png': photo(900, 600, 200),
      '检测报告.pdf': await pdf(zhike),
      '合同.docx': Buffer.from('示例'),
      '安装.exe': Buffer.from('MZ'),
      '录像.mp4': Buffer.alloc(MOST_FILE_BYTES + 1),
    }
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(place, name), bytes)
    await zhike.openForm('KHTS-BD-001')
    await zhike.type('示例客户甲')
    await zhike.press('Enter')
    const { page } = zhike
    await zhike.tabTo(page.getByRole('button', { name: '附件', exact: true }), 'Shift+Tab')
    await zhike.press('Enter')
    const list = page.getByRole('list', { name: '附件列表' })
    await willChoose(
      zhike,
      Object.keys(files).map((name) => join(place, name)),
    )
    await page.getByRole('button', { name: '添加附件…' }).press('Enter')
    await expect(list.getByRole('listitem')).toHaveCount(4)
    await expect(page.getByText(/“录像.mp4”有 50.01 MB，超过单个附件 50 MB 的上限/)).toBeVisible()
    await expect(list.locator('img')).toHaveCount(2)

    await bring(zhike, 'paste', 'image.png', photo(300, 300, 90), 'image/png')
    await expect(list.getByText(/^粘贴的图片 .*\.png$/)).toBeVisible()
    await bring(zhike, 'drop', '说明.txt', new TextEncoder().encode('第一行\n第二行'), 'text/plain')
    await expect(list.getByRole('listitem')).toHaveCount(6)
    await expect(page.getByRole('button', { name: '附件 6' })).toBeVisible()
    await expect(page.getByText(/共 6 个/)).toBeVisible()

    expect(await broken(zhike)).toEqual([])

    const view = async (name: string) => {
      await page.getByRole('button', { name: `查看“${name}”` }).press('Enter')
      return page.getByRole('region', { name })
    }
    await expect((await view('现场照片.png')).getByRole('img', { name: '现场照片.png' })).toBeVisible()

    expect(await broken(zhike)).toEqual([])
    await page.getByRole('button', { name: '下一个' }).press('Enter')
    await expect(page.locator('[role=dialog] canvas[data-drawn]').first()).toBeVisible()
    await zhike.press('Escape')
    await expect(await view('说明.txt')).toContainText('第二行')
    await zhike.press('Escape')

    const opened = await zhike.running.app.evaluate(({ shell }) => {
      const paths: string[] = []
      Object.assign(globalThis, { opened: paths })
      shell.openPath = (path) => Promise.resolve(paths.push(path) > 0 ? '' : '')
      return paths
    })
    expect(opened).toEqual([])
    const act = async (name: string, what: string) => {
      await page.getByRole('button', { name: `“${name}”的操作` }).press('Enter')
      await page.getByRole('menuitem', { name: what }).press('Enter')
    }
    await act('安装.exe', '用系统程序打开')
    await expect(page.getByText(/“安装.exe”可能是程序或脚本，知客不直接打开它/)).toBeVisible()
    await act('合同.docx', '用系统程序打开')
    const asked = () =>
      zhike.running.app.evaluate(() => (globalThis as unknown as { opened: readonly string[] }).opened)
    await expect.poll(asked).toHaveLength(1)
    const [copy = ''] = await asked()
    expect(copy).toMatch(/合同\.docx$/)
    expect(copy).not.toContain(dataFolder)
    expect(readFileSync(copy, 'utf8')).toBe('示例')

    await act('安装.exe', '移除')
    await expect(list.getByRole('listitem')).toHaveCount(5)
    await page.getByRole('button', { name: '撤消' }).press('Enter')
    await expect(list.getByRole('listitem')).toHaveCount(6)
    await act('合同.docx', '更名…')
    await page.getByRole('textbox', { name: '文件名' }).fill('维修合同')
    await zhike.press('Enter')
    await expect(list.getByText('维修合同.docx')).toBeVisible()

    await page.getByRole('button', { name: '历史', exact: true }).press('Enter')
    await expect(page.getByText('移除附件 安装.exe')).toBeVisible()
    await expect(page.getByText('附件 合同.docx 更名为 维修合同.docx')).toBeVisible()

    await zhike.press('Control+p')
    const toggle = page.getByRole('button', { name: /^附件一并打印/ })
    const pages = page.locator('[role=dialog] canvas')
    await expect(pages).toHaveCount(1)
    await toggle.press('Enter')
    // The form, two pictures, two pages of the PDF, the list of what is printed elsewhere.
    await expect(pages).toHaveCount(6)
    const target = join(place, '打印.pdf')
    await zhike.running.app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
    }, target)
    await zhike.press('Control+s')
    await expect(page.getByText(`已存为 ${target}`)).toBeVisible()
    const printed = await readPdf(new Uint8Array(readFileSync(target)))
    const textOf = (at: number) => (printed.pages.at(at)?.texts ?? []).map(({ text }) => text).join('')
    expect(printed.pages).toHaveLength(6)
    expect(textOf(1)).toContain('现场照片.png')
    expect(textOf(3)).toContain('检测报告.pdf · 第 2 页 共 2 页')
    expect(textOf(-1)).toContain('维修合同.docx（不能随表打印，请另行打印）')

    await zhike.press('Escape')

    const kept = readdirSync(join(dataFolder, 'attachments'), { recursive: true, withFileTypes: true })
    const contents = kept.filter((entry) => entry.isFile())
    expect(contents).toHaveLength(6)
    const lost = contents.find((entry) =>
      readFileSync(join(entry.parentPath, entry.name)).equals(files['现场照片.png']),
    )
    if (lost) rmSync(join(lost.parentPath, lost.name))

    zhike = await zhike.restart()
    await zhike.openRecord('示例客户甲')
    await zhike.page.getByRole('button', { name: '附件 6' }).press('Enter')
    const again = zhike.page.getByRole('list', { name: '附件列表' })
    await expect(again.getByText('附件文件不在此电脑上')).toHaveCount(1)
    await zhike.page.getByRole('button', { name: '查看“现场照片.png”' }).press('Enter')
    await expect(zhike.page.getByRole('dialog').getByRole('alert')).toContainText('附件文件不在此电脑上')

    await zhike.press('Escape')
    await bring(zhike, 'drop', '现场照片.png', files['现场照片.png'], 'image/png')
    await expect(again.getByText('附件文件不在此电脑上')).toHaveCount(0)
  } finally {
    await zhike.running.close()
  }
})
