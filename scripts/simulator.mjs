// The simulator of teams in bad weather as one file of plain JavaScript: run so, a history takes a fifth less time than module by module.
import { mkdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '..')
const folder = join(root, '.cache/simulator')

/** What says the same of the same bytes is worked out once for all computers of a history: in whose place which file stands. */
const remembered = new Map(
  [
    'node/team/format/container',
    'node/team/format/identity',
    'node/team/format/mark',
    'node/team/format/names',
    'shared/store/fold',
    'shared/store/frame',
    'shared/store/payload',
    'shared/store/segment',
  ].map((path) => [
    join(root, `${path}.ts`),
    join(root, 'tests/support/sim/remembered', `${path.split('/').at(-1)}.ts`),
  ]),
)

/** @type {import('vite').Plugin} */
const remembering = {
  name: 'remembering',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    if (importer === undefined || !source.startsWith('.')) return null
    const found = await this.resolve(source, importer, { ...options, skipSelf: true })
    const instead = remembered.get(found?.id ?? '')
    return instead === undefined || instead === importer ? found : instead
  },
}

/** @returns {Promise<typeof import('../tests/support/sim/play-all')>} */
export async function loadSimulator() {
  mkdirSync(folder, { recursive: true })
  const name = `simulator-${process.pid}-${Math.random().toString(36).slice(2)}`
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [remembering],
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node20',
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: {
        input: { [name]: join(root, 'tests/support/sim/play-all.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  })
  const file = join(folder, `${name}.cjs`)
  try {
    return createRequire(import.meta.url)(file)
  } finally {
    rmSync(file)
  }
}
