import { Failure, runHistory } from './history'
import type { Plant } from './plant'
import type { Happened } from './sim-team'

export { Failure, runHistory } from './history'
export { PLANTS } from './plants'

/** In so many histories everything that happens rarely happens at least once. */
const MANY = 100

/**
 * Plays histories `<seed>/0`, `<seed>/1` … and answers what went wrong, with a trace of the first; also what never happened in
 * many of them, and so was not judged.
 */
export async function playAll(seed: string, histories: number): Promise<readonly string[]> {
  const failed: string[] = []
  const sum = new Map<string, number>()
  for (let number = 0; number < histories; number++) {
    const why = await played(`${seed}/${number}`, undefined, (happened) => {
      for (const [what, times] of Object.entries<number>({ ...happened }))
        sum.set(what, (sum.get(what) ?? 0) + times)
    })
    if (why !== null) failed.push(failed.length === 0 ? why : (why.split('\n')[0] ?? why))
  }
  for (const [what, times] of sum)
    if (histories >= MANY && times === 0) failed.push(`no ${what} in ${histories} histories`)
  return failed
}

/** The number of the first history that fails with a mistake and holds without it; null when none of so many does. */
export async function firstToFind(plant: Plant, seed: string, histories: number): Promise<number | null> {
  for (let number = 0; number < histories; number++)
    if ((await played(`${seed}/${number}`, plant)) !== null && (await played(`${seed}/${number}`)) === null)
      return number
  return null
}

async function played(
  seed: string,
  plant?: Plant,
  tell: (happened: Happened) => void = () => undefined,
): Promise<string | null> {
  try {
    tell(await runHistory(seed, plant))
    return null
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return [error.message, ...error.lines].join('\n')
  }
}
