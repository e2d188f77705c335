import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { findElectron } from '../../scripts/electron-runtime.mjs'
import type { Bridge } from '../../shared/ipc/contract'
import { refusalOf } from '../../shared/ipc/refusal'
import { launch, type Launched } from './support/launch'

declare const window: Window & { readonly zhike: Bridge }

let running: Launched
let server: Server
/** Addresses that somebody asked for over the network. */
let asked: string[]
let outside: string

test.beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.setHeader('access-control-allow-origin', '*')
    response.end('outside')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  outside = `http://127.0.0.1:${address.port}`
  running = await launch()
})
test.afterAll(async () => {
  await running.close()
  server.close()
})
test.beforeEach(() => {
  asked = []
})

/** Runs code as a script of the page would: Playwright's own evaluation is not bound by the page's policy. */
function asPage(code: string): Promise<string> {
  return running.window.evaluate(
    (text) =>
      new Promise<string>((resolve) => {
        const run = (work: () => unknown) => {
          Promise.resolve()
            .then(work)
            .then(
              (value) => resolve(String(value)),
              (error: unknown) => resolve(`refused: ${String(error)}`),
            )
        }
        setTimeout(() => {
          run(() => {
            // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the very thing that has to be refused
            return (new Function(text) as () => unknown)()
          })
        })
      }),
    code,
  )
}

test('the page has no way into Node or Electron but the calls of the contract', async () => {
  const found = await running.window.evaluate(() => ({
    globals: ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
      (name) => name in globalThis,
    ),
    bridge: Object.keys(window.zhike).sort(),
    origin: location.origin,
  }))
  expect(found).toEqual({ globals: [], bridge: ['call', 'on'], origin: 'app://zhike' })
})

test('the window is sandboxed and isolated', async () => {
  const preferences = await running.app.evaluate(({ BrowserWindow }) => {
    // Electron has this for its own tests; its types leave it out.
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences: () => Record<string, unknown>
    }
    return contents.getLastWebPreferences()
  })
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
  })
  expect(preferences['webviewTag'] ?? false).toBe(false)
})

test('there are no developer tools and no spell checker that would fetch its words', async () => {
  const found = await running.app.evaluate(async ({ BrowserWindow, session }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    contents?.openDevTools()
    await new Promise((resolve) => setTimeout(resolve, 500))
    return { tools: contents?.isDevToolsOpened(), spelling: session.defaultSession.isSpellCheckerEnabled() }
  })
  expect(found).toEqual({ tools: false, spelling: false })
})

test('the policy refuses eval, inline scripts, inline styles without the nonce and strange frames', async () => {
  expect(await asPage('return 1 + 1')).toMatch(/refused: EvalError/)
  const done = await running.window.evaluate(async (address) => {
    const violations: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => {
      violations.push(event.effectiveDirective)
    })
    const add = (tag: string, set: (element: HTMLElement) => void) => {
      const element = document.createElement(tag)
      set(element)
      document.body.append(element)
    }
    add('script', (script) => (script.textContent = 'globalThis.inlineRan = true'))
    add('script', (script) => script.setAttribute('src', `${address}/x.js`))
    add('style', (style) => (style.textContent = 'body { color: rgb(1, 2, 3) }'))
    add('img', (image) => image.setAttribute('src', `${address}/x.png`))
    add('iframe', (frame) => frame.setAttribute('src', `${address}/frame`))
    add('a', (link) => link.setAttribute('onclick', 'globalThis.inlineRan = true'))
    document.querySelector<HTMLElement>('a[onclick]')?.click()
    await new Promise((resolve) => setTimeout(resolve, 300))
    return {
      ran: 'inlineRan' in globalThis,
      coloured: getComputedStyle(document.body).color === 'rgb(1, 2, 3)',
      violations: [...new Set(violations)].sort(),
    }
  }, outside)
  expect(done).toEqual({
    ran: false,
    coloured: false,
    violations: ['frame-src', 'img-src', 'script-src-attr', 'script-src-elem', 'style-src-elem'],
  })
  expect(asked).toEqual([])
})

test('the window writes nowhere that no person has chosen', async () => {
  const answers = await running.window.evaluate(async () => {
    const settings = await window.zhike.call('settings:get', null)
    const saved = await window.zhike.call('settings:put', { ...settings, backupFolder: '/elsewhere' })
    const written = await window.zhike.call('printRun:add', { forms: [], sheets: [] })
    const kept = await window.zhike.call('settings:get', null)
    return { saved, written, kept: kept.backupFolder ?? null }
  })
  const refused = { ok: false, error: { type: 'NotWritable', path: '/elsewhere' } }
  expect(answers).toMatchObject({ saved: refused, written: { ok: false }, kept: null })
})

test('nothing is asked for over the network, by no means', async () => {
  const answers = await running.window.evaluate(async (address) => {
    const refused = (work: () => Promise<unknown>) =>
      work().then(
        () => 'answered',
        () => 'refused',
      )
    const socket = () =>
      new Promise((resolve, reject) => {
        const opened = new WebSocket(address.replace('http', 'ws'))
        opened.onopen = resolve
        opened.onerror = reject
      })
    navigator.sendBeacon(`${address}/beacon`, 'x')
    return Promise.all([
      refused(() => fetch(`${address}/fetch`)),
      refused(() => fetch(`${address}/no-cors`, { mode: 'no-cors' })),
      refused(socket),
      refused(() => fetch('file:///etc/passwd')),
    ])
  }, outside)
  expect(answers).toEqual(['refused', 'refused', 'refused', 'refused'])
  expect(asked).toEqual([])
})

