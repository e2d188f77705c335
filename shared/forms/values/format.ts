import { assertNever } from '../../kernel/assert-never'
import { formatDateTime, formatDay, formatMonth } from '../../kernel/dates'
import { groupThousands, readDecimal } from '../../kernel/decimal'
import { formatMoney } from '../../kernel/money'
import type { Field, FieldType } from '../field'
import { optionLabel } from '../field-types'
import type { FieldValue } from '../values'

/** A value as it is printed: 2026年1月5日, 1,234.00, 5%, 3 台, √; several choices joined by 、. Empty: ''. */
export function formatValue(field: Pick<Field, 'type'>, value: FieldValue | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'boolean') return value ? '√' : '×'
  if (typeof value !== 'string') {
    return 'name' in value ? value.name : value.map((option) => optionText(field.type, option)).join('、')
  }
  return value === '' ? '' : formatText(field.type, value)
}

function formatText(type: FieldType, text: string): string {
  switch (type.type) {
    case 'number':
      return readDecimal(text) ? withUnit(withPlaces(text, type.scale), type.unit) : text
    case 'money':
      return formatMoney(text)
    case 'percent':
      return readDecimal(text) ? `${text}%` : text
    case 'date':
      return formatDay(text)
    case 'dateTime':
      return formatDateTime(text)
    case 'month':
      return formatMonth(text)
    case 'year':
      return `${text}年`
    case 'choice':
    case 'choices':
    case 'rating':
    case 'matrix':
      return optionText(type, text)
    case 'computed':
      return formatComputed(type, text)
    case 'text':
    case 'longText':
    case 'phone':
    case 'email':
    case 'idNumber':
    case 'creditCode':
    case 'time':
    case 'yesNo':
    case 'serial':
    case 'person':
    case 'customer':
    case 'rows':
    case 'signature':
    case 'seal':
      return text
    default:
      return assertNever(type)
  }
}

/** 18.5 with two decimals is 18.50, so that figures stand under each other; none is ever dropped. */
function withPlaces(text: string, scale: number): string {
  const [whole = '', fraction = ''] = text.split('.')
  return scale === 0 && fraction === '' ? whole : `${whole}.${fraction.padEnd(scale, '0')}`
}

const withUnit = (text: string, unit: string | undefined): string =>
  `${groupThousands(text)}${unit === undefined ? '' : ` ${unit}`}`

function formatComputed({ result, unit }: Extract<FieldType, { type: 'computed' }>, text: string): string {
  if (!readDecimal(text)) return text
  switch (result) {
    case 'number':
      return withUnit(text, unit)
    case 'money':
      return formatMoney(text)
    case 'percent':
      return `${text}%`
    case 'days':
      return `${text} 天`
    case 'text':
      return text
    default:
      return assertNever(result)
  }
}

/** The spaced form of an option is for its box on the sheet; in running text it stands closed up. */
const optionText = (type: FieldType, value: string): string =>
  optionLabel(type, value).replace(/\u3000/gu, '')

/**
 * What stands in the empty cell of a blank form for the pen: 　　年　　月　　日, a unit, a per cent sign. '' for most types.
 */
export function blankText(field: Pick<Field, 'type'>): string {
  const gap = '\u3000\u3000'
  const { type } = field
  if (type.type === 'computed' && type.result === 'percent') return `${gap}%`
  if (type.type === 'number' || type.type === 'computed')
    return type.unit === undefined ? '' : `${gap}${type.unit}`
  return (BLANKS[type.type] ?? []).map((after) => gap + after).join('')
}

/** What a pen writes before, by type. */
const BLANKS: { readonly [type in FieldType['type']]?: readonly string[] } = {
  date: ['年', '月', '日'],
  dateTime: ['年', '月', '日', '时', '分'],
  time: ['时', '分'],
  month: ['年', '月'],
  year: ['年'],
  percent: ['%'],
}
