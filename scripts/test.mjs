// npm test: builds, runs both test runners, and says at the very end how many tests passed and failed.
// npm run test:long (--long): the same with the tests that are too long for every day, and with nothing else.
import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { join } from 'node:path'
import { buildIfStale } from './build-if-stale.mjs'
import { ensureTestPrograms } from './install-system.mjs'

const root = join(import.meta.dirname, '..')
const results = join(root, '.cache/test-results')
const isLong = process.argv.includes('--long')
const projects = isLong ? ['long'] : ['unit', 'alone', 'property', 'contract', 'looks']
/** What is too long for every day; of every form and every kill also those of every day: their number is shown. */
const windows = isLong ? ['--grep', '@long|every-form|crash.test'] : []

const vitest = (names, report) => ({
  program: 'node_modules/vitest/vitest.mjs',
  args: [
    'run',
    ...names.flatMap((name) => ['--project', name]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(results, report)}`,
  ],
  report,
  count: (counted) => ({ passed: counted.numPassedTests, failed: counted.numFailedTests }),
})

/** Histories need nothing but processor time: they take what the others, which wait for windows and disks, leave over. */
const beside = isLong ? null : vitest(['histories'], 'histories.json')

const runners = [
  vitest(projects, 'fast.json'),
  {
    program: 'node_modules/@playwright/test/cli.js',
    args: ['test', ...windows, '--reporter=list,json'],
    report: 'e2e.json',
    count: ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }),
  },
]

/** Resolves to how many tests passed and failed. `log`: it has the lowest priority, and what it says goes into this file. */
function runTests({ program, args, report, count }, log = null) {
  const file = join(results, report)
  const long = isLong ? { ZHIKE_TEST_LONG: '1' } : {}
  const env = { ...process.env, ...long, PLAYWRIGHT_JSON_OUTPUT_NAME: file }
  const said = log === null ? null : openSync(log, 'w')
  const child = spawn(process.execPath, [join(root, program), ...args], {
    cwd: root,
    stdio: said === null ? 'inherit' : ['ignore', said, said],
    env,
  })
  if (said !== null) {
    closeSync(said)
    lower(child.pid)
    process.on('exit', () => child.kill())
    process.once('SIGTERM', () => process.exit(143))
  }
  return new Promise((resolve) => {
    child.on('error', () => resolve(countsOf(file, count, 1)))
    child.on('exit', (status) => resolve(countsOf(file, count, status)))
  })
}

/** One that could not be started or has ended already needs no priority. */
function lower(pid) {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_LOW)
  } catch (error) {
    if (error.code !== 'ERR_SYSTEM_ERROR') throw error
  }
}

/** A runner that failed counts at least one failure, also when it could not report. */
function countsOf(file, count, status) {
  const counted = { passed: 0, failed: 0, ...readCounts(file, count) }
  return { ...counted, failed: Math.max(counted.failed, status === 0 && counted.passed > 0 ? 0 : 1) }
}

function readCounts(file, count) {
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return {}
  }
}

const missing = ensureTestPrograms()
if (missing) {
  console.error(missing)
  process.exit(1)
}
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })
await buildIfStale('all')
const log = join(results, 'histories.txt')
const played = beside === null ? null : runTests(beside, log)
const counts = []
for (const runner of runners) counts.push(await runTests(runner))
if (played !== null) {
  console.log('\nHistories of teams in bad weather, played beside the others:')
  counts.push(await played)
  console.log(readFileSync(log, 'utf8'))
}
const passed = counts.reduce((sum, count) => sum + count.passed, 0)
const failed = counts.reduce((sum, count) => sum + count.failed, 0)
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
