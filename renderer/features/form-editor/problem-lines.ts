import type { TFunction } from 'i18next'
import { validateValues } from '../../../shared/forms'
import type { ProblemKind, ValueProblem } from '../../../shared/forms'
import { pathKey } from '../../../shared/forms/field'
import type { Field, FieldType } from '../../../shared/forms/field'
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
  const checked = problems.map((problem, i) => ({ problem, line: lineOf(problem, i, template, stops) }))
  // A field whose text was not understood is empty only because of that.
  const seen = checked.filter(
    ({ problem, line }) =>
      problem.problem.kind !== 'required' || line.stopKey === null || !misreads.has(line.stopKey),
  )
  return [...unread, ...seen.map(({ line }) => line)]
}

const doubtful: ReadonlySet<ProblemKind['kind']> = new Set([
  'phoneDoubtful',
  'emailDoubtful',
  'idNumberDoubtful',
  'creditCodeDoubtful',
])

const doubtfulTypes: ReadonlySet<FieldType['type']> = new Set(['phone', 'email', 'idNumber', 'creditCode'])
const isDoubtful = ({ type }: Field): boolean => doubtfulTypes.has(type.type)

/** A form with nothing in it but the fields that can be doubtful: the others of a long list are not looked at with every key. */
export function doubtfulPart(template: Template): Template {
  const fields = template.fields.flatMap((field): readonly Field[] => {
    const { type } = field
    if (type.type !== 'rows') return isDoubtful(field) ? [field] : []
    const columns = type.columns.filter(isDoubtful)
    return columns.length === 0 ? [] : [{ ...field, type: { ...type, columns } }]
  })
  return { ...template, fields, rules: [] }
}

/** Phones, e-mail addresses and ID numbers that cannot be right: worth a look while the customer is still there. `part`: `doubtfulPart` of the form. */
export function doubtLines(
  part: Template,
  values: FormValues,
  stops: readonly Stop[],
): readonly ProblemLine[] {
  return validateValues(part, values)
    .filter(({ problem }) => doubtful.has(problem.kind))
    .map((problem, i) => lineOf(problem, i, part, stops))
}

function lineOf(problem: ValueProblem, i: number, template: Template, stops: readonly Stop[]): ProblemLine {
  const { path, label, severity } = problem
  const stopKey = stopAtPath(stops, template, path)?.key ?? null
  return { key: `${i} ${pathKey(path)}`, label, text: whatIsWrong(problem.problem), severity, stopKey }
}
