import { inputSentence } from '../forms/values/input-sentence'
import type { ProblemKind } from '../forms/values/validate'
import { assertNever } from '../kernel/assert-never'
import type { CellDoubt } from './convert'
import type { CellProblem } from './convert-text'

/** Something about a line of the table. `refuse`: the entry is not taken over; `warn`: it is, and is worth a look. */
export interface Finding {
  /** Number of the line in the file. */
  readonly row: number
  /** Column from 0; null: the line as a whole. */
  readonly column: number | null
  /** What stands over the column; empty for the line as a whole. */
  readonly head: string
  /** What stands in the cell. */
  readonly typed: string
  readonly severity: 'refuse' | 'warn'
  readonly problem: FindingProblem
}

export type FindingProblem =
  | CellProblem
  | { readonly problem: 'doubt'; readonly doubt: CellDoubt }
  | { readonly problem: 'value'; readonly label: string; readonly value: ProblemKind }
  /** A later line of the same record says something else in a column of the record itself. */
  | { readonly problem: 'differs'; readonly first: string }
  | { readonly problem: 'tooManyRows'; readonly label: string; readonly most: number }
  | { readonly problem: 'doubledInFile'; readonly line: number }
  | { readonly problem: 'keyEmpty'; readonly head: string }
  | { readonly problem: 'several'; readonly count: number }
  | { readonly problem: 'numberTaken'; readonly number: string }
  | UnusedNumber
  /** Signs for digits that were masked when the table went out, and that are not those of what stands there. */
  | { readonly problem: 'masked'; readonly label: string }
  /** isCard: a card that is 登记 shows its customer; a table of customers updates that. */
  | { readonly problem: 'isClosed' | 'isVoid' | 'isCard' }
  /** Text in a column over which nothing stands or which is not taken over. */
  | { readonly problem: 'tooWide'; readonly columns: number }
  /** The line adds up others: 合计, 小计. */
  | { readonly problem: 'total'; readonly of: 'customers' | 'records' }

/** The table says a number that the entry does not bear in the end. */
export interface UnusedNumber {
  readonly problem: 'numberNotUsed'
  readonly number: string
  /** A draft has none before 登记; a card, neither; a record that bears one keeps it. */
  readonly why: 'draft' | 'card' | 'bearsOther'
  /** The number that it bears; empty: none. */
  readonly bears: string
}

/** What is wrong and what to do, for the column 问题 of the corrected file and for the command line. */
export function findingText({ problem }: Pick<Finding, 'problem'>): string {
  switch (problem.problem) {
    case 'errorCell':
      return `单元格里是错误 ${problem.typed}，请改成要导入的内容`
    case 'noValue':
      return '公式还没有算出结果，请在 Excel 里打开、保存后再导入'
    case 'lostDigits':
      return `数字超过 15 位，Excel 已把后面几位变成 0（${problem.typed}）；请把单元格设为文本后重新填写`
    case 'notARow':
      return `没有这一行“${problem.typed}”；有：${problem.labels.join('、')}`
    case 'doubt':
      return doubtText(problem.doubt)
    case 'value':
      return valueText(problem.label, problem.value)
    case 'differs':
      return `与同一单据的第一行不一致（那里是“${problem.first}”），请改成一样或留空`
    case 'tooManyRows':
      return `“${problem.label}”最多 ${problem.most} 行，请分成两张单据`
    case 'doubledInFile':
      return `与第 ${problem.line} 行重复，请只留一行`
    case 'keyEmpty':
      return `按“${problem.head}”查重，这里不能为空`
    case 'several':
      return `已有 ${problem.count} 条相同的，不知道该更新哪一条；请换一个查重的列`
    case 'numberTaken':
      return `编号 ${problem.number} 已经用过，请改用别的编号，或按编号查重`
    case 'numberNotUsed':
      return unusedText(problem)
    case 'isClosed':
      return '这张单据已办结，不能更新；请先取消办结'
    case 'isVoid':
      return '这个编号的单据已作废，不能更新；要导入为新的单据，请清空编号或改用别的编号'
    case 'isCard':
      return '这张客户资料表已登记，它显示的就是客户资料；要更新请改为导入客户'
    case 'masked':
      return `“${problem.label}”里有遮住的号码（*），请填完整的号码，或不导入这一列`
    case 'total':
      return problem.of === 'customers' ? '像是合计行，不作为客户导入' : '像是合计行，不作为单据导入'
    case 'tooWide':
      return `这一行有 ${problem.columns} 列，比表头多；多出的没有导入`
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
      return inputSentence(problem, WORDS)
    default:
      return assertNever(problem)
  }
}

function unusedText({ number, why, bears }: UnusedNumber): string {
  switch (why) {
    case 'draft':
      return `编号 ${number} 未采用：草稿没有编号，登记时才给；要保留这个编号，请不作为草稿导入`
    case 'card':
      return `编号 ${number} 未采用：这张表导入为草稿，登记时才给编号；要保留客户编号，请改为导入客户`
    case 'bearsOther':
      return bears === ''
        ? `编号 ${number} 未采用：已登记的这张单据没有编号，仍不编号；如果不是同一张，请按编号查重`
        : `编号 ${number} 未采用：这张单据的编号仍是 ${bears}；如果不是同一张，请按编号查重`
    default:
      return assertNever(why)
  }
}

function doubtText(doubt: CellDoubt): string {
  switch (doubt) {
    case 'timeLeftOut':
      return '这里只记日期，时间没有导入'
    case 'percentSmall':
      return '没有百分号，按百分之零点几读入；如果不对，请把单元格设为百分比'
    default:
      return assertNever(doubt)
  }
}

const WORDS = { yesNo: '是 或 否', notTyped: '这一栏不能导入' }

function valueText(label: string, value: ProblemKind): string {
  switch (value.kind) {
    case 'required':
      return `“${label}”必须填写`
    case 'tooLong':
      return `“${label}”共 ${value.length} 字，最多 ${value.max} 字`
    case 'malformed':
      return `“${label}”的内容不对`
    case 'unknownOption':
      return `“${label}”没有选项“${value.option}”；有：${value.options.join('、')}`
    case 'tooManyDecimals':
      return `“${label}”小数位过多，至多 ${value.scale} 位`
    case 'tooManyRows':
      return `“${label}”有 ${value.count} 行，最多 ${value.max} 行`
    case 'phoneDoubtful':
      return `“${label}”不像电话号码，请核对`
    case 'emailDoubtful':
      return `“${label}”不像电子邮箱，请核对`
    case 'idNumberDoubtful':
      return `“${label}”不像身份证号码，请核对`
    case 'creditCodeDoubtful':
      return `“${label}”不像统一社会信用代码，请核对`
    case 'rule':
      return value.message
    default:
      return assertNever(value)
  }
}
