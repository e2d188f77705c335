import { getValue } from '../../forms'
import type { Field, FieldType, Path } from '../../forms/field'
import { findField } from '../../forms/field-types'
import { assertNever } from '../../kernel/assert-never'
import { daysBetween, isDateTime, isMonth, isTime } from '../../kernel/dates'
import { readDecimal } from '../../kernel/decimal'
import { fieldText, type SheetContext } from '../field-text'
import { textValue, type ExcelValue } from './sheet'

export interface TypedValue {
  readonly value: ExcelValue
  readonly format: string
}

export const GENERAL = 'General'
/** What stands or is typed in such a cell stays a text: 0571-…, 3301…, =1+1. */
export const TEXT = '@'

/** Day 0 of Excel's calendar, and the first day on which it agrees with everybody's (it knows a 29 February 1900). */
const DAY_ZERO = '1899-12-30'
const FIRST_DAY = 61

/**
 * The value of a field that has a cell to itself: a real number or date where a sum or a sort would want one, otherwise the
 * text as it is printed. On a blank form the cell already has the format of what will be typed into it; `pattern` is what
 * is printed there for the pen.
 */
export function typedValue(sheet: SheetContext, path: Path, pattern: string): TypedValue {
  const shown = fieldText(sheet, path)
  const field = findField(sheet.template, path)
  const printed = textValue(shown.role === 'label' ? pattern : shown.text)
  if (!field) return { value: printed, format: GENERAL }
  const stored = getValue(sheet.values, path)
  if (sheet.mode === 'filled' && typeof stored === 'string') {
    const typed = typedText(field.type, stored)
    return typed ?? { value: printed, format: TEXT }
  }
  return { value: printed, format: cellFormat(field) }
}

/** What a stored text of this type is as a number or a day; null: as text. */
export function typedText(type: FieldType, text: string): TypedValue | null {
  switch (type.type) {
    case 'number':
      return decimalOf(text, '#,##0', unitText(type.unit))
    case 'money':
      return decimalOf(text, '#,##0', '', 2)
    case 'percent':
      return percentOf(text)
    case 'date':
      return moment(dayNumber(text), DATE)
    case 'dateTime': {
      if (!isDateTime(text)) return null
      const [day = '', time = ''] = text.split('T')
      const days = dayNumber(day)
      return moment(days === null ? null : days + partOfDay(time), DATE_TIME)
    }
    case 'time':
      return isTime(text) ? moment(partOfDay(text), TIME) : null
    case 'month':
      return isMonth(text) ? moment(dayNumber(`${text}-01`), MONTH) : null
    case 'year':
      return decimalOf(text, '0', '年')
    case 'computed':
      return computed(type, text)
    case 'text':
    case 'longText':
    case 'phone':
    case 'email':
    case 'idNumber':
    case 'creditCode':
    case 'choice':
    case 'choices':
    case 'yesNo':
    case 'rating':
    case 'matrix':
    case 'serial':
    case 'person':
    case 'customer':
    case 'rows':
    case 'signature':
    case 'seal':
      return null
    default:
      return assertNever(type)
  }
}

type Computed = Extract<FieldType, { type: 'computed' }>

function computed({ result, unit }: Computed, text: string): TypedValue | null {
  switch (result) {
    case 'number':
      return decimalOf(text, '#,##0', unitText(unit))
    case 'money':
      return decimalOf(text, '#,##0', '', 2)
    case 'percent':
      return percentOf(text)
    case 'days':
      return decimalOf(text, '0', ' 天')
    case 'text':
      return null
    default:
      return assertNever(result)
  }
}

const DATE = 'yyyy"年"m"月"d"日"'
const DATE_TIME = `${DATE} hh:mm`
const TIME = 'hh:mm'
const MONTH = 'yyyy"年"m"月"'
/** Two places, always: `0.##%` would show 5% as “5.%”. */
const PERCENT = '0.00%'

/** What a person types into the empty cell of an exported blank form is read with this. */
export function cellFormat({ type }: Pick<Field, 'type'>): string {
  switch (type.type) {
    case 'number':
      return `${withPlaces('#,##0', type.scale)}${quoted(unitText(type.unit))}`
    case 'money':
      return '#,##0.00'
    case 'percent':
      return PERCENT
    case 'date':
      return DATE
    case 'dateTime':
      return DATE_TIME
    case 'time':
      return TIME
    case 'month':
      return MONTH
    case 'computed':
      return emptyComputed(type)
    case 'year':
      return GENERAL
    case 'text':
    case 'longText':
    case 'phone':
    case 'email':
    case 'idNumber':
    case 'creditCode':
    case 'choice':
    case 'choices':
    case 'yesNo':
    case 'rating':
    case 'matrix':
    case 'serial':
    case 'person':
    case 'customer':
    case 'rows':
    case 'signature':
    case 'seal':
      return TEXT
    default:
      return assertNever(type)
  }
}

/** A formula that somebody puts into the cell shows as the program itself would print it. */
function emptyComputed({ result, scale, unit }: Computed): string {
  switch (result) {
    case 'number':
      return scale === undefined && unit === undefined
        ? GENERAL
        : `${withPlaces('#,##0', scale ?? 0)}${quoted(unitText(unit))}`
    case 'money':
      return '#,##0.00'
    case 'percent':
      return scale === undefined ? PERCENT : `${withPlaces('0', scale)}%`
    case 'days':
    case 'text':
      return GENERAL
    default:
      return assertNever(result)
  }
}

const moment = (value: number | null, format: string): TypedValue | null =>
  value === null ? null : { value: { type: 'number', value }, format }

/** Null for what is no day, or lies before Excel's calendar. */
function dayNumber(day: string): number | null {
  const days = daysBetween(DAY_ZERO, day)
  return days === null || days < FIRST_DAY ? null : days
}

function partOfDay(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':')
  return (Number(hours) * 60 + Number(minutes)) / 1440
}

/** A decimal with the places that it was given with, or with `places` of them. */
function decimalOf(text: string, whole: string, unit: string, places?: number): TypedValue | null {
  const value = exactNumber(text)
  if (value === null) return null
  const given = text.split('.')[1]?.length ?? 0
  if (places !== undefined && given > places) return null
  return { value: { type: 'number', value }, format: `${withPlaces(whole, places ?? given)}${quoted(unit)}` }
}

function percentOf(text: string): TypedValue | null {
  const value = exactNumber(text, -2)
  if (value === null) return null
  const places = text.split('.')[1]?.length ?? 0
  return { value: { type: 'number', value }, format: `${withPlaces('0', places)}%` }
}

const withPlaces = (whole: string, places: number): string =>
  places === 0 ? whole : `${whole}.${'0'.repeat(places)}`

/** Excel counts with 15 digits: a longer number would silently become another one. */
const MOST_DIGITS = 15

/** The number that Excel would hold for `text × 10^power`; null for no decimal, or one that it cannot hold exactly. */
function exactNumber(text: string, power = 0): number | null {
  if (!readDecimal(text)) return null
  const digits = text.replace(/[-.]/g, '').replace(/^0+/, '')
  return digits.length > MOST_DIGITS ? null : Number(`${text}e${power}`)
}

const unitText = (unit: string | undefined): string => (unit === undefined ? '' : ` ${unit}`)

/** A unit as literal text of a number format. */
const quoted = (unit: string): string => (unit === '' ? '' : `"${unit.replaceAll('"', '')}"`)
