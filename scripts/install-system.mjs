// The system packages that a Debian machine needs to run the window and the tests: finds what is missing,
// installs it as root, otherwise names it. Used by the runtime finder, by the test command and by CI.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

/** Shared libraries of Electron. A list in a list: the first name that this Debian knows (t64 since Debian 13). */
const electronPackages = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  'libnss3',
  ['libasound2t64', 'libasound2'],
  'libgbm1',
  'libxss1',
  ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
  ['libcups2t64', 'libcups2'],
  'libdrm2',
  'libxkbcommon0',
  'libxshmfence1',
]

/** Programs and fonts that the tests use; key: the file that shows that it is there. */
const testPackages = {
  '/usr/bin/Xvfb': 'xvfb',
  '/usr/bin/xauth': 'xauth',
  '/usr/bin/pdftotext': 'poppler-utils',
  // Opens and prints the Excel files that the program writes.
  '/usr/bin/soffice': 'libreoffice-calc-nogui',
  '/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf': [
    'fonts-liberation2',
    'fonts-liberation',
  ],
  '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc': 'fonts-noto-cjk',
}

/** Libraries that the program at `binary` asks for and this system does not have; empty where it cannot be told. */
export function missingLibraries(binary) {
  if (process.platform !== 'linux') return []
  const ldd = spawnSync('ldd', [binary], { encoding: 'utf8' })
  return (ldd.stdout ?? '')
    .split('\n')
    .filter((line) => line.includes('not found') && !line.includes('libffmpeg'))
    .map((line) => line.trim().split(' ')[0])
}

/** Makes sure that `binary` can be loaded. Returns null, or a sentence that says what is missing. */
export function ensureElectronLibraries(binary) {
  const missing = missingLibraries(binary)
  if (missing.length === 0) return null
  if (canInstall()) {
    install(electronPackages)
    const still = missingLibraries(binary)
    if (still.length === 0) return null
    return `缺少系统库 ${still.join(' ')}。\nMissing system libraries: ${still.join(' ')}.`
  }
  const names = electronPackages.map((name) => (Array.isArray(name) ? name.at(-1) : name)).join(' ')
  return (
    `缺少系统库 ${missing.join(' ')}；请安装（Debian 的包名）：${names}\n` +
    `Missing system libraries: ${missing.join(' ')}. Install (names as in Debian): ${names}`
  )
}

/** Makes sure that what the tests use is installed. Returns null, or a sentence that says what is missing. */
export function ensureTestPrograms() {
  if (process.platform !== 'linux') return null
  const missing = Object.entries(testPackages).filter(([file]) => !existsSync(file))
  if (missing.length === 0) return null
  const names = missing.map(([, name]) => name)
  if (!canInstall()) return `测试需要安装 / the tests need: ${names.join(' ')}`
  install(names)
  return null
}

function canInstall() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

function install(wanted) {
  apt('apt-get', ['update', '-q'])
  const names = wanted.map((name) => (Array.isArray(name) ? name.find(isKnown) : name)).filter(Boolean)
  console.error(`正在安装系统包 / installing system packages: ${names.join(' ')}`)
  apt('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...names])
}

function isKnown(name) {
  const shown = spawnSync('apt-cache', ['policy', name], { encoding: 'utf8' }).stdout ?? ''
  return /Candidate: (?!\(none\))/.test(shown)
}

/** The output goes to stderr: a command's stdout belongs to the command. */
function apt(program, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' }
  execFileSync(program, args, { stdio: ['ignore', 2, 2], env })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { describe, findElectron } = await import('./electron-runtime.mjs')
  try {
    const electron = await findElectron()
    console.error(describe(electron))
    const problems = [ensureTestPrograms(), ensureElectronLibraries(electron.path)].filter(Boolean)
    if (problems.length > 0) throw new Error(problems.join('\n'))
  } catch (error) {
    console.error(error.message)
    process.exit(1)
  }
}
