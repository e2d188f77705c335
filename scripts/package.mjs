// Builds the program and packages it: node scripts/package.mjs --linux dir, --win, --mac. Where no Electron can be
// downloaded, the development runtime is packaged instead: good for trying a package, never for a release.
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { buildIfStale } from './build-if-stale.mjs'
import { describe, findElectron } from './electron-runtime.mjs'

const root = join(import.meta.dirname, '..')
const electron = await findElectron()
console.log(describe(electron))
await buildIfStale('all')

// electron-builder fetches the wanted platform's package of an installed electron by itself.
const { source, path, version } = electron
const runtime =
  source === 'installed' ? [] : [`-c.electronDist=${dirname(path)}`, `-c.electronVersion=${version}`]
const program = join(root, 'node_modules/electron-builder/cli.js')
const args = [program, ...process.argv.slice(2), ...runtime]
const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
process.exit(status ?? 1)
