// npm start: builds when stale, finds a runtime and opens the window; further arguments go to the program.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildIfStale } from './build-if-stale.mjs'
import { readyElectron } from './ready-electron.mjs'

const electron = await readyElectron()
await buildIfStale('all')
const project = join(import.meta.dirname, '..')
const child = spawn(electron.path, [...electron.args, project, ...process.argv.slice(2)], {
  stdio: 'inherit',
})
child.on('exit', (code, signal) => (process.exitCode = signal ? 1 : (code ?? 1)))
