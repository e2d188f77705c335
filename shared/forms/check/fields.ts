import { defaultMax, isRows, optionValue, printedOptions, takesMax } from '../field-types'
import type { Field, FieldType, RowsType } from '../field'
import type { Meaning } from '../meaning'
import { type NumberRuleProblem, parseNumberRule } from '../number-rule'
import { LIMITS } from '../source/limits'
import type { Template } from '../template'
import type { Report } from './problem'

/** Meanings that a form may well have in several fields; every other one stands at most once outside 明细. */
const REPEATABLE: ReadonlySet<Meaning> = new Set<Meaning>([
  'visit.on',
  'contact.on',
  'due.on',
  'done.on',
  'sale.amount',
  'sale.cost',
  'sale.profit',
  'cost.amount',
  'product.name',
  'product.model',
  'product.quantity',
  'product.price',
  'rating.product',
  'rating.service',
])

export function checkFields(template: Template, report: Report): void {
  checkNames(template.fields, '', report)
  for (const field of template.fields) checkField(field, field.key, report)
  if (template.fields.filter((field) => field.type.type === 'serial').length > 1) {
    report('badSerial', { in: 'head' }, '一张表只能有一个 serial 字段：登记时只编一个号')
  }
}

/** Types that a meaning may have, where other parts of the program count on them. */
function fittingTypes(meaning: Meaning): readonly FieldType['type'][] | null {
  if (meaning === 'record.number') return ['serial', 'text']
  if (meaning === 'done.mark') return ['yesNo']
  if (meaning.endsWith('.on') || meaning === 'due.next') return ['date', 'dateTime', 'month', 'year']
  if (/[.](?:phone|mobile|fax)$/.test(meaning)) return ['phone']
  if (meaning === 'customer.name') return ['customer', 'text']
  if (meaning === 'sale.margin') return ['percent', 'number', 'computed']
  return meaning.startsWith('sale.') || meaning === 'cost.amount' ? ['money', 'number', 'computed'] : null
}

/** Keys, labels and meanings of fields that stand beside each other. */
function checkNames(fields: readonly Field[], prefix: string, report: Report): void {
  const keys = new Set<string>()
  const meanings = new Map<Meaning, string>()
  for (const field of fields) {
    const at = { in: 'field', name: prefix + field.key } as const
    if (!/^[a-z][A-Za-z0-9]{0,39}$/.test(field.key))
      report('badKey', at, `字段名“${field.key}”不合规则：小写字母开头，只含字母和数字`)
    if (keys.has(field.key)) report('duplicateKey', at, `字段“${field.key}”重复`)
    keys.add(field.key)
    if (field.label.trim() === '') report('emptyText', at, `字段“${field.key}”没有标签`)
    if (field.meaning === undefined) continue
    const fitting = fittingTypes(field.meaning)
    if (fitting && !fitting.includes(field.type.type)) {
      report(
        'badMeaning',
        at,
        `“${field.key}”的含义 ${field.meaning} 不适合 ${field.type.type}，应是 ${fitting.join('、')} 之一`,
      )
    }
    const other = meanings.get(field.meaning)
    if (other !== undefined && !REPEATABLE.has(field.meaning)) {
      report(
        'duplicateMeaning',
        at,
        `“${field.key}”与“${other}”的含义都是 ${field.meaning}，一张表只能有一个`,
      )
    }
    meanings.set(field.meaning, field.key)
  }
}

function checkField(field: Field, name: string, report: Report): void {
  const { type } = field
  const at = { in: 'field', name } as const
  checkOptions(field, name, report)
  const usual = defaultMax(type)
  if (takesMax(type.type) ? field.max < 1 || field.max > 20_000 : field.max !== usual) {
    report(
      'badMax',
      at,
      takesMax(type.type) ? '最长字数应是 1 到 20000' : `${type.type} 的最长字数固定为 ${usual}`,
    )
  }
  if (
    field.required &&
    (type.type === 'signature' || type.type === 'seal' || type.type === 'computed' || type.type === 'serial')
  ) {
    report('badRequired', at, `${type.type} 由手写、盖章或程序给出，不能 required`)
  }
  if (type.type === 'serial') {
    const rule = parseNumberRule(type.rule)
    if (!rule.ok) report('badSerial', at, numberSentence(rule.error))
  }
  if (isRows(field)) checkRows(field.type, name, report)
}

