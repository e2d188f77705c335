import { pathKey, type Path } from '../../../shared/forms/field'
import { inputProblemText, whatIsWrong } from '../../i18n'
import { problemsOf, type EditState } from './customer-edit'

/** What is said at a field: refuse stops saving, warn stops nothing. */
export interface FieldSaid {
  readonly severity: 'refuse' | 'warn'
  readonly text: string
}

/** What is said at each field, by path. An empty name is only said when saving was tried. */
export function saidOf(state: EditState, tried: boolean): ReadonlyMap<string, FieldSaid> {
  const said = new Map<string, FieldSaid>()
  for (const { path, severity, problem } of problemsOf(state.values)) {
    if (problem.kind === 'required' && !tried) continue
    said.set(pathKey(path), { severity, text: whatIsWrong(problem) })
  }
  for (const [key, problem] of Object.entries(state.misread)) {
    said.set(key, { severity: 'refuse', text: inputProblemText(problem) })
  }
  return said
}

export interface Refused {
  readonly label: string
  readonly text: string
  /** Path key of the field. */
  readonly key: string
}

/** What stops saving, in the order of the card. */
export function refusedOf(state: EditState, labelOf: (path: Path) => string): readonly Refused[] {
  const misread = Object.entries(state.misread).map(([key, problem]) => ({
    key,
    label: labelOf(pathOfKey(key)),
    text: inputProblemText(problem),
  }))
  const wrong = problemsOf(state.values)
    .filter(({ severity }) => severity === 'refuse')
    .map(({ path, label, problem }) => ({ key: pathKey(path), label, text: whatIsWrong(problem) }))
  return [...misread, ...wrong]
}

/** Back from `pathKey`: a plain key stands for itself, others are JSON. */
const pathOfKey = (key: string): Path => (key.startsWith('[') ? (JSON.parse(key) as Path) : [key])
