import { err, ok, type Result } from '../../kernel/result'
import { parseSource, type SourcePlaces } from '../source/parse'
import type { TemplateProblem } from '../source/problem'
import type { Template } from '../template'
import { checkTemplate } from './check-template'
import type { CheckCode, CheckProblem } from './problem'

/** Reads and checks a form's source; what the checker finds is pointed at in the source as well. */
export function checkSource(source: string): Result<Template, readonly TemplateProblem[]> {
  const parsed = parseSource(source)
  if (!parsed.ok) return parsed
  const { template, places } = parsed.value
  const problems = checkTemplate(template)
  if (problems.length === 0) return ok(template)
  const lines = source.split(/\r\n|\n|\r/)
  const found = problems.map((problem) => placed(problem, template, places, lines))
  return err([...found].sort((a, b) => a.line - b.line || a.column - b.column))
}

function placed(
  { at, code, message }: CheckProblem,
  template: Template,
  places: SourcePlaces,
  lines: readonly string[],
): TemplateProblem {
  const [what, expected = EXPECTED[code]] = message.split(/，应(?:为|是|如)? ?/)
  const problem = (line: number, column: number): TemplateProblem => ({
    line,
    column,
    message: what ?? message,
    expected,
  })
  switch (at.in) {
    case 'head':
      return problem(1, 1)
    case 'field': {
      const line = places.fields.get(at.name) ?? 1
      return problem(
        line,
        at.offset === undefined ? indentOf(lines[line - 1]) : expressionAt(lines[line - 1], at.offset),
      )
    }
    case 'rule': {
      const line = places.rules[at.index] ?? 1
      const from = (lines[line - 1] ?? '').indexOf(template.rules[at.index]?.expression ?? '')
      return problem(
        line,
        at.offset === undefined || from === -1 ? indentOf(lines[line - 1]) : from + at.offset + 1,
      )
    }
    case 'body': {
      const block = places.blocks[at.block]
      const content = template.body[at.block]
      if (at.row === undefined || content?.block !== 'grid') return problem(block?.line ?? 1, 1)
      const index = content.cells.findIndex((cell) => cell.row === at.row && cell.column === at.column)
      const cell = block?.cells[index]
      return problem(cell?.line ?? block?.line ?? 1, cell?.column ?? 1)
    }
  }
}

const indentOf = (line = ''): number => line.length - line.trimStart().length + 1

/** Column of an offset in the expression that ends a field's line, or that follows `initial`. */
function expressionAt(line = '', offset: number): number {
  const start = /(?: = +| initial +)/.exec(line)
  return start ? start.index + start[0].length + offset + 1 : indentOf(line)
}

/** What would be right, where the sentence does not say it itself. */
const EXPECTED: { readonly [code in CheckCode]: string } = {
  badCode: '如 KHTS-BD-001',
  unknownModule: '编号所属的模块',
  emptyText: '有文字',
  badPages: '分页数加一',
  badKey: '小写字母开头，只含字母和数字',
  duplicateKey: '各不相同的字段名',
  badMeaning: '适合字段类型的含义',
  duplicateMeaning: '每种含义只用一次',
  duplicateOption: '各不相同的选项',
  tooFewOptions: '更多选项',
  badMax: '1 到 20000',
  badRows: '合适的 printed、max 和列',
  badPreset: 'preset 列: 标签 | 标签',
  badSerial: '如 TS-{yyyy}-{0000}',
  badRequired: '不写 required',
  badExpression: '能算出结果的算式',
  cycle: '不以自己为前提的算式',
  undrawn: '在表上画一次：[字段]，或它的每个选项',
  drawnTwice: '只画一次',
  unknownField: '已声明的字段',
  unknownOption: '字段的选项之一',
  badWidths: '各列合计 100',
  badTiling: '每格恰好占一处',
  badHead: '表头行在最上面或明细上面，只有文字',
  tooLow: '更高的行',
  badRepeat: '明细的行（列）相邻，各格整个在内或在外',
}
