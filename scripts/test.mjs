// npm test: builds, runs both test runners, and says at the very end how many tests passed and failed.
// npm run test:long (--long): the same with the tests that are too long for every day, and with nothing else.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildIfStale } from './build-if-stale.mjs'
import { ensureTestPrograms } from './install-system.mjs'

const root = join(import.meta.dirname, '..')
const results = join(root, '.cache/test-results')
const isLong = process.argv.includes('--long')
const projects = isLong ? ['long'] : ['unit', 'alone', 'property', 'contract', 'looks']
/** What is too long for every day; of every form and every kill also those of every day: their number is shown. */
const windows = isLong ? ['--grep', '@long|every-form|crash.test'] : []

const runners = [
  {
    program: 'node_modules/vitest/vitest.mjs',
    args: [
      'run',
      ...projects.flatMap((name) => ['--project', name]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${join(results, 'fast.json')}`,
    ],
    report: 'fast.json',
    count: (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests }),
  },
  {
    program: 'node_modules/@playwright/test/cli.js',
    args: ['test', ...windows, '--reporter=list,json'],
    report: 'e2e.json',
    count: ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }),
  },
]

/** A runner that failed counts at least one failure, also when it could not report. */
function runTests({ program, args, report, count }) {
  const file = join(results, report)
  const long = isLong ? { ZHIKE_TEST_LONG: '1' } : {}
  const env = { ...process.env, ...long, PLAYWRIGHT_JSON_OUTPUT_NAME: file }
  const { status } = spawnSync(process.execPath, [join(root, program), ...args], {
    cwd: root,
    stdio: 'inherit',
    env,
  })
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
const counts = runners.map(runTests)
const passed = counts.reduce((sum, count) => sum + count.passed, 0)
const failed = counts.reduce((sum, count) => sum + count.failed, 0)
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
