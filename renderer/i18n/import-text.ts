import i18next from 'i18next'
import { assertNever } from '../../shared/kernel/assert-never'
import type { Finding, SourceRefusal } from '../../shared/import'
import { inputProblemText, whatIsWrong } from './problem-text'
import { sizeText } from './size-text'

/** What is wrong with a cell or a line of a table, and what to do. */
export function importFindingText({ problem }: Pick<Finding, 'problem'>): string {
  const t = i18next.getFixedT(null, 'importing', 'finding')
  switch (problem.problem) {
    case 'errorCell':
      return t('errorCell', { typed: problem.typed })
    case 'noValue':
    case 'lostDigits':
    case 'isClosed':
    case 'isVoid':
    case 'isCard':
      return t(problem.problem)
    case 'notARow':
      return t('notARow', {
        typed: problem.typed,
        labels: problem.labels.join(i18next.t('common:listSeparator')),
      })
    case 'doubt':
      return t(problem.doubt)
    case 'value':
      return problem.value.kind === 'rule'
        ? problem.value.message
        : i18next.t('problem:line', { label: problem.label, what: whatIsWrong(problem.value) })
    case 'differs':
      return t('differs', { first: problem.first })
    case 'tooManyRows':
      return t('tooManyRows', { label: problem.label, most: problem.most })
    case 'doubledInFile':
      return t('doubledInFile', { line: problem.line })
    case 'keyEmpty':
      return t('keyEmpty', { head: problem.head })
    case 'several':
      return t('several', { count: problem.count })
    case 'numberTaken':
      return t('numberTaken', { number: problem.number })
    case 'numberNotUsed': {
      const { number, why, bears } = problem
      if (why === 'draft') return t('numberDraft', { number })
      if (why === 'card') return t('numberCard', { number })
      return bears === '' ? t('numberNone', { number }) : t('numberOther', { number, bears })
    }
    case 'masked':
      return t('masked', { label: problem.label })
    case 'total':
      return t(problem.of === 'customers' ? 'totalCustomers' : 'totalRecords')
    case 'tooWide':
      return t('tooWide', { columns: problem.columns })
    case 'notADate':
    case 'notATime':
    case 'notADateTime':
    case 'notAMonth':
    case 'notAYear':
    case 'notANumber':
    case 'tooManyDecimals':
    case 'notAnOption':
    case 'notYesNo':
    case 'tooLong':
    case 'notTyped':
      return inputProblemText(problem)
    default:
      return assertNever(problem)
  }
}

/** Why a file is not read as a table, and what to do. */
export function refusalText(refusal: SourceRefusal): string {
  const t = i18next.getFixedT(null, 'importing', 'refusal')
  switch (refusal.type) {
    case 'TooLarge':
      return t('TooLarge', { size: sizeText(refusal.bytes), most: sizeText(refusal.most) })
    case 'Inflates':
      return t('Inflates', { most: sizeText(refusal.most) })
    case 'TooManyCells':
    case 'TooManyColumns':
    case 'TooManySheets':
      return t(refusal.type, { most: refusal.most })
    case 'LongText':
      return t('LongText', { sheet: refusal.sheet, row: refusal.row, most: refusal.most })
    case 'TookTooLong':
      return t('TookTooLong', { seconds: refusal.seconds })
    case 'NotThere':
    case 'NoPermission':
    case 'NotAFile':
    case 'PasswordProtected':
    case 'OldExcel':
    case 'BinaryExcel':
    case 'OpenDocument':
    case 'WebPage':
    case 'NotATable':
    case 'Empty':
    case 'Broken':
    case 'TooMuchText':
    case 'TooMuchMemory':
    case 'Cancelled':
    case 'ReaderFailed':
      return t(refusal.type)
    default:
      return assertNever(refusal)
  }
}
