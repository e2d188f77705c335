import { assertNever } from '../../kernel/assert-never'
import { addDays, dayOf, isDateTime, isDay, isMonth, isTime, isYear, pad } from '../../kernel/dates'
import { readDecimal } from '../../kernel/decimal'
import { err, ok, type Result } from '../../kernel/result'
import { lengthOf, toHalfWidth } from '../../kernel/text'
import type { Field } from '../field'
import { optionsOf, optionValue } from '../field-types'
import type { FieldValue } from '../values'

/** Why a typed text cannot be kept in its field. The screen makes the sentence. */
export type InputProblem =
  | {
      readonly problem: 'notADate' | 'notATime' | 'notADateTime' | 'notAMonth' | 'notAYear'
      readonly typed: string
    }
  | { readonly problem: 'notANumber'; readonly typed: string }
  | { readonly problem: 'tooManyDecimals'; readonly typed: string; readonly scale: number }
  | { readonly problem: 'notAnOption'; readonly typed: string; readonly options: readonly string[] }
  | { readonly problem: 'notYesNo'; readonly typed: string }
  | { readonly problem: 'tooLong'; readonly max: number; readonly length: number }
  /** Computed, serial, ink and group fields are not typed. */
  | { readonly problem: 'notTyped'; readonly typed: string }

/**
 * Reads what a person typed: 20260105, 2026.1.5 or 2026年1月5日 for a date, 1.5% for a percentage, full-width digits,
 * thousands separators, an option's text or its number. An empty text empties the field (null). With `today` (ISO day) a
 * date may also be 今天, or a month and a day of this year: 1.5, 1月5日, 0105.
 */
export function parseInput(
  field: Field,
  typed: string,
  today?: string,
): Result<FieldValue | null, InputProblem> {
  const text = typed.trim()
  if (text === '') return ok(null)
  const read = parseText(field, typed, text, toHalfWidth(text).trim(), today)
  if (!read.ok || typeof read.value !== 'string' || field.max === 0) return read
  const length = lengthOf(read.value)
  return length > field.max ? err({ problem: 'tooLong', max: field.max, length }) : read
}

type Read = Result<FieldValue, InputProblem>

function parseText(field: Field, typed: string, text: string, half: string, today?: string): Read {
  const { type } = field
  switch (type.type) {
    case 'text':
    case 'email':
      return ok(text.replace(/\s*[\r\n]+\s*/g, ' '))
    case 'longText':
      return ok(
        typed
          .replace(/\r\n?/g, '\n')
          .replace(/[ \t]+$/gm, '')
          .replace(/\n+$/, ''),
      )
    case 'phone':
      return ok(half)
    case 'idNumber':
    case 'creditCode':
      return ok(half.replace(/[\s-]/g, '').toUpperCase())
    case 'number':
      return parseDecimal(half, typed, type.scale, type.unit)
    case 'money':
      return parseDecimal(half.replace(/^(-?)(?:[¥￥]|RMB)/i, '$1').replace(/元$/, ''), typed, 2)
    case 'percent':
      return parseDecimal(half.replace(/%$/, ''), typed, 2)
    case 'date':
      return readable(parseDay(half, today), { problem: 'notADate', typed })
    case 'time':
      return readable(parseTime(half), { problem: 'notATime', typed })
    case 'dateTime':
      return readable(parseDateTime(half), { problem: 'notADateTime', typed })
    case 'month':
      return readable(parseMonth(half), { problem: 'notAMonth', typed })
    case 'year':
      return readable(parseYear(half), { problem: 'notAYear', typed })
    case 'choice':
    case 'rating':
    case 'matrix':
      return readable(optionFor(field, half), { problem: 'notAnOption', typed, options: optionsOf(type) })
    case 'choices':
      return parseChoices(field, half, typed)
    case 'yesNo':
      if (/^(?:是|√|v|y|yes|true|1)$/i.test(half)) return ok(true)
      return /^(?:否|×|x|n|no|false|2|0)$/i.test(half) ? ok(false) : err({ problem: 'notYesNo', typed })
    case 'person':
    case 'customer':
      return lengthOf(text) > field.max
        ? err({ problem: 'tooLong', max: field.max, length: lengthOf(text) })
        : ok({ name: text })
    case 'serial':
    case 'rows':
    case 'computed':
    case 'signature':
    case 'seal':
      return err({ problem: 'notTyped', typed })
    default:
      return assertNever(type)
  }
}

const readable = (value: string | null, problem: InputProblem): Result<string, InputProblem> =>
  value === null ? err(problem) : ok(value)

function parseDecimal(
  text: string,
  typed: string,
  scale: number,
  unit?: string,
): Result<string, InputProblem> {
  const bare = unit !== undefined && text.endsWith(unit) ? text.slice(0, -unit.length) : text
  const number = bare
    .trim()
    .replace(/[,，\s](?=\d{3}(?!\d))/g, '')
    .replace(/^\+/, '')
    .replace(/^(-?)\./, '$10.')
  const value = readDecimal(number.replace(/\.$/, ''))
  if (!value) return err({ problem: 'notANumber', typed })
  const [, fraction = ''] = value.toFixed().split('.')
  if (fraction.length > scale) return err({ problem: 'tooManyDecimals', typed, scale })
  return ok(value.eq(0) ? '0' : value.toFixed())
}

