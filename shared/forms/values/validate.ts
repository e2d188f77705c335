import {
  doubtCreditCode,
  doubtIdNumber,
  looksLikeEmail,
  looksLikePhone,
  type NumberDoubt,
} from '../../kernel/check-digits'
import { readDecimal } from '../../kernel/decimal'
import { lengthOf } from '../../kernel/text'
import { evaluate } from '../expression/evaluate'
import type { EvaluationContext } from '../expression/functions'
import { type Expression, nodesOf } from '../expression/parse'
import { isList } from '../expression/value'
import type { Field, FieldRule, FieldType, Path, RowsType } from '../field'
import { isRows, optionsOf } from '../field-types'
import type { Template } from '../template'
import type { FieldValue, FormValues } from '../values'
import { getValue, isEmptyRow, isEmptyValue, presetRowId } from './access'
import { computedReader, parsedExpression } from './compute'
import { isWellFormed } from './input'
import { scopeOf } from './scope'

/** Something about the values of one form. `refuse` stops 登记, `warn` does not. */
export interface ValueProblem {
  /** Where the person should look; for a missing 明细 the rows field itself. */
  readonly path: Path
  readonly severity: 'refuse' | 'warn'
  readonly problem: ProblemKind
  /** The field's label, with the item or the row's place where there is one. */
  readonly label: string
}

export type ProblemKind =
  | { readonly kind: 'required' }
  | { readonly kind: 'tooLong'; readonly max: number; readonly length: number }
  | { readonly kind: 'malformed'; readonly type: FieldType['type'] }
  | { readonly kind: 'unknownOption'; readonly option: string; readonly options: readonly string[] }
  | { readonly kind: 'tooManyDecimals'; readonly scale: number }
  | { readonly kind: 'tooManyRows'; readonly max: number; readonly count: number }
  | { readonly kind: 'phoneDoubtful' | 'emailDoubtful' }
  | { readonly kind: 'idNumberDoubtful' | 'creditCodeDoubtful'; readonly doubt: NumberDoubt }
  /** A rule of the form; its message is Chinese, as it stands in the template. */
  | { readonly kind: 'rule'; readonly message: string }

/** Checks a form before 登记, in the order of its fields, then its rules. Empty fields pass every rule. */
export function validateValues(
  template: Template,
  values: FormValues,
  context: EvaluationContext = { today: '' },
): readonly ValueProblem[] {
  const fields = template.fields.flatMap((field) => fieldProblems(field, values))
  return [...fields, ...ruleProblems(template, values, context)]
}

function fieldProblems(field: Field, values: FormValues): readonly ValueProblem[] {
  if (isRows(field)) return rowsProblems(field, field.type.columns, values)
  if (field.type.type === 'matrix') {
    return field.type.items.flatMap((item) => {
      const path = [field.key, item]
      return valueProblems(field, getValue(values, path), path, `${field.label}：${item}`)
    })
  }
  return valueProblems(field, getValue(values, [field.key]), [field.key], field.label)
}

function rowsProblems(field: Field, columns: readonly Field[], values: FormValues): readonly ValueProblem[] {
  if (!isRows(field)) return []
  const { key, label, type } = field
  const rows = values.rows[key] ?? []
  const filled = rows.filter((row) => !isEmptyRow(row))
  const problems: ValueProblem[] = []
  if (field.required && filled.length === 0) problems.push(refuse([key], label, { kind: 'required' }))
  if (filled.length > type.max) {
    problems.push(refuse([key], label, { kind: 'tooManyRows', max: type.max, count: filled.length }))
  }
  for (const [i, row] of rows.entries()) {
    if (isEmptyRow(row)) continue
    const place = rowName(type, row.id, i)
    for (const column of columns) {
      const path = [key, row.id, column.key]
      problems.push(
        ...valueProblems(column, getValue(values, path), path, `${label} ${place} ${column.label}`),
      )
    }
  }
  return problems
}

/** A row's printed label, or its number; a row that is drawn as a column is called one. */
export function rowName(type: RowsType, id: string, index: number): string {
  const printed = type.preset?.labels.find((_, at) => presetRowId(at + 1) === id)
  return printed ?? `第 ${index + 1} ${type.direction === 'across' ? '列' : '行'}`
}

const refuse = (path: Path, label: string, problem: ProblemKind): ValueProblem => ({
  path,
  severity: 'refuse',
  problem,
  label,
})
const warn = (path: Path, label: string, problem: ProblemKind): ValueProblem => ({
  path,
  severity: 'warn',
  problem,
  label,
})

