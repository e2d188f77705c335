export { checkSource } from './check/check-source'
export { checkTemplate } from './check/check-template'
export { findField, optionsOf, rowsField, YES_NO } from './field-types'
export { expandGrid, type ExpandedGrid, type ExpandOptions } from './grid/expand'
export { templateHash } from './hash'
export type { FormHead } from './source/head'
export { parseHead, parseTemplate } from './source/parse'
export { printTemplate } from './source/print'
export {
  ensureRow,
  getValue,
  isEmptyRow,
  isEmptyValue,
  presetPlace,
  removeRow,
  rowIndex,
  setValue,
} from './values/access'
export { computeFields, initialValues } from './values/compute'
export { blankText, formatValue } from './values/format'
export { type InputProblem, parseInput } from './values/input'
export { parseValues, valuesToJson } from './values/json'
export { type ProblemKind, validateValues, type ValueProblem } from './values/validate'
