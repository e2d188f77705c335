import { err, ok, type Result } from '../../kernel/result'
import { parseSource, type SourcePlaces } from '../source/parse'
import type { TemplateProblem } from '../source/problem'
import type { Template } from '../template'
import { checkTemplate } from './check-template'
import type { CheckProblem } from './problem'

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
  { at, message }: CheckProblem,
  template: Template,
  places: SourcePlaces,
  lines: readonly string[],
): TemplateProblem {
  const [what, expected = '改正后再检查'] = message.split(/，应(?:为|是|如)? ?/)
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
