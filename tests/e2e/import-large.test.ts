import { mkdtempSync, openSync, fsyncSync, closeSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { READ_LIMITS, readFileOfTables } from '../../node/import'
import { readHere } from '../../node/import/read-here'
import { inline, rawWorkbook } from '../support/import/raw-workbook'
import { removeFolder } from '../support/remove-folder'
import { beginFrames, endFrames } from './support/frames'
import { Zhike } from './support/zhike'

const CUSTOMERS = 10_000
const HEADS =
  '客户名称 客户简称 客户类别 所在地区 电话 传真 电子邮箱 网址 地址 邮政编码 主营业务 开户银行 银行账号 备注 首次交易日期 甲 乙 丙 丁 戊'.split(
    ' ',
  )

/** Ten thousand lines of twenty columns. */
function largeTable(): Uint8Array {
  const valueIn = (head: string, line: number) => {
    if (head === '客户名称') return `示例客户${String(line)}`
    if (head === '客户类别') return '企业'
    if (head === '电话' || head === '传真') return `0571-${String(80_000_000 + line)}`
    if (head === '首次交易日期') return '2026年1月5日'
    if (head === '电子邮箱') return `a${String(line)}@example.com`
    return `${head}${String(line % 100)}`
  }
  const row = (cells: readonly string[], number: number) =>
    `<row r="${String(number)}">${cells.map((text, at) => inline(`${String.fromCharCode(65 + at)}${String(number)}`, text)).join('')}</row>`
  const lines = Array.from({ length: CUSTOMERS }, (_, i) =>
    row(
      HEADS.map((head) => valueIn(head, i)),
      i + 2,
    ),
  )
  return rawWorkbook({ sheets: [row(HEADS, 1) + lines.join('')] })
}

async function timed<T>(work: () => Promise<T> | T): Promise<readonly [T, number]> {
  const begun = performance.now()
  return [await work(), Math.round(performance.now() - begun)]
}

test(
  'ten thousand customers of twenty columns come in while the window goes on drawing, and are taken back',
  { tag: '@long' },
  async () => {
    test.setTimeout(600_000)
    const folder = mkdtempSync(join(tmpdir(), 'zhike-大表 '))
    const zhike = await Zhike.startFresh()
    const { page } = zhike
    const button = (name: string | RegExp) => page.getByRole('button', { name })
    const wizard = page.getByRole('dialog').first()
    try {
      const path = join(folder, '大表.xlsx')
      writeFileSync(path, largeTable())
      const readerFile = join(import.meta.dirname, '../../out/main/import-reader.cjs')
      const [bare, bareMs] = await timed(() => readHere(path, READ_LIMITS))
      const [, processMs] = await timed(() => readFileOfTables(path, { readerFile }))
      if (!bare.ok) throw new Error(bare.error.type)
      const text = JSON.stringify(bare.value)
      const [, writeMs] = await timed(() => {
        const file = openSync(join(folder, 'bare'), 'w')
        writeSync(file, text)
        fsyncSync(file)
        closeSync(file)
      })

      await page.evaluate(() => {
        location.hash = '#/customers'
      })
      await button('导入客户').press('Enter')
      await zhike.willOpen(path)
      await beginFrames(page)
      const [, readMs] = await timed(async () => {
        await button('选择文件…').press('Enter')
        await expect(wizard).toContainText(`表头下面有 ${String(CUSTOMERS)} 行`, { timeout: 120_000 })
      })
      const [, planMs] = await timed(async () => {
        await button('下一步').press('Enter')
        await expect(button(/^导入 \d+ 条/)).toBeVisible({ timeout: 120_000 })
      })
      const looking = await endFrames(page)
      await beginFrames(page)
      const [, runMs] = await timed(async () => {
        await button(`导入 ${String(CUSTOMERS)} 条`).press('Enter')
        await expect(wizard).toContainText(`已导入 ${String(CUSTOMERS)} 条`, { timeout: 300_000 })
      })
      const writing = await endFrames(page)
      const [, undoMs] = await timed(async () => {
        await button('撤销本次导入').press('Enter')
        await button('撤销导入').press('Enter', { timeout: 120_000 })
        await expect(page.getByText(`已撤销 ${String(CUSTOMERS)} 条`)).toBeVisible({ timeout: 300_000 })
      })
      console.log(
        JSON.stringify({
          bareMs,
          processMs,
          writeMs,
          bytes: text.length,
          readMs,
          planMs,
          runMs,
          undoMs,
          looking,
          writing,
        }),
      )
      // Reading the table once, without anything else, is a task of that length: the window never has one.
      expect(looking.longestTask).toBeLessThan(bareMs)
      expect(writing.longestTask).toBeLessThan(bareMs)
    } finally {
      await zhike.close()
      removeFolder(folder)
    }
  },
)
