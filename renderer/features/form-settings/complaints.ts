import { checkTemplate } from '../../../shared/forms'
import type { Template } from '../../../shared/forms/template'
import { checkSheet } from '../../../shared/print/check/check-sheet'
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

/** Looks a version over as the form of the books is looked over. What the form itself has already is nobody's doing. */
export function complaintsOf(made: Template, base: Template): Complaints {
  if (made === base) return noComplaints
  const refused = [...new Set(checkTemplate(made).map(({ message }) => message))]
  if (refused.length > 0) return { refused, doubts: [] }
  const known = new Set(sheetProblems(base).map(nameOf))
  const found = checkSheet(made).filter((problem) => !known.has(nameOf(problem)))
  const faults = [...new Set(found.map(({ fault }) => fault))]
  return {
    refused: [],
    doubts: faults.map((fault) => ({
      fault,
      details: [
        ...new Set(found.filter((each) => each.fault === fault).map(({ message }) => whatIsWrong(message))),
      ].slice(0, MOST_DETAILS),
    })),
  }
}

/** Without the checker's advice, which is for those who draw forms. */
const whatIsWrong = (message: string): string => message.replace(/，应.*$/u, '')

const nameOf = ({ fault, message }: SheetProblem): string => `${fault} ${message}`

const checked = new WeakMap<Template, readonly SheetProblem[]>()

function sheetProblems(base: Template): readonly SheetProblem[] {
  const known = checked.get(base) ?? checkSheet(base)
  checked.set(base, known)
  return known
}
