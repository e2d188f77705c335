import { spawn } from 'node:child_process'
import type { DemoFailure } from '../../shared/ipc/demo'
import { err, ok, type Result } from '../../shared/kernel/result'

/**
 * Starts this program once more, with another command line; it goes on when this one ends. Where its data folder is open
 * already, that window comes to the front instead.
 */
export function startBeside(args: readonly string[]): Promise<Result<null, DemoFailure>> {
  return new Promise((answer) => {
    const failed = (error: unknown) => {
      answer(err({ type: 'NotStarted', reason: String(error) }))
    }
    try {
      const child = spawn(process.env['APPIMAGE'] ?? process.execPath, args, {
        detached: true,
        stdio: 'ignore',
      })
      child.once('error', failed)
      child.once('spawn', () => {
        child.unref()
        answer(ok(null))
      })
    } catch (error) {
      failed(error)
    }
  })
}
