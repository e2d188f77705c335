import { spawn } from 'node:child_process'

export interface Display {
  /** For example `:99`. */
  readonly name: string
  readonly end: () => void
}

/** A virtual display of 1920 × 1080. */
export async function startDisplay(): Promise<Display> {
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
  return { name: `:${number}`, end: () => display.kill() }
}
