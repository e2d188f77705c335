// Builds only what is older than its sources, so that starting costs nothing when nothing changed.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const root = join(import.meta.dirname, '..')
const configs = ['package.json', 'package-lock.json', 'electron.vite.config.ts', 'scripts/node-build.mjs']

const parts = {
  /** Command line, PDF worker, fonts. */
  node: { sources: ['shared', 'node', 'cli', ...configs], stamp: 'out/.node-built' },
  /** All of the program. */
  all: { sources: ['shared', 'node', 'cli', 'main', 'renderer', 'assets', ...configs], stamp: 'out/.built' },
}

/**
 * Builds one part of the program when a source is newer than its last build. Says nothing on stdout.
 * @param {'node' | 'all'} name
 */
export async function buildIfStale(name) {
  if (!isStale(name)) return
  await underLock(async () => {
    if (!isStale(name)) return
    const started = new Date()
    if (name === 'node') {
      const { buildNodeEntries } = await import('./node-build.mjs')
      await buildNodeEntries()
    } else {
      const program = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
      execFileSync(process.execPath, [program, 'build', '--logLevel', 'warn'], {
        cwd: root,
        stdio: ['ignore', 2, 2],
      })
      markBuilt('node', started)
    }
    markBuilt(name, started)
  })
}

function isStale(name) {
  const built = modified(join(root, parts[name].stamp))
  return parts[name].sources.some((source) => newestIn(join(root, source)) > built)
}

/** Newest change under a file or folder, in ms; 0 when it is not there. A folder's own time shows removed files. */
function newestIn(path) {
  const own = statSync(path, { throwIfNoEntry: false })
  if (!own) return 0
  if (!own.isDirectory()) return own.mtimeMs
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestIn(join(path, name))), own.mtimeMs)
}

function modified(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

/** The stamp carries the time when the build began: what was changed meanwhile is newer. */
function markBuilt(name, started) {
  const stamp = join(root, parts[name].stamp)
  writeFileSync(stamp, '')
  utimesSync(stamp, started, started)
}

/** One build at a time, also across processes; a lock whose process is gone is taken over. */
async function underLock(work) {
  const lock = join(root, '.cache/build.lock')
  mkdirSync(join(root, '.cache'), { recursive: true })
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      if (!isAlive(holder(lock))) rmSync(lock, { force: true })
      else await sleep(100)
    }
  }
  try {
    await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

/** Process id in the lock; that of this process while another one is just writing it. */
function holder(lock) {
  try {
    return Number(readFileSync(lock, 'utf8')) || process.pid
  } catch {
    return process.pid
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
