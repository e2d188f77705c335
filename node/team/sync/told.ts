import type { TeamProblem } from '../../../shared/team'

/**
 * What is to be told after a pass. Problems of one pass replace those of the one before, when it is over: while it runs nothing seems to have
 * mended itself. Events stay for the sitting.
 */
export class Told {
  /** Each by its JSON text. */
  #before: ReadonlyMap<string, TeamProblem> = new Map()
  #pass = new Map<string, TeamProblem>()
  readonly #sitting = new Map<string, TeamProblem>()

  begin(): void {
    this.#before = this.#pass
    this.#pass = new Map()
  }

  end(): void {
    this.#before = new Map()
  }

  /** Something that is so now. */
  say(problem: TeamProblem): void {
    const text = JSON.stringify(problem)
    if (!this.#pass.has(text)) this.#pass.set(text, problem)
  }

  /** Something that happened and is not seen again. */
  keep(problem: TeamProblem): void {
    this.#sitting.set(JSON.stringify(problem), problem)
  }

  get problems(): readonly TeamProblem[] {
    const further = [...this.#before].filter(([text]) => !this.#pass.has(text)).map(([, problem]) => problem)
    return [...this.#sitting.values(), ...this.#pass.values(), ...further]
  }
}
