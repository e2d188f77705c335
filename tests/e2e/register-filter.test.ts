import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { removeFolder } from '../support/remove-folder'
import { recordsOf, type DumpedRecord } from './support/command-line'
import { Zhike } from './support/zhike'

const FORM = 'KHTS-BD-006'
const folder = mkdtempSync(join(tmpdir(), 'zhike-register-'))
const dataFolder = join(folder, 'data')
let zhike: Zhike
test.afterAll(async () => {
  await zhike.close().catch(() => undefined)
  removeFolder(folder)
})

const text = ({ values }: DumpedRecord, key: string): string => {
  const value = values[key]
  return typeof value === 'string' ? value : ''
}
const customerOf = ({ values }: DumpedRecord) =>
  values['customer'] as { readonly id?: string; readonly name: string } | undefined
const yuan = (sum: number) => sum.toLocaleString('en-US', { minimumFractionDigits: 2 })
const sumOf = (records: readonly DumpedRecord[]) =>
  records.reduce((sum, record) => sum + Math.round(100 * Number(text(record, 'amount'))), 0) / 100

/** How many lines the register has. */
async function lines(): Promise<number> {
  await zhike.page.locator('[role=grid][data-drawn=true]').waitFor()
  return Number(await zhike.page.getByRole('grid').getAttribute('aria-rowcount')) - 1
}

/** The sheet's sums say what the records come to that are left, and as many lines are there. */
async function leaves(records: readonly DumpedRecord[]): Promise<void> {
  await expect.poll(lines).toBe(records.length)
  await expect(zhike.page.getByRole('group', { name: '合计' })).toContainText(yuan(sumOf(records)))
}

const away = (name: string | RegExp) =>
  zhike.page
    .getByRole('button', { name: typeof name === 'string' ? `去掉条件：${name}` : name })
    .press('Enter')

test('a register is narrowed by any field, days, a person and a customer, added up, and remembers its columns', async () => {
  const seed = join(import.meta.dirname, '../../scripts/seed.mjs')
  execFileSync(process.execPath, [seed, '--records', '600', '--until', '2026-11-20', '--out', dataFolder])
  const records = recordsOf(dataFolder).filter(({ form }) => form === FORM)
  expect(records.length).toBeGreaterThan(10)
  zhike = await Zhike.start({ dataFolder, profile: join(folder, 'profile') })
  await zhike.isReady()
  const open = () =>
    zhike.page.evaluate((code) => {
      location.hash = `/records/${code}`
    }, FORM)
  await open()
  await leaves(records)

  // 金额 from … on.
  const amounts = records.map((record) => Number(text(record, 'amount'))).sort((a, b) => a - b)
  const least = amounts[Math.floor(amounts.length / 2)] ?? 0
  await zhike.page.getByRole('button', { name: '添加条件…' }).press('Enter')
  await zhike.type('金额')
  await zhike.press('Enter')
  await zhike.tabTo(zhike.page.getByLabel('最小'))
  await zhike.type(`${String(least)}元`)
  await zhike.press('Enter')
  await leaves(
    records.filter((record) => Number(text(record, 'amount')) >= least && text(record, 'amount') !== ''),
  )
  await away(/^去掉条件：金额/)

  // Days of one's own.
  const days = records.map((record) => text(record, 'on')).sort()
  const from = days[Math.floor(days.length / 3)] ?? ''
  await zhike.page.getByRole('combobox', { name: '日期' }).press('Enter')
  await zhike.press('End', 'Enter')
  await zhike.tabTo(zhike.page.getByLabel('从哪天'))
  await zhike.type(from.replaceAll('-', ''))
  await zhike.press('Enter')
  await leaves(records.filter((record) => text(record, 'on') >= from))
  await away(/^去掉条件：日期/)

  // A customer, found by its name; the records that name it by its link.
  const named = customerOf(records.find((record) => customerOf(record)?.id !== undefined) ?? fail())
  await zhike.page.getByRole('combobox', { name: '客户' }).focus()
  await zhike.page.keyboard.insertText(named?.name ?? '')
  await zhike.page
    .getByRole('option', { name: named?.name ?? '' })
    .first()
    .waitFor()
  await zhike.press('Enter')
  await leaves(records.filter((record) => customerOf(record)?.id === named?.id))
  await away(`客户：${named?.name ?? ''}`)

  // Whoever wrote a record last.
  const person = records[0]?.changedBy ?? ''
  await zhike.page.getByRole('combobox', { name: '人员' }).press('Enter')
  await zhike.page.getByRole('option', { name: person, exact: true }).press('Enter')
  await expect.poll(lines).toBeLessThan(records.length)
  expect(await lines()).toBeGreaterThanOrEqual(records.filter(({ changedBy }) => changedBy === person).length)
  await away(`人员：${person}`)
  await leaves(records)

  // A column wider, another one shown: the same after a restart.
  const head = () => zhike.page.getByRole('columnheader', { name: '金额' })
  const before = (await head().boundingBox())?.width ?? 0
  await head().getByRole('button').focus()
  await zhike.press('Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight')
  await expect.poll(async () => (await head().boundingBox())?.width).toBeGreaterThan(before + 40)
  const after = (await head().boundingBox())?.width ?? 0
  await zhike.page.getByRole('button', { name: '列…' }).press('Enter')
  await zhike.type('地址')
  await zhike.page.getByRole('checkbox', { name: '地址' }).press('Space')
  await zhike.press('Escape')
  await expect(zhike.page.getByRole('columnheader', { name: '地址' })).toHaveCount(1)
  zhike = await zhike.restart()
  await open()
  await leaves(records)
  await expect(zhike.page.getByRole('columnheader', { name: '地址' })).toHaveCount(1)
  expect((await head().boundingBox())?.width).toBe(after)
})

function fail(): never {
  throw new Error('no record of this form names a customer')
}
