import { spawn } from 'node:child_process'
import { buildIfStale } from '../../../scripts/build-if-stale.mjs'
import { describe, findElectron } from '../../../scripts/electron-runtime.mjs'
import { ensureElectronLibraries, ensureTestPrograms } from '../../../scripts/install-system.mjs'

/** Everything that a window needs: a runtime with its libraries, the built program, a display of 1920 × 1080. */
export default async function setUp(): Promise<() => void> {
  const electron = await findElectron()
  console.log(describe(electron))
  const missing = [ensureTestPrograms(), ensureElectronLibraries(electron.path)].filter(
    (text) => text !== null,
  )
  if (missing.length > 0) throw new Error(missing.join('\n'))
  await buildIfStale('all')
  return process.platform === 'linux' && !process.env.DISPLAY ? await startDisplay() : () => undefined
}

/** Starts a virtual display for the workers to use; the result ends it. */
async function startDisplay(): Promise<() => void> {
  const args = ['-displayfd', '1', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp']
  const display = spawn('Xvfb', args, { stdio: ['ignore', 'pipe', 'ignore'] })
  const number = await new Promise<string>((resolve, reject) => {
    display.stdout.once('data', (data: Buffer) => {
      resolve(data.toString().trim())
    })
    display.once('error', reject)
    display.once('exit', (code) => {
      reject(new Error(`Xvfb ended with ${String(code)}`))
    })
  })
  process.env.DISPLAY = `:${number}`
  return () => display.kill()
}