function checkOptions(field: Field, name: string, report: Report): void {
  const at = { in: 'field', name } as const
  const { type } = field
  const printed = printedOptions(type)
  const values = printed.map(optionValue)
  if (values.includes('')) report('emptyText', at, '选项不能为空')
  if (new Set(values).size < values.length) report('duplicateOption', at, '选项重复')
  const ticked =
    type.type === 'choice' || type.type === 'choices' || type.type === 'rating' || type.type === 'matrix'
  const least = type.type === 'choices' ? 1 : 2
  if (ticked && values.length < least) report('tooFewOptions', at, `至少要有 ${least} 个选项`)
  if (type.type !== 'matrix') return
  if (type.items.length === 0 || type.items.some((item) => item.trim() === ''))
    report('emptyText', at, '矩阵的项目不能为空')
  if (new Set(type.items.map(optionValue)).size < type.items.length)
    report('duplicateOption', at, '矩阵的项目重复')
}

function checkRows(type: RowsType, name: string, report: Report): void {
  const at = { in: 'field', name } as const
  if (type.columns.length === 0) report('badRows', at, '明细没有列；在下面再缩进写各列')
  if (type.printed < 1 || type.printed > LIMITS.printedRows)
    report('badRows', at, `printed 应是 1 到 ${LIMITS.printedRows}`)
  if (type.max < type.printed) report('badRows', at, `max ${type.max} 少于印出的 ${type.printed} 行`)
  if (type.direction === 'across' && type.max !== type.printed) {
    report('badRows', at, `横排的明细一张纸只容 ${type.printed} 列，max 应与 printed 相同；再多就另填一张`)
  }
  if (type.lanes > 1 && type.direction === 'across') report('badRows', at, '横排的明细不能再分栏')
  if (type.printed % Math.max(1, type.lanes) !== 0)
    report('badRows', at, `分 ${type.lanes} 栏时，printed 应是 ${type.lanes} 的倍数`)
  checkPreset(type, name, report)
  checkNames(type.columns, `${name}.`, report)
  for (const column of type.columns) {
    const inner = column.type.type
    if (inner === 'rows' || inner === 'matrix' || inner === 'serial') {
      report('badRows', { in: 'field', name: `${name}.${column.key}` }, `明细的列不能是 ${inner}`)
    }
    checkField(column, `${name}.${column.key}`, report)
  }
}

function checkPreset(type: RowsType, name: string, report: Report): void {
  const { preset } = type
  if (!preset) return
  const at = { in: 'field', name } as const
  const column = type.columns.find((candidate) => candidate.key === preset.column)
  if (!column) report('badPreset', at, `明细没有列“${preset.column}”，preset 要写印好标签的那一列`)
  else if (column.type.type !== 'text') report('badPreset', at, `印好标签的列“${preset.column}”应是 text`)
  if (preset.labels.some((label) => label.trim() === '')) report('emptyText', at, '印好的标签不能为空')
  if (new Set(preset.labels).size < preset.labels.length) report('badPreset', at, '印好的标签重复')
  if (preset.labels.length !== type.printed || type.max !== type.printed) {
    report(
      'badPreset',
      at,
      `印好 ${preset.labels.length} 个标签，printed 和 max 都应是 ${preset.labels.length}`,
    )
  }
}

function numberSentence(problem: NumberRuleProblem): string {
  switch (problem.type) {
    case 'NoCounter':
      return '编号规则没有流水号，应有 {0000}'
    case 'TwoCounters':
      return '编号规则有两个流水号'
    case 'UnknownPart':
      return `编号规则中看不懂“${problem.part}”，可用 {yyyy} {yy} {mm} {dd} {0000}`
    case 'StrayBrace':
      return '编号规则的大括号不成对'
    case 'WouldRepeat':
      return '编号里没有印出重新开始的年、月或日，编号会重复'
  }
}
