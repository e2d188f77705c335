import { assertNever } from '../../kernel/assert-never'
import type { Field, FieldRule, FieldType, RowsType } from '../field'
import { defaultMax, isPlain, isRows, takesMax } from '../field-types'
import type { Block, Template } from '../template'
import { printPieces } from './print-pieces'
import { printGrid } from './print-table'
import { ATTRIBUTE_WORDS } from './options'

/** The canonical source of a template: parsing it gives the same template back. */
export function printTemplate(template: Template): string {
  const { paper, rules } = template
  const fields = new Map(template.fields.map((field) => [field.key, field]))
  const lines = [
    `form     ${template.code}`,
    `name     ${template.name}`,
    ...(template.title === template.name ? [] : [`title    ${template.title}`]),
    `module   ${template.module}`,
    `kind     ${template.kind}`,
    `version  ${template.version}`,
    `paper    ${paper.size} ${paper.orientation}`,
    `pages    ${template.pages}`,
    '',
    'fields',
    ...template.fields.flatMap(printField),
    '',
    ...(rules.length === 0 ? [] : ['rules', ...rules.map(printRule), '']),
    ...template.body.flatMap((block) => printBlock(block, fields)),
  ]
  return `${lines.join('\n')}\n`
}

function printField(field: Field): readonly string[] {
  const line = `  ${printFieldLine(field)}`
  return isRows(field)
    ? [line, ...field.type.columns.map((column) => `    ${printFieldLine(column)}`)]
    : [line]
}

function printFieldLine(field: Field): string {
  const { type, max } = field
  const parts = [
    field.key,
    quote(field.label),
    ...printType(type),
    ...(field.required ? ['required'] : []),
    ...(takesMax(type.type) && max !== defaultMax(type) ? [`max ${max}`] : []),
    ...(field.initial === undefined ? [] : [`initial ${field.initial}`]),
    ...(field.meaning === undefined ? [] : [`means ${field.meaning}`]),
    ...(type.type === 'computed' ? [`= ${type.expression}`] : []),
  ]
  return parts.join('  ')
}

function printType(type: FieldType): readonly string[] {
  if (isPlain(type)) return [type.type]
  switch (type.type) {
    case 'number':
      return [
        'number',
        ...(type.scale === 0 ? [] : [`scale ${type.scale}`]),
        ...(type.unit === undefined ? [] : [`unit ${printWord(type.unit)}`]),
      ]
    case 'choice':
    case 'choices':
      return [`${type.type} ${printOptions(type.options)}`]
    case 'rating':
      return [`rating ${printOptions(type.scale)}`]
    case 'matrix':
      return [`matrix ${printOptions(type.items)}`, `scale ${printOptions(type.scale)}`]
    case 'serial':
      return [`serial ${printWord(type.rule)}`]
    case 'computed':
      return [
        `computed ${type.result}`,
        ...(type.scale === undefined ? [] : [`scale ${type.scale}`]),
        ...(type.unit === undefined ? [] : [`unit ${printWord(type.unit)}`]),
      ]
    case 'rows':
      return printRows(type)
    default:
      return assertNever(type)
  }
}

function printRows(type: RowsType): readonly string[] {
  return [
    'rows',
    ...(type.direction === 'across' ? ['across'] : []),
    ...(type.preset
      ? [`preset ${type.preset.column}: ${printOptions(type.preset.labels)}`]
      : [`printed ${type.printed}`]),
    `max ${type.max}`,
  ]
}

const printOptions = (options: readonly string[]): string => options.map(printWord).join(' | ')

/** Bare where reading gives the same word back, else in quotes. */
function printWord(text: string): string {
  return /^[^\s"\\|#]+$/u.test(text) && !ATTRIBUTE_WORDS.has(text) ? text : quote(text)
}

const quote = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`

const printRule = (rule: FieldRule): string => `  ${rule.severity} ${rule.expression}  ${quote(rule.message)}`

function printBlock(block: Block, fields: ReadonlyMap<string, Field>): readonly string[] {
  switch (block.block) {
    case 'grid':
      return printGrid(block, fields)
    case 'line': {
      const word = block.place === 'foot' ? 'foot' : 'line'
      return [`${word} ${block.parts.map(printPieces).join(' | ')}`]
    }
    case 'pageBreak':
      return ['page']
    default:
      return assertNever(block)
  }
}
