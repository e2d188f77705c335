// npm run sim -- [--histories N] [--seed S] [--resume FILE] [--one K]: teams in bad weather, and whether all promises were kept.
// With --resume a run that was ended goes on where it was. --one plays a single history and prints what happened.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { loadSimulator } from './simulator.mjs'

const { values } = parseArgs({
  options: {
    histories: { type: 'string' },
    seed: { type: 'string' },
    resume: { type: 'string' },
    one: { type: 'string' },
  },
})
const seed = values.seed ?? '1'
const histories = Number(values.histories ?? 1000)

/** @returns {{ next: number, failed: string[] }} */
function remembered() {
  if (values.resume === undefined) return { next: 0, failed: [] }
  try {
    return JSON.parse(readFileSync(values.resume, 'utf8'))
  } catch {
    return { next: 0, failed: [] }
  }
}

const { runHistory, Failure } = await loadSimulator()
const state = remembered()

async function play(/** @type {string} */ name) {
  try {
    await runHistory(name)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    state.failed.push(name)
    console.log(`${error.message}\n${error.lines.join('\n')}\n`)
  }
}

if (values.one !== undefined) {
  await play(`${seed}/${values.one}`)
} else {
  let told = Date.now()
  for (let at = state.next; at < histories; at++) {
    await play(`${seed}/${at}`)
    state.next = at + 1
    if (Date.now() - told < 10_000 && at < histories - 1) continue
    told = Date.now()
    console.log(`seed ${seed}: ${state.next} of ${histories} histories, ${state.failed.length} failed`)
    if (values.resume === undefined) continue
    mkdirSync(dirname(values.resume), { recursive: true })
    writeFileSync(values.resume, JSON.stringify(state))
  }
}
process.exit(state.failed.length > 0 ? 1 : 0)