function valueProblems(
  field: Field,
  value: FieldValue | undefined,
  path: Path,
  label: string,
): readonly ValueProblem[] {
  const { type } = field
  if (value === undefined || isEmptyValue(value)) {
    return field.required && isAsked(type) ? [refuse(path, label, { kind: 'required' })] : []
  }
  if (!isWellFormed(field, value)) {
    const options = optionsOf(type)
    const unknown = (Array.isArray(value) ? (value as readonly string[]) : [value]).find(
      (option) => typeof option === 'string' && !options.includes(option),
    )
    const known = options.length > 0 && typeof unknown === 'string'
    return [
      refuse(
        path,
        label,
        known ? { kind: 'unknownOption', option: unknown, options } : { kind: 'malformed', type: type.type },
      ),
    ]
  }
  const text = typeof value === 'object' && 'name' in value ? value.name : value
  if (typeof text !== 'string') return []
  const length = lengthOf(text)
  if (field.max > 0 && length > field.max && type.type !== 'computed' && type.type !== 'serial') {
    return [refuse(path, label, { kind: 'tooLong', max: field.max, length })]
  }
  return doubts(type, text).map((problem) =>
    problem.kind === 'tooManyDecimals' ? refuse(path, label, problem) : warn(path, label, problem),
  )
}

/** Ink stays empty, numbers are given at 登记, and computed values come by themselves. */
const isAsked = (type: FieldType): boolean =>
  type.type !== 'signature' && type.type !== 'seal' && type.type !== 'serial' && type.type !== 'computed'

/** One value that a person types: no group of values, and none that comes by itself. */
const isTypedAlone = (type: FieldType): boolean =>
  isAsked(type) && type.type !== 'rows' && type.type !== 'matrix'

function doubts(type: FieldType, text: string): readonly ProblemKind[] {
  if (type.type === 'number' || type.type === 'money' || type.type === 'percent') {
    const scale = type.type === 'number' ? type.scale : 2
    const [, fraction = ''] = (readDecimal(text)?.toFixed() ?? '').split('.')
    return fraction.length > scale ? [{ kind: 'tooManyDecimals', scale }] : []
  }
  if (type.type === 'phone') return looksLikePhone(text) ? [] : [{ kind: 'phoneDoubtful' }]
  if (type.type === 'email') return looksLikeEmail(text) ? [] : [{ kind: 'emailDoubtful' }]
  if (type.type !== 'idNumber' && type.type !== 'creditCode') return []
  const doubt = type.type === 'idNumber' ? doubtIdNumber(text) : doubtCreditCode(text)
  return doubt ? [{ kind: `${type.type}Doubtful`, doubt }] : []
}

function ruleProblems(
  template: Template,
  values: FormValues,
  context: EvaluationContext,
): readonly ValueProblem[] {
  const scope = scopeOf(template, values, context, computedReader(template, values, context))
  return template.rules.flatMap((rule) => {
    const expression = parsedExpression(rule.expression)
    if (!expression) return []
    const result = evaluate(expression, scope)
    if (isList(result)) {
      return result.list.flatMap((member, i) =>
        member === false ? [ruleProblem(template, rule, expression, values, i)] : [],
      )
    }
    return result === false ? [ruleProblem(template, rule, expression, values, null)] : []
  })
}

/** Points at the first field named by the rule that is still empty, else at the first; in a rule over rows, at the row that breaks it. */
function ruleProblem(
  template: Template,
  rule: FieldRule,
  expression: Expression,
  values: FormValues,
  row: number | null,
): ValueProblem {
  const named = [...nodesOf(expression)].flatMap((node) => (node.node === 'field' ? [node] : []))
  const single = new Set(template.fields.filter(({ type }) => isTypedAlone(type)).map(({ key }) => key))
  const first =
    (row === null
      ? named.find(({ key }) => single.has(key) && isEmptyValue(getValue(values, [key])))
      : named.find((node) => values.rows[node.key] && node.part !== null)) ?? named[0]
  const field = template.fields.find((candidate) => candidate.key === first?.key)
  const problem: ProblemKind = { kind: 'rule', message: rule.message }
  const { severity } = rule
  if (!field || !first) return { path: [], severity, problem, label: template.name }
  const id = row === null ? undefined : values.rows[field.key]?.[row]?.id
  if (id === undefined || first.part === null || !isRows(field))
    return { path: [field.key], severity, problem, label: field.label }
  return {
    path: [field.key, id, first.part],
    severity,
    problem,
    label: `${field.label} ${rowName(field.type, id, row ?? 0)}`,
  }
}
