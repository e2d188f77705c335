import type { TeamProblem } from '../../../shared/team'

/** What is to be told after a pass. Problems of one pass replace those of the one before; events stay for the sitting. */
export class Told {
  #pass: TeamProblem[] = []
  readonly #sitting = new Map<string, TeamProblem>()

  begin(): void {
    this.#pass = []
  }

  /** Something that is so now. */
  say(problem: TeamProblem): void {
    const text = JSON.stringify(problem)
    if (!this.#pass.some((known) => JSON.stringify(known) === text)) this.#pass.push(problem)
  }

  /** Something that happened and is not seen again. */
  keep(problem: TeamProblem): void {
    this.#sitting.set(JSON.stringify(problem), problem)
  }

  get problems(): readonly TeamProblem[] {
    return [...this.#sitting.values(), ...this.#pass]
  }
}
