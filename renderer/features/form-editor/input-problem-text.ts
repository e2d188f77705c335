import type { TFunction } from 'i18next'
import { assertNever } from '../../../shared/kernel/assert-never'
import type { Misread } from './editing'

/** Why a typed text is not taken, as a sentence. */
export function inputProblemText(t: TFunction<'editor'>, { text: typed, problem }: Misread): string {
  switch (problem.problem) {
    case 'notADate':
    case 'notATime':
    case 'notADateTime':
    case 'notAMonth':
    case 'notAYear':
    case 'notANumber':
      return t(`input.${problem.problem}`, { typed })
    case 'tooManyDecimals':
      return t('input.tooManyDecimals', { typed, scale: problem.scale })
    case 'tooLong':
      return t('input.tooLong', { max: problem.max, length: problem.length })
    case 'notAnOption':
    case 'notYesNo':
    case 'notTyped':
      return t('input.other', { typed })
    default:
      return assertNever(problem)
  }
}
