import type { TFunction } from 'i18next'
import type { ValueProblem } from '../../../shared/forms'
import { pathKey } from '../../../shared/forms/field'
import type { Template } from '../../../shared/forms/template'
import type { FormValues } from '../../../shared/forms/values'
import { inputProblemText, whatIsWrong } from '../../i18n'
import type { Misread } from './editing'
import type { ProblemLine } from './problems-panel'
import { stopAtPath } from './required'
import { fieldName } from './stop-names'
import type { Stop } from './stops'

/** What stands in the way of 登记, and what to look at: texts that were not understood first, then as checked. */
export function problemLines(
  t: TFunction<'editor'>,
  template: Template,
  values: FormValues,
  problems: readonly ValueProblem[],
  misreads: ReadonlyMap<string, Misread>,
  stops: readonly Stop[],
): readonly ProblemLine[] {
  const unread = [...misreads].flatMap(([stopKey, misread]): readonly ProblemLine[] => {
    const stop = stops.find(({ key }) => key === stopKey)
    if (!stop) return []
    const label = fieldName(t, template, values, stop.path)
    return [
      {
        key: `typed ${stopKey}`,
        label,
        text: inputProblemText(misread.problem),
        severity: 'refuse',
        stopKey,
      },
    ]
  })
  const checked = problems.map((problem, i): ProblemLine => {
    const { path, label, severity } = problem
    const stopKey = stopAtPath(stops, template, path)?.key ?? null
    return { key: `${i} ${pathKey(path)}`, label, text: whatIsWrong(problem.problem), severity, stopKey }
  })
  return [...unread, ...checked]
}
