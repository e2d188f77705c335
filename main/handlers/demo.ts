import type { DemoCalls } from '../../shared/ipc/demo'
import { err, ok } from '../../shared/kernel/result'
import { argumentsBack, argumentsForDemo } from '../demo/arguments'
import type { startBeside } from '../demo/beside'
import type { Handlers } from '../ipc/answer'

export interface DemoParts {
  /** Whether this is the window of the demo data. */
  readonly isDemo: boolean
  /** This program's command line, without the program itself. */
  readonly argv: readonly string[]
  /** The data folder that was given on the command line; null: none was. */
  readonly given: string | null
  /** What the window of the demo data begins with: language and theme of this one. */
  readonly prepare: () => Promise<void>
  readonly startBeside: typeof startBeside
  /** Starts again with another command line once this program has ended. */
  readonly relaunch: (args: readonly string[]) => void
  /** Closes the window as a person does. */
  readonly closeWindow: () => void
}

export function demoHandlers(parts: DemoParts): Pick<Handlers, keyof DemoCalls> {
  const { isDemo, argv, given } = parts
  return {
    'demo:open': async () => {
      if (isDemo) return err({ type: 'NotHere' })
      await parts.prepare()
      return parts.startBeside(argumentsForDemo(argv, 'open', given))
    },
    'demo:renew': () => {
      if (!isDemo) return err({ type: 'NotHere' })
      parts.relaunch(argumentsForDemo(argv, 'anew', null))
      // After the answer has gone out.
      setImmediate(parts.closeWindow)
      return ok(null)
    },
    'demo:leave': async () => {
      if (!isDemo) return err({ type: 'NotHere' })
      const started = await parts.startBeside(argumentsBack(argv))
      if (started.ok) setImmediate(parts.closeWindow)
      return started
    },
  }
}
