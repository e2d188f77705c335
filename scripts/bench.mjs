// npm run bench [-- NAME …] [--quick] [--save]: measures the figures of tests/bench/figures and prints one table.
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { buildIfStale } from './build-if-stale.mjs'
import { describe, findElectron } from './electron-runtime.mjs'
import { ensureElectronLibraries, ensureTestPrograms } from './install-system.mjs'
import { chromeTarget, nodeBuild, nodeResolve } from './node-build.mjs'

const root = join(import.meta.dirname, '..')
const figures = join(root, 'tests/bench/figures')
const suffix = '.bench.ts'
const usage = 'npm run bench -- [名称 …] [--quick] [--save]'

/** The page with one button, a project as Electron starts it. */
const oneButton = join(root, '.cache/bench/one-button')

/** Where the measuring program is built to; three folders deep, as `tests/e2e/support` is, which finds the project by that. */
const programs = join(root, '.cache/bench/program')

function readArguments() {
  try {
    const flag = { type: 'boolean' }
    return parseArgs({ options: { quick: flag, save: flag }, allowPositionals: true })
  } catch (error) {
    console.error(`看不懂的参数：${error.message}\n${usage}`)
    process.exit(2)
  }
}

const { values, positionals } = readArguments()
const names = readdirSync(figures)
  .filter((file) => file.endsWith(suffix))
  .map((file) => file.slice(0, -suffix.length))
const unknown = positionals.filter((wanted) => !names.some((name) => name.includes(wanted)))
if (unknown.length > 0) {
  console.error(`没有这样的项目：${unknown.join('、')}。有：${names.join('、')}\n${usage}`)
  process.exit(2)
}
const wanted = names.filter(
  (name) => positionals.length === 0 || positionals.some((part) => name.includes(part)),
)

process.chdir(root)
await buildIfStale('all')
const electron = await findElectron()
console.log(describe(electron))
const missing = ensureTestPrograms() ?? ensureElectronLibraries(electron.path)
if (missing) {
  console.error(missing)
  process.exit(1)
}
await buildMeasuring()
await buildOneButton()
const { runBench } = await import(pathToFileURL(join(programs, 'main.mjs')).href)
const isDone = await runBench({
  names: wanted,
  quick: values.quick ?? false,
  save: values.save ?? false,
  isWhole: wanted.length === names.length,
  programs,
  oneButton,
  electron: electron.version,
})
process.exit(isDone ? 0 : 1)

/** With the same settings as the program's own window and main process. */
async function buildOneButton() {
  rmSync(oneButton, { recursive: true, force: true })
  const source = join(root, 'tests/bench/pages/one-button')
  const common = { configFile: false, logLevel: 'error' }
  await build({
    ...common,
    root: source,
    base: './',
    build: { target: chromeTarget, outDir: join(oneButton, 'page'), modulePreload: { polyfill: false } },
  })
  await build({
    ...common,
    root,
    resolve: nodeResolve,
    ssr: { noExternal: true, external: ['electron'] },
    build: { ...nodeBuild('main', 'tests/bench/pages/one-button/main.ts'), ssr: true, outDir: oneButton },
  })
  const manifest = { name: 'one-button', version: '0.0.0', main: 'main.cjs' }
  writeFileSync(join(oneButton, 'package.json'), JSON.stringify(manifest))
}

/**
 * Bundled as the program itself is, so that what is measured is the code that people run: modules loaded one by one run slower.
 * Window tests' own tools stay outside.
 */
async function buildMeasuring() {
  rmSync(programs, { recursive: true, force: true })
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: {
      noExternal: true,
      external: ['@playwright/test', 'playwright', '@axe-core/playwright', 'fontkit'],
    },
    build: {
      ssr: true,
      target: 'node20',
      outDir: programs,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: {
        input: {
          main: join(root, 'tests/bench/main.ts'),
          'pdfmake-worker': join(root, 'tests/bench/peers/pdfmake-worker.ts'),
          'pdf-writer-worker': join(root, 'tests/bench/limits/pdf-writer-worker.ts'),
        },
        // Packages of the older kind ask where they stand.
        output: {
          banner: 'var __filename = import.meta.filename, __dirname = import.meta.dirname;',
          format: 'es',
          entryFileNames: '[name].mjs',
          chunkFileNames: '[name]-[hash].mjs',
        },
      },
    },
  })
}