/** 2026-1-5, 2026.1.5, 2026/1/5, 2026年1月5日 or 20260105. */
function parseDay(text: string, today?: string): string | null {
  const parts =
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*[日号]?$/.exec(text)
  if (parts) return dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]))
  return today === undefined ? null : parseNearDay(text, today)
}

/** Days from today. */
const nearDays: Readonly<Record<string, number>> = { 昨天: -1, 今天: 0, 明天: 1, 后天: 2 }

/** 今天 and its neighbours; 1-5, 1.5, 1/5, 1月5日 or 0105 of this year. */
function parseNearDay(text: string, today: string): string | null {
  const near = nearDays[text]
  if (near !== undefined) return addDays(today, near)
  const parts = /^(\d{2})(\d{2})$/.exec(text) ?? /^(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*[日号]?$/.exec(text)
  return parts && dayOf(Number(today.slice(0, 4)), Number(parts[1]), Number(parts[2]))
}

/** 14:03, 1403, 14时3分, 14点. */
function parseTime(text: string): string | null {
  const parts = /^(\d{2})(\d{2})$/.exec(text) ?? /^(\d{1,2})\s*[:时点]\s*(?:(\d{1,2})\s*分?)?$/.exec(text)
  const time = parts && `${pad(Number(parts[1]))}:${pad(Number(parts[2] ?? 0))}`
  return time && isTime(time) ? time : null
}

function parseDateTime(text: string): string | null {
  const parts = /^(.*[\d日])(?:[T\s]+|(?<=日))(\d{1,2}\s*[:时点].*|\d{4})$/.exec(text)
  const day = parseDay(parts?.[1]?.trim() ?? '')
  const time = parseTime(parts?.[2]?.trim() ?? '')
  return day && time ? `${day}T${time}` : null
}

/** 2026-1, 2026.1, 2026年1月 or 202601. */
function parseMonth(text: string): string | null {
  const parts = /^(\d{4})(\d{2})$/.exec(text) ?? /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*月?$/.exec(text)
  const month = parts && `${parts[1] ?? ''}-${pad(Number(parts[2]))}`
  return month && isMonth(month) ? month : null
}

function parseYear(text: string): string | null {
  const year = /^(\d{4})\s*年?度?$/.exec(text)?.[1]
  return year !== undefined && isYear(Number(year)) ? year : null
}

/** An option's text without white space, or its number from 1. */
function optionFor(field: Field, text: string): string | null {
  const options = optionsOf(field.type)
  const wanted = optionValue(text)
  const same = options.find((option) => option === wanted || optionValue(toHalfWidth(option)) === wanted)
  return same ?? (/^[1-9]\d?$/.test(wanted) ? (options[Number(wanted) - 1] ?? null) : null)
}

function parseChoices(field: Field, half: string, typed: string): Read {
  const options = optionsOf(field.type)
  const whole = optionFor(field, half)
  const parts = whole === null ? half.split(/[、,;|]/).filter((part) => part.trim() !== '') : [whole]
  const chosen = parts.map((part) => optionFor(field, part))
  if (chosen.includes(null)) return err({ problem: 'notAnOption', typed, options })
  return ok(options.filter((option) => chosen.includes(option)))
}

/** Whether a stored text has the form that its type demands; free text always has. */
export function isWellFormed(field: Field, value: FieldValue): boolean {
  const { type } = field
  const options = optionsOf(type)
  switch (type.type) {
    case 'choices':
      return Array.isArray(value) && value.every((option: string) => options.includes(option))
    case 'yesNo':
      return typeof value === 'boolean'
    case 'person':
    case 'customer':
      return typeof value === 'object' && 'name' in value
    case 'rows':
    case 'signature':
    case 'seal':
      return false
    case 'number':
    case 'money':
    case 'percent':
      return typeof value === 'string' && readDecimal(value) !== null
    case 'date':
      return typeof value === 'string' && isDay(value)
    case 'time':
      return typeof value === 'string' && isTime(value)
    case 'dateTime':
      return typeof value === 'string' && isDateTime(value)
    case 'month':
      return typeof value === 'string' && isMonth(value)
    case 'year':
      return typeof value === 'string' && /^\d{4}$/.test(value) && isYear(Number(value))
    case 'choice':
    case 'rating':
    case 'matrix':
      return typeof value === 'string' && options.includes(value)
    case 'text':
    case 'longText':
    case 'phone':
    case 'email':
    case 'idNumber':
    case 'creditCode':
    case 'serial':
    case 'computed':
      return typeof value === 'string'
    default:
      return assertNever(type)
  }
}
