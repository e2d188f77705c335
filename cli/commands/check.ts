import { catalogue, entryByCode, SAMPLE_DAY } from '../../shared/catalogue'
import { checkCatalogue } from '../../shared/catalogue/check'
import { checkSource, validateValues } from '../../shared/forms'
import { checkSheet } from '../../shared/print/check/check-sheet'
import type { SheetProblem } from '../../shared/print/check/problem'
import { CliFailure, type CliContext } from '../context'
import { formNamed, hasSample, readText } from '../input'

/**
 * `check [CODE|FILE…]`: the source, the sheet as it lies on paper, and the sample; without arguments all forms, and that
 * they are those of the books. Every problem is a line with its place, exit 1 when there is any.
 */
export function checkCommand(targets: readonly string[], context: CliContext): void {
  const all = targets.length === 0
  const problems = all ? catalogue.flatMap(({ code }) => formProblems(code)) : targets.flatMap(formProblems)
  if (all) problems.push(...checkCatalogue(catalogue.map(({ template }) => template)))
  if (problems.length > 0) throw new CliFailure(1, problems.join('\n'))
  if (all) context.write(`${catalogue.length} 张表单：全部通过\n`)
  for (const target of targets)
    context.write(`${target}：通过，${formNamed(target).template.fields.length} 个字段\n`)
}

function formProblems(target: string): readonly string[] {
  const checked = checkSource(entryByCode(target)?.source ?? readText(target))
  if (!checked.ok) {
    return checked.error.map(
      ({ line, column, message, expected }) => `${target}:${line}:${column} ${message}（应为：${expected}）`,
    )
  }
  const template = checked.value
  if (!hasSample(target)) return checkSheet(template).map((problem) => `${target} ${sheetLine(problem)}`)
  const { sample } = formNamed(target)
  const doubts = validateValues(template, sample, { today: SAMPLE_DAY })
  return [
    ...checkSheet(template, sample).map((problem) => `${target} ${sheetLine(problem)}`),
    ...doubts.map(
      ({ label, problem }) =>
        `${target} 样例：${label} ${problem.kind === 'rule' ? problem.message : problem.kind}`,
    ),
  ]
}

const STATES: { readonly [state in SheetProblem['state']]: string } = {
  blank: '空白',
  sample: '样例',
  longest: '填到最长',
  allRows: '填满明细',
}

const sheetLine = ({ state, page, message }: SheetProblem): string =>
  `${STATES[state]}${page === undefined ? '' : `第 ${page} 页`}：${message}`
