import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'

/** Asks for a line at the terminal without showing what is typed. */
export function askSecret(question: string): Promise<string> {
  process.stderr.write(question)
  const silent = new Writable({
    write: (_chunk, _encoding, done) => {
      done()
    },
  })
  const lines = createInterface({ input: process.stdin, output: silent, terminal: process.stdin.isTTY })
  return new Promise((resolve) => {
    let typed = ''
    lines.on('line', (line) => {
      typed = line
      lines.close()
    })
    lines.on('close', () => {
      process.stderr.write('\n')
      resolve(typed)
    })
  })
}
