import { assertNever } from '../kernel/assert-never'
import { lengthOf } from '../kernel/text'
import type { Field, FieldType, Path, RowsType } from './field'
import type { Template } from './template'

type OnlyNamed<T> = T extends FieldType ? (keyof T extends 'type' ? T : never) : never

/** The types of which the name says everything. */
export type PlainType = OnlyNamed<FieldType>

const SAYS_MORE: { readonly [name in Exclude<FieldType['type'], PlainType['type']>]: true } = {
  number: true,
  choice: true,
  choices: true,
  rating: true,
  matrix: true,
  serial: true,
  computed: true,
  rows: true,
}

export const isPlainName = (name: FieldType['type']): name is PlainType['type'] =>
  !Object.hasOwn(SAYS_MORE, name)

export const isPlain = (type: FieldType): type is PlainType => isPlainName(type.type)

export const FIELD_TYPES = [
  'text',
  'longText',
  'phone',
  'email',
  'idNumber',
  'creditCode',
  'number',
  'money',
  'percent',
  'date',
  'time',
  'dateTime',
  'month',
  'year',
  'choice',
  'choices',
  'yesNo',
  'rating',
  'matrix',
  'serial',
  'person',
  'customer',
  'rows',
  'computed',
  'signature',
  'seal',
] as const satisfies readonly FieldType['type'][]

/** The two options of a yes/no field, in printed order; they stand for true and false. */
export const YES_NO = ['是', '否'] as const

/** The stored value of a printed option: its text without white space (受　理 → 受理). */
export const optionValue = (printed: string): string => printed.replace(/\s/gu, '')

/** The printed options of a field that is ticked, in printed order; empty for every other type. */
export function printedOptions(type: FieldType): readonly string[] {
  if (type.type === 'choice' || type.type === 'choices') return type.options
  if (type.type === 'rating' || type.type === 'matrix') return type.scale
  return type.type === 'yesNo' ? YES_NO : []
}

/** The values that can be ticked, in printed order: the number key n picks the n-th. */
export const optionsOf = (type: FieldType): readonly string[] => printedOptions(type).map(optionValue)

/** What is printed beside the box of an option (受　理 for 受理); the value itself when the type does not know it. */
export function optionLabel(type: FieldType, value: string): string {
  return printedOptions(type).find((printed) => optionValue(printed) === value) ?? value
}

/** Whether one value is a decimal, so that rows align it to the right. */
export function isNumeric(type: FieldType): boolean {
  if (type.type === 'computed') return type.result !== 'text'
  return type.type === 'number' || type.type === 'money' || type.type === 'percent'
}

/** Types whose longest text a template may set with `max`. */
export const takesMax = (type: FieldType['type']): boolean => TAKES_MAX.has(type)
const TAKES_MAX: ReadonlySet<string> = new Set([
  'text',
  'longText',
  'phone',
  'email',
  'number',
  'money',
  'serial',
  'person',
  'customer',
  'computed',
])

/** Longest text in characters where the template does not say: what such a value has at most on the firm's paper. */
export function defaultMax(type: FieldType): number {
  switch (type.type) {
    case 'text':
    case 'email':
    case 'customer':
      return 60
    case 'longText':
      return 500
    case 'phone':
      return 30
    case 'idNumber':
    case 'creditCode':
      return 18
    case 'number':
      return 15
    case 'money':
      return 18
    case 'percent':
      return 8
    case 'date':
      return 10
    case 'time':
      return 5
    case 'dateTime':
      return 16
    case 'month':
      return 7
    case 'year':
      return 4
    case 'choice':
    case 'rating':
    case 'matrix':
      return Math.max(0, ...optionsOf(type).map(lengthOf))
    case 'choices':
      return optionsOf(type).reduce((sum, option) => sum + lengthOf(option) + 1, 0)
    case 'yesNo':
      return 1
    case 'serial':
    case 'person':
      return 20
    case 'computed':
      return type.result === 'text' ? 60 : 20
    case 'rows':
    case 'signature':
    case 'seal':
      return 0
    default:
      return assertNever(type)
  }
}

/** A rows field together with its type, or null. */
export function rowsField(
  template: Pick<Template, 'fields'>,
  key: string,
): (Field & { readonly type: RowsType }) | null {
  const field = template.fields.find((candidate) => candidate.key === key)
  return field && isRows(field) ? field : null
}

export const isRows = (field: Field): field is Field & { readonly type: RowsType } =>
  field.type.type === 'rows'

/**
 * The field that a path points into: itself, the matrix of an item, or the column of a row
 * (whatever stands for the row: `*`, an id, `+n`). Undefined for unknown names and for `#`.
 */
export function findField(template: Pick<Template, 'fields'>, path: Path): Field | undefined {
  const field = template.fields.find((candidate) => candidate.key === path[0])
  return field && fieldWithin(field, path)
}

/** The field that a `name` piece speaks of: path `[field]` or `[rows, column]`. */
export function namedField(field: Field, path: Path): Field | undefined {
  if (path.length === 1) return field
  return isRows(field) ? field.type.columns.find(({ key }) => key === path[1]) : undefined
}

/** Like findField, where the field that the path begins with is already known. */
export function fieldWithin(field: Field, path: Path): Field | undefined {
  const [, second, column] = path
  if (path.length === 1) return field
  if (isRows(field))
    return path.length === 3 ? field.type.columns.find(({ key }) => key === column) : undefined
  return field.type.type === 'matrix' && path.length === 2 && field.type.items.includes(second ?? '')
    ? field
    : undefined
}
