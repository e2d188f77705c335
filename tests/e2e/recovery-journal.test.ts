import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { DumpedRecord } from './support/command-line'
import { prepare, RECORDS } from './support/prepared'
import { Trial } from './support/trial'

/** What may happen to the data folder while the program is closed: what the working copy still has comes back. */

let trial: Trial
let before: readonly DumpedRecord[]
test.beforeEach(async () => {
  trial = new Trial()
  await prepare(trial, 'shown')
  before = trial.dumped()
  expect(trial.verified()).toMatchObject({ code: 0 })
})
test.afterEach(() => trial.end())

/** Where the frames of a segment begin, in bytes. */
function framesOf(segment: string): readonly number[] {
  const bytes = readFileSync(segment)
  const starts: number[] = []
  for (let at = bytes.indexOf('ff5a4b46', 0, 'hex'); at >= 0; at = bytes.indexOf('ff5a4b46', at + 1, 'hex')) {
    starts.push(at)
  }
  return starts
}

function onlySegment(): string {
  const [segment, ...others] = trial.segments()
  if (segment === undefined || others.length > 0) throw new Error('one segment was expected')
  return segment
}

/** How many files quarantine holds: copies of what is damaged, and what was set aside before the person was asked. */
function quarantined(): { readonly damaged: number; readonly aside: number } {
  const names = readdirSync(join(trial.dataFolder, 'quarantine'))
  const aside = names.filter((name) => name.startsWith('aside-')).length
  return { damaged: names.length - aside, aside }
}

async function bringBack(): Promise<void> {
  await expect(trial.zhike.page.getByRole('heading', { level: 1 })).toHaveText(
    '有些内容只在这台电脑的工作副本里',
  )
  await trial.zhike.press('Enter')
  await trial.told('已找回')
}

/** The data folder gives the same records as before the damage, and so does the window, now and at the next start. */
async function isWholeAgain(): Promise<void> {
  const sorted = (records: readonly DumpedRecord[]) => [...records].sort((a, b) => (a.id < b.id ? -1 : 1))
  expect(sorted(trial.dumped())).toEqual(sorted(before))
  await trial.agrees()
  await trial.stop()
  await trial.startReady()
  await trial.agrees()
  expect(sorted(trial.dumped())).toEqual(sorted(before))
}

test('a segment cut within a frame: the torn end is told and kept, the window gives back what was cut off', async () => {
  const segment = onlySegment()
  truncateSync(segment, (framesOf(segment).at(-3) ?? 0) + 100)
  expect(trial.dumped()).toHaveLength(RECORDS - 3)
  const { code, said } = trial.verified()
  expect(code).toBe(1)
  expect(said).toContain('末尾有 100 字节没有写完')
  await trial.start()
  await bringBack()
  await trial.told('末尾有 100 字节没有写完')
  expect(quarantined()).toEqual({ damaged: 1, aside: 1 })
  await isWholeAgain()
})

test('a segment cut between two frames looks whole, yet the window knows better @long', async () => {
  const segment = onlySegment()
  truncateSync(segment, framesOf(segment).at(-2) ?? 0)
  expect(trial.verified()).toMatchObject({ code: 0 })
  expect(trial.dumped()).toHaveLength(RECORDS - 2)
  await trial.start()
  await bringBack()
  await isWholeAgain()
})

test('a bit flipped in the middle: the place is told, the bytes are kept, the window fills the gap', async () => {
  const segment = onlySegment()
  flipBit(segment, (framesOf(segment).at(-4) ?? 0) + 300)
  expect(trial.dumped()).toHaveLength(RECORDS - 1)
  const { code, said } = trial.verified()
  expect(code).toBe(1)
  expect(said).toMatch(/从第 \d+ 字节起有 \d+ 字节损坏/)
  await trial.start()
  await bringBack()
  await trial.told(/字节已损坏/)
  expect(quarantined()).toEqual({ damaged: 1, aside: 1 })
  await isWholeAgain()
})

test('a segment that is gone: the window gives back all of it, as of one that was cut every day @long', async () => {
  rmSync(onlySegment())
  expect(trial.dumped()).toEqual([])
  await trial.start()
  await bringBack()
  await isWholeAgain()
})

test('the mark of the data folder is written again from the segments @long', async () => {
  const mark = join(trial.dataFolder, 'zhike.json')
  const { folder } = JSON.parse(readFileSync(mark, 'utf8')) as { readonly folder: string }
  writeFileSync(mark, '{"format":1,"fol')
  await trial.startReady()
  await trial.told(`目录编号 ${folder}`)
  expect(JSON.parse(readFileSync(mark, 'utf8'))).toMatchObject({ folder, format: 1 })
  await isWholeAgain()
})

test('a flipped bit without a working copy: the loss is told, everything else is there, and work goes on', async () => {
  const segment = onlySegment()
  flipBit(segment, (framesOf(segment).at(-4) ?? 0) + 300)
  rmSync(trial.storage(), { recursive: true })
  await trial.startReady()
  await trial.told(/字节已损坏/)
  await trial.told(/号变更不见了/)
  await trial.agrees()
  expect(trial.dumped()).toHaveLength(RECORDS - 1)
  await trial.zhike.openForm('KHTS-BD-001')
  await trial.zhike.type('示例客户新')
  await trial.zhike.press('Enter')
  await trial.zhike.save()
  expect(trial.dumped()).toHaveLength(RECORDS)
  await trial.agrees()
})

function flipBit(path: string, at: number): void {
  const bytes = readFileSync(path)
  bytes[at] = (bytes[at] ?? 0) ^ 0x10
  writeFileSync(path, bytes)
}
