import { Failure, runHistory } from './history'
import type { Plant } from './plant'

/** Plays histories `<seed>/0`, `<seed>/1` … and answers what went wrong, with a trace of the first. */
export async function playAll(seed: string, histories: number): Promise<readonly string[]> {
  const failed: string[] = []
  for (let number = 0; number < histories; number++) {
    const why = await played(`${seed}/${number}`)
    if (why !== null) failed.push(failed.length === 0 ? why : (why.split('\n')[0] ?? why))
  }
  return failed
}

/** The number of the first history that fails with a mistake and holds without it; null when none of so many does. */
export async function firstToFind(plant: Plant, seed: string, histories: number): Promise<number | null> {
  for (let number = 0; number < histories; number++)
    if ((await played(`${seed}/${number}`, plant)) !== null && (await played(`${seed}/${number}`)) === null)
      return number
  return null
}

async function played(seed: string, plant?: Plant): Promise<string | null> {
  try {
    await runHistory(seed, plant)
    return null
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return [error.message, ...error.lines].join('\n')
  }
}
