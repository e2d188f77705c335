import { join } from 'node:path'
import { askSecret } from './ask-secret'
import { runProgram } from './program'

void runProgram(process.argv.slice(2), {
  workerFile: join(__dirname, 'pdf-worker.cjs'),
  readerFile: join(__dirname, 'import-reader.cjs'),
  fontsDir: join(__dirname, '../fonts'),
  now: () => Date.now(),
  write: (text) => process.stdout.write(text),
  complain: (line) => process.stderr.write(`${line}\n`),
  askSecret,
}).then((code) => {
  process.exitCode = code
})
