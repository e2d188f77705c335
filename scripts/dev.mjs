// npm run dev: the window with hot reload, in the runtime that is there.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildIfStale } from './build-if-stale.mjs'
import { readyElectron } from './ready-electron.mjs'

const electron = await readyElectron()
await buildIfStale('node')
const program = join(import.meta.dirname, '../node_modules/electron-vite/bin/electron-vite.js')
const env = {
  ...process.env,
  ELECTRON_EXEC_PATH: electron.path,
  NO_SANDBOX: electron.args.includes('--no-sandbox') ? '1' : '0',
}
const child = spawn(process.execPath, [program, 'dev', ...process.argv.slice(2)], { stdio: 'inherit', env })
child.on('exit', (code, signal) => (process.exitCode = signal ? 1 : (code ?? 1)))
