export { checkSource } from './check/check-source'
export { checkTemplate } from './check/check-template'
export type { CheckCode, CheckPlace, CheckProblem } from './check/problem'
export type { EvaluationContext } from './expression/functions'
export {
  defaultMax,
  FIELD_TYPES,
  findField,
  isNumeric,
  isRows,
  optionLabel,
  optionsOf,
  optionValue,
  printedOptions,
  rowsField,
  YES_NO,
} from './field-types'
export { expandGrid, type ExpandedCell, type ExpandedGrid, type ExpandOptions } from './grid/expand'
export { templateHash } from './hash'
export { parseTemplate } from './source/parse'
export { printTemplate } from './source/print'
export type { TemplateProblem } from './source/problem'
export {
  ensureRow,
  getValue,
  isEmptyRow,
  isEmptyValue,
  presetPlace,
  presetRowId,
  removeRow,
  setValue,
} from './values/access'
export { computeFields, initialValues } from './values/compute'
export { blankText, formatValue } from './values/format'
export { type InputProblem, parseInput } from './values/input'
export { parseValues, type ValuesProblem, valuesToJson } from './values/json'
export { type ProblemKind, validateValues, type ValueProblem } from './values/validate'
