// npm run bench: times the figures of tests/bench/*.bench.ts; an argument picks those whose file name contains it.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createServer } from 'vite'
import { buildIfStale } from './build-if-stale.mjs'

const root = join(import.meta.dirname, '..')
await buildIfStale('node')
const server = await createServer({
  root,
  configFile: false,
  logLevel: 'warn',
  appType: 'custom',
  server: { middlewareMode: true, ws: false, watch: null },
})
try {
  const { measure } = await server.ssrLoadModule('/tests/bench/harness.ts')
  const files = readdirSync(join(root, 'tests/bench')).filter((name) => name.endsWith('.bench.ts'))
  const wanted = files.filter((name) => name.includes(process.argv[2] ?? ''))
  const modules = await Promise.all(wanted.map((name) => server.ssrLoadModule(`/tests/bench/${name}`)))
  await measure(modules.map((module) => module.default))
} finally {
  await server.close()
}
process.exit(0)
