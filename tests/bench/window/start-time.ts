import { findElectron } from '../../../scripts/electron-runtime.mjs'
import { PackagedProgram } from '../../e2e/support/devtools'

export interface Started {
  /** The folder that Electron is started with. */
  readonly project: string
  readonly args: readonly string[]
  /** What is there when the window can be used. */
  readonly selector: string
  /** It is there with the page's first painting: when DevTools looked too late, it counts from that. */
  readonly isFirstPainting?: true
  /** How the program is ended, in its window. */
  readonly quit: string
}

/**
 * Milliseconds from the start of the process until the window can be used. DevTools are attached while it loads; what is there
 * already when they look counts from then.
 */
export async function startTime({ project, args, selector, quit, ...more }: Started): Promise<number> {
  const electron = await findElectron()
  const noSandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const from = Date.now()
  const program = new PackagedProgram(electron.path, [project, ...noSandbox, ...args])
  try {
    const at = await usableAt(program, selector, more.isFirstPainting ?? false)
    await program.quit(quit)
    return at - from
  } catch (error) {
    await program.close()
    throw error
  }
}

/** Milliseconds since 1970. A window that has just begun to load ends the first questions. */
async function usableAt(program: PackagedProgram, selector: string, isFirst: boolean): Promise<number> {
  for (let attempt = 0; attempt < 500; attempt += 1) {
    const call = `(${looking.toString()})(${JSON.stringify(selector)}, ${isFirst})`
    const at = await program.evaluate(call).catch(() => null)
    if (typeof at === 'number') return at
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`${selector} does not come:\n${program.output}`)
}

/** Runs in the window. */
function looking(selector: string, isFirst: boolean): Promise<number> {
  const isThere = () => document.querySelector(selector) !== null
  return new Promise((done) => {
    if (isThere()) {
      const [paint] = performance.getEntriesByName('first-contentful-paint')
      done(performance.timeOrigin + (isFirst && paint ? paint.startTime : performance.now()))
      return
    }
    const observer = new MutationObserver(() => {
      if (!isThere()) return
      observer.disconnect()
      done(performance.timeOrigin + performance.now())
    })
    observer.observe(document, { subtree: true, childList: true })
  })
}
