export {
  expandGrid,
  type ExpandedCell,
  type ExpandedGrid,
  type ExpandedRow,
  type ExpandOptions,
} from './grid/expand'
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
export { parseTemplate } from './source/parse'
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
export { blankText, formatValue } from './values/format'
