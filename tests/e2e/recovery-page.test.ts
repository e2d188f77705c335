import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { prepare, RECORDS } from './support/prepared'
import { Trial } from './support/trial'
import { axeFinds } from './support/axe'

/** 数据检查与恢复 by keyboard: from the notice of damage to everything readable in a folder, and to what was left aside. */

let trial: Trial
test.beforeEach(async () => {
  trial = new Trial()
  await prepare(trial, 'shown')
})
test.afterEach(() => trial.end())

test('damage leads to the page that says what is whole, exports what is readable and finds back what was left aside', async () => {
  const [segment = ''] = trial.segments()
  const bytes = readFileSync(segment)
  const hit = bytes.indexOf('示例客户0005')
  bytes.writeUInt8(bytes.readUInt8(hit + 1) ^ 1, hit + 1)
  writeFileSync(segment, bytes)

  const zhike = await trial.start()
  const { page } = zhike
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('有些内容只在这台电脑的工作副本里')
  await zhike.tabTo(page.getByRole('button', { name: '暂不找回' }))
  await zhike.press('Enter')
  await trial.told('字节已损坏')
  await zhike.tabTo(page.getByRole('link', { name: '检查与恢复' }))
  await zhike.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('数据检查与恢复')

  const lost = page.getByText(/号变更不见了，或者损坏得读不出来。它们涉及：客户投诉/)
  await expect(lost).toContainText('TS-2026-0005')
  expect(await axeFinds(page)).toEqual([])

  const target = join(trial.place, '导出')
  mkdirSync(target)
  await zhike.willOpen(target)
  await zhike.tabTo(page.getByRole('button', { name: '导出所有可读内容…' }))
  await zhike.press('Enter')
  await expect(page.getByText(`已导出 0 个客户、${RECORDS} 张单据`)).toBeVisible({ timeout: 20_000 })
  expect(readdirSync(target).sort()).toEqual(
    expect.arrayContaining(['变更', '单据', '模板', '未能读出', '说明.html']),
  )
  // What was left aside is read out of quarantine.
  expect(readFileSync(join(target, '变更', '变更.jsonl'), 'utf8')).toContain('示例客户0005')
  expect(readFileSync(join(target, '说明.html'), 'utf8')).toContain('1 条变更是从隔离区里搁置的文件读出的')
  expect(readdirSync(target).filter((name) => name.endsWith('.tmp'))).toEqual([])

  await zhike.tabTo(page.getByRole('button', { name: '找回搁置的 1 条变更' }))
  await zhike.press('Enter')
  await zhike.notice('已找回 1 条变更').waitFor()
  await expect(lost).toHaveCount(0)
  await expect(page.getByText(/从第 \d+ 字节起有 \d+ 字节损坏/).first()).toBeVisible()
  await expect(page.getByRole('group', { name: '以前的提示' })).toContainText('不见了')
  await trial.agrees()
  expect(trial.dumped()).toHaveLength(RECORDS)
  expect(existsSync(join(trial.dataFolder, 'quarantine'))).toBe(true)
})
