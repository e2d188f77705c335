// The part of the build that plain Node runs: command line and the threads, and the fonts that the first two read.
import { copyFileSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

/** The project's folder, also when electron-vite has bundled this file into its configuration there. */
export const root = import.meta.dirname.replace(/[\\/]scripts$/, '')

/** The oldest runtime that the program is developed and tested with is Electron 25: Node 18, Chromium 114. */
export const nodeTarget = 'node18'
export const chromeTarget = 'chrome114'

/** Packages' variants for Node, never those for browsers. */
export const nodeResolve = { mainFields: ['module', 'main'], conditions: ['node', 'import', 'default'] }

const entries = {
  cli: 'cli/index.ts',
  'pdf-worker': 'node/pdf/worker.ts',
  'excel-worker': 'node/excel/worker.ts',
  'demo-maker': 'node/demo/worker.ts',
  'import-reader': 'node/import/process.ts',
  'recovery-worker': 'node/recovery/worker.ts',
  'team-folder-thread': 'node/team/carrier/team-folder-thread.ts',
}

/** Fonts under short names beside the program, each with its licence; read by the painter, served to the window. */
const fonts = {
  'serif.ttf': '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  'serif-bold.ttf': '@expo-google-fonts/noto-serif-sc/600SemiBold/NotoSerifSC_600SemiBold.ttf',
  'serif-licence.txt': '@expo-google-fonts/noto-serif-sc/LICENSE_FONT',
  'sans.ttf': '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  // Headings of the window; the paper has no bold sans.
  'sans-bold.ttf': '@expo-google-fonts/noto-sans-sc/600SemiBold/NotoSansSC_600SemiBold.ttf',
  'sans-licence.txt': '@expo-google-fonts/noto-sans-sc/LICENSE_FONT',
  'rare.otf': 'node-source-han-sans-sc/SourceHanSansSC-Regular.otf',
  'rare-licence.txt': 'node-source-han-sans-sc/LICENSE',
}

/**
 * Options of a build for Node whose result is one file with everything in it.
 * @param {string} name
 * @param {string} entry
 * @returns {import('vite').BuildEnvironmentOptions}
 */
export function nodeBuild(name, entry) {
  return {
    target: nodeTarget,
    outDir: join(root, 'out/main'),
    emptyOutDir: false,
    minify: false,
    sourcemap: false,
    rolldownOptions: {
      input: { [name]: join(root, entry) },
      output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
    },
  }
}

const mainPart = 'main-'

/**
 * The main process: what the window waits for, and beside it what is loaded later (docs/decisions/030). All in one folder, since
 * each part finds the threads beside itself.
 * @type {import('vite').BuildEnvironmentOptions}
 */
export const mainBuild = {
  ...nodeBuild('index', 'main/index.ts'),
  rolldownOptions: {
    input: { index: join(root, 'main/index.ts') },
    experimental: { chunkOptimization: false },
    output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: `${mainPart}[name].cjs` },
  },
}

/** Parts of an earlier build that this one may not have any more. */
export function removeMainParts() {
  const folder = join(root, 'out/main')
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(folder)) if (name.startsWith(mainPart)) rmSync(join(folder, name))
}

/**
 * Each entry is a file of its own: entries of one build would share chunks, and the bundler may put shared code into
 * an entry, so that starting the program would also start the worker.
 */
export async function buildNodeEntries() {
  copyFonts()
  for (const [name, entry] of Object.entries(entries)) {
    await build({
      configFile: false,
      root,
      logLevel: 'error',
      resolve: nodeResolve,
      ssr: { noExternal: true },
      build: { ...nodeBuild(name, entry), ssr: true },
    })
  }
}

function copyFonts() {
  const folder = join(root, 'out/fonts')
  mkdirSync(folder, { recursive: true })
  for (const [name, source] of Object.entries(fonts)) {
    const from = join(root, 'node_modules', source)
    const to = join(folder, name)
    if (statSync(to, { throwIfNoEntry: false })?.size !== statSync(from).size) copyFileSync(from, to)
  }
}
