import { randomBytes } from 'node:crypto'
import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { nodeFiles, openDataFolder } from '../../node/store'
import { paperForm } from './support/agreement'
import { pageOf } from './support/zhike'
import { copyComputer, type Computer } from './support/computer'
import { launch, type Launched } from './support/launch'
import { removeFolder } from '../support/remove-folder'

/**
 * What a failing disk does to the browser's storage, in the real program: at the next start everything is there, and the
 * person was told.
 */

const RECORDS = 40

/** A computer whose data folder and working copy hold RECORDS records, and the one of each test, which begins as its copy. */
let base: string
let place: string
let running: Launched | undefined

test.beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'zhike-副本 '))
  place = base
  // A first start makes the folder, a second one the working copy of what was seeded.
  await ready(await start())
  await stop()
  await seed(RECORDS)
  const page = await start()
  await ready(page)
  expect(await shown(page)).toEqual(expected(RECORDS))
  await stop()
})
test.beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'zhike-副本 '))
  copyComputer(computerIn(base), computerIn(place))
})
test.afterEach(async () => {
  await running?.close().catch(() => undefined)
  running = undefined
  removeFolder(place)
})
test.afterAll(() => {
  removeFolder(base)
})

const computerIn = (folder: string): Computer => ({
  profile: join(folder, 'profile'),
  dataFolder: join(folder, '数据 目录'),
})
const profile = () => computerIn(place).profile
const dataFolder = () => computerIn(place).dataFolder

/** Chromium's folder of the window's IndexedDB. */
function storage(): string {
  const found = findDir(profile(), (name) => name.endsWith('.indexeddb.leveldb'))
  if (!found) throw new Error('the browser has no IndexedDB folder')
  return found
}

function findDir(dir: string, wanted: (name: string) => boolean): string | undefined {
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue
    if (wanted(entry.name)) return join(dir, entry.name)
    const below = findDir(join(dir, entry.name), wanted)
    if (below) return below
  }
  return undefined
}

const files = (dir: string) =>
  readdirSync(dir)
    .map((name) => join(dir, name))
    .filter((path) => statSync(path).isFile() && statSync(path).size > 0)

async function start(): Promise<Page> {
  running = await launch({ profile: profile(), dataFolder: dataFolder() })
  return running.window
}

async function stop(): Promise<void> {
  await running?.app.close()
  running = undefined
}

/** The firm and its records are written into the data folder, as another start would have. */
async function seed(count: number, from = 0): Promise<void> {
  const opened = await openDataFolder({
    path: dataFolder(),
    files: nodeFiles(),
    clock: { now: () => Date.now() },
    random: (length) => randomBytes(length),
    appVersion: '0.0.0',
  })
  if (!opened.ok) throw new Error(JSON.stringify(opened.error))
  const folder = opened.value
  const kept = await folder.keepTemplate(paperForm('KHTS-BD-001').template)
  if (!kept.ok) throw new Error(JSON.stringify(kept.error))
  const { hash } = kept.value
  const firm = { path: ['name'], value: '示例电器有限公司' }
  const set = (edit: { path: string[]; value: string | { name: string } }) =>
    ({ op: 'set', over: [], ...edit }) as const
  if (from === 0) await folder.append([{ entity: { kind: 'firm', id: 'firm' }, edits: [set(firm)] }])
  for (let i = from; i < from + count; i++) {
    await folder.append([
      {
        entity: { kind: 'record', id: `00000000-0000-7000-8000-${String(i).padStart(12, '0')}` },
        template: hash,
        edits: [
          set({ path: ['customer'], value: { name: `示例客户${String(i)}` } }),
          set({ path: ['reason'], value: '示例缘由'.repeat(50) }),
          set({ path: ['@state'], value: 'submitted' }),
        ],
      },
    ])
  }
  await folder.close()
}

/** Customers of every record that the working copy shows. */
const shown = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const names = (await indexedDB.databases()).map((each) => each.name ?? '')
    const name = names.find((each) => /^zhike-[0-9a-f]{32}$/.test(each)) ?? ''
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name)
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(new Error(String(opening.error)))
    })
    const rows = await new Promise<{ line: Uint8Array }[]>((resolve, reject) => {
      const reading = db.transaction('records').objectStore('records').getAll()
      reading.onsuccess = () => resolve(reading.result as { line: Uint8Array }[])
      reading.onerror = () => reject(new Error(String(reading.error)))
    })
    db.close()
    const lines = rows.map(({ line }) => JSON.parse(new TextDecoder().decode(line)) as { customer: string })
    return lines.map(({ customer }) => customer).sort()
  })

