import { contestRow, type ContestRow, type Measured } from './row'

type Work = () => unknown

/** Work of which one call does several things, e.g. sets 250 sheets: its figure is told for one of them. */
interface Batch {
  readonly run: Work
  readonly of: number
}

export interface Contest extends Omit<Measured, 'own' | 'beside'> {
  readonly own: Work | Batch
  /** The same work done by somebody else, or the least that it can take, by name. */
  readonly beside?: Readonly<Record<string, Work | Batch>>
  /** Rounds that count; each does every piece of work once, in turns. */
  readonly rounds: number
  /** Rounds before them that do not. Default 1. */
  readonly warmUp?: number
  /** Calls that make one sample, for work too short to be timed by itself. Default 1. */
  readonly calls?: number
}

/** The work and what stands beside it, timed in turns. */
export async function contest(given: Contest): Promise<ContestRow> {
  const { own, beside = {}, rounds, warmUp = 1, calls = 1, ...measured } = given
  const samplers = Object.entries({ [OWN]: own, ...beside }).map(([name, work]) => {
    const { run, of } = typeof work === 'function' ? { run: work, of: 1 } : work
    return [name, timed(run, calls, of)] as const
  })
  const { [OWN]: ownSamples = [], ...besides } = await inTurns(Object.fromEntries(samplers), rounds, warmUp)
  return contestRow({ ...measured, own: ownSamples, beside: besides }, pace())
}

/**
 * Takes a sample of each in turns, so that whatever else the machine does slows all of them. Every second round goes backwards:
 * what runs right after something else may pay for its garbage.
 */
export async function inTurns<Name extends string>(
  samplers: Readonly<Record<Name, () => Promise<number>>>,
  rounds: number,
  warmUp = 1,
): Promise<Readonly<Record<Name, readonly number[]>>> {
  const names = Object.keys(samplers) as Name[]
  const samples = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : [...names].reverse()) {
      const taken = await samplers[name]()
      if (round >= 0) samples[name].push(taken)
    }
  }
  return samples
}

const OWN = 'own'

/** A sampler of work: milliseconds of one of `of` things that a call does, the mean of so many calls. */
export const timed =
  (work: Work, calls = 1, of = 1): (() => Promise<number>) =>
  async () => {
    const from = performance.now()
    for (let call = 0; call < calls; call += 1) {
      const done = work()
      if (done instanceof Promise) await done
    }
    return (performance.now() - from) / calls / of
  }

/** Milliseconds of a million steps of arithmetic, the best of five: how fast this machine is just now. */
export function pace(): number {
  const times = Array.from({ length: 5 }, () => {
    const from = performance.now()
    let sum = 0
    for (let i = 1; i <= 1_000_000; i += 1) sum = (sum * 31 + i) % 1_000_003
    // Never true; without a use of it the loop could be left out.
    if (sum < 0) throw new Error('arithmetic failed')
    return performance.now() - from
  })
  return Math.min(...times)
}
