import type { TeamProblem } from '../../../shared/team'

/**
 * What is to be told after a pass. Problems of one pass replace those of the one before, when it is over: while it runs nothing seems to have
 * mended itself. Events stay for the sitting.
 */
export class Told {
  #before: TeamProblem[] = []
  #pass: TeamProblem[] = []
  readonly #sitting = new Map<string, TeamProblem>()

  begin(): void {
    this.#before = this.#pass
    this.#pass = []
  }

  end(): void {
    this.#before = []
  }

  /** Something that is so now. */
  say(problem: TeamProblem): void {
    if (!isAmong(this.#pass, problem)) this.#pass.push(problem)
  }

  /** Something that happened and is not seen again. */
  keep(problem: TeamProblem): void {
    this.#sitting.set(JSON.stringify(problem), problem)
  }

  get problems(): readonly TeamProblem[] {
    const further = this.#before.filter((problem) => !isAmong(this.#pass, problem))
    return [...this.#sitting.values(), ...this.#pass, ...further]
  }
}

function isAmong(problems: readonly TeamProblem[], problem: TeamProblem): boolean {
  const text = JSON.stringify(problem)
  return problems.some((known) => JSON.stringify(known) === text)
}
