/** A mistake in a template's source: where it stands and what was expected there. */
export interface TemplateProblem {
  /** 1-based. */
  readonly line: number
  /** 1-based, in UTF-16 units, as editors count. */
  readonly column: number
  /** What is wrong, in Chinese. */
  readonly message: string
  /** What would be right, in Chinese. */
  readonly expected: string
}

/** More would not help anybody; a hostile text must not make a long list. */
const MOST = 50

/** Collects problems so that one reading reports all of them. */
export class Problems {
  private readonly found: TemplateProblem[] = []

  add(line: number, column: number, message: string, expected: string): void {
    if (this.found.length < MOST) this.found.push({ line, column, message, expected })
  }

  get any(): boolean {
    return this.found.length > 0
  }

  /** In the order of the source. */
  get list(): readonly TemplateProblem[] {
    return [...this.found].sort((a, b) => a.line - b.line || a.column - b.column)
  }
}
