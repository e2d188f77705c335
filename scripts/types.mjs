// npm run types: checks each layer with only its own platform's types, two at a time.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const root = join(import.meta.dirname, '..')
const layers = ['renderer', 'tests', 'shared', 'node', 'main', 'main/preload', 'cli', '.']
const waiting = layers.filter((layer) => process.argv.length < 3 || process.argv.includes(layer))
let failed = false

async function checkNext() {
  for (let layer = waiting.shift(); layer; layer = waiting.shift()) {
    try {
      await run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', layer], { cwd: root })
    } catch (error) {
      failed = true
      console.log(`${layer}:\n${error.stdout}${error.stderr}`)
    }
  }
}

await Promise.all([checkNext(), checkNext()])
if (failed) process.exit(1)
