import type { Template } from '../../forms/template'
import { emptyValues, type FormValues } from '../../forms/values'
import { layoutForm } from '../layout-form'
import type { LaidOutForm } from '../page'
import { pageShape } from '../style'
import { boxProblems, typeArea } from './boxes'
import { inputProblems } from './inputs'
import { labelProblems } from './labels'
import { longestValues } from './longest'
import type { SheetProblem, SheetState } from './problem'

/**
 * Looks a form over as it lies on paper: blank, with its sample, with every field at its longest, and with all the rows
 * that it may have. Empty: nothing is clipped, broken, missing, or too small for a pen. `template` must have passed
 * `checkTemplate`.
 */
export const checkSheet = (template: Template, sample?: FormValues): readonly SheetProblem[] =>
  [...sheetChecks(template, sample)].flat()

/** The same bit by bit, for who must not be kept waiting: each step lays the form out once at the most. */
export function* sheetChecks(
  template: Template,
  sample?: FormValues,
): Generator<readonly SheetProblem[], void> {
  yield labelProblems(template)
  const blank = lay(template, emptyValues, 'blank')
  yield [
    ...pageProblems(template, blank, 'blank'),
    ...sheetProblems(template, blank, 'blank'),
    ...inputProblems(template, blank),
  ]
  if (sample) yield sampleProblems(template, sample)
  yield sheetProblems(template, lay(template, longestValues(template, 'printed'), 'filled'), 'longest')
  yield sheetProblems(template, lay(template, longestValues(template, 'all'), 'filled'), 'allRows')
}

function sampleProblems(template: Template, sample: FormValues): readonly SheetProblem[] {
  const filled = lay(template, sample, 'filled')
  return [...pageProblems(template, filled, 'sample'), ...sheetProblems(template, filled, 'sample')]
}

const lay = (template: Template, values: FormValues, mode: 'blank' | 'filled'): LaidOutForm =>
  layoutForm({ template, values, letterhead: { firm: '示例单位' }, mode })

function pageProblems(
  template: Template,
  { pages }: LaidOutForm,
  state: SheetState,
): readonly SheetProblem[] {
  if (pages.length === template.pages) return []
  const what = state === 'blank' ? '空白表' : '填了样例的表'
  const message = `${what}有 ${pages.length} 页，应为 ${template.pages} 页`
  return [{ fault: 'pages', state, message }]
}

function sheetProblems(template: Template, laid: LaidOutForm, state: SheetState): readonly SheetProblem[] {
  const missing = laid.missing.map((character): SheetProblem => ({
    fault: 'missingGlyph',
    state,
    message: `字库中没有“${character}”`,
  }))
  const area = typeArea(pageShape(template.paper))
  return [...missing, ...laid.pages.flatMap((page, index) => boxProblems(page, index + 1, area, state))]
}
