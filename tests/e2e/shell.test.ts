import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { Calls, CallName, Draft } from '../../shared/ipc/contract'
import { callIn } from './support/call'
import { launch, type Launched, type LaunchOptions } from './support/launch'
import { removeFolder } from '../support/remove-folder'

let made: string[]
let started: Launched[]
test.beforeEach(() => {
  made = []
  started = []
})
test.afterEach(async () => {
  for (const running of started) await running.close().catch(() => undefined)
  for (const path of made) removeFolder(path)
})

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'zhike-壳 '))
  made.push(path)
  return path
}

async function start(options: LaunchOptions): Promise<Launched> {
  const running = await launch(options)
  started.push(running)
  return running
}

const call = <N extends CallName>(
  running: Launched,
  name: N,
  input: Calls[N]['in'],
): Promise<Calls[N]['out']> => callIn(running.window, name, input)

/** What a person would choose in the next dialogs for opening; one after the other. */
const willOpen = (running: Launched, paths: readonly string[]) =>
  running.app.evaluate(({ dialog }, paths) => {
    const waiting = [...paths]
    dialog.showOpenDialog = () => {
      const path = waiting.shift()
      return Promise.resolve({ canceled: path === undefined, filePaths: path === undefined ? [] : [path] })
    }
  }, paths)

/**
 * Keeps the program from starting again; the result tells with what it would have. It is written to stdout, which
 * outlives the program: an answer to the test may be lost when the program ends. What was written last may come after its end.
 */
async function willRelaunch(running: Launched): Promise<() => Promise<readonly string[]>> {
  const silent = once(running.app.process(), 'close')
  await running.app.evaluate(({ app }) => {
    app.relaunch = (options) => {
      console.log(`relaunch ${JSON.stringify(options?.args ?? [])}`)
    }
  })
  return async () => {
    await silent
    const written = /^relaunch (.*)$/m.exec(running.output())?.[1]
    if (written === undefined) throw new Error('the program did not start again')
    return JSON.parse(written) as readonly string[]
  }
}

const draft: Draft = {
  id: '01890000-0000-7000-8000-000000000001',
  templateHash: 'a'.repeat(64),
  templateCode: 'KHTS-BD-001',
  values: { fields: { reason: '送修后第三天再次不制冷' }, matrices: {}, rows: {} },
  seen: {},
  savedAt: 1_767_600_000_000,
}

test('the window opens again as it stood', async () => {
  const profile = folder()
  const dataFolder = join(profile, '客服 数据')
  const first = await start({ profile, dataFolder })
  const stood = { x: 60, y: 40, width: 1200, height: 700 }
  const boundsOf = ({ app }: Launched) =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())
  await first.app.evaluate(({ BrowserWindow }, bounds) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(bounds)
  }, stood)
  // The display moves a window in its own time.
  await expect.poll(() => boundsOf(first)).toEqual(stood)
  await first.close()
  const again = await start({ profile, dataFolder })
  await expect.poll(() => boundsOf(again)).toEqual(stood)
})

test('the window is never smaller than the paper needs and is called 知客', async () => {
  const { app } = await start({})
  const found = await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    return { least: window?.getMinimumSize(), title: window?.getTitle() }
  })
  expect(found).toEqual({ least: [1024, 640], title: '知客' })
})

test('a chosen data folder that is not there is never replaced by a new one', async () => {
  const profile = folder()
  const stick = join(profile, 'stick', 'data')
  writeFileSync(join(profile, 'location.json'), JSON.stringify({ v: 1, path: stick }))
  const running = await start({ profile, dataFolder: null })
  const missing = {
    ok: false,
    error: { type: 'FolderMissing', path: stick, standard: join(profile, 'data') },
  }
  expect(await call(running, 'app:start', null)).toEqual(missing)
  expect(existsSync(stick)).toBe(false)
  expect(existsSync(join(profile, 'data'))).toBe(false)
  await expect(running.window.getByText(stick)).toBeVisible()
})

test('a new data folder is made where the person says, and the program starts again on it', async () => {
  const profile = folder()
  const running = await start({ profile, dataFolder: null })
  expect(running.dataFolder).toBe(join(profile, 'data'))
  expect(await call(running, 'app:start', null)).toMatchObject({ ok: true })
  const next = join(profile, '第二块盘', '数据')
  const relaunched = await willRelaunch(running)
  const ended = running.app.waitForEvent('close')
  // The answer may be lost with the window it was meant for; what was done says more.
  await call(running, 'folder:use', { path: next }).catch(() => null)
  await ended
  expect((await relaunched()).some((argument) => argument.includes('--data'))).toBe(false)
  expect(existsSync(join(next, 'zhike.json'))).toBe(true)
  const again = await start({ profile, dataFolder: null })
  expect(await call(again, 'app:start', null)).toMatchObject({ ok: true, value: { folder: { path: next } } })
})

test('a folder with other things in it does not become the data folder', async () => {
  const other = folder()
  writeFileSync(join(other, '照片.txt'), 'x')
  const running = await start({})
  expect(await call(running, 'folder:use', { path: other })).toEqual({
    ok: false,
    error: { type: 'NotADataFolder', path: other },
  })
  expect(readdirSync(other)).toEqual(['照片.txt'])
})

