import { catalogue, entryByCode, SAMPLE_DAY } from '../../shared/catalogue'
import { checkCatalogue } from '../../shared/catalogue/check'
import { checkSource, type ProblemKind, validateValues } from '../../shared/forms'
import type { Template } from '../../shared/forms/template'
import { emptyValues } from '../../shared/forms/values'
import { err, ok, type Result } from '../../shared/kernel/result'
import { layoutForm } from '../../shared/print'
import { checkSheet } from '../../shared/print/check/check-sheet'
import type { SheetProblem } from '../../shared/print/check/problem'
import { pageShape } from '../../shared/print/style'
import { CliFailure, type CliContext } from '../context'
import { formNamed, hasSample, readText } from '../input'

/**
 * `check [CODE|FILE…]`: the source, the sheet as it lies on paper, and the sample; without arguments all forms, and that
 * they are those of the books. Every problem is a line with its place, exit 1 when there is any.
 */
export function checkCommand(targets: readonly string[], context: CliContext): void {
  const all = targets.length === 0
  const problems = all ? catalogue.flatMap(({ code }) => formProblems(code)) : targets.flatMap(formProblems)
  if (all) problems.push(...catalogueProblems(problems))
  if (problems.length > 0) throw new CliFailure(1, problems.join('\n'))
  if (all) context.write(`${catalogue.length} 张表单：全部通过\n`)
  for (const target of targets) context.write(`${target}：通过，${passed(target)}\n`)
}

/** What the forms say of each other; only once each can be read, so that the mistake itself is not buried. */
function catalogueProblems(found: readonly string[]): readonly string[] {
  const templates = catalogue.map((entry) => attempt(() => entry.template))
  const read = templates.flatMap((template) => (template.ok ? [template.value] : []))
  if (read.length === catalogue.length) return checkCatalogue(read)
  const unread = templates.flatMap((template) => (template.ok ? [] : [template.error]))
  return found.length > 0 ? ['先改好以上各处，再对照书目和含义'] : unread
}

function formProblems(target: string): readonly string[] {
  const checked = checkSource(entryByCode(target)?.source ?? readText(target))
  if (!checked.ok) {
    return checked.error.map(
      ({ line, column, message, expected }) => `${target}:${line}:${column} ${message}（应为：${expected}）`,
    )
  }
  const template = checked.value
  const sheet = (problems: readonly SheetProblem[]): readonly string[] =>
    problems.map((problem) => `${target} ${sheetLine(problem)}`)
  if (!hasSample(target)) return sheet(checkSheet(template))
  const sample = attempt(() => formNamed(target).sample)
  if (!sample.ok) return [...sheet(checkSheet(template)), sample.error]
  const doubts = validateValues(template, sample.value, { today: SAMPLE_DAY })
  return [
    ...sheet(checkSheet(template, sample.value)),
    ...doubts.map(({ label, problem }) => `${target} 样例：${label}：${whatIsWrong(problem)}`),
  ]
}

/** A mistake in the catalogue or in a sample throws; here it is what is looked for. */
function attempt<T>(read: () => T): Result<T, string> {
  try {
    return ok(read())
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error))
  }
}

/** What a person who draws a form wants to know of one without mistakes. */
function passed(target: string): string {
  const { template } = formNamed(target)
  const none = hasSample(target) ? '' : '；还没有样例'
  return `${template.fields.length} 个字段，空白表用了版心高度的 ${heightUsed(template)} %${none}`
}

/** How far down the last page of the blank form its content reaches, title to foot, as a share of the type area. */
function heightUsed(template: Template): number {
  const { pages } = layoutForm({ template, values: emptyValues, letterhead: { firm: '' }, mode: 'blank' })
  const { top, bodyBottom } = pageShape(template.paper)
  return Math.round((((pages.at(-1)?.contentBottom ?? top) - top) / (bodyBottom - top)) * 100)
}

/** What a sample that could be read may still lack. */
function whatIsWrong(problem: ProblemKind): string {
  if (problem.kind === 'rule') return problem.message
  return WRONG[problem.kind]
}

const WRONG: { readonly [kind in Exclude<ProblemKind['kind'], 'rule'>]: string } = {
  required: '必填，样例没有填',
  tooLong: '超过最多字数',
  malformed: '格式不对',
  unknownOption: '不是它的选项',
  tooManyDecimals: '小数位太多',
  tooManyRows: '行太多',
  phoneDoubtful: '不像电话号码',
  emailDoubtful: '不像电子邮箱地址',
  idNumberDoubtful: '不像身份证号码',
  creditCodeDoubtful: '不像统一社会信用代码',
}

const STATES: { readonly [state in SheetProblem['state']]: string } = {
  blank: '空白',
  sample: '样例',
  longest: '填到最长',
  allRows: '填满明细',
}

const sheetLine = ({ state, page, message }: SheetProblem): string =>
  `${STATES[state]}${page === undefined ? '' : `第 ${page} 页`}：${message}`
