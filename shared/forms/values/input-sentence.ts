import { assertNever } from '../../kernel/assert-never'
import type { InputProblem } from './input'

/** What differs between the places that texts come from. */
export interface SentenceWords {
  /** How yes and no are written there. */
  readonly yesNo: string
  /** That nothing can be given for this field there. */
  readonly notTyped: string
}

/** Why a text is no value of its field, for the command line and for tables; the screen has its own words in both languages. */
export function inputSentence(problem: InputProblem, words: SentenceWords): string {
  switch (problem.problem) {
    case 'notADate':
      return `“${problem.typed}”不是日期，应如 2026-01-05`
    case 'notATime':
      return `“${problem.typed}”不是时间，应如 14:03`
    case 'notADateTime':
      return `“${problem.typed}”不是日期时间，应如 2026-01-05 14:03`
    case 'notAMonth':
      return `“${problem.typed}”不是月份，应如 2026-01`
    case 'notAYear':
      return `“${problem.typed}”不是年份，应如 2026`
    case 'notANumber':
      return `“${problem.typed}”不是数，应如 1234.50`
    case 'tooManyDecimals':
      return `“${problem.typed}”小数位过多，至多 ${problem.scale} 位`
    case 'notAnOption':
      return `没有选项“${problem.typed}”；有：${problem.options.join('、')}`
    case 'notYesNo':
      return `“${problem.typed}”应是 ${words.yesNo}`
    case 'tooLong':
      return `共 ${problem.length} 字，最多 ${problem.max} 字`
    case 'notTyped':
      return words.notTyped
    default:
      return assertNever(problem)
  }
}
