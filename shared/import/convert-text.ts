import { parseInput, type InputProblem } from '../forms/values/input'
import type { Field } from '../forms/field'
import { optionsOf, optionValue } from '../forms/field-types'
import type { FieldValue } from '../forms/values'
import { assertNever } from '../kernel/assert-never'
import { err, ok, type Result } from '../kernel/result'
import { lengthOf, toHalfWidth } from '../kernel/text'
import type { Converted, Names } from './convert'
import { typedNumber } from './number-text'

/** Why a cell cannot be taken over into its field. */
export type CellProblem =
  | InputProblem
  /** Excel's own words for an error, such as `#N/A`. */
  | { readonly problem: 'errorCell'; readonly typed: string }
  /** A formula whose value the file does not hold. */
  | { readonly problem: 'noValue'; readonly typed: string }
  /** A number of 16 and more digits: Excel has put zeros for the last ones. */
  | { readonly problem: 'lostDigits'; readonly typed: string }
  /** A 明细行 that the form does not have. */
  | { readonly problem: 'notARow'; readonly typed: string; readonly labels: readonly string[] }

type Read = Result<Converted, CellProblem>

/** The value of a cell of text: read as if a person typed it, but for digits, which pick no option here. */
export function convertText(field: Field, text: string, names: Names): Read {
  const { type } = field.type
  const typed = text.trim()
  if (typed === '') return ok({ value: null })
  switch (type) {
    case 'person':
    case 'customer': {
      const read = parseInput(field, text)
      if (!read.ok) return read
      return ok({ value: (type === 'person' ? names.person(typed) : names.customer(typed)) ?? read.value })
    }
    case 'serial': {
      const length = lengthOf(typed)
      return length > field.max ? err({ problem: 'tooLong', max: field.max, length }) : ok({ value: typed })
    }
    case 'choice':
    case 'rating':
    case 'matrix':
      return option(field, typed)
    case 'choices':
      return options(field, typed)
    case 'yesNo':
      return yesNo(typed)
    case 'number':
    case 'money':
    case 'percent':
      return read(field, typedNumber(typed))
    case 'date':
      return day(field, typed)
    case 'dateTime':
      return read(field, withTime(withoutSeconds(typed)))
    case 'time':
      return read(field, withoutSeconds(typed))
    case 'text':
    case 'longText':
    case 'phone':
    case 'email':
    case 'idNumber':
    case 'creditCode':
    case 'month':
    case 'year':
    case 'rows':
    case 'computed':
    case 'signature':
    case 'seal':
      return read(field, text)
    default:
      return assertNever(type)
  }
}

function read(field: Field, text: string): Read {
  const parsed = parseInput(field, text)
  return parsed.ok ? ok({ value: parsed.value }) : parsed
}

/** A day, also where a time stands behind it. */
function day(field: Field, text: string): Read {
  const whole = read(field, text)
  if (whole.ok) return whole
  const [, start = '', time = ''] = /^(.*?\d[日号]?)[T\s]+(\d{1,2}[:：时点].*)$/.exec(text) ?? []
  if (start === '') return whole
  const parsed = parseInput(field, start)
  if (!parsed.ok) return whole
  const isMidnight = /^0{1,2}[:：]00(?:[:：]00)?(?:\.0+)?$/.test(time)
  return ok(isMidnight ? { value: parsed.value } : { value: parsed.value, doubt: 'timeLeftOut' })
}

const withoutSeconds = (text: string): string =>
  toHalfWidth(text).replace(/(\d{1,2}:\d{1,2}):\d{1,2}(?:\.\d+)?$/, '$1')

/** A day alone is its first minute. */
const withTime = (text: string): string =>
  /[:时点]|日\s*\d|\d{8}\s*\d{4}/.test(text) ? text : `${text} 00:00`

const closed = (text: string): string => optionValue(toHalfWidth(text))

const optionFor = (field: Field, text: string): string | undefined =>
  optionsOf(field.type).find((known) => known === optionValue(text) || closed(known) === closed(text))

function option(field: Field, typed: string): Read {
  const bare = typed.replace(/^[☑√✓■]\s*/u, '')
  const found = optionFor(field, typed) ?? optionFor(field, bare)
  return found === undefined
    ? err({ problem: 'notAnOption', typed, options: optionsOf(field.type) })
    : ok({ value: found })
}

/** Several options, with any usual sign between them; options may hold such signs themselves. */
function options(field: Field, typed: string): Read {
  const known = optionsOf(field.type)
  const chosen = new Set<string>()
  let rest = closed(typed)
  const longest = [...known].sort((a, b) => b.length - a.length)
  while (rest !== '') {
    const next = longest.find((each) => rest.startsWith(closed(each)) && ends(rest, closed(each)))
    if (next === undefined) return err({ problem: 'notAnOption', typed, options: known })
    chosen.add(next)
    rest = rest.slice(closed(next).length).replace(/^[、,;|/]+/, '')
  }
  const value: FieldValue = known.filter((each) => chosen.has(each))
  return ok({ value })
}

/** Behind an option stands a sign or nothing. */
const ends = (rest: string, found: string): boolean =>
  rest.length === found.length || /^[、,;|/]/.test(rest.slice(found.length))

function yesNo(typed: string): Read {
  const half = toHalfWidth(typed)
  if (/^(?:是|有|对|√|✓|☑|v|y|yes|true|1)$/iu.test(half)) return ok({ value: true })
  if (/^(?:否|无|不|×|✗|x|n|no|false|0)$/iu.test(half)) return ok({ value: false })
  return err({ problem: 'notYesNo', typed })
}