test('also the session refuses what a page without a policy would ask for', async () => {
  const outcome = await running.app.evaluate(async ({ session }, address) => {
    const work = session.defaultSession as unknown as { fetch: (url: string) => Promise<Response> }
    return work.fetch(`${address}/main`).then(
      () => 'answered',
      (error: unknown) => String(error),
    )
  }, outside)
  expect(outcome).toContain('ERR_BLOCKED_BY_CLIENT')
  expect(asked).toEqual([])
})

test('new windows and navigation are refused', async () => {
  const before = running.window.url()
  const opened = await running.window.evaluate((address) => {
    const inside = window.open('app://zhike/index.html')
    const other = window.open(address)
    const link = document.createElement('a')
    link.href = address
    link.target = '_blank'
    document.body.append(link)
    link.click()
    link.target = '_self'
    link.click()
    location.href = `${address}/away`
    return [inside, other]
  }, outside)
  expect(opened).toEqual([null, null])
  await running.window.evaluate(() => (location.href = 'app://zhike/print/print.html'))
  await running.window.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)))
  expect(running.window.url()).toBe(before)
  expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  expect(asked).toEqual([])
})

test('every permission is refused, asked for or checked', async () => {
  const states = await running.window.evaluate(async () => {
    const media = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'granted',
      () => 'refused',
    )
    const place = await new Promise((resolve) => {
      navigator.geolocation.getCurrentPosition(
        () => resolve('granted'),
        () => resolve('refused'),
      )
    })
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi']
    const checked = await Promise.all(
      names.map(async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state),
    )
    return { media, place, notification: await Notification.requestPermission(), checked }
  })
  expect(states.media).toBe('refused')
  expect(states.place).toBe('refused')
  expect(states.notification).toBe('denied')
  expect(states.checked).not.toContain('granted')
})

test('only the program’s own pages and fonts are served', async () => {
  const answers = await running.window.evaluate(async () => {
    const paths = [
      '/index.html',
      '/fonts/sans-licence.txt',
      '/../main/index.cjs',
      '/%2e%2e/main/index.cjs',
      '/..%2fmain/index.cjs',
      '/fonts/..%2fmain%2findex.cjs',
      '/fonts/..%5cmain%5cindex.cjs',
      '/preload/index.cjs',
      '/package.json',
      '/print/0000.pdf',
      '/',
    ]
    return Promise.all(paths.map(async (path) => [path, (await fetch(`app://zhike${path}`)).status]))
  })
  expect(answers.filter(([, status]) => status === 200).map(([path]) => path)).toEqual([
    '/index.html',
    '/fonts/sans-licence.txt',
    '/',
  ])
  expect(
    await running.window.evaluate(() => fetch('/index.html', { method: 'POST' }).then((it) => it.status)),
  ).toBe(405)
})

test('a large file arrives whole, however often it is asked for', async () => {
  const hashes = await running.window.evaluate(async () => {
    const hashed = async () => {
      const bytes = await (await fetch('app://zhike/fonts/sans.ttf')).arrayBuffer()
      return Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))).join()
    }
    return [await hashed(), ...(await Promise.all([hashed(), hashed()]))]
  })
  const font = createHash('sha256').update(readFileSync('out/fonts/sans.ttf')).digest()
  expect(hashes).toEqual(Array(3).fill([...font].join()))
})

test('pages carry the policy, and each answer a nonce of its own', async () => {
  const policies = await running.window.evaluate(() =>
    Promise.all(
      [1, 2].map(async () => (await fetch('/index.html')).headers.get('content-security-policy') ?? ''),
    ),
  )
  expect(policies[0]).toContain("default-src 'none'")
  expect(policies[0]).not.toBe(policies[1])
})

test('a call with a payload that breaks the contract is refused with a typed error, and so is an unknown call', async () => {
  const call = (name: string, input: unknown) =>
    running.window.evaluate(
      ([name, input]) =>
        window.zhike.call(name as 'app:start', input as null).then(
          () => 'answered',
          (error: unknown) => (error as Error).message,
        ),
      [name, input] as const,
    )
  const bad = refusalOf(new Error(await call('journal:read', { writer: 'x', after: 0, limit: 'all' })))
  expect(bad).toMatchObject({ type: 'BadPayload', call: 'journal:read' })
  const unknown = refusalOf(new Error(await call('shell:run', { command: 'ls' })))
  expect(unknown).toEqual({ type: 'UnknownCall', call: 'shell:run' })
  expect(refusalOf(new Error(await call('toString', null)))).toMatchObject({ type: 'UnknownCall' })
})

test('the print page has no way into the program at all', async () => {
  const bridged = await running.app.evaluate(async ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } })
    await window.loadURL('app://zhike/print/print.html')
    const found: unknown = await window.webContents.executeJavaScript('"zhike" in window')
    window.destroy()
    return found
  })
  expect(bridged).toBe(false)
})

test('a second start on the same data folder ends at once, and the first window stays', async () => {
  const electron = await findElectron()
  const project = join(import.meta.dirname, '../..')
  const own = [`--user-data-dir=${running.profile}`, `--data=${running.dataFolder}`]
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const code = await new Promise((resolve) => {
    execFile(electron.path, [project, ...own, ...sandbox], (error) => resolve(error?.code ?? 0))
  })
  expect(code).toBe(0)
  expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})
