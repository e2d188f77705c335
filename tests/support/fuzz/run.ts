import { chanceOf, type Chance } from './chance'
import { bodyCase, damageCase, everyCutAndBit, headerCase, type Outcome } from './container-cases'
import { carriedCase, frameCase, innerDamageCase, manyCase, payloadCase } from './segment-cases'
import { markCase, nameCase, snapshotCase, statementCase } from './statement-cases'

export { everyCutAndBit }

type Case = (chance: Chance) => Outcome | Promise<Outcome>

/** What is tried, and how often in a round; the many edits take long. */
const CASES: readonly (readonly [name: string, times: number, run: Case])[] = [
  ['header', 6, headerCase],
  ['body', 4, bodyCase],
  ['damage', 6, damageCase],
  ['payload', 12, payloadCase],
  ['frame', 6, frameCase],
  ['inner damage', 4, innerDamageCase],
  ['statement', 6, statementCase],
  ['mark', 4, markCase],
  ['snapshot', 3, snapshotCase],
  ['name', 3, nameCase],
  ['carried', 2, carriedCase],
]
const ROUND = CASES.flatMap(([name, times, run]) => Array.from({ length: times }, () => ({ name, run })))
/** One of so many cases is one with very many edits. */
const MANY_EVERY = 500

/** By kind of case and outcome. */
export type Counts = Map<string, number>

/** Runs one case. Throws what is wrong, with what it takes to do it again. */
export async function runCase(seed: string, number: number, counts: Counts): Promise<void> {
  const chance = chanceOf(seed, number)
  const { name, run } = number % MANY_EVERY === 0 ? { name: 'many', run: manyCase } : chance.pick(ROUND)
  try {
    const key = `${name}: ${await run(chance)}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
    throw new Error(`seed ${seed}, case ${number} (${name}): ${reason}`, { cause: error })
  }
}