test('a draft is in its file when the answer comes, and there after the program was killed', async () => {
  const profile = folder()
  const dataFolder = join(profile, 'data')
  const first = await start({ profile, dataFolder })
  await call(first, 'app:start', null)
  expect(await call(first, 'draft:put', draft)).toEqual({ ok: true, value: null })
  await first.kill()
  const again = await start({ profile, dataFolder })
  await call(again, 'app:start', null)
  expect(await call(again, 'draft:list', null)).toEqual({ ok: true, value: [draft] })
})

test('a window that crashes opens again by itself and says so', async () => {
  const running = await start({})
  await call(running, 'app:start', null)
  const answer = await running.app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (!contents) return null
    const loaded = new Promise((resolve) => contents.once('did-finish-load', () => resolve(null)))
    contents.forcefullyCrashRenderer()
    await loaded
    // Playwright's page ended with the crash.
    return contents.executeJavaScript("zhike.call('app:start', null)") as Promise<unknown>
  })
  expect(answer).toMatchObject({ ok: true, value: { recovered: true } })
  expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('a backup becomes a data folder again with everything in it', async () => {
  const place = folder()
  const archive = join(place, '备份.zip')
  const target = join(place, '恢复')
  const running = await start({})
  await call(running, 'app:start', null)
  await call(running, 'draft:put', draft)
  await running.app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
  }, archive)
  const backup = await call(running, 'backup:make', null)
  expect(backup).toMatchObject({ ok: true, value: { path: archive } })

  await willOpen(running, [archive, target])
  const relaunched = await willRelaunch(running)
  const ended = running.app.waitForEvent('close')
  expect(await call(running, 'restore:choose', null)).toEqual({ path: archive, beside: [] })
  const looked = await call(running, 'restore:look', { archive, passphrase: null })
  expect(looked).toMatchObject({ ok: true, value: { contents: { records: 0, settings: true } } })
  // Only what was chosen is read, and only where somebody said so it is written.
  const elsewhere = { archive, target: join(place, '别处') }
  expect(await call(running, 'restore:go', elsewhere)).toMatchObject({ ok: false })
  expect(await call(running, 'restore:look', { archive: '/etc/passwd', passphrase: null })).toMatchObject({
    error: { type: 'NotFound' },
  })
  expect(await call(running, 'restore:place', null)).toEqual({ ok: true, value: { path: target } })
  // Its answer may be lost with the window: what was done tells.
  void call(running, 'restore:go', { archive, target }).catch(() => undefined)
  await ended
  expect(await relaunched()).toContain(`--data=${target}`)
  const again = await start({ dataFolder: target })
  await call(again, 'app:start', null)
  expect(await call(again, 'draft:list', null)).toMatchObject({ ok: true, value: [draft] })
})

test('a backup that was cancelled or has no room to stand changes nothing', async () => {
  const running = await start({})
  await call(running, 'app:start', null)
  await running.app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: true, filePath: '' })
  })
  expect(await call(running, 'backup:make', null)).toEqual({
    ok: true,
    value: { path: null, bytes: 0, files: 0 },
  })
  await willOpen(running, [])
  expect(await call(running, 'restore:choose', null)).toEqual({ path: null, beside: [] })
})

test('a logo comes back as a small PNG, and what is no picture is refused', async () => {
  const place = folder()
  const running = await start({})
  const large = join(place, '标志.png')
  const png = await running.app.evaluate(({ nativeImage }) =>
    nativeImage
      .createFromBitmap(Buffer.alloc(1200 * 300 * 4, 0x80), { width: 1200, height: 300 })
      .toPNG()
      .toString('base64'),
  )
  writeFileSync(large, Buffer.from(png, 'base64'))
  const text = join(place, 'x.png')
  writeFileSync(text, 'not a picture')
  await willOpen(running, [large, text])
  expect(await call(running, 'logo:choose', null)).toMatchObject({
    ok: true,
    value: { source: expect.stringMatching(/^data:image\/png;base64,/), width: 600, height: 150 },
  })
  expect(await call(running, 'logo:choose', null)).toMatchObject({
    ok: false,
    error: { type: 'BadFile', path: text },
  })
  expect(await call(running, 'logo:choose', null)).toEqual({ ok: true, value: null })
})

test('settings outlive the program, and the menu speaks their language', async () => {
  const profile = folder()
  const dataFolder = join(profile, 'data')
  const first = await start({ profile, dataFolder })
  const settings = await call(first, 'settings:get', null)
  expect(await call(first, 'settings:put', { ...settings, language: 'en', copies: 4 })).toEqual({
    ok: true,
    value: null,
  })
  const labels = (running: Launched) =>
    running.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map((entry) => entry.label))
  expect(await labels(first)).toEqual(['File', 'Edit', 'View', 'Help'])
  await first.close()
  const again = await start({ profile, dataFolder })
  expect(await call(again, 'settings:get', null)).toMatchObject({ language: 'en', copies: 4 })
  expect(await labels(again)).toEqual(['File', 'Edit', 'View', 'Help'])
})

test('what the window reports stands in the log file on this computer', async () => {
  const profile = folder()
  const running = await start({ profile })
  await call(running, 'app:report', { message: '窗口里的错误', detail: 'at somewhere' })
  const [own] = readdirSync(join(profile, 'profiles'))
  const log = readFileSync(join(profile, 'profiles', own!, 'logs', 'main.log'), 'utf8')
  expect(log).toContain('window 窗口里的错误\n  at somewhere')
})
