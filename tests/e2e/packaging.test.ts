import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { expect, test } from '@playwright/test'
import { PackagedProgram } from './support/devtools'
import { removeFolder } from '../support/remove-folder'

/** A fuse is one character in the program: '0' or '1'; the library gives its code and exports no names for it. */
const off = '0'.charCodeAt(0)
const on = '1'.charCodeAt(0)

const root = join(import.meta.dirname, '../..')
const folder = join(root, '.cache/packaged')
const unpacked = join(folder, 'linux-unpacked')
const program = join(unpacked, 'zhike')

test.beforeAll(() => {
  removeFolder(folder)
  const args = ['scripts/package.mjs', '--linux', 'dir', `-c.directories.output=${folder}`]
  execFileSync(process.execPath, args, { cwd: root, stdio: 'ignore' })
})

test('a package holds the built program and its description, and nothing else', () => {
  const top = listPackage(join(unpacked, 'resources/app.asar'), { isPack: false }).map((path) =>
    path.split('/').slice(0, 3).join('/'),
  )
  expect([...new Set(top)].sort()).toEqual([
    '/out',
    '/out/fonts',
    '/out/main',
    '/out/preload',
    '/out/renderer',
    '/package.json',
  ])
  expect(readdirSync(join(unpacked, 'resources')).sort()).toEqual(['app.asar', 'app.asar.unpacked'])
})

test('a package carries each font with its licence', () => {
  const names = readdirSync(join(unpacked, 'resources/app.asar.unpacked/out/fonts'))
  expect(names).toEqual(expect.arrayContaining(['serif.ttf', 'serif-bold.ttf', 'sans.ttf', 'rare.otf']))
  for (const family of ['serif', 'sans', 'rare']) expect(names).toContain(`${family}-licence.txt`)
})

test('a package has its fuses set', async () => {
  const wire = await getCurrentFuseWire(program)
  expect(wire[FuseV1Options.RunAsNode]).toBe(off)
  expect(wire[FuseV1Options.EnableCookieEncryption]).toBe(off)
  expect(wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable]).toBe(off)
  expect(wire[FuseV1Options.EnableNodeCliInspectArguments]).toBe(off)
  expect(wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation]).toBe(on)
  expect(wire[FuseV1Options.OnlyLoadAppFromAsar]).toBe(on)
  expect(wire[FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]).toBe(off)
  // Electron 25 has no place for this fuse (it came with 29): there the value is undefined.
  const version = readFileSync(join(unpacked, 'version'), 'utf8')
  const expected = parseInt(version) < 29 ? undefined : off
  expect(wire[FuseV1Options.GrantFileProtocolExtraPrivileges]).toBe(expected)
})

test('a package cannot be run as Node', () => {
  const profile = mkdtempSync(join(tmpdir(), 'zhike-packaged-'))
  const mark = join(profile, 'ran')
  try {
    // As Node it would write the file and end; as a window it never does, so it is stopped.
    execFileSync(program, ['-e', `require('fs').writeFileSync(${JSON.stringify(mark)}, '')`], {
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', DISPLAY: '' },
      timeout: 5000,
      stdio: 'ignore',
    })
  } catch {
    // Ended by the missing display or by the limit.
  }
  expect(existsSync(mark)).toBe(false)
  removeFolder(profile)
})

test('the packaged program starts, shows its window, and reads a table in a process of its own', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'zhike-packaged-'))
  const packaged = new PackagedProgram(program, [
    // Chromium's sandbox cannot start as root, as in CI.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    `--user-data-dir=${join(profile, 'profile')}`,
    `--data=${join(profile, 'data')}`,
  ])
  try {
    expect(await packaged.windowAddress()).toMatch(/index\.html|^app:/)
    // While the page is being loaded, asking it anything is an error.
    await expect(async () => {
      expect(await packaged.evaluate('document.body.innerText.trim().length')).toBeGreaterThan(0)
      expect(await packaged.evaluate('document.title')).toContain('知客')
    }).toPass({ timeout: 30_000 })
    const bytes = `new TextEncoder().encode('客户名称,电话\\n示例商店,0571-88880001')`
    const read = `window.zhike.call('import:read', { name: '示例.csv', bytes: ${bytes} })`
    expect(await packaged.evaluate(`${read}.then((answer) => answer.value?.sheets[0]?.filled)`)).toBe(2)
  } finally {
    await packaged.close()
    removeFolder(profile)
  }
})
