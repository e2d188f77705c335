// Runs the command line from the sources: builds it when it is stale, then hands over to it.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildIfStale } from './build-if-stale.mjs'

await buildIfStale('node')

// npm changes to the project's folder; paths that a person types are meant from where they stand.
const cwd = process.env.npm_lifecycle_event === 'cli' ? process.env.INIT_CWD : undefined
const program = join(import.meta.dirname, '../out/main/cli.cjs')
const child = spawn(process.execPath, [program, ...process.argv.slice(2)], { stdio: 'inherit', cwd })
child.on('exit', (code, signal) => {
  if (signal) process.kill(process.pid, signal)
  else process.exitCode = code ?? 1
})
