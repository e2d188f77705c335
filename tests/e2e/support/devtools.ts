import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'

interface Answer {
  readonly id?: number
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

/**
 * A packaged program, seen through DevTools on a pipe. Playwright cannot attach to it: the fuses that the package
 * sets refuse --inspect, which Playwright needs.
 */
export class PackagedProgram {
  private readonly child: ChildProcess
  private readonly ended: Promise<unknown>
  private readonly waiting = new Map<number, (answer: Answer) => void>()
  private pending = ''
  private lastId = 0
  private text = ''

  constructor(program: string, args: readonly string[]) {
    this.child = spawn(program, ['--remote-debugging-pipe', ...args], {
      stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
      // A process group of its own, so that Chromium's helpers end with it.
      detached: true,
    })
    this.ended = once(this.child, 'exit')
    const remember = (data: Buffer) => {
      this.text += data.toString()
    }
    this.child.stdout?.on('data', remember)
    this.child.stderr?.on('data', remember)
    const answers = this.child.stdio[4] as Readable
    answers.setEncoding('utf8').on('data', (chunk: string) => {
      this.read(chunk)
    })
  }

  /** What the program has written to stdout and stderr so far. */
  get output(): string {
    return this.text
  }

  /** The address of the first window's page, as soon as there is one. */
  async windowAddress(): Promise<string> {
    return (await this.firstPage()).url
  }

  /** The value of an expression in the first window. */
  async evaluate(expression: string): Promise<unknown> {
    const { targetId } = await this.firstPage()
    const { sessionId } = (await this.send('Target.attachToTarget', { targetId, flatten: true })) as {
      sessionId: string
    }
    const parameters = { expression, awaitPromise: true, returnByValue: true }
    const { result } = (await this.send('Runtime.evaluate', parameters, sessionId)) as {
      result: { value?: unknown }
    }
    return result.value
  }

  /** Ends the program as it ends itself, by an expression in its window. */
  async quit(expression: string): Promise<void> {
    // The answer ends with the window.
    await this.evaluate(expression).catch(() => undefined)
    await this.ended
  }

  /** Ends the program with all its helpers: afterwards nothing writes into its folders any more. */
  async close(): Promise<void> {
    const group = this.child.pid
    if (group === undefined) return
    signalGroup(group, 'SIGKILL')
    await this.ended
    // Where nobody takes in the ended ones they stay listed, and write nothing: hence at most three seconds.
    for (let round = 0; round < 60 && signalGroup(group, 0); round += 1)
      await new Promise((resolve) => setTimeout(resolve, 50))
  }

  private async firstPage(): Promise<{ targetId: string; url: string }> {
    for (let attempt = 0; attempt < 1500; attempt += 1) {
      const { targetInfos } = (await this.send('Target.getTargets')) as {
        targetInfos: { targetId: string; type: string; url: string }[]
      }
      const page = targetInfos.find((target) => target.type === 'page' && target.url !== '')
      if (page) return page
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    throw new Error(`no window opened:\n${this.text}`)
  }

  private async send(method: string, params: object = {}, sessionId?: string): Promise<unknown> {
    const id = (this.lastId += 1)
    const answered = new Promise<Answer>((resolve) => this.waiting.set(id, resolve))
    const requests = this.child.stdio[3] as Writable
    requests.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
    const ended = this.ended.then((): Answer => ({
      error: { message: `ended:\n${this.text}` },
    }))
    const { result, error } = await Promise.race([answered, ended])
    if (error) throw new Error(`${method}: ${error.message}`)
    return result
  }

  /** Messages end with a zero byte and may arrive in pieces. */
  private read(chunk: string): void {
    const messages = (this.pending + chunk).split('\0')
    this.pending = messages.pop() ?? ''
    for (const message of messages) {
      const answer = JSON.parse(message) as Answer
      if (answer.id === undefined) continue
      this.waiting.get(answer.id)?.(answer)
      this.waiting.delete(answer.id)
    }
  }
}

/** Whether a process group was there to be signalled; 0 only asks. */
function signalGroup(group: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-group, signal)
  } catch {
    return false
  }
}
