import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { removeFolder } from '../support/remove-folder'
import type { BenchContext, Group } from './harness/group'
import { thisMachine, versionsHere } from './harness/machine'
import { between, markdown, printed, printedChanges, printedMusts } from './harness/report'
import { compare, replaceGroups, type GroupResult, type Results } from './harness/results'
import { fourFigures } from './harness/four-figures'

const root = process.cwd()
const COMMITTED = join(root, 'tests/bench/results/latest.json')
const LATEST = join(root, 'out/bench/latest.json')

/** What is quick first; the working copy that `rebuild` builds is what those behind it begin with. Others come last. */
const ORDER = [
  'size',
  'forms',
  'chromium',
  'many-forms',
  'lists',
  'long-list',
  'saving',
  'opening',
  'tables',
  'rebuild',
  'start',
  'writing',
  'large',
  'team',
]
const placeOf = (name: string): number => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length)

/** One after the other: a group that cannot even be loaded ends no other. */
const modules = import.meta.glob('./figures/*.bench.ts')

export interface BenchOptions {
  readonly names: readonly string[]
  readonly quick: boolean
  readonly save: boolean
  /** No figure was left out by a name. */
  readonly isWhole: boolean
  readonly programs: string
  readonly oneButton: string
  /** Version of the runtime that was found. */
  readonly electron: string
}

/** Measures, prints, compares with the committed results, keeps. Answers whether every group could be measured. */
export async function runBench(options: BenchOptions): Promise<boolean> {
  const cache = join(root, '.cache/bench')
  mkdirSync(join(cache, 'scratch'), { recursive: true })
  const shared = mkdtempSync(join(cache, 'scratch', 'shared-'))
  const measured: GroupResult[] = []
  const failed: string[] = []
  const names = [...options.names].sort((a, b) => placeOf(a) - placeOf(b))
  for (const [index, name] of names.entries()) {
    const scratch = mkdtempSync(join(cache, 'scratch', `${name}-`))
    const say = (text: string) => {
      console.error(`  ${name}: ${text}`)
    }
    try {
      const group = await groupCalled(name)
      if (options.quick && options.isWhole && group.isLong) continue
      const done = await measureGroup(group, { ...options, cache, scratch, shared, say })
      measured.push(done)
      console.log(printed([done]))
    } catch (error) {
      console.error(`  ${name}: could not be measured:`, error)
      failed.push(name)
      // What a stuck group has started goes on and would weigh on all that follow.
      if (error instanceof Stuck) {
        failed.push(...names.slice(index + 1))
        break
      }
    } finally {
      removeFolder(scratch)
    }
  }
  removeFolder(shared)
  const before = readResults()
  console.log(printedMusts(measured))
  console.log(printedChanges(compare(before?.groups ?? [], measured)))
  const results = (groups: readonly GroupResult[]): Results => ({
    machine: thisMachine(),
    versions: versionsHere(root, options.electron),
    groups,
  })
  keep(LATEST, results(measured))
  if (failed.length > 0) console.error(`\nNot measured: ${failed.join(', ')}`)
  // What could not be measured keeps its earlier figures and their date; a whole run drops groups that are no more.
  const isKept = ({ name }: GroupResult) => !options.isWhole || failed.includes(name)
  if (options.save) save(options, results(replaceGroups((before?.groups ?? []).filter(isKept), measured)))
  return failed.length === 0
}

async function groupCalled(name: string): Promise<Group> {
  const { group } = ((await modules[`./figures/${name}.bench.ts`]?.()) ?? {}) as { readonly group?: Group }
  if (group?.name !== name) throw new Error(`${name}.bench.ts exports no group of its name`)
  return group
}

async function measureGroup(group: Group, context: BenchContext): Promise<GroupResult> {
  const { name, title } = group
  const load = loadavg()[0] ?? 0
  const from = performance.now()
  const rows = await withinPatience(group.measure(context))
  const seconds = (performance.now() - from) / 1000
  return { name, title, on: new Date().toISOString().slice(0, 10), seconds, load, rows }
}

class Stuck extends Error {}

/** Milliseconds after which a group counts as stuck, so that the others before it are still told; a busy machine takes its time. */
const PATIENCE = 45 * 60_000

function withinPatience<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Stuck(`no end after ${PATIENCE / 60_000} minutes`))
    }, PATIENCE)
    void work.then(resolve, reject).finally(() => {
      clearTimeout(timer)
    })
  })
}

function readResults(): Results | null {
  try {
    return JSON.parse(readFileSync(COMMITTED, 'utf8')) as Results
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Writes the results that are committed, and the tables that are made of them. A quick look is none. */
function save({ quick }: BenchOptions, results: Results): void {
  if (quick) {
    console.error('\n--quick is a look: nothing was saved')
    return
  }
  keep(COMMITTED, results)
  rewrite('docs/BENCHMARKS.md', 'figures', markdown(results))
  rewrite('README.md', 'four-figures', fourFigures(results.groups.flatMap(({ rows }) => rows)))
  console.log('\nSaved: tests/bench/results/latest.json, docs/BENCHMARKS.md, README.md')
}

function rewrite(file: string, name: string, text: string): void {
  const path = join(root, file)
  writeFileSync(path, between(readFileSync(path, 'utf8'), name, text))
}

function keep(path: string, results: Results): void {
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, `${JSON.stringify(results, null, 2)}\n`)
}
