import i18next from 'i18next'
import type { InputProblem, ProblemKind, ValueProblem } from '../../shared/forms'
import { assertNever } from '../../shared/kernel/assert-never'

/** What 登记 has to say about one field: its label and what is wrong. A rule's message stands for itself. */
export function problemText({ problem, label }: ValueProblem): string {
  if (problem.kind === 'rule') return problem.message
  return i18next.t('problem:line', { label, what: whatIsWrong(problem) })
}

/** The same without the label, for a message at the field itself. */
export function whatIsWrong(problem: ProblemKind): string {
  const t = i18next.getFixedT(null, 'problem')
  switch (problem.kind) {
    case 'required':
    case 'malformed':
    case 'phoneDoubtful':
    case 'emailDoubtful':
      return t(problem.kind)
    case 'tooLong':
      return t('tooLong', { max: problem.max, length: problem.length })
    case 'unknownOption':
      return t('unknownOption', { option: problem.option, options: joined(problem.options) })
    case 'tooManyDecimals':
      return decimals(problem.scale)
    case 'tooManyRows':
      return t('tooManyRows', { max: problem.max, count: problem.count })
    case 'idNumberDoubtful':
      return t('idNumber', { doubt: t(`doubt.${problem.doubt}`) })
    case 'creditCodeDoubtful':
      return t('creditCode', { doubt: t(`doubt.${problem.doubt}`) })
    case 'rule':
      return problem.message
    default:
      return assertNever(problem)
  }
}

/** Why what was typed cannot be kept. */
export function inputProblemText(problem: InputProblem): string {
  const t = i18next.getFixedT(null, 'problem')
  switch (problem.problem) {
    case 'notADate':
    case 'notATime':
    case 'notADateTime':
    case 'notAMonth':
    case 'notAYear':
    case 'notANumber':
      return t(`typed.${problem.problem}`, { typed: problem.typed })
    case 'tooManyDecimals':
      return decimals(problem.scale)
    case 'notAnOption':
      return t('unknownOption', { option: problem.typed, options: joined(problem.options) })
    case 'notYesNo':
    case 'notTyped':
      return t(`typed.${problem.problem}`)
    case 'tooLong':
      return t('tooLong', { max: problem.max, length: problem.length })
    default:
      return assertNever(problem)
  }
}

function decimals(scale: number): string {
  return scale === 0 ? i18next.t('problem:wholeNumber') : i18next.t('problem:tooManyDecimals', { scale })
}

function joined(options: readonly string[]): string {
  return options.join(i18next.t('listSeparator'))
}
