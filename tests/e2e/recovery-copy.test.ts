import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, test } from '@playwright/test'
import { prepare, RECORDS } from './support/prepared'
import { filesIn, Trial } from './support/trial'

/** What may happen to the browser's storage while the program is closed, beside a data folder that is whole. */

/** The same computer before and after it registered five more records. */
let base: Trial
let ahead: Trial
let trial: Trial
test.beforeAll(async () => {
  base = new Trial()
  await prepare(base, 'shown')
  ahead = Trial.like(base)
  await ahead.startReady()
  await ahead.register(5, RECORDS + 1)
  await ahead.stop()
  await ahead.startReady()
  await ahead.agrees()
  await ahead.stop()
})
test.afterAll(async () => {
  await base.end()
  await ahead.end()
})
test.afterEach(() => trial.end())

/** Where a bit is turned: in each kind of file that the browser keeps, at these shares of its length. */
const flips = [
  { kind: 'the log', files: /\.log$/, shares: [0.05, 0.5, 0.95] },
  { kind: 'the manifest', files: /^MANIFEST/, shares: [0.4] },
] as const

for (const { kind, files, shares } of flips) {
  const title = `a bit flipped anywhere in ${kind} of IndexedDB is found or does no harm, as one in a table is every day`
  test(title, { tag: '@long' }, async () => {
    trial = Trial.like(base)
    for (const share of shares) await survivesFlip(trial, files, share)
  })
}

/**
 * Of a table, share by share of its length. Bytes that hold nothing any more do no harm, and which those are depends on when the browser
 * tidies its tables; not all of these are.
 */
const everyday = [0.4, 0.6]
const atLength = [0.02, 0.25, 0.5, 0.75, 0.95]

for (const [title, shares] of [
  ['a bit flipped in a table of IndexedDB is found or does no harm', everyday],
  ['a bit flipped in a table of IndexedDB is found or does no harm, in five places @long', atLength],
] as const) {
  test(title, async () => {
    trial = Trial.like(base)
    // From 4 MB on the browser goes over from its log to tables.
    await trial.startReady()
    await trial.register(60, RECORDS + 1, '送修后第三天再次不制冷。'.repeat(1500))
    await trial.stop()
    await trial.startReady()
    await trial.agrees()
    await trial.stop()
    const told: boolean[] = []
    for (const share of shares) told.push(await survivesFlip(trial, /\.(ldb|sst)$/, share))
    expect(told).toContain(true)
  })
}

/** Turns a bit on a computer like this one and starts there: all is right, and whether anything was told. */
async function survivesFlip(computer: Trial, files: RegExp, share: number): Promise<boolean> {
  const place = Trial.like(computer)
  try {
    flipBit(largest(filesIn(place.storage()).filter((each) => files.test(basename(each)))), share)
    await place.startReady()
    await place.agrees()
    expect(place.verified()).toMatchObject({ code: 0 })
    return (await place.zhike.page.getByText(/的工作副本|已把数据整理好/).count()) > 0
  } finally {
    await place.end()
  }
}

test('an older copy of IndexedDB catches up, and the person is told how far it was behind', async () => {
  trial = Trial.like(ahead)
  rmSync(trial.storage(), { recursive: true })
  cpSync(base.storage(), trial.storage(), { recursive: true })
  await trial.startReady()
  await trial.told('这台电脑的工作副本落后 5 次变更')
  await trial.agrees()
  expect(trial.dumped()).toHaveLength(RECORDS + 5)
})

/** The data folder as it was before the last five records, beside a working copy that has them. */
function putOlderFolderBack(): void {
  trial = Trial.like(ahead)
  rmSync(trial.dataFolder, { recursive: true })
  cpSync(base.dataFolder, trial.dataFolder, { recursive: true })
  expect(trial.dumped()).toHaveLength(RECORDS)
}

const customers = (): readonly unknown[] =>
  trial
    .dumped()
    .map(({ values }) => (values['customer'] as { readonly name?: string }).name ?? values['customer'])

test('an older data folder put back: 找回 writes into the journal again what only the window had', async () => {
  putOlderFolderBack()
  const { page } = await trial.start()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('有些内容只在这台电脑的工作副本里')
  await expect(page.getByText(/缺少 5 次变更，涉及 5 张单据/)).toBeVisible()
  // Nothing is written before the person has answered.
  expect(trial.dumped()).toHaveLength(RECORDS)
  await expect(page.getByRole('button', { name: '找回', exact: true })).toBeFocused()
  await trial.zhike.press('Enter')
  await trial.told('已找回 5 次变更')
  await trial.agrees()
  expect(trial.dumped()).toHaveLength(RECORDS + 5)
  expect(customers()).toContain('示例客户0017')
  expect(trial.verified()).toMatchObject({ code: 0 })
  await trial.stop()

  await trial.startReady()
  await expect(trial.zhike.page.getByText('已找回')).toHaveCount(0)
  await trial.agrees()
})

test('暂不找回 keeps them, new work goes on beside them, and the question is answered later', async () => {
  putOlderFolderBack()
  await trial.start()
  await trial.zhike.tabTo(trial.zhike.page.getByRole('button', { name: '暂不找回' }))
  await trial.zhike.press('Enter')
  await trial.told('有 5 次变更暂未找回，已另外保存')
  await trial.agrees()
  await trial.zhike.openForm('KHTS-BD-001')
  await trial.zhike.type('示例客户新')
  await trial.zhike.press('Enter')
  await trial.zhike.save()
  expect(trial.dumped()).toHaveLength(RECORDS + 1)
  await trial.stop()

  await trial.startReady()
  await trial.told('有 5 次变更按上次的选择放在一边')
  await trial.agrees()
  await trial.zhike.press('Alt+4')
  await trial.zhike.tabTo(trial.zhike.page.getByRole('button', { name: '找回', exact: true }))
  await trial.zhike.press('Enter')
  await trial.zhike.notice('已找回 5 次变更').waitFor()
  await trial.agrees()
  expect(trial.dumped()).toHaveLength(RECORDS + 6)
  expect(customers()).toEqual(expect.arrayContaining(['示例客户0001', '示例客户0017', '示例客户新']))
  expect(trial.verified()).toMatchObject({ code: 0 })
})

function largest(paths: readonly string[]): string {
  const [first] = [...paths].sort((a, b) => readFileSync(b).length - readFileSync(a).length)
  if (first === undefined) throw new Error('IndexedDB has no such file')
  return first
}

function flipBit(path: string, share: number): void {
  const bytes = readFileSync(path)
  const at = Math.floor(bytes.length * share)
  bytes[at] = (bytes[at] ?? 0) ^ 0x10
  writeFileSync(path, bytes)
}
