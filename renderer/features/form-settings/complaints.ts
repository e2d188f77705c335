import { checkTemplate } from '../../../shared/forms'
import type { Template } from '../../../shared/forms/template'
import { sheetChecks } from '../../../shared/print/check/check-sheet'
import type { SheetFault, SheetProblem } from '../../../shared/print/check/problem'

/** What is wrong with a version that a person made. */
export interface Complaints {
  /** Why it cannot be used, in the checker's words. */
  readonly refused: readonly string[]
  /** What will not look well on paper, kind by kind, each with the checker's words. */
  readonly doubts: readonly { readonly fault: SheetFault; readonly details: readonly string[] }[]
}

export const noComplaints: Complaints = { refused: [], doubts: [] }

/** Details that are shown of one kind: the first ones say where to look. */
const MOST_DETAILS = 3

/**
 * Looks a version over as the form of the books is looked over, in steps that a window takes when it is idle. What the
 * form itself has already is nobody's doing.
 */
export function* lookOver(made: Template, base: Template): Generator<undefined, Complaints> {
  if (made === base) return noComplaints
  const refused = [...new Set(checkTemplate(made).map(({ message }) => message))]
  if (refused.length > 0) return { refused, doubts: [] }
  yield
  const known = new Set((yield* sheetProblems(base)).map(nameOf))
  const problems: SheetProblem[] = []
  for (const some of sheetChecks(made)) {
    problems.push(...some)
    yield
  }
  return { refused: [], doubts: doubtsOf(problems.filter((problem) => !known.has(nameOf(problem)))) }
}

function doubtsOf(found: readonly SheetProblem[]): Complaints['doubts'] {
  const faults = [...new Set(found.map(({ fault }) => fault))]
  return faults.map((fault) => ({
    fault,
    details: [
      ...new Set(found.filter((each) => each.fault === fault).map(({ message }) => whatIsWrong(message))),
    ].slice(0, MOST_DETAILS),
  }))
}

/** Without the checker's advice, which is for those who draw forms. */
const whatIsWrong = (message: string): string => message.replace(/，应.*$/u, '')

const nameOf = ({ fault, message }: SheetProblem): string => `${fault} ${message}`

const checked = new WeakMap<Template, readonly SheetProblem[]>()

function* sheetProblems(base: Template): Generator<undefined, readonly SheetProblem[]> {
  const known = checked.get(base)
  if (known) return known
  const problems: SheetProblem[] = []
  for (const some of sheetChecks(base)) {
    problems.push(...some)
    yield
  }
  checked.set(base, problems)
  return problems
}
