// npm run fuzz:segment -- [--cases N] [--seed S] [--from K]: hostile files of a team folder, made, signed, and read.
// A run that was ended goes on where it was when it is started again with the same seed.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createServer } from 'vite'

const root = join(import.meta.dirname, '..')
const { values } = parseArgs({
  options: { cases: { type: 'string' }, seed: { type: 'string' }, from: { type: 'string' } },
})
const seed = values.seed ?? '1'
const cases = Number(values.cases ?? 100_000)
const kept = join(root, '.cache/fuzz', `segment-${seed.replace(/[^0-9a-z-]/gi, '_')}.json`)

/** @returns {{ next: number, counts: [string, number][] }} */
function remembered() {
  try {
    return JSON.parse(readFileSync(kept, 'utf8'))
  } catch {
    return { next: 0, counts: [] }
  }
}

/** A process that reads hostile files may not grow beyond this, in bytes. */
const MOST_MEMORY = 1.5 * 1024 ** 3

const server = await createServer({
  root,
  configFile: false,
  logLevel: 'warn',
  appType: 'custom',
  server: { middlewareMode: true, ws: false, watch: null },
})
let failed = false
try {
  const { everyCutAndBit, runCase } = await server.ssrLoadModule('/tests/support/fuzz/run.ts')
  const start = values.from === undefined ? remembered() : { next: Number(values.from), counts: [] }
  const counts = new Map(start.counts)
  let peak = 0
  let told = Date.now()
  if (start.next === 0) {
    const tried = (await everyCutAndBit(false)) + (await everyCutAndBit(true))
    console.log(`every length and every bit: ${tried} files, none taken`)
  } else {
    console.log(`going on at case ${start.next}`)
  }
  mkdirSync(join(kept, '..'), { recursive: true })
  for (let at = start.next; at < cases; at++) {
    await runCase(seed, at, counts)
    peak = Math.max(peak, process.memoryUsage.rss())
    if (peak > MOST_MEMORY) throw new Error(`seed ${seed}, case ${at}: ${peak} bytes of memory`)
    if (Date.now() - told > 5000 || at === cases - 1) {
      told = Date.now()
      writeFileSync(kept, JSON.stringify({ next: at + 1, counts: [...counts] }))
      console.log(`seed ${seed}: ${at + 1} of ${cases} cases, at most ${Math.round(peak / 1024 ** 2)} MB`)
    }
  }
  for (const [outcome, times] of [...counts].sort()) console.log(`  ${outcome}  ${times}`)
  console.log(`seed ${seed}: ${cases} cases, none taken wrongly, no crash`)
} catch (error) {
  failed = true
  console.error(error instanceof Error ? error.message : error)
} finally {
  await server.close()
}
process.exit(failed ? 1 : 0)