const expected = (count: number) => Array.from({ length: count }, (_, i) => `示例客户${String(i)}`).sort()

/** Past the start-up page: the first-run page, or the window with its rail. */
const ready = (page: Page) =>
  pageOf(page)
    .or(page.getByRole('heading', { name: '欢迎使用知客' }))
    .first()
    .waitFor()
const told = (page: Page, text: RegExp) => expect(page.getByText(text).first()).toBeVisible()

test('a deleted IndexedDB is built anew, and the person is told', async () => {
  rmSync(storage(), { recursive: true })
  const page = await start()
  await ready(page)
  await told(page, /这台电脑已把数据整理好/)
  expect(await shown(page)).toEqual(expected(RECORDS))
})

test('a truncated IndexedDB is built anew, and the person is told', async () => {
  for (const path of files(storage())) truncateSync(path, Math.floor(statSync(path).size / 2))
  const page = await start()
  await ready(page)
  await told(page, /这台电脑(已把数据整理好|的工作副本)/)
  expect(await shown(page)).toEqual(expected(RECORDS))
})

for (const share of [0.2, 0.5, 0.9]) {
  const title = `a bit flipped at ${String(share * 100)} % of IndexedDB's largest file loses nothing`
  test(share === 0.5 ? title : `${title}, as at 50 % every day @long`, async () => {
    const [largest] = files(storage()).sort((a, b) => statSync(b).size - statSync(a).size)
    if (!largest) throw new Error('nothing to damage')
    const bytes = readFileSync(largest)
    const at = Math.floor(bytes.length * share)
    bytes[at] = (bytes[at] ?? 0) ^ 0x10
    writeFileSync(largest, bytes)
    const page = await start()
    await ready(page)
    expect(await shown(page)).toEqual(expected(RECORDS))
  })
}

test('an IndexedDB whose every file is rubbish is replaced', async () => {
  for (const path of files(storage())) {
    const file = openSync(path, 'r+')
    closeSync(file)
    writeFileSync(path, randomBytes(statSync(path).size))
  }
  const page = await start()
  await ready(page)
  await told(page, /这台电脑(已把数据整理好|的工作副本)/)
  expect(await shown(page)).toEqual(expected(RECORDS))
})

test('an IndexedDB that cannot even be opened or deleted is renewed, and its files are kept', async () => {
  rmSync(join(storage(), 'CURRENT'))
  mkdirSync(join(storage(), 'CURRENT'))
  const page = await start()
  await ready(page)
  await told(page, /这台电脑的工作副本打不开/)
  expect(await shown(page)).toEqual(expected(RECORDS))
  const kept = findDir(profile(), (name) => name === 'kept')
  expect(kept && findDir(kept, (name) => name.endsWith('.leveldb'))).toBeTruthy()
})

test('an older IndexedDB catches up', async () => {
  const older = join(place, 'older')
  cpSync(storage(), older, { recursive: true })
  await seed(20, RECORDS)
  await ready(await start())
  await stop()
  rmSync(storage(), { recursive: true })
  cpSync(older, join(profile(), findRelative()), { recursive: true })
  const page = await start()
  await ready(page)
  expect(await shown(page)).toEqual(expected(RECORDS + 20))
})

/** Where the browser's folder stands in the profile, found before it is taken away. */
function findRelative(): string {
  const parent = findDir(profile(), (name) => name === 'IndexedDB')
  return join((parent ?? '').slice(profile().length + 1), 'app_zhike_0.indexeddb.leveldb')
}

test('a newer IndexedDB than the data folder: the person is asked, and everything comes back', async () => {
  const older = join(place, 'older-data')
  cpSync(dataFolder(), older, { recursive: true })
  await seed(20, RECORDS)
  await ready(await start())
  await stop()
  rmSync(dataFolder(), { recursive: true })
  cpSync(older, dataFolder(), { recursive: true })
  const page = await start()
  await told(page, /有些内容只在这台电脑的工作副本里/)
  await page.getByRole('button', { name: '找回', exact: true }).press('Enter')
  await expect.poll(() => shown(page)).toEqual(expected(RECORDS + 20))
  await stop()
  expect(existsSync(older)).toBe(true)
  const again = await start()
  await ready(again)
  expect(await shown(again)).toEqual(expected(RECORDS + 20))
})
